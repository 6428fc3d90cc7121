"""A line for the names of files or of a folder to open, with what they may become."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar, cast

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui_app.core.text.display import displayable_line
from tui_app.errors import UserError
from tui_app.library.typed_paths import (
    PathCompletion,
    completed,
    completions,
    typed_names,
)
from tui_app.review.signs import signs
from tui_app.settings.drawn import Drawn
from tui_app.ui.widgets.boxes import PickScreen, QueryInput
from tui_app.ui.widgets.cells import cut_middle
from tui_app.ui.widgets.hints import Hint
from tui_app.ui.widgets.picklist import MOST_LISTED, ListEntry

_MOST_OF_NAME = 32
"""Cells of a name in what is said of it."""

_SAID = "Two files, or a folder, or three and more of either; ~ is your home folder."


class PathScreen(PickScreen[tuple[str, ...]]):
    """The box; dismissed with the names typed, or ``None``.

    ``refuse`` raises ``UserError`` for names that cannot be opened. Tab completes the
    name that is being typed, Enter opens what is named.
    """

    DEFAULT_CSS = """
    PathScreen {
        & > #box { max-height: 24; }
        & #said { height: auto; max-height: 2; color: $mark-faint; }
        & #said:nocolor { color: $foreground; }
        & #said.-trouble { color: $warning; text-style: bold; }
        &.-flat #said { display: none; }
        &.-flat #said.-trouble { display: block; }
    }
    """
    HEADING = "Open"
    PLACEHOLDER = "LEFT RIGHT, or a folder"
    HINTS = (
        Hint("Tab", "complete", "complete"),
        Hint("Enter", "open"),
        Hint("Esc", "close"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", show=False)]

    def __init__(
        self,
        refuse: Callable[[tuple[str, ...]], None],
        begun: str = "",
        *,
        drawn_with: Drawn = Drawn.UNICODE,
    ) -> None:
        super().__init__(drawn_with=drawn_with)
        self._refuse = refuse
        self._sign = signs(drawn_with)
        self._begun = begun
        self._found: tuple[PathCompletion, ...] = ()
        self._pointed = False

    def below_filter(self) -> Iterable[Widget]:
        """Return the line that says what may be typed, or what is wrong with it."""
        yield Static(Content(_SAID), id="said")

    def on_mount(self) -> None:
        """Begin with what was typed for the reader, and what may follow."""
        line = self._line
        line.value = self._begun
        line.cursor_position = len(self._begun)
        self.typed(self._begun)

    @property
    def _line(self) -> QueryInput:
        return cast("QueryInput", self.query_one("#filter"))

    def typed(self, text: str) -> None:
        """Offer what the name that is being typed may become."""
        self._pointed = False
        self._found = completions(text)
        self._say(_SAID)
        self.picks.show(self._completions())

    def _completions(self) -> Iterator[ListEntry[tuple[str, ...]]]:
        for found in self._found[:MOST_LISTED]:
            tail = "folder" if found.is_folder else ""
            yield ListEntry(((found.name, ""),), (found.word,), tail)

    def _say(self, words: str, *, trouble: bool = False) -> None:
        said = self.query_one("#said", Static)
        said.update(Content(displayable_line(words)))
        said.set_class(trouble, "-trouble")

    async def action_list(self, action: str) -> None:
        """Move in the list; Enter takes from now on what is pointed at there."""
        self._pointed = bool(self._found)
        await super().action_list(action)

    def action_complete(self) -> None:
        """Complete the name; where several go on alike, only as far as they do."""
        if not self._found:
            self.app.bell()
            return
        self._complete(self._found)

    def _complete(self, found: tuple[PathCompletion, ...]) -> None:
        line = self._line
        current = self.picks.current
        words = [one.word for one in found]
        chosen = words.index(current[0]) if current and current[0] in words else 0
        whole = completed(line.value, found, chosen)
        line.value = whole
        line.cursor_position = len(whole)

    def picked(self, value: tuple[str, ...]) -> None:
        """Let the name that was picked stand for what is typed."""
        self._complete(tuple(one for one in self._found if value == (one.word,)))

    def submitted(self, text: str) -> None:
        """Open what is named, or take what is pointed at in the list."""
        if self._pointed:
            self.picks.action_pick()
            return
        names = typed_names(text)
        try:
            self._refuse(names)
        except UserError as error:
            # The name stands above in full; why must be seen.
            named = cut_middle(error.what, _MOST_OF_NAME, self._sign.cut)
            said = UserError(named, error.why, error.hint)
            self._say(str(said), trouble=True)
        else:
            self.dismiss(names)
