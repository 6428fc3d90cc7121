"""Rows set and painted on demand; only what has been shown lately is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.cache import LRUCache
from textual.strip import Strip

from tui_app.core.layout.fold import Items
from tui_app.core.layout.lines import BLANK, SetLine
from tui_app.core.layout.scroll import START, Anchor, Scroller
from tui_app.core.layout.setting import Setter, View
from tui_app.core.model import Side
from tui_app.ui.reading.painter import Painter, RowLook

_KEPT = 4096


@dataclass(frozen=True, slots=True)
class Spot:
    """A character of a text, as a pointer finds it; ``row`` is where it is shown."""

    row: int
    side: Side
    offset: int


class Page:
    """What one pane shows: items of rows in one view, and where its window stands."""

    def __init__(
        self,
        setter: Setter,
        painter: Painter,
        view: View,
        items: Items,
        look: Callable[[int], RowLook],
    ) -> None:
        self.painter = painter
        self.view = view
        self.items = items
        self.top: Anchor = START
        self.scroller = Scroller(len(items), self.height)
        self._setter = setter
        self._look = look
        self._lines: LRUCache[int, tuple[SetLine, ...]] = LRUCache(_KEPT)
        self._looks: LRUCache[int, RowLook] = LRUCache(_KEPT)
        self._strips: LRUCache[Anchor, Strip] = LRUCache(_KEPT)

    def lines(self, item: int) -> tuple[SetLine, ...]:
        """Return the lines of the item."""
        lines = self._lines.get(item)
        if lines is None:
            run = self.items[item]
            folded = len(run) > 1
            lines = (
                (BLANK, SetLine(first=True))
                if folded
                else self._setter.set_row(run.start, self.view)
            )
            self._lines[item] = lines
        return lines

    def height(self, item: int) -> int:
        """Return how many lines the item takes."""
        return len(self.lines(item)) or 1

    def strip(self, place: Anchor) -> Strip:
        """Return the painted line."""
        strip = self._strips.get(place)
        if strip is None:
            strip = self._strips[place] = self._painted(place)
        return strip

    def _painted(self, place: Anchor) -> Strip:
        lines = self.lines(place.item)
        line = lines[place.line] if lines else BLANK
        if line is BLANK:
            return self.painter.blank()
        run = self.items[place.item]
        look = self._row_look(place.item)
        if len(run) > 1:
            return self.painter.folded(len(run), cursor=look.cursor is not None)
        return self.painter.paint(line, look)

    def _row_look(self, item: int) -> RowLook:
        look = self._looks.get(item)
        if look is None:
            look = self._looks[item] = self._look(self.items[item].start)
        return look

    def prepare(self, items: range) -> bool:
        """Work out the look of the first item that has none; False if all have one."""
        for item in items:
            if item not in self._looks:
                self._row_look(item)
                return True
        return False

    def forget_row(self, row: int) -> None:
        """Paint the row anew when it is next shown."""
        if not len(self.items):
            return
        item = self.items.at(row)
        self._looks.discard(item)
        for line in range(len(self._lines.get(item) or ())):
            self._strips.discard(Anchor(item, line))

    def forget_looks(self) -> None:
        """Paint everything anew; the setting stays."""
        self._looks.clear()
        self._strips.clear()

    def visible(self, height: int) -> list[Anchor]:
        """Return the places of the lines that a window of this height shows."""
        return list(self.scroller.lines(self.top, height))

    def line_of(self, item: int, side: Side, offset: int) -> int:
        """Return the item's line on which the character stands (0 if on none)."""
        for number, line in enumerate(self.lines(item)):
            for text in (line.left, line.right):
                if text is not None and text.covers(side, offset):
                    return number
        return self.first_line(item)

    def first_line(self, item: int) -> int:
        """Return the item's first line that is not a blank one before it."""
        lines = self.lines(item)
        return next((n for n, line in enumerate(lines) if line.first), 0)

    def spot(self, place: Anchor, cell: int, side: Side | None = None) -> Spot | None:
        """Return the character at a cell of the line; keep to ``side`` if given."""
        lines = self.lines(place.item)
        if not lines:
            return None
        line, row = lines[place.line], self.items[place.item].start
        columns = self.painter.columns
        right = side == "right" if side else columns.apart and cell >= columns.right - 1
        wanted: Side = "right" if right else "left"
        text = line.side(wanted) or (None if columns.apart else line.left or line.right)
        if text is None:
            return None
        at = cell - (columns.right if right else columns.left) - text.indent
        for piece in text.pieces:
            cells = self._setter.wrapper.cells(piece.text)
            if piece.side and (at < cells or piece is text.pieces[-1]):
                offset = self._setter.wrapper.offset_at(piece.text, max(0, at))
                return Spot(row, piece.side, piece.start + offset)
            at -= cells
        return None
