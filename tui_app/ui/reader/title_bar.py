"""The line above the columns: what is read on the left and on the right."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui_app.core.layout.columns import Columns
from tui_app.core.model import Side
from tui_app.core.text.display import displayable_line
from tui_app.ui.styles import mark_style
from tui_app.ui.widgets.cells import cut_middle


class PairTitles(Widget):
    """The titles, over their columns where these stand beside each other."""

    DEFAULT_CSS = "PairTitles { height: 1; width: 100%; background: $panel; }"

    def __init__(self, left: str, right: str, *, ascii_only: bool = False) -> None:
        super().__init__()
        self._names = (_line(left), _line(right))
        self._cut = "~" if ascii_only else "…"
        self._columns: Columns | None = None
        self._side: Side = "left"

    def stand_over(self, columns: Columns | None, side: Side) -> None:
        """Stand over these columns; ``side`` is the one the cursor is on."""
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
            shown = cut_middle(name, room, self._cut)
            style = self.rich_style + mark_style(self, f"mark--{side}-only")
            if side == self._side:
                style += mark_style(self, "mark--title")
            segments.append(Segment(" " * max(0, start - at), self.rich_style))
            segments.append(Segment(shown, style))
            at = max(at, start) + cell_len(shown)
        return Strip(segments).adjust_cell_length(width, self.rich_style)


def _line(name: str) -> str:
    return displayable_line(" ".join(name.split()))
