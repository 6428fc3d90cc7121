"""PairWindow: where the reader goes in the pair, and what they see then.

It is no widget: it needs a review, a size and two functions, and a test calls it as
the keys' acts do. Each act changes the review, then the pages, and tells once, when
all of it is done, which lines are to be painted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui_app.core.comparison import Comparison
from tui_app.core.layout.scrolling import LinePlace
from tui_app.core.model import Difference, Side, opposite
from tui_app.review.hits import Hits
from tui_app.review.journey import Stay
from tui_app.review.noted_words import NotedWords
from tui_app.review.options import LayoutOptions, MarkOptions
from tui_app.review.review import Review, Touched
from tui_app.review.selection import Selection
from tui_app.review.stops import Stop
from tui_app.ui.pair.pages import Page
from tui_app.ui.pair.panes import Held, Paint, Panes, WindowSize

if TYPE_CHECKING:
    from tui_app.core.counting import Silence
    from tui_app.core.from_base.changes_from_base import ChangesFromBase
    from tui_app.core.search import Query
    from tui_app.core.word_links import LinksOf
    from tui_app.notes.note import PlacedNote

Changed = Callable[[Sequence[int] | None], None]
"""Is told which lines of the window are to be painted anew; ``None`` for all."""

_OVERLAP = 2
"""Lines of a page that stand on the next one too, for the eye."""


class PairWindow:
    """A window on a review; ``panes`` says what stands where in it."""

    def __init__(self, review: Review, paint: Paint, changed: Changed) -> None:
        self.review = review
        self.panes = Panes(review, paint)
        self.begins_on: int | None = None
        """The line on which the reading begins, if it does not matter where: none."""
        self._changed = changed

    # The size, and what is shown in it -----------------------------------------

    def resize(self, width: int, height: int, terminal: int) -> None:
        """Wrap anew; the passage at the top stays there, the cursor in sight.

        ``terminal`` is the width of the whole terminal, which decides whether to
        stack. The first size shows the place where the reading begins.
        """
        panes, size = self.panes, WindowSize(width, height, terminal)
        if not width or not height:
            panes.size = panes.size._replace(terminal=terminal)
            return
        if size == panes.size:
            return
        again = bool(panes.pages)
        held = panes.hold_top() if again else self._beginning(height)
        panes.size = size
        panes.build(held)
        if again and not panes.empty:
            self._reveal(panes.page.items.at(self.review.row))
        self._changed(None)

    def _beginning(self, height: int) -> Held | None:
        aim = self.review.cursor.aim
        known = aim is not None and self.review.comparison.rows
        line = height // 3 if self.begins_on is None else self.begins_on
        return Held(aim, line) if aim and known else None

    def rebuild(self, change: Callable[[], object]) -> None:
        """Change something of the layout; the passage under the eye keeps its line."""
        held = self.panes.hold_cursor()
        change()
        self._build(held)
        self._changed(None)

    def _build(self, held: Held | None) -> None:
        """Build the panes anew; a cursor that went elsewhere is followed there.

        It does where what is held was words one peeked at, and their row was parted.
        """
        self.panes.build(held)
        if self.panes.empty:
            return
        items = self.panes.page.items
        item = items.at(self.review.row)
        if items.span(item)[0] not in {
            items.span(place.item)[0] for place in self.panes.in_sight()
        }:
            self._reveal(item)

    def show(self, comparison: Comparison, *, provisional: bool = False) -> None:
        """Show other rows; the passage under the eye stays where it is."""
        review, held = self.review, self.panes.hold_cursor()
        # Of a tall row it is what is seen of it, not where it begins.
        seen = held and review.row_at(held.stay) == review.row
        review.take(
            comparison,
            provisional=provisional,
            seen=held.stay if held and seen else None,
        )
        self._build(held)
        self._changed(None)

    def lay(self, options: LayoutOptions) -> None:
        """Lay the pair out anew."""
        self.rebuild(lambda: self.review.lay(options))

    def mark(self, marks: MarkOptions) -> None:
        """Mark other things; nothing moves."""
        self.review.mark(marks)
        self._show(None)

    def tell_from_base(self, changes: ChangesFromBase) -> None:
        """Show how the rows stand to the base; nothing moves."""
        self.review.tell_from_base(changes)
        self._show(None)

    def silence(self, silenced: frozenset[Silence]) -> bool:
        """Mark no more what is silenced; tell whether that changed anything."""
        changed = self.review.silence(silenced)
        if changed:
            self._show(None)
        return changed

    def show_unreviewed_only(self, *, only: bool) -> None:
        """Leave out the rows that are reviewed, or show all again."""
        self.rebuild(lambda: self.review.show_unreviewed_only(only=only))

    def take_notes(
        self,
        placed: Sequence[PlacedNote],
        reviewed: frozenset[int],
        words: NotedWords | None = None,
    ) -> None:
        """Show these notes and review marks; rows reviewed by now may be hidden.

        ``words`` as ``Review.take_notes`` has them.
        """
        if self.review.unreviewed_only:
            self.rebuild(lambda: self.review.take_notes(placed, reviewed, words))
        else:
            self._show(self.review.take_notes(placed, reviewed, words))

    # Scrolling -----------------------------------------------------------------

    def scroll_lines(self, lines: int) -> bool:
        """Move the window; the cursor stays in sight. Tell whether it moved."""
        if self.panes.empty:
            return False
        page = self.panes.page
        moved = self.panes.scroll_to(page.scroller.step(page.top, lines))
        if moved:
            items = [place.item for place in self.panes.in_sight()]
            item = max(items[0], min(page.items.at(self.review.row), items[-1]))
            self._stand_on(item, scrolled=True)
        return moved

    def turn(self, pages: float) -> None:
        """Turn so many pages; a few lines of the last one stay for the eye.

        Where there is no more to turn, the cursor goes to the very end.
        """
        if self.panes.empty:
            return
        page, height = self.panes.page, self.panes.size.height
        lines = int(pages * max(1, height - _OVERLAP)) or (1 if pages > 0 else -1)
        if self.panes.scroll_to(page.scroller.step(page.top, lines)):
            self._stand_on(self._first_in_sight(), scrolled=True)
        else:
            self._stand_on(len(page.items) - 1 if pages > 0 else 0)

    def _first_in_sight(self) -> int:
        """Return the first item whose first line is in sight, or else any item."""
        page, places = self.panes.page, self.panes.in_sight()
        begun = (one.item for one in places if one.line == page.first_line(one.item))
        return next(begun, places[0].item)

    # Going ---------------------------------------------------------------------

    def step_rows(self, by: int) -> None:
        """Go to the next row (-1: to the one before).

        A row taller than the window is first scrolled through.
        """
        if self.panes.empty:
            return
        items = self.panes.page.items
        span = items.span(items.at(self.review.row))
        if self._scroll_within(span, by):
            return
        target = span.stop if by > 0 else span.start - 1
        if not 0 <= target < len(items):
            self.scroll_lines(by * 3)
        else:
            self._stand_on(target, scrolled=self._reveal(target))

    def _scroll_within(self, span: range, by: int) -> bool:
        page, height = self.panes.page, self.panes.size.height
        if len(span) == 1 and page.height(span.start) <= height:
            return False
        edge = LinePlace(span.start, page.first_line(span.start))
        if by > 0:
            edge = LinePlace(span[-1], page.height(span[-1]) - 1)
        lines = max(1, height - _OVERLAP)
        hidden = self.panes.line_of(edge) is None
        return hidden and self.scroll_lines(lines if by > 0 else -lines)

    def _reveal(self, item: int) -> bool:
        """Scroll as little as shows the whole item, or its beginning if it is tall.

        What is to be heard is put first, for all that is scrolled is said anew.
        """
        panes, page, height = self.panes, self.panes.page, self.panes.size.height
        first = LinePlace(item, page.first_line(item))
        last = LinePlace(item, page.height(item) - 1)
        if page.height(item) > height:
            return panes.scroll_to(first)
        if first < page.top:
            return panes.scroll_to(LinePlace(item, 0))
        if panes.line_of(last) is None:
            if self.review.options.plain:
                return panes.scroll_to(first)
            return panes.scroll_to(page.scroller.step(last, 1 - height))
        return False

    def go_to(
        self, row: int, side: Side | None = None, offset: int | None = None
    ) -> None:
        """Put the cursor on a row; scroll only if the place is out of sight."""
        self._go(row, side, offset, frozenset())

    def _go(
        self, row: int, side: Side | None, offset: int | None, touched: frozenset[int]
    ) -> None:
        row = max(0, min(row, len(self.review.comparison.rows) - 1))
        uncovered = self._uncover(row, side)
        page = self._page_of(side)
        if page is None:
            return
        item = page.items.at(row)
        shown = page.items[item].start
        place = LinePlace(item, page.first_line(item))
        if side and offset is not None:
            place = page.place_of(shown, side, offset)
        scrolled = self._centre(page, place)
        touched |= self.review.go(shown, side, offset)
        self._show(touched, scrolled=scrolled or uncovered)

    def go_on_to(self, row: int) -> None:
        """Go to a row and have all of it in sight, as far as the window is tall."""
        self.go_to(row)
        if not self.panes.empty and self._reveal(self.panes.page.items.at(row)):
            self._changed(None)

    def make_room_beside(self, row: int, lines: int) -> None:
        """Scroll until so many lines below a row or above it are free, if they can be.

        Where the row is out of sight, or too tall, nothing is done.
        """
        seen = self.panes.row_in_sight(row)
        if seen is None:
            return
        if not seen.whole and self._reveal(self.panes.page.items.at(row)):
            self._changed(None)
            seen = self.panes.row_in_sight(row) or seen
        lowest = self.panes.size.height - 1 - lines
        too_low = seen.last - lowest
        if 0 < too_low <= seen.first < lines:
            self.scroll_lines(too_low)

    def rows_here(self) -> range:
        """Return the row under the cursor, all rows of a fold that is one line."""
        row = self.review.row
        if self.panes.empty or self.review.options.free:
            return range(row, row + 1)
        items = self.panes.page.items
        return items[items.at(row)]

    def _page_of(self, side: Side | None) -> Page | None:
        """Return the page to go to, if there is anything on it."""
        if not self.panes.pages:
            return None
        page = self.panes.page_of(side or self.review.cursor.side)
        return page if len(page.items) else None

    def _centre(self, page: Page, place: LinePlace) -> bool:
        """Put a place that is out of sight a third down the window, or first of all."""
        if self.panes.line_of(place, page) is not None:
            return False
        third = 0 if self.review.options.plain else self.panes.size.height // 3
        return self.panes.scroll_to(page.scroller.step(place, -third), page)

    def go_to_end(self, *, last: bool) -> None:
        """Go to the beginning or the end."""
        if self.panes.empty:
            return
        page, height = self.panes.page, self.panes.size.height
        top = page.scroller.last_top(height) if last else LinePlace(0, 0)
        scrolled = self.panes.scroll_to(top)
        self._stand_on(len(page.items) - 1 if last else 0, scrolled=scrolled)

    def put_cursor(self, row: int) -> None:
        """Put the cursor on a row that is in sight."""
        self._show(self.review.move(row))

    def point_at(self, row: int, side: Side) -> None:
        """Put the cursor on words that are in sight, or on the cover over them."""
        if not self.review.peeking.hides(side):
            self.to_side(side)
            self.put_cursor(row)
            return
        uncovered = self._uncover(row, side)
        self._show(self.review.go(row, side), scrolled=uncovered)

    def to_side(self, side: Side) -> None:
        """Go to a side; in locked panes the cursor left behind stays on its row."""
        if side != self.review.cursor.side:
            self._show(self.review.cross())

    def to_words(self, side: Side) -> None:
        """Go to the words of a side, which one peeks at where they are covered."""
        self._uncover(self.review.row, side)
        self.to_side(side)

    def peek(self) -> None:
        """Lift the cover of the row under the cursor, or let it fall again."""
        self.review.peek()
        self._cover_as_now()
        cover = self.review.peeking.cover
        if cover and cover.lifted and not self.panes.empty:
            self._reveal_words(cover.covered)
        self._changed(None)

    def _reveal_words(self, side: Side) -> None:
        """Scroll as little as shows the row, of a tall one where this side begins."""
        page, row = self.panes.page, self.review.row
        item = page.items.at(row)
        if page.height(item) > self.panes.size.height:
            self._centre(page, page.place_of(row, *self.review.beginning(row, side)))
        else:
            self._reveal(item)

    def _uncover(self, row: int, side: Side | None) -> bool:
        """Lift the cover of a row that one is about to go to the words of."""
        uncovered = self.review.uncover(row, side)
        if uncovered:
            self._cover_as_now()
        return uncovered

    def _cover_as_now(self) -> None:
        """Set the pages anew; the passage under the cursor stays on its line."""
        self.panes.build(self.panes.hold_cursor())

    def gather(self) -> None:
        """Bring the side left behind to the cursor's row."""
        self._show(self.review.gather())

    def bring_counterpart(self) -> None:
        """Free panes: show on the other side what belongs to the cursor's row."""
        row, side = self.review.row, self.review.cursor.side
        self.to_side(opposite(side))
        self.go_to(row)
        self.to_side(side)

    # Differences, hits, selections ---------------------------------------------

    def step_difference(self, *, forward: bool) -> bool:
        """Go to the next difference, or the one before; tell whether there is one."""
        stop = self.review.next_stop(forward=forward)
        if stop is not None:
            self._stop_at(stop)
        return stop is not None

    def stop_at(self, row: int, difference: Difference) -> None:
        """Go to a difference of a row."""
        stop = self.review.stop_with(row, difference)
        if stop is None:
            self.go_to(row)
        else:
            self._stop_at(stop)

    def _stop_at(self, stop: Stop) -> None:
        """Go to a difference so that it is in sight, on a side that has words of it."""
        side = self.review.side_of(stop)
        uncovered = self._uncover(stop.row, side)
        page = self._page_of(side)
        if page is None:
            return
        item = page.items.at(stop.row)
        shown = self.review.shown_at(stop, side)
        place = LinePlace(item, page.first_line(item))
        if shown is not None:
            place = page.place_of(stop.row, *shown)
        scrolled = self._centre(page, place)
        if not self.review.options.free and page.height(item) <= self.panes.size.height:
            # What the other side says instead is to be seen, too.
            scrolled |= self._reveal(item)
        touched = self.review.stand_at(stop, page.items[item].start)
        self._show(touched, scrolled=scrolled or uncovered)

    def find(self, query: Query, began: Stay | None) -> Hits:
        """Find the query, and go to the first hit after where the search began.

        Raises :class:`QueryError` for an expression that is none.
        """
        row = self.review.row_at(began) if began else 0
        try:
            hits = self.review.find(query, row)
        finally:
            self._show(None)
        if hits.at is not None:
            self.go_to(*hits.at[:3])
        return hits

    def step_hit(self, by: int) -> bool:
        """Go to the next hit (1) or the one before (-1); tell whether there is one."""
        hits, row = self.review.attention.hits, self.review.row
        if hits is None or not hits.found:
            return False
        away = hits.at is None or not self._is_on(hits.at.row)
        touched = self.review.step_hit(by, from_row=row if away else None)
        if hits.at is not None:
            self._go(*hits.at[:3], touched)
        return True

    def _is_on(self, row: int) -> bool:
        """Tell whether the cursor is on the row, or the fold it is in."""
        if not self.panes.pages:
            return False
        items = self.panes.page.items
        return items.at(row) == items.at(self.review.row)

    def end_search(self) -> None:
        """Show no hits any more."""
        self.review.forget_hits()
        self._show(None)

    def select(self, selection: Selection | None) -> None:
        """Show what is selected."""
        self._show(self.review.select(selection))

    def link_words(self, links_of: LinksOf | None) -> None:
        """Show which words of the cursor's row answer each other, or not."""
        self._show(self.review.link_words(links_of))

    def step_link(self, by: int) -> bool:
        """Choose the next linked word or the one before; tell whether there is one."""
        touched = self.review.step_link(by)
        self._show(touched)
        return bool(touched)

    # Telling -------------------------------------------------------------------

    def _stand_on(self, item: int, *, scrolled: bool = False) -> None:
        row = self.panes.page.items[item].start
        self._show(self.review.move(row), scrolled=scrolled)

    def tell(self) -> None:
        """Let those who follow look again; there is nothing to be painted anew."""
        self._changed(())

    def _show(self, touched: Touched, *, scrolled: bool = False) -> None:
        """Paint these rows anew, all lines if the window has scrolled.

        Whoever leaves what they peeked at, or reads the other side, sees it covered.
        """
        if self.panes.is_stale:
            self._cover_as_now()
            self._changed(None)
            return
        moved = self.panes.forget(touched)
        if touched is None or moved:
            scrolled = self._keep_in_sight() or scrolled
        anew = scrolled or moved or touched is None
        self._changed(None if anew else self.panes.lines_of(touched or ()))

    def _keep_in_sight(self) -> bool:
        """Scroll to the row under the cursor where rows say more or less by now."""
        if self.panes.empty or not self.review.options.plain:
            return False
        return self._reveal(self.panes.page.items.at(self.review.row))

    def prepare_next(self) -> bool:
        """Work out a row of the next page; tell whether there was one to do."""
        if self.panes.empty or self.review.provisional:
            return False
        places, page = self.panes.in_sight(), self.panes.page
        first, last = places[0].item, places[-1].item
        end = min(len(page.items), 2 * last - first + 2)
        return page.prepare(range(last + 1, end))
