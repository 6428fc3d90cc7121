"""The former ways to a review and its window, until all acts take these two."""

from __future__ import annotations

from collections.abc import Callable

from tui_app.core.comparison import Comparison
from tui_app.core.layout.columns import Columns
from tui_app.core.layout.typesetting import View
from tui_app.core.model import Difference, Side, Span
from tui_app.core.row_places import RowPlaces
from tui_app.review.attention import Attention
from tui_app.review.options import LayoutOptions, MarkOptions
from tui_app.review.review import Review
from tui_app.review.row_looks import RowLooks
from tui_app.review.selection import Selection
from tui_app.ui.pair.pages import Page
from tui_app.ui.pair.pair_window import PairWindow


class Forwards:
    """Hands everything on to ``review`` and ``window``."""

    review: Review
    window: PairWindow

    @property
    def comparison(self) -> Comparison:
        """Forward."""
        return self.review.comparison

    @property
    def provisional(self) -> bool:
        """Forward."""
        return self.review.provisional

    @property
    def options(self) -> LayoutOptions:
        """Forward."""
        return self.review.options

    @property
    def look(self) -> MarkOptions:
        """Forward."""
        return self.review.marks

    @property
    def attention(self) -> Attention:
        """Forward."""
        return self.review.attention

    @property
    def where(self) -> RowPlaces:
        """Forward."""
        return self.review.places

    @property
    def looks(self) -> RowLooks:
        """Forward."""
        return self.review.looks

    @property
    def eye(self) -> tuple[Side, int]:
        """Forward."""
        return self.review.here

    @property
    def ascii_only(self) -> bool:
        """Forward."""
        return self.review.signs.ascii_only

    @property
    def hides(self) -> Callable[[int], bool] | None:
        """Forward."""
        hidden = self.review.hidden
        return hidden.__contains__ if self.review.unreviewed_only else None

    @property
    def view(self) -> View:
        """Forward."""
        return self.window.panes.view

    @property
    def page(self) -> Page:
        """Forward."""
        return self.window.panes.page

    @property
    def pages(self) -> dict[Side, Page]:
        """Forward."""
        return self.window.panes.pages

    @property
    def text_width(self) -> int:
        """Forward."""
        return self.window.panes.text_width

    @property
    def columns(self) -> Columns | None:
        """Forward."""
        return self.window.panes.columns

    def rows_in_sight(self) -> tuple[int, int]:
        """Forward."""
        return self.window.panes.rows_in_sight()

    def show(self, comparison: Comparison) -> None:
        """Forward."""
        self.window.show(comparison)

    def set_options(self, options: LayoutOptions) -> None:
        """Forward."""
        self.window.lay(options)

    def set_look(self, marks: MarkOptions) -> None:
        """Forward."""
        self.window.mark(marks)

    def set_hidden(self, hides: Callable[[int], bool] | None) -> None:
        """Forward."""
        if hides is not None:
            rows = range(len(self.comparison.rows))
            self.attention.reviewed = frozenset(filter(hides, rows))
        self.window.show_unreviewed_only(only=hides is not None)

    def set_signs(
        self,
        noted: frozenset[int],
        reviewed: frozenset[int],
        words_noted: tuple[tuple[Side, Span], ...] = (),
    ) -> None:
        """Forward."""
        attention = self.attention
        attention.noted, attention.reviewed = noted, reviewed
        attention.words_noted = words_noted
        self.repaint()

    def repaint(self) -> None:
        """Forward."""
        self.window.mark(self.review.marks)

    def touch(self, *rows: int) -> None:
        """Forward."""
        del rows
        self.repaint()

    def scroll_lines(self, lines: int) -> bool:
        """Forward."""
        return self.window.scroll_lines(lines)

    def turn(self, pages: float) -> None:
        """Forward."""
        self.window.turn(pages)

    def step_rows(self, by: int) -> None:
        """Forward."""
        self.window.step_rows(by)

    def go_to(
        self, row: int, side: Side | None = None, offset: int | None = None
    ) -> None:
        """Forward."""
        self.window.go_to(row, side, offset)

    def go_to_end(self, *, last: bool) -> None:
        """Forward."""
        self.window.go_to_end(last=last)

    def to_side(self, side: Side) -> None:
        """Forward."""
        self.window.to_side(side)

    def gather(self) -> None:
        """Forward."""
        self.window.gather()

    def bring_counterpart(self) -> None:
        """Forward."""
        self.window.bring_counterpart()

    def step_difference(self, *, forward: bool) -> bool:
        """Forward."""
        return self.window.step_difference(forward=forward)

    def has_difference(self, *, forward: bool) -> bool:
        """Forward."""
        return self.review.next_stop(forward=forward) is not None

    def stop_at(self, row: int, difference: Difference) -> None:
        """Forward."""
        self.window.stop_at(row, difference)

    def attention_offset(self) -> tuple[Side, int] | None:
        """Forward."""
        return self.review.looked_at()

    def select(self, selection: Selection | None) -> None:
        """Forward."""
        self.window.select(selection)
