"""The reader's screen as the notes see it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import Any, Protocol

from tui_app.core.comparison import Comparison
from tui_app.core.model import Constraints, Side, Span
from tui_app.notes.note import PlacedNote

Task = Callable[[], Coroutine[Any, Any, None]]

"""Work that is begun only where there is still a screen to do it for."""


class NotesHost(Protocol):
    """What the desk of the notes needs of the screen it is on."""

    @property
    def comparison(self) -> Comparison:
        """The comparison on the screen."""

    @property
    def cursor_row(self) -> int:
        """The row under the cursor, from 0."""

    def selected_spans(self) -> Sequence[tuple[Side, Span]]:
        """Return what is selected, empty for nothing."""

    def show_notes(
        self, placed: Sequence[PlacedNote], reviewed: frozenset[int]
    ) -> None:
        """Show these notes and review marks."""

    def realign(self, constraints: Constraints) -> None:
        """Align again under what is settled by hand."""

    def say(self, message: str, *, trouble: bool = False) -> None:
        """Tell the reader something."""

    def work(self, task: Task) -> object:
        """Run the task beside the screen."""
