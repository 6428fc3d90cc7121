"""Pages: rows set and painted when they are asked for, the latest of them kept.

A page and a Bible cost the same, as nothing is measured but what is shown: the place
of a window is a row and a line in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol, TypeVar

from textual.strip import Strip

from tui_app.core.layout.folding import RowItems
from tui_app.core.layout.portions import WHOLE, Portion
from tui_app.core.layout.scrolling import START, LinePlace, Scroller
from tui_app.core.layout.set_lines import BLANK, SetLine
from tui_app.core.layout.typesetting import View
from tui_app.core.layout.wrapping import Wrapper
from tui_app.core.model import Side
from tui_app.review.row_looks import RowLook
from tui_app.ui.pair.painter import LineOfRow, LinePainter

_KEPT = 1024
"""Lines and looks of rows; those of twenty-five screens take three megabytes."""

Key = TypeVar("Key")
Kept = TypeVar("Kept")


class Latest(dict[Key, Kept]):
    """At most so many values; of too many the one that was put in first goes.

    What has gone is free at once. The caches of Textual tie their values into rings,
    which stay until somebody looks for garbage.
    """

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def __setitem__(self, key: Key, value: Kept) -> None:
        if len(self) >= self._most and key not in self:
            del self[next(iter(self))]
        super().__setitem__(key, value)


class Spot(NamedTuple):
    """A character of a text, as a pointer finds it; ``row`` is where it is shown."""

    row: int
    side: Side
    offset: int


class RowSetter(Protocol):
    """Sets rows; ``restates`` tells that its lines say how a row looks, in words."""

    restates: bool
    wrapper: Wrapper

    def set_row(self, row: int, view: View, portion: Portion) -> tuple[SetLine, ...]:
        """Return the lines of the row, the blank ones before it included."""

    def portion_of(self, row: int, side: Side, offset: int, count: int) -> int:
        """Return the portion of the row that holds the offset, or the next one."""


class _SetItems:
    """The lines of the items of a page, set when they are first asked for.

    They stand apart from the page so that what measures them does not hold it: in a
    ring of references a page, and the comparison it shows, would outlive their use.
    """

    def __init__(self, setter: RowSetter, view: View, items: RowItems) -> None:
        self._setter = setter
        self._view = view
        self._items = items
        self._lines: Latest[int, tuple[SetLine, ...]] = Latest(_KEPT)

    def lines(self, item: int) -> tuple[SetLine, ...]:
        """Return the lines of the item."""
        lines = self._lines.get(item)
        if lines is None:
            lines = self._lines[item] = self._set(item)
        return lines

    def known(self, item: int) -> tuple[SetLine, ...]:
        """Return the lines of the item, none if they have not been set."""
        return self._lines.get(item) or ()

    def forget(self, item: int) -> bool:
        """Set the item anew; tell whether it has another height now."""
        before = len(self._lines.pop(item, ())) or None
        return before is not None and before != self.height(item)

    def forget_all(self) -> None:
        """Set all items anew."""
        self._lines.clear()

    def height(self, item: int) -> int:
        """Return how many lines the item takes."""
        return len(self.lines(item)) or 1

    def _set(self, item: int) -> tuple[SetLine, ...]:
        items = self._items
        run = items[item]
        if len(run) > 1:
            line = SetLine(first=True)
            return (line,) if self._setter.restates else (BLANK, line)
        span = items.span(item) if items.long else range(1)
        portion = Portion(item - span.start, len(span)) if len(span) > 1 else WHOLE
        return self._setter.set_row(run.start, self._view, portion)


class Page:
    """What one pane shows: items of rows in one view, and where its window stands."""

    def __init__(
        self,
        setter: RowSetter,
        painter: LinePainter,
        view: View,
        items: RowItems,
        look: Callable[[int], RowLook],
    ) -> None:
        self.painter = painter
        self.view = view
        self.items = items
        self.top: LinePlace = START
        self._set_items = _SetItems(setter, view, items)
        self.scroller = Scroller(len(items), self._set_items.height)
        self._setter = setter
        self._look = look
        self._looks: Latest[int, RowLook] = Latest(_KEPT)
        self._strips: Latest[LinePlace, Strip] = Latest(_KEPT)
        self._seen: tuple[LinePlace, int, tuple[LinePlace, ...]] = (START, 0, ())

    def lines(self, item: int) -> tuple[SetLine, ...]:
        """Return the lines of the item."""
        return self._set_items.lines(item)

    def height(self, item: int) -> int:
        """Return how many lines the item takes."""
        return self._set_items.height(item)

    def has_no_more(self, items: range, count: int) -> bool:
        """Tell whether no more lines of the items than these are not left blank.

        Items that need not be set for this are not: a row may have hundreds.
        """
        for item in items:
            count -= sum(line is not BLANK for line in self.lines(item))
            if count < 0:
                return False
        return True

    def has_words(self, place: LinePlace, items: range) -> bool:
        """Tell whether the place is one of these items, and no line left blank."""
        if place.item not in items:
            return False
        lines = self.lines(place.item)
        return not lines or lines[place.line] is not BLANK

    def strip(self, place: LinePlace) -> Strip:
        """Return the painted line."""
        strip = self._strips.get(place)
        if strip is None:
            strip = self._strips[place] = self._painted(place)
        return strip

    def _painted(self, place: LinePlace) -> Strip:
        lines = self.lines(place.item)
        line = lines[place.line] if lines else BLANK
        if line is BLANK:
            return self.painter.blank()
        run = self.items[place.item]
        look = self._row_look(run.start)
        if len(run) > 1:
            return self.painter.folded(len(run), look)
        return self.painter.paint(line, look, _line_of_row(lines, place.line))

    def _row_look(self, row: int) -> RowLook:
        look = self._looks.get(row)
        if look is None:
            look = self._looks[row] = self._look(row)
        return look

    def prepare(self, items: range) -> bool:
        """Work out the look of the first item that has none; False if all have one."""
        for item in items:
            row = self.items[item].start
            if row not in self._looks:
                self._row_look(row)
                return True
        return False

    def forget_row(self, row: int) -> bool:
        """Paint the row anew when it is next shown; tell whether its height changed."""
        if not len(self.items):
            return False
        item = self.items.at(row)
        self._looks.pop(self.items[item].start, None)
        for part in self.items.span(item):
            for line in range(len(self._set_items.known(part))):
                self._strips.pop(LinePlace(part, line), None)
        if not self._setter.restates:
            return False
        changed = [self._set_items.forget(part) for part in self.items.span(item)]
        if any(changed):
            self._look_again()
        return any(changed)

    def forget_looks(self) -> None:
        """Paint everything anew; the setting stays where it says nothing of looks."""
        self._looks.clear()
        self._strips.clear()
        if self._setter.restates:
            self._set_items.forget_all()
            self._look_again()

    def _look_again(self) -> None:
        """Let the window begin on a line that there is."""
        item = max(0, min(self.top.item, len(self.items) - 1))
        if len(self.items):
            line = min(self.top.line, self._set_items.height(item) - 1)
            self.top = LinePlace(item, line)
        self._seen = (START, 0, ())

    def visible(self, height: int) -> tuple[LinePlace, ...]:
        """Return the places of the lines that a window of this height shows.

        Every line that is painted asks for them, so the last answer is kept.
        """
        top, lines, places = self._seen
        if (top, lines) != (self.top, height):
            places = tuple(self.scroller.lines(self.top, height))
            self._seen = self.top, height, places
        return places

    def place_of(self, row: int, side: Side, offset: int) -> LinePlace:
        """Return where the character stands, or else where its row begins."""
        first = self.items.at(row)
        for item in self._likely(first, side, offset):
            for number, line in enumerate(self.lines(item)):
                for text in (line.left, line.right):
                    if text is not None and text.covers(side, offset):
                        return LinePlace(item, number)
        return LinePlace(first, self.first_line(first))

    def _likely(self, first: int, side: Side, offset: int) -> Iterator[int]:
        """Yield the items of the row that may hold the character."""
        span = self.items.span(first)
        if len(span) == 1:
            yield first
            return
        row = self.items[first].start
        guess = first + self._setter.portion_of(row, side, offset, len(span))
        yield from (item for item in (guess, guess - 1) if item in span)

    def first_line(self, item: int) -> int:
        """Return the item's first line that is not a blank one before it."""
        lines = self.lines(item)
        return next((n for n, line in enumerate(lines) if line.first), 0)

    def spot(
        self, place: LinePlace, cell: int, side: Side | None = None
    ) -> Spot | None:
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


def _line_of_row(lines: Sequence[SetLine], number: int) -> LineOfRow:
    """Return which line it is from the first with signs on; blank ones follow."""
    first = next((n for n, line in enumerate(lines) if line.first), None)
    if first is None or number < first:
        return LineOfRow()
    count = sum(line is not BLANK for line in lines[first:])
    return LineOfRow(number - first, count)
