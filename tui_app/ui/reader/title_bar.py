"""The line above the columns: files and titles of what is read, left and right."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui_app.core.layout.columns import Columns
from tui_app.core.model import SIDES, Document, Side
from tui_app.core.text.display import displayable_line
from tui_app.review.review import Review
from tui_app.ui.pair.pair_window import PairWindow
from tui_app.ui.styles import mark_style
from tui_app.ui.widgets.cells import Beside, cut_middle, shared_room, short_name
from tui_app.ui.widgets.cells import cut as cut_end

BETWEEN = "  "

_LEAST = 4
"""Cells of a file's name that are worth showing."""

_LEAST_TITLE = 8
"""Cells of a title that are worth showing beside the name."""


class TitleBar(Widget):
    """The titles, over their columns where these stand beside each other."""

    DEFAULT_CSS = "TitleBar { height: 1; width: 100%; background: $panel; }"

    def __init__(self, review: Review, window: PairWindow) -> None:
        super().__init__()
        self._review = review
        self._window = window
        comparison = review.comparison
        self._titles = titles_of(comparison.left, comparison.right)
        self._columns: Columns | None = None
        self._side: Side = "left"

    def follow(self) -> None:
        """Stand over the columns, and show which side the cursor is on."""
        columns, side = self._window.panes.columns, self._review.cursor.side
        if (columns, side) != (self._columns, self._side):
            self._columns, self._side = columns, side
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        del y
        width = self.size.width
        segments: list[Segment] = []
        at = 0
        for (start, room), title, side in zip(
            self._places(width), self._titles, SIDES, strict=True
        ):
            name, file = title.fitting(room, self._review.signs.cut)
            style = self.rich_style + mark_style(self, f"{side}-only")
            if side == self._side:
                style += mark_style(self, "title")
            aside = self.rich_style + mark_style(self, "aside")
            segments.append(Segment(" " * max(0, start - at), self.rich_style))
            segments.append(Segment(name, style))
            segments.append(Segment(file, aside))
            at = max(at, start) + cell_len(name + file)
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def _places(self, width: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return where each title begins, and its cells.

        They begin with their columns, unless one needs more and the other leaves it.
        """
        columns = self._columns
        start = columns.left if columns else 1
        room = max(0, width - start - len(BETWEEN) - 1)
        left = room // 2
        if columns and columns.apart:
            left = columns.right - start - len(BETWEEN)
        needed = Beside(
            *(title.cells(self._review.signs.cut) for title in self._titles)
        )
        left, right = shared_room(Beside(left, room - left), needed)
        return (start, left), (start + left + len(BETWEEN), right)


class Title(NamedTuple):
    """What a text is called, empty where it has no title, and the name of its file.

    The name is empty where there is no file. ``state`` tells what is before and what
    after the changes of one file.
    """

    words: str
    file: str
    state: str = ""

    def fitting(self, room: int, sign: str) -> tuple[str, str]:
        """Return both in ``room`` cells: the name always, as much of the title as fits.

        Where no words of the title would fit the name stands alone, in its place.
        """
        if not self.file:
            return cut_end(self.words, room, sign), ""
        file = short_name(self.file, sign)
        needed = cell_len(self.words) + len(BETWEEN)
        shown = self._cut(file, max(room - needed, room // 2), sign)
        left = room - cell_len(shown) - len(BETWEEN)
        if not self.words or left < min(_LEAST_TITLE, cell_len(self.words)):
            return self._cut(file, room, sign), ""
        return cut_end(self.words, left, sign), BETWEEN + shown

    def cells(self, sign: str) -> int:
        """Return the cells that all of it takes."""
        file = short_name(self.file, sign) + (f" ({self.state})" if self.state else "")
        return cell_len(BETWEEN.join(filter(None, (self.words, file))))

    def _cut(self, file: str, room: int, sign: str) -> str:
        """Return the name in ``room`` cells, its state whole where that fits."""
        state = f" ({self.state})" if self.state else ""
        if room < len(state) + _LEAST:
            return cut_middle(file + state, room, sign)
        return cut_middle(file, room - len(state), sign) + state


def titles_of(left: Document, right: Document) -> tuple[Title, Title]:
    """Return what the two texts are called."""
    return _title(left), _title(right)


def _title(document: Document) -> Title:
    file = _line(Path(document.source).name) if document.source else ""
    title = _line(document.title)
    # A text that is no file is called by its beginning rather than not at all.
    known = title != file and (document.has_title or not file)
    return Title(title if known else "", file, document.state)


def _line(name: str) -> str:
    return displayable_line(" ".join(name.split()))
