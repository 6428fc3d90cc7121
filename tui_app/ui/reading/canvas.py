"""PairCanvas: both texts in one widget that paints lines.

Nothing is measured but what is shown: the window's place is a row and a line in
it (see ``core/layout/scroll.py``), so a page and a Bible cost the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.style import Style
from textual.events import Resize
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tui_app.core.comparison import Comparison
from tui_app.core.layout.columns import Columns
from tui_app.core.layout.portions import long_rows
from tui_app.core.layout.scrolling import LinePlace
from tui_app.core.layout.typesetting import View
from tui_app.core.model import Side
from tui_app.core.row_places import RowPlaces
from tui_app.review.attention import Attention
from tui_app.review.hits import Hits
from tui_app.review.options import LayoutOptions, MarkOptions
from tui_app.review.row_looks import RowLooks
from tui_app.review.signs import signs
from tui_app.ui.reading.building import build_pages, build_painter
from tui_app.ui.reading.holding import Held, hold_row, hold_top, put_back
from tui_app.ui.reading.page import Page
from tui_app.ui.styles import Palette, mark_style


class PairCanvas(Widget, can_focus=True):
    """Sets and paints a comparison, and keeps passages in place."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"pair--current"}
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    PairCanvas { width: 1fr; height: 1fr; }
    PairCanvas > .pair--current { text-style: reverse; }
    PairCanvas:nocolor > .pair--current { text-style: reverse underline bold; }
    """

    def __init__(
        self,
        comparison: Comparison,
        options: LayoutOptions,
        look: MarkOptions,
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
        self.ascii_only = ascii_only
        self.signs = signs(ascii_only)
        self._weak_below = weak_below
        self._listener: Callable[[], None] | None = None
        self.hides: Callable[[int], bool] | None = None
        self._palette: Palette | None = None
        self._places: list[LinePlace] | None = None
        self._built_for = Size(0, 0)
        self._begins: tuple[Side, int] | None = None
        self._take(comparison, provisional=provisional)

    # What is shown -------------------------------------------------------------

    def _take(self, comparison: Comparison, *, provisional: bool) -> None:
        self.comparison = comparison
        self.provisional = provisional
        self.where = RowPlaces(comparison)
        self.long = long_rows(comparison)
        self._make_looks()

    def _make_looks(self) -> None:
        self.looks = RowLooks(
            self.comparison,
            self.look,
            self.signs,
            self._weak_below,
            provisional=self.provisional,
        )

    def show(self, comparison: Comparison, *, provisional: bool = False) -> None:
        """Show other rows; the passage under the eye stays where it is."""
        held = self._hold_cursor()
        cursor = self.attention.cursor
        places = {
            "left": self._beginning(cursor.left, "left"),
            "right": self._beginning(cursor.right, "right"),
        }
        places[cursor.side] = self._seen(held) or self.eye
        self._take(comparison, provisional=provisional)
        attention = self.attention
        attention.stop = None
        # Row numbers of other rows; the notes' places are looked up anew.
        attention.noted = attention.reviewed = frozenset()
        if self.hides is not None:
            self.hides = attention.reviewed.__contains__
        self._find_again()
        cursor.left = self.where.row_at(*places["left"])
        cursor.right = self.where.row_at(*places["right"])
        cursor.aim = places[cursor.side]
        if not self.options.free:
            cursor.gather()
        self._rebuild(held)

    def _find_again(self) -> None:
        hits = self.attention.hits
        if hits is not None:
            again = Hits(self.comparison, self.where, hits.query)
            again.return_to(hits.at)
            self.attention.hits = again

    def _beginning(self, row: int, side: Side) -> tuple[Side, int]:
        return self.where.offset_of(row, side) if self.comparison.rows else (side, 0)

    @property
    def eye(self) -> tuple[Side, int]:
        """Return the passage under the cursor: where a jump led, or the row's text."""
        cursor = self.attention.cursor
        aim = cursor.aim
        if aim and aim[0] == cursor.side and self.where.row_at(*aim) == cursor.row:
            return aim
        return self._beginning(cursor.row, cursor.side)

    def _seen(self, held: Held | None) -> tuple[Side, int] | None:
        """Return what is held of the cursor's row, None for another row."""
        row = self.attention.cursor.row
        if held is None or self.where.row_at(held.side, held.offset) != row:
            return None
        return held.side, held.offset

    def begin_at(self, side: Side, offset: int) -> None:
        """Show this passage when the pair is painted for the first time."""
        cursor = self.attention.cursor
        cursor.side = side
        cursor.left = cursor.right = self.where.row_at(side, offset)
        cursor.aim = self._begins = side, offset

    def set_options(self, options: LayoutOptions) -> None:
        """Lay the pair out anew."""
        held = self._hold_cursor()
        freed = options.free != self.options.free
        self.options = options
        if freed and not options.free:
            self.attention.cursor.gather()
        self._rebuild(held)

    def set_look(self, look: MarkOptions) -> None:
        """Mark other things; nothing moves."""
        if look._replace(words=self.look.words) != self.look:
            self.attention.stop = None  # its number counted what was shown before
        self.look = look
        self._make_looks()
        if self.view == "merged":
            self._rebuild(self._hold_cursor())
        self.repaint()

    def set_hidden(self, hides: Callable[[int], bool] | None) -> None:
        """Leave out the rows that ``hides`` says; ``None`` shows all again."""
        held = self._hold_cursor()
        self.hides = hides
        self._rebuild(held)

    def listen(self, moved: Callable[[], None]) -> None:
        """Call ``moved`` whenever the cursor, the window or the rows are others.

        No message: it would arrive after the paint, and cost a second one.
        """
        self._listener = moved

    def tell(self) -> None:
        """Tell the screen that something has moved."""
        if self._listener is not None:
            self._listener()

    def repaint(self) -> None:
        """Paint all marks anew."""
        for page in self.pages.values():
            page.forget_looks()
        self.refresh()

    # Building ------------------------------------------------------------------

    @property
    def view(self) -> View:
        """Return the view in force; the width of the whole terminal decides."""
        return self.options.view(self.app.size.width)

    @property
    def page(self) -> Page:
        """Return the page the cursor is on."""
        side = self.attention.cursor.side
        return self.pages[side if self.options.free else "left"]

    @property
    def text_width(self) -> int:
        """Return how many cells a line of text has."""
        return self.page.painter.columns.text if self.pages else 0

    @property
    def columns(self) -> Columns | None:
        """Return where the columns stand; None for free panes."""
        if self.options.free or not self.pages:
            return None
        return self.page.painter.columns

    def rows_in_sight(self) -> tuple[int, int]:
        """Return the first and the last row on the screen."""
        places = self.page.visible(self.size.height) if self.pages else []
        if not places:
            return 0, 0
        first, last = places[0].item, places[-1].item
        return self.page.items[first].start, self.page.items[last].stop - 1

    def _rebuild(self, held: Held | None) -> None:
        width, height = self.size
        if not width or not height:
            return
        self._built_for = self.size
        before = self.pages
        self.pages = build_pages(self)
        self._restore_others(before)
        if held is not None:
            self._put(held)
        self._snap_cursor()
        self._changed()

    def _restore_others(self, before: dict[Side, Page]) -> None:
        """Put each page where its side was, for lack of anything better."""
        cursor = self.attention.cursor
        for side, page in self.pages.items():
            old = before.get(side) or before.get("left")
            row = cursor.row_on(side)
            if old and len(old.items) and not self.options.free:
                row = old.items[old.top.item].start
            if len(page.items):
                row = min(row, len(self.comparison.rows) - 1)
                page.top = page.scroller.held(
                    LinePlace(page.items.at(row), 0), self.size.height
                )

    def _snap_cursor(self) -> None:
        """Put the cursor on a row that is shown: not within a fold, not hidden."""
        cursor = self.attention.cursor
        left, right = self.pages["left"], self.pages.get("right", self.pages["left"])
        if len(left.items):
            cursor.left = left.items[left.items.at(cursor.left)].start
        if len(right.items):
            cursor.right = right.items[right.items.at(cursor.right)].start

    @property
    def palette(self) -> Palette:
        """Return the styles of the theme that is on."""
        if self._palette is None:
            self._palette = Palette(self.rich_style, self._named_style)
        return self._palette

    def _named_style(self, name: str) -> Style:
        return mark_style(self, name)

    def notify_style_update(self) -> None:
        """Forget everything painted: the theme has changed."""
        super().notify_style_update()
        self._palette = None
        for page in self.pages.values():
            page.painter = build_painter(self, page.painter.columns, page.view)
            page.forget_looks()

    # Painting ------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Return the strip of one screen line."""
        if not self.pages:
            # The first paint comes before the Resize that would build the pages.
            self._rebuild(self._beginning_held())
        if not self.pages:
            return Strip.blank(self.size.width, self.palette.style())
        strips = [self._page_strip(page, y) for page in self.pages.values()]
        strip = strips[0] if len(strips) == 1 else Strip.join(strips)
        # The window may have another size already, before the Resize tells.
        return strip.adjust_cell_length(self.size.width, self.palette.style())

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
        self.tell()

    def on_resize(self, event: Resize) -> None:
        """Wrap anew; the passage at the top stays there, the cursor in sight."""
        if event.size.width and event.size.height and self.size != self._built_for:
            again = bool(self.pages)
            self._rebuild(self._hold_top() if again else self._beginning_held())
            if again and len(self.page.items):
                self.reveal(self.page.items.at(self.attention.cursor.row))

    def reveal(self, item: int) -> None:
        """Scroll as little as shows the item."""
        raise NotImplementedError

    # Keeping the place ---------------------------------------------------------

    def _beginning_held(self) -> Held | None:
        if self._begins is None or not self.comparison.rows:
            return None
        return Held(*self._begins, self.size.height // 3)

    def _hold_top(self) -> Held | None:
        return hold_top(self.page, self.size.height)

    def _hold_cursor(self) -> Held | None:
        if not self.pages or not len(self.page.items):
            return None
        row = self.attention.cursor.row
        held = hold_row(self.page, row, self.eye, self.size.height)
        return held or self._hold_top()

    def _put(self, held: Held) -> None:
        if len(self.page.items):
            row = self.where.row_at(held.side, held.offset)
            put_back(self.page, row, held, self.size.height)
