from collections.abc import Callable
from functools import cache

import pytest
from rich.style import Style

from tui_app.core.comparison import Comparison, compare
from tui_app.core.layout.columns import Columns
from tui_app.core.layout.typesetting import View
from tui_app.core.segmentation import segment
from tui_app.review.journey import Stay
from tui_app.review.options import LayoutOptions, MarkOptions, set_off
from tui_app.review.review import Review
from tui_app.ui.pair.painter import Painter
from tui_app.ui.pair.pair_window import PairWindow


class NamedStyles:
    """Stands for a palette; a style says what it is made of."""

    def style(self, *names: str) -> Style:
        return Style(link=" ".join(names))


@cache
def compared(left: str, right: str, unit: str = "sentence") -> Comparison:
    return compare(*(segment(text, None, unit) for text in (left, right)))


class Eye:
    """A window on two texts, without any app, and what is seen in it."""

    def __init__(
        self,
        comparison: Comparison,
        size: tuple[int, int] = (120, 30),
        begin: Stay | None = None,
        **layout: object,
    ) -> None:
        self.review = Review(comparison, LayoutOptions(**layout), MarkOptions())
        if begin is not None:
            self.review.begin_at(begin)
        self.told: list[list[int] | None] = []
        self.window = PairWindow(self.review, self._painter, self.told.append)
        self.panes = self.window.panes
        self.resize(*size)

    def _painter(self, columns: Columns, view: View) -> Painter:
        below = set_off(view, self.review.cursor.chosen)
        return Painter(columns, NamedStyles(), self.review.signs, set_off=below)

    def resize(self, width: int, height: int) -> None:
        self.window.resize(width, height, width)

    def lay(self, **changes: object) -> None:
        self.window.lay(self.review.options._replace(**changes))

    def mark(self, **changes: object) -> None:
        self.window.mark(self.review.marks._replace(**changes))

    @property
    def row(self) -> int:
        return self.review.row

    def lines(self) -> list[str]:
        return [self.panes.strip(y).text for y in range(self.panes.size.height)]

    def lines_with_styles(self) -> list[list[tuple[str, str]]]:
        strips = (self.panes.strip(y) for y in range(self.panes.size.height))
        return [[(part.text, str(part.style)) for part in strip] for strip in strips]

    def line_of(self, row: int) -> int | None:
        """Return the screen line on which the row begins, None if out of sight."""
        page = self.panes.page
        return self.panes.line_of(
            page.place_of(row, *self.review.beginning(row, "left"))
        )

    def sees(self, row: int) -> bool:
        first, last = self.panes.rows_in_sight()
        return first <= row <= last


@pytest.fixture
def eye() -> Callable[..., Eye]:
    """Return what opens a window on two texts, or on a comparison."""

    def opened(left: str | Comparison, right: str = "", *settled, **named) -> Eye:
        if isinstance(left, Comparison):
            return Eye(left, *settled, **named)
        return Eye(compared(left, right), *settled, **named)

    return opened
