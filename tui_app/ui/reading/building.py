"""From options and a window to the pages that show a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui_app.core.layout.columns import Columns
from tui_app.core.layout.folding import RowItems, shown_items, side_items
from tui_app.core.layout.typesetting import TextMeasure, Typesetter, View
from tui_app.core.layout.wrapping import Wrapper
from tui_app.core.model import Side
from tui_app.ui.reading.page import Page
from tui_app.ui.reading.painter import Painter

if TYPE_CHECKING:
    from tui_app.ui.reading.canvas import PairCanvas

_WRAPPER = Wrapper(cell_len)


def build_pages(canvas: PairCanvas) -> dict[Side, Page]:
    """Return one page, or for free panes one a side."""
    width = canvas.size.width
    if not canvas.options.free:
        return {"left": _page(canvas, canvas.view, width, None)}
    half = width // 2
    return {
        "left": _page(canvas, "left", half, "left"),
        "right": _page(canvas, "right", width - half, "right"),
    }


def _page(canvas: PairCanvas, view: View, width: int, only: Side | None) -> Page:
    columns = canvas.options.columns(width, view)
    return Page(
        Typesetter(
            canvas.comparison,
            _WRAPPER,
            TextMeasure(columns.text, canvas.options.spacing),
        ),
        build_painter(canvas, columns, view),
        view,
        _items(canvas, only),
        lambda row: canvas.looks.row_look(row, canvas.attention, only),
    )


def build_painter(canvas: PairCanvas, columns: Columns, view: View) -> Painter:
    """Return what paints a page of the view in the theme that is on."""
    ruled = view == "stacked"
    return Painter(columns, canvas.palette, _WRAPPER, canvas.signs, ruled=ruled)


def _items(canvas: PairCanvas, only: Side | None) -> RowItems:
    rows = canvas.comparison.rows
    if only:
        return side_items(rows, only).portioned(canvas.long)
    items = shown_items(rows, canvas.hides, folded=canvas.options.folded)
    return items.portioned(canvas.long)
