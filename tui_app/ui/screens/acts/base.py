"""What all acts of the reader share: the view, and where the reader has been."""

from __future__ import annotations

from rich.cells import cell_len
from textual.screen import Screen

from tui_app.core.comparison import Comparison
from tui_app.core.model import Side
from tui_app.review.journey import Journey, Stay
from tui_app.ui.pair.pair_view import PairView

_AROUND = 4
"""Cells of the status line that no message can have."""


class ReaderActs(Screen[None]):
    """The base of the acts."""

    view: PairView
    journey: Journey

    @property
    def comparison(self) -> Comparison:
        """Return the comparison on the screen."""
        return self.view.comparison

    @property
    def cursor_row(self) -> int:
        """Return the row under the cursor, from 0."""
        return self.view.attention.cursor.row

    @property
    def here(self) -> Stay:
        """Return the passage under the cursor."""
        return Stay(*self.view.eye)

    def go_to_row(
        self, row: int, side: Side | None = None, offset: int | None = None
    ) -> None:
        """Jump to a row; ``ctrl+o`` leads back."""
        self.journey.leave(self.here)
        self.view.go_to(row, side, offset)

    def still_aligning(self) -> bool:
        """Tell whether the rows are not the final ones yet; say so if they are not."""
        if self.view.provisional:
            self.say("The texts are still being aligned.")
        return self.view.provisional

    def say(self, message: str, *, trouble: bool = False) -> None:
        """Tell the reader something, for a while.

        What fits the status line stands there, where it covers no text.
        """
        if trouble or cell_len(message) > self.app.size.width - _AROUND:
            self.notify(message, severity="error" if trouble else "information")
        else:
            self.say_shortly(message)

    def say_shortly(self, message: str) -> None:
        """Show the words in the status line for a while."""
        raise NotImplementedError
