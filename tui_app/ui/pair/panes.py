"""What stands where in the window: one page, or free panes with a page each.

Here the pages are built anew when anything of the layout changes, and the passage
under the eye is put back on its screen line.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

from textual.strip import Strip

from tui_app.core.layout.columns import Columns
from tui_app.core.layout.cover import THE_LEFT, Cover
from tui_app.core.layout.scrolling import LinePlace
from tui_app.core.layout.typesetting import TextMeasure, Typesetter, View
from tui_app.core.model import Side
from tui_app.review.journey import Stay
from tui_app.review.plain_rows import PlainRows
from tui_app.review.review import Review
from tui_app.ui.pair.pages import Page, RowSetter, Spot
from tui_app.ui.pair.painter import WRAPPER, LinePainter

Paint = Callable[[Columns, View], LinePainter]
"""Makes what paints a page with these columns, in the theme that is on."""


class WindowSize(NamedTuple):
    """Cells of the window; the width of the whole terminal decides the layout."""

    width: int = 0
    height: int = 0
    terminal: int = 0


class Held(NamedTuple):
    """A passage, which survives other rows and units, on the screen line ``y``."""

    stay: Stay
    y: int


class LinesInSight(NamedTuple):
    """The lines of the window that a row is on; ``whole``: none is out of sight."""

    first: int
    last: int
    whole: bool = True

    def lower(self, by: int) -> LinesInSight:
        """Return the same seen from so many lines further up."""
        return self._replace(first=self.first + by, last=self.last + by)


class Panes:
    """The pages that show a review in a window of a certain size."""

    def __init__(self, review: Review, paint: Paint) -> None:
        self._review = review
        self._paint = paint
        self.size = WindowSize()
        self.pages: dict[Side, Page] = {}
        self._cover: Cover | None = None

    # What is there -------------------------------------------------------------

    @property
    def view(self) -> View:
        """Return the view in force where the panes are locked."""
        return self._review.options.view(self.size.terminal)

    @property
    def page(self) -> Page:
        """Return the page the cursor is on."""
        return self.page_of(self._review.cursor.side)

    def page_of(self, side: Side) -> Page:
        """Return the page that shows the side."""
        return self.pages[side if self._review.options.free else "left"]

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing to be on: nothing built, no row shown."""
        return not self.pages or not len(self.page.items)

    @property
    def is_stale(self) -> bool:
        """Tell whether other words are covered by now than when this was built."""
        return bool(self.pages) and self._cover != self._review.peeking.cover

    @property
    def text_width(self) -> int:
        """Return how many cells a line of text has."""
        return self.page.painter.columns.text if self.pages else 0

    @property
    def columns(self) -> Columns | None:
        """Return where the columns stand; None for free panes."""
        if self._review.options.free or not self.pages:
            return None
        return self.page.painter.columns

    def in_sight(self) -> tuple[LinePlace, ...]:
        """Return the places of the lines of the page the cursor is on."""
        return self.page.visible(self.size.height) if self.pages else ()

    def rows_in_sight(self) -> tuple[int, int]:
        """Return the first and the last row on the screen."""
        places = self.in_sight()
        if not places:
            return 0, 0
        items = self.page.items
        return items[places[0].item].start, items[places[-1].item].stop - 1

    def line_of(self, place: LinePlace, page: Page | None = None) -> int | None:
        """Return the screen line of a place; None where it is out of sight."""
        page = page or self.page
        return page.scroller.distance(page.top, place, self.size.height - 1)

    def lines_of(self, rows: Collection[int]) -> list[int] | None:
        """Return the screen lines of the rows; None for all lines."""
        if not rows:
            return []
        if self.empty or self._review.options.free:
            return None
        items = self.page.items
        shown = {items[items.at(row)].start for row in rows}
        places = enumerate(self.in_sight())
        return [y for y, place in places if items[place.item].start in shown]

    def row_in_sight(self, row: int) -> LinesInSight | None:
        """Return where the words of a row stand; ``None`` where none is in sight."""
        if self.empty or row >= len(self._review.comparison.rows):
            return None
        page = self.page
        span = page.items.span(page.items.at(row))
        shown = [
            y for y, place in enumerate(self.in_sight()) if page.has_words(place, span)
        ]
        if not shown:
            return None
        return LinesInSight(shown[0], shown[-1], page.has_no_more(span, len(shown)))

    def strip(self, y: int) -> Strip:
        """Return a painted line of the window."""
        strips = [self._strip(page, y) for page in self.pages.values()]
        return strips[0] if len(strips) == 1 else Strip.join(strips)

    def _strip(self, page: Page, y: int) -> Strip:
        places = page.visible(self.size.height)
        return page.strip(places[y]) if y < len(places) else page.painter.blank()

    def spot_at(self, x: int, y: int, side: Side | None = None) -> Spot | None:
        """Return the character under a cell; keep to ``side`` if given."""
        if not self.pages:
            return None
        pane = self.side_at(x)
        if self._review.options.free:
            pane = side or pane
            x -= self.size.width // 2 if pane == "right" else 0
        place = self._place_at(self.pages[pane], y)
        return place and self.pages[pane].spot(place, x, side)

    def row_at(self, x: int, y: int) -> int | None:
        """Return the row of a cell, also where there is no text."""
        page = self.pages.get(self.side_at(x))
        place = page and self._place_at(page, y)
        return page.items[place.item].start if page and place else None

    def side_at(self, x: int) -> Side:
        """Return the side of the free pane at a cell; left where they are locked."""
        right = self._review.options.free and x >= self.size.width // 2
        return "right" if right else "left"

    def _place_at(self, page: Page, y: int) -> LinePlace | None:
        places = page.visible(self.size.height)
        return places[max(0, min(y, len(places) - 1))] if places else None

    # Scrolling, painting anew --------------------------------------------------

    def scroll_to(self, top: LinePlace, page: Page | None = None) -> bool:
        """Let the page's window begin there, or near; tell whether it moved."""
        page = page or self.page
        top = page.scroller.held(top, self.size.height)
        moved = top != page.top
        page.top = top
        return moved

    def forget(self, rows: Iterable[int] | None) -> bool:
        """Paint these rows anew when they are next shown; all with ``None``.

        Tell whether rows are taller or less tall by that.
        """
        moved = False
        for page in self.pages.values():
            if rows is None:
                page.forget_looks()
            else:
                changed = [page.forget_row(row) for row in rows]
                moved = moved or any(changed)
        return moved

    def repaint(self) -> None:
        """Paint everything anew, in the theme that is on now."""
        for page in self.pages.values():
            page.painter = self._paint(page.painter.columns, page.view)
            page.forget_looks()

    # Building ------------------------------------------------------------------

    def build(self, held: Held | None) -> None:
        """Set the pages anew; what is held is on its line again."""
        if not self.size.width or not self.size.height:
            return
        self._cover = self._review.peeking.cover
        before, self.pages = self.pages, self._built()
        self._restore(before)
        if held is not None and len(self.page.items):
            self._put_back(held)
        self._snap_cursor()

    def _built(self) -> dict[Side, Page]:
        width, half = self.size.width, self.size.width // 2
        if not self._review.options.free:
            return {"left": self._page(self.view, width, None)}
        return {
            "left": self._page("left", half, "left"),
            "right": self._page("right", width - half, "right"),
        }

    def _page(self, view: View, width: int, only: Side | None) -> Page:
        review = self._review
        columns = review.options.columns(width, view)
        measure = TextMeasure(columns.text, review.options.spacing)
        return Page(
            self._setter(measure),
            self._paint(columns, view),
            view,
            review.items(only),
            lambda row: review.row_look(row, only),
        )

    def _setter(self, measure: TextMeasure) -> RowSetter:
        review, cover = self._review, self._cover
        if review.options.plain:
            return PlainRows(review, WRAPPER, measure, cover)
        return Typesetter(review.comparison, WRAPPER, measure, cover or THE_LEFT)

    def _restore(self, before: dict[Side, Page]) -> None:
        """Put each page where its side was, for lack of anything better."""
        review = self._review
        for side, page in self.pages.items():
            old = before.get(side) or before.get("left")
            row = review.cursor.row_on(side)
            if old and len(old.items) and not review.options.free:
                row = old.items[old.top.item].start
            if len(page.items):
                row = min(row, len(review.comparison.rows) - 1)
                self.scroll_to(LinePlace(page.items.at(row), 0), page)

    def _snap_cursor(self) -> None:
        """Put the cursor on a row that is shown: not within a fold, not hidden."""
        self._review.snap(self._shown("left"), self._shown("right"))

    def _shown(self, side: Side) -> int:
        """Return the shown row at or before the one the side is on."""
        items, row = self.page_of(side).items, self._review.cursor.row_on(side)
        return items[items.at(row)].start if len(items) else row

    # Keeping the place ---------------------------------------------------------

    def hold_cursor(self) -> Held | None:
        """Take hold of the passage under the cursor, or else of the top."""
        if self.empty:
            return None
        here = self._review.here
        y = self.line_of(self.page.place_of(self._review.row, *here))
        return self.hold_top() if y is None else Held(here, y)

    def hold_top(self) -> Held | None:
        """Take hold of the first text in sight."""
        for y, place in enumerate(self.in_sight()):
            lines = self.page.lines(place.item)
            line = lines[place.line] if lines else None
            for text in (line.left, line.right) if line else ():
                for piece in text.pieces if text else ():
                    if piece.side:
                        return Held(Stay(piece.side, piece.start), y)
        return None

    def _put_back(self, held: Held) -> None:
        page = self.page
        place = page.place_of(self._review.row_at(held.stay), *held.stay)
        self.scroll_to(page.scroller.step(place, -held.y))
