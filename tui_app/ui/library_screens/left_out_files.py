"""The list of files that a library leaves out, each with why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from tui_app.core.text.display import displayable_line
from tui_app.library.shelf import LeftOutFile
from tui_app.library.typed_paths import from_home
from tui_app.review.looks import StyledText
from tui_app.review.signs import signs
from tui_app.settings.drawn import Drawn
from tui_app.ui.widgets.boxes import PickScreen
from tui_app.ui.widgets.cells import cut_middle
from tui_app.ui.widgets.hints import Hint
from tui_app.ui.widgets.picklist import LaterLine, ListEntry, first_of, holds


class LeftOutFilesScreen(PickScreen[str]):
    """The list; there is nothing to do but to read and filter it."""

    HEADING = "Left out of the library"
    HINTS = (Hint("Esc", "close"),)

    def __init__(
        self, left_out: Sequence[LeftOutFile], *, drawn_with: Drawn = Drawn.UNICODE
    ) -> None:
        self._left_out = left_out
        super().__init__(drawn_with=drawn_with)

    def on_mount(self) -> None:
        """List all of them."""
        self.typed("")

    def _found(self, query: str) -> Iterator[ListEntry[str]]:
        wanted = query.casefold().split()
        found = (
            ListEntry((), one.path, later=self._line(one))
            for one in self._left_out
            if holds(f"{one.path} {one.why}".casefold(), wanted)
        )
        yield from first_of(f"Files and folders: {len(self._left_out)}", found)

    def _line(self, one: LeftOutFile) -> LaterLine:
        path, why = displayable_line(from_home(one.path)), displayable_line(one.why)
        sign = signs(self._drawn_with).cut

        def drawn(cells: int) -> tuple[StyledText, ...]:
            room = max(cells // 3, cells - cell_len(why) - 2)
            return (cut_middle(path, room, sign), ""), (f": {why}", "aside")

        return LaterLine(drawn, lambda: f"{one.path} {one.why}")

    def typed(self, text: str) -> None:
        """Offer what matches."""
        self.picks.show(self._found(text))
        self.picks.filter(text)
