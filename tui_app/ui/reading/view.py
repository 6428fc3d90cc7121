"""PairView: both texts in one widget that paints lines.

Nothing is measured but what is shown: the window's place is a row and a line in
it (see ``core/layout/scroll.py``), so a page and a Bible cost the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual.events import Resize
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui_app.core.comparison import Comparison
from tui_app.core.display import displayable
from tui_app.core.layout.fold import Items, folded_items, open_items, side_items
from tui_app.core.layout.scroll import Anchor
from tui_app.core.layout.setting import Measure, Setter, ShownTexts, View
from tui_app.core.layout.wrap import Wrapper
from tui_app.core.model import Document, Relation, Row, Side
from tui_app.ui.reading.gutter import ASCII, Signs
from tui_app.ui.reading.marks import Look
from tui_app.ui.reading.options import Options
from tui_app.ui.reading.page import Page, Spot
from tui_app.ui.reading.painter import Painter
from tui_app.ui.reading.palette import Palette
from tui_app.ui.reading.rowlooks import Attention, RowLooks
from tui_app.ui.reading.where import Whereabouts
from tui_app.ui.theme import MARKS

_OVERLAP = 2
_WRAPPER = Wrapper(cell_len)
_LINE_ENDS = str.maketrans("\n\t", "  ")


@dataclass(frozen=True, slots=True)
class Held:
    """A passage that keeps its screen line while everything else changes."""

    side: Side
    offset: int
    y: int


class PairView(Widget, can_focus=True):
    """Shows a comparison; the screen tells it what to do and listens."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(MARKS) | {"pair--current"}
    DEFAULT_CLASSES = "marks"
    DEFAULT_CSS = """
    PairView { width: 1fr; height: 1fr; }
    PairView > .pair--current { text-style: reverse; }
    """

    class Moved(Message):
        """The cursor or the window is somewhere else, or other rows are shown."""

    def __init__(
        self,
        comparison: Comparison,
        options: Options,
        look: Look,
        *,
        provisional: bool = False,
        weak_below: float = 0.4,
        ascii_only: bool = False,
    ) -> None:
        super().__init__()
        self.options = options
        self.look = look
        self.attention = Attention()
        self.pages: dict[Side, Page] = {}
        self._signs = ASCII if ascii_only else Signs()
        self._weak_below = weak_below
        self._hides: Callable[[int], bool] | None = None
        self._palette: Palette | None = None
        self._places: list[Anchor] | None = None
        self._take(comparison, provisional=provisional)

    # What is shown -------------------------------------------------------------

    def _take(self, comparison: Comparison, *, provisional: bool) -> None:
        self.comparison = comparison
        self.provisional = provisional
        self.where = Whereabouts(comparison)
        self.shown = ShownTexts(shown(comparison.left), shown(comparison.right))
        self._make_looks()

    def _make_looks(self) -> None:
        self.looks = RowLooks(
            self.comparison,
            self.look,
            self._signs,
            self._weak_below,
            provisional=self.provisional,
        )

    def show(self, comparison: Comparison, *, provisional: bool = False) -> None:
        """Show other rows; the passage under the eye stays where it is."""
        held = self._hold_cursor()
        cursor = self.attention.cursor
        places = [
            self._beginning(cursor.left, "left"),
            self._beginning(cursor.right, "right"),
        ]
        self._take(comparison, provisional=provisional)
        self.attention.stop = self.attention.hits = None
        rows = [self.where.row_at(*place) for place in places]
        cursor.left, cursor.right = rows
        if not self.options.free:
            cursor.move(rows[0] if cursor.side == "left" else rows[1], both=True)
        self._rebuild(held)

    def _beginning(self, row: int, side: Side) -> tuple[Side, int]:
        return self.where.offset_of(row, side) if self.comparison.rows else (side, 0)

    def set_options(self, options: Options) -> None:
        """Lay the pair out anew."""
        held = self._hold_cursor()
        freed = options.free != self.options.free
        self.options = options
        if freed and not options.free:
            self.attention.cursor.move(self.attention.cursor.row, both=True)
        self._rebuild(held)

    def set_look(self, look: Look) -> None:
        """Mark other things; nothing moves."""
        self.look = look
        self.attention.stop = None
        self._make_looks()
        if self.view == "merged":
            self._rebuild(self._hold_cursor())
        self.repaint()

    def set_hidden(self, hides: Callable[[int], bool] | None) -> None:
        """Leave out the rows that ``hides`` says; ``None`` shows all again."""
        held = self._hold_cursor()
        self._hides = hides
        self._rebuild(held)

    def set_signs(self, noted: frozenset[int], reviewed: frozenset[int]) -> None:
        """Show which rows have notes and which are reviewed."""
        self.attention.noted, self.attention.reviewed = noted, reviewed
        self.repaint()

    def repaint(self) -> None:
        """Paint all marks anew."""
        for page in self.pages.values():
            page.forget_looks()
        self.refresh()

    # Building ------------------------------------------------------------------

    @property
    def view(self) -> View:
        """Return the view in force."""
        return self.options.view(self.size.width)

    @property
    def page(self) -> Page:
        """Return the page the cursor is on."""
        side = self.attention.cursor.side
        return self.pages[side if self.options.free else "left"]

    def _rebuild(self, held: Held | None) -> None:
        width, height = self.size
        if not width or not height:
            return
        before = self.pages
        if self.options.free:
            half = width // 2
            self.pages = {
                "left": self._make_page("left", half, "left"),
                "right": self._make_page("right", width - half, "right"),
            }
        else:
            self.pages = {"left": self._make_page(self.view, width, None)}
        self._restore_others(before)
        if held is not None:
            self._put(held)
        self._changed()

    def _make_page(self, view: View, window: int, only: Side | None) -> Page:
        columns = self.options.columns(window, view)
        setter = Setter(
            self.comparison,
            self.shown,
            _WRAPPER,
            Measure(columns.text, self.options.spacing),
        )
        painter = Painter(columns, self.palette, _WRAPPER, self._signs)
        return Page(
            setter,
            painter,
            view,
            self._items(only),
            lambda row: self.looks.row_look(row, self.attention, only),
        )

    def _items(self, only: Side | None) -> Items:
        rows = self.comparison.rows
        if only:
            return side_items(rows, only)
        if not self.options.folded and self._hides is None:
            return open_items(len(rows))
        folded = self.options.folded
        return folded_items(
            len(rows),
            lambda row: folded and _plain_same(rows[row]),
            self._hides,
        )

    def _restore_others(self, before: dict[Side, Page]) -> None:
        """Put each page where its side was, for lack of anything better."""
        cursor = self.attention.cursor
        for side, page in self.pages.items():
            old = before.get(side) or before.get("left")
            row = cursor.left if side == "left" else cursor.right
            if old and len(old.items) and not self.options.free:
                row = old.items[old.top.item].start
            if len(page.items):
                row = min(row, len(self.comparison.rows) - 1)
                page.top = page.scroller.held(
                    Anchor(page.items.at(row), 0), self.size.height
                )

    @property
    def palette(self) -> Palette:
        """Return the styles of the theme that is on."""
        if self._palette is None:
            self._palette = Palette(self.rich_style, self._named_style)
        return self._palette

    def _named_style(self, name: str) -> Style:
        return self.get_component_rich_style(name, partial=True)

    def notify_style_update(self) -> None:
        """Forget everything painted: the theme has changed."""
        super().notify_style_update()
        self._palette = None
        for page in self.pages.values():
            page.painter = Painter(
                page.painter.columns, self.palette, _WRAPPER, self._signs
            )
            page.forget_looks()

    # Painting ------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Return the strip of one screen line."""
        if not self.pages:
            return Strip.blank(self.size.width, self.rich_style)
        return Strip.join([self._page_strip(page, y) for page in self.pages.values()])

    def _page_strip(self, page: Page, y: int) -> Strip:
        if page is not self.pages["left"]:
            places = page.visible(y + 1)
        else:
            if self._places is None:
                self._places = page.visible(self.size.height)
            places = self._places
        return page.strip(places[y]) if y < len(places) else page.painter.blank()

    def _changed(self) -> None:
        self._places = None
        self.refresh()
        self.post_message(self.Moved())

    def on_resize(self, event: Resize) -> None:
        """Wrap anew; the passage at the top stays there."""
        if event.size.width and event.size.height:
            self._rebuild(self._hold_top() if self.pages else None)

    # Keeping the place ---------------------------------------------------------

    def _hold_top(self) -> Held | None:
        page = self.page
        for y, place in enumerate(page.visible(self.size.height)):
            lines = page.lines(place.item)
            line = lines[place.line] if lines else None
            for text in (line.left, line.right) if line else ():
                for piece in text.pieces if text else ():
                    if piece.side:
                        return Held(piece.side, piece.start, y)
        return None

    def _hold_cursor(self) -> Held | None:
        if not self.pages or not self.comparison.rows:
            return None
        page, cursor = self.page, self.attention.cursor
        if not len(page.items):
            return None
        item = page.items.at(cursor.row)
        place = Anchor(item, page.first_line(item))
        y = page.scroller.distance(page.top, place, self.size.height - 1)
        if y is None:
            return self._hold_top()
        return Held(*self.where.offset_of(cursor.row, cursor.side), y)

    def _put(self, held: Held) -> None:
        page = self.page
        if not len(page.items):
            return
        item = page.items.at(self.where.row_at(held.side, held.offset))
        line = page.line_of(item, held.side, held.offset)
        top = page.scroller.step(Anchor(item, line), -held.y)
        page.top = page.scroller.held(top, self.size.height)

    # Scrolling and the cursor --------------------------------------------------

    def scroll_lines(self, lines: int) -> bool:
        """Move the window; the cursor stays in sight. Tell whether it moved."""
        page = self.page
        moved = self._move_top(page, page.scroller.step(page.top, lines))
        if moved:
            self._keep_cursor_in_sight()
        return moved

    def _move_top(self, page: Page, top: Anchor) -> bool:
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
        apart = cursor.left != cursor.right
        cursor.move(row, both=not self.options.free and not apart)
        if self.attention.stop and self.attention.stop.row != row:
            before.add(self.attention.stop.row)
            self.attention.stop = None
        self.touch(*before, row)
        self.post_message(self.Moved())

    def touch(self, *rows: int) -> None:
        """Paint these rows anew, and only these."""
        for page in self.pages.values():
            for row in rows:
                page.forget_row(row)
        if self.options.free or not len(self.page.items):
            self.refresh()
            return
        items = {self.page.items.at(row) for row in rows}
        places = self.page.visible(self.size.height)
        lines = [y for y, place in enumerate(places) if place.item in items]
        if lines:
            regions = (Region(0, y, self.size.width, 1) for y in lines)
            self.refresh(*regions)

    def step_rows(self, by: int) -> None:
        """Go to the next rows (the ones before, if negative).

        A row taller than the window is first scrolled through.
        """
        page = self.page
        if not len(page.items):
            return
        item = page.items.at(self.attention.cursor.row)
        if self._scroll_within(item, by):
            return
        target = max(0, min(item + by, len(page.items) - 1))
        if target == item:
            self.scroll_lines(by * 3)
            return
        self.reveal(target)
        self._cursor_to_item(target)

    def _scroll_within(self, item: int, by: int) -> bool:
        page, height = self.page, self.size.height
        if page.height(item) <= height:
            return False
        edge = page.height(item) - 1 if by > 0 else page.first_line(item)
        y = page.scroller.distance(page.top, Anchor(item, edge), height - 1)
        lines = max(1, height - _OVERLAP)
        return y is None and self.scroll_lines(lines if by > 0 else -lines)

    def reveal(self, item: int) -> None:
        """Scroll as little as shows the whole item, or its beginning if it is tall."""
        page, height = self.page, self.size.height
        first, last = Anchor(item, page.first_line(item)), page.height(item) - 1
        if page.height(item) > height or first < page.top:
            self._move_top(
                page, first if page.height(item) > height else Anchor(item, 0)
            )
        elif page.scroller.distance(page.top, Anchor(item, last), height - 1) is None:
            end = page.scroller.step(Anchor(item, last), 1 - height)
            self._move_top(page, end)

    def go_to(
        self, row: int, side: Side | None = None, offset: int | None = None
    ) -> None:
        """Put the cursor on a row; scroll only if the place is out of sight."""
        if not self.comparison.rows or not self.pages:
            return
        cursor = self.attention.cursor
        if side and side != cursor.side:
            self.touch(cursor.row)
            cursor.side = side
        row = max(0, min(row, len(self.comparison.rows) - 1))
        page = self.page
        item = page.items.at(row) if len(page.items) else 0
        line = page.first_line(item)
        if side and offset is not None:
            line = page.line_of(item, side, offset)
        self._centre(Anchor(item, line))
        if not self.options.free:
            cursor.move(row, both=True) if cursor.left != cursor.right else None
        self._set_cursor(row)

    def _centre(self, place: Anchor) -> None:
        page, height = self.page, self.size.height
        if page.scroller.distance(page.top, place, height - 1) is None:
            self._move_top(page, page.scroller.step(place, -(height // 3)))

    def go_to_end(self, *, last: bool) -> None:
        """Go to the beginning or the end."""
        page = self.page
        if not len(page.items):
            return
        end = page.scroller.last_top(self.size.height)
        self._move_top(page, end if last else Anchor(0, 0))
        self._cursor_to_item(len(page.items) - 1 if last else 0)

    def to_side(self, side: Side) -> None:
        """Go to a side; in locked panes the cursor left behind stays on its row."""
        cursor = self.attention.cursor
        if side == cursor.side:
            return
        row = cursor.row
        cursor.side = side
        if not self.options.free:
            cursor.move(row, both=True)
        self.touch(cursor.left, cursor.right, row)
        self.post_message(self.Moved())

    def spot_at(self, x: int, y: int, side: Side | None = None) -> Spot | None:
        """Return the character under a cell of the widget."""
        half = self.size.width // 2
        pane: Side = "left"
        if self.options.free:
            pane = side or ("right" if x >= half else "left")
            x -= half if pane == "right" else 0
        page = self.pages[pane]
        places = page.visible(self.size.height)
        if not places:
            return None
        place = places[max(0, min(y, len(places) - 1))]
        return page.spot(place, x, side)


def shown(document: Document) -> str:
    """Return the text as it may be painted, offsets unchanged, on one endless line."""
    return displayable(document.text).translate(_LINE_ENDS)


def _plain_same(row: Row) -> bool:
    return row.relation is Relation.SAME and not row.moved
