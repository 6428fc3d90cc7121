"""Moving the window and the cursor over the pair."""

from __future__ import annotations

from textual.geometry import Region

from tui_app.core.layout.scrolling import LinePlace
from tui_app.core.model import Side, Span, opposite
from tui_app.ui.reading.canvas import PairCanvas
from tui_app.ui.reading.page import Page

_OVERLAP = 2
"""Lines of a page that stand on the next one too, for the eye."""


class PairWalk(PairCanvas):
    """Scrolls, and keeps the cursor where the reader looks."""

    def scroll_lines(self, lines: int) -> bool:
        """Move the window; the cursor stays in sight. Tell whether it moved."""
        page = self.page
        moved = self._move_top(page, page.scroller.step(page.top, lines))
        if moved:
            self._keep_cursor_in_sight()
        return moved

    def _move_top(self, page: Page, top: LinePlace) -> bool:
        top = page.scroller.held(top, self.size.height)
        if top == page.top:
            return False
        page.top = top
        self._changed()
        return True

    def turn(self, pages: float) -> None:
        """Turn so many pages; a few lines of the last one stay for the eye."""
        height = self.size.height
        lines = int(pages * max(1, height - _OVERLAP)) or (1 if pages > 0 else -1)
        page = self.page
        if self._move_top(page, page.scroller.step(page.top, lines)):
            self._cursor_to_item(self._first_in_sight())
        elif len(page.items):
            self._cursor_to_item(len(page.items) - 1 if pages > 0 else 0)

    def _first_in_sight(self) -> int:
        page = self.page
        places = page.visible(self.size.height)
        for place in places:
            if place.line == page.first_line(place.item):
                return place.item
        return places[0].item if places else 0

    def _keep_cursor_in_sight(self) -> None:
        page = self.page
        items = [place.item for place in page.visible(self.size.height)]
        if items:
            item = page.items.at(self.attention.cursor.row)
            self._cursor_to_item(max(items[0], min(item, items[-1])))

    def _cursor_to_item(self, item: int) -> None:
        self._set_cursor(self.page.items[item].start)

    def _set_cursor(self, row: int) -> None:
        cursor = self.attention.cursor
        before = {cursor.left, cursor.right}
        cursor.move(row, alone=self.options.free)
        if self.attention.stop and self.attention.stop.row != row:
            before.add(self.attention.stop.row)
            self.attention.stop = None
        self.touch(*before, row)
        self.tell()

    def touch(self, *rows: int) -> None:
        """Paint these rows anew, and only these."""
        for page in self.pages.values():
            for row in rows:
                page.forget_row(row)
        if self.options.free or not len(self.page.items):
            self.refresh()
            return
        items = self.page.items
        shown = {items[items.at(row)].start for row in rows}
        places = self.page.visible(self.size.height)
        lines = [
            y for y, place in enumerate(places) if items[place.item].start in shown
        ]
        if lines:
            regions = (Region(0, y, self.size.width, 1) for y in lines)
            self.refresh(*regions)

    def set_signs(
        self,
        noted: frozenset[int],
        reviewed: frozenset[int],
        words_noted: tuple[tuple[Side, Span], ...] = (),
    ) -> None:
        """Show which rows and words have notes and which rows are reviewed."""
        attention = self.attention
        changed = (noted ^ attention.noted) | (reviewed ^ attention.reviewed)
        same_words = words_noted == attention.words_noted
        attention.noted, attention.reviewed = noted, reviewed
        attention.words_noted = words_noted
        if same_words:
            self.touch(*changed)
        else:
            self.repaint()

    def step_rows(self, by: int) -> None:
        """Go to the next rows (the ones before, if negative).

        A row taller than the window is first scrolled through.
        """
        page = self.page
        if not len(page.items):
            return
        span = page.items.span(page.items.at(self.attention.cursor.row))
        if self._scroll_within(span, by):
            return
        target = span.stop if by > 0 else span.start - 1
        if not 0 <= target < len(page.items):
            self.scroll_lines(by * 3)
            return
        self.reveal(target)
        self._cursor_to_item(target)

    def _scroll_within(self, span: range, by: int) -> bool:
        page, height = self.page, self.size.height
        if len(span) == 1 and page.height(span.start) <= height:
            return False
        edge = LinePlace(span.start, page.first_line(span.start))
        if by > 0:
            edge = LinePlace(span[-1], page.height(span[-1]) - 1)
        y = page.scroller.distance(page.top, edge, height - 1)
        lines = max(1, height - _OVERLAP)
        return y is None and self.scroll_lines(lines if by > 0 else -lines)

    def reveal(self, item: int) -> None:
        """Scroll as little as shows the whole item, or its beginning if it is tall."""
        page, height = self.page, self.size.height
        first, last = LinePlace(item, page.first_line(item)), page.height(item) - 1
        if page.height(item) > height or first < page.top:
            self._move_top(
                page, first if page.height(item) > height else LinePlace(item, 0)
            )
        elif (
            page.scroller.distance(page.top, LinePlace(item, last), height - 1) is None
        ):
            end = page.scroller.step(LinePlace(item, last), 1 - height)
            self._move_top(page, end)

    def go_to(
        self, row: int, side: Side | None = None, offset: int | None = None
    ) -> None:
        """Put the cursor on a row; scroll only if the place is out of sight."""
        if not self.pages or not len(self.page.items):
            return
        cursor = self.attention.cursor
        if side and side != cursor.side:
            self.touch(cursor.row)
            cursor.side = side
        page = self.page
        item = page.items.at(max(0, min(row, len(self.comparison.rows) - 1)))
        place = LinePlace(item, page.first_line(item))
        if side and offset is not None:
            place = page.place_of(page.items[item].start, side, offset)
        self._centre(place)
        self._cursor_to_item(item)
        cursor.aim = (side, offset) if side and offset is not None else None

    def _centre(self, place: LinePlace) -> None:
        page, height = self.page, self.size.height
        if page.scroller.distance(page.top, place, height - 1) is None:
            self._move_top(page, page.scroller.step(place, -(height // 3)))

    def go_to_end(self, *, last: bool) -> None:
        """Go to the beginning or the end."""
        page = self.page
        if not len(page.items):
            return
        end = page.scroller.last_top(self.size.height)
        self._move_top(page, end if last else LinePlace(0, 0))
        self._cursor_to_item(len(page.items) - 1 if last else 0)

    def to_side(self, side: Side) -> None:
        """Go to a side; in locked panes the cursor left behind stays on its row."""
        cursor = self.attention.cursor
        if side == cursor.side:
            return
        row = cursor.row
        touched = {cursor.left, cursor.right}
        cursor.cross(alone=self.options.free)
        self.touch(*touched, row)
        self.tell()

    def gather(self) -> None:
        """Bring the side left behind to the cursor's row."""
        cursor = self.attention.cursor
        if cursor.apart:
            self.touch(cursor.left, cursor.right)
            cursor.gather()

    def bring_counterpart(self) -> None:
        """Free panes: show on the other side what belongs to the cursor's row."""
        cursor = self.attention.cursor
        row, side = cursor.row, cursor.side
        self.to_side(opposite(side))
        self.go_to(row)
        self.to_side(side)

    def prepare_next(self) -> bool:
        """Work out a row of the next page; tell whether there was one to do."""
        page = self.page if self.pages else None
        if page is None or self.provisional or not len(page.items):
            return False
        places = page.visible(self.size.height)
        first, last = places[0].item, places[-1].item
        end = min(len(page.items), 2 * last - first + 2)
        return page.prepare(range(last + 1, end))
