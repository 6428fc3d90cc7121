"""The line above the columns: what is read on the left and on the right."""

from __future__ import annotations

from pathlib import Path

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui_app.core.layout.columns import Columns
from tui_app.core.model import Document, Side
from tui_app.core.text.display import displayable_line
from tui_app.review.review import Review
from tui_app.ui.pair.pair_window import PairWindow
from tui_app.ui.styles import mark_style
from tui_app.ui.widgets.cells import cut_middle


class TitleBar(Widget):
    """The titles, over their columns where these stand beside each other."""

    DEFAULT_CSS = "TitleBar { height: 1; width: 100%; background: $panel; }"

    def __init__(self, review: Review, window: PairWindow) -> None:
        super().__init__()
        self._review = review
        self._window = window
        left, right = names_of(review.comparison.left, review.comparison.right)
        self._names = (_line(left), _line(right))
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
        columns = self._columns
        if columns and columns.apart:
            starts = (columns.left, columns.right)
            room = columns.text
        else:
            room = max(0, (width - 4) // 2)
            starts = (1, width - room - 1)
        segments: list[Segment] = []
        at = 0
        for start, name, side in zip(
            starts, self._names, ("left", "right"), strict=True
        ):
            shown = cut_middle(name, room, self._review.signs.cut)
            style = self.rich_style + mark_style(self, f"mark--{side}-only")
            if side == self._side:
                style += mark_style(self, "mark--title")
            segments.append(Segment(" " * max(0, start - at), self.rich_style))
            segments.append(Segment(shown, style))
            at = max(at, start) + cell_len(shown)
        return Strip(segments).adjust_cell_length(width, self.rich_style)


def names_of(left: Document, right: Document) -> tuple[str, str]:
    """Return what tells the two texts apart: titles, or else names of files."""
    if left.title != right.title or not (left.source and right.source):
        return left.title, right.title
    return Path(left.source).name, Path(right.source).name


def _line(name: str) -> str:
    return displayable_line(" ".join(name.split()))
