"""How each row is to look, from all that is known about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tui_app.core.comparison import Comparison
from tui_app.core.layout.shown import hidden
from tui_app.core.model import FACTS, Relation, Side, Span, opposite
from tui_app.ui.reading.gutter import Signs, relation_sign
from tui_app.ui.reading.hits import Hits
from tui_app.ui.reading.marks import Look, Mark, is_comparable, row_marks
from tui_app.ui.reading.painter import RowLook
from tui_app.ui.reading.selection import Selection
from tui_app.ui.reading.stops import Stop, Stops

_NO_SIGN = (" ", "mark--gutter")


@dataclass(slots=True)
class Cursor:
    """Where the reader is: a side, and a row of each side.

    The rows differ in free panes, and where ``tab`` left the other side behind.
    """

    side: Side = "left"
    left: int = 0
    right: int = 0
    apart: bool = False
    aim: tuple[Side, int] | None = None
    """The character gone to within the row, where it was one."""

    @property
    def row(self) -> int:
        """Return the row on the active side."""
        return self.row_on(self.side)

    @property
    def other_row(self) -> int:
        """Return the row on the other side."""
        return self.row_on(opposite(self.side))

    def row_on(self, side: Side) -> int:
        """Return the row on that side."""
        return self.left if side == "left" else self.right

    def move(self, row: int, *, alone: bool) -> None:
        """Go to a row; the other side comes along unless it is free or left behind."""
        if row != self.row:
            self.aim = None
        along = not alone and not self.apart
        if along or self.side == "left":
            self.left = row
        if along or self.side == "right":
            self.right = row

    def cross(self, *, alone: bool) -> None:
        """Go to the other side; unless it is free, on this row, leaving this behind."""
        if not alone:
            self.left = self.right = self.row
            self.apart = True
        self.side = opposite(self.side)

    def gather(self) -> None:
        """Bring the side left behind to this row."""
        self.left = self.right = self.row
        self.apart = False


@dataclass(slots=True)
class Attention:
    """What the reader looks at and for; all of it shows as marks and signs.

    ``kept`` is what was selected on the other side before. ``words_noted`` are the
    stretches that notes on words stand on.
    """

    cursor: Cursor = field(default_factory=Cursor)
    stop: Stop | None = None
    hits: Hits | None = None
    selection: Selection | None = None
    kept: Selection | None = None
    noted: frozenset[int] = frozenset()
    words_noted: tuple[tuple[Side, Span], ...] = ()
    reviewed: frozenset[int] = frozenset()


class RowLooks:
    """Makes the look of a row."""

    def __init__(
        self,
        comparison: Comparison,
        look: Look,
        signs: Signs,
        weak_below: float,
        *,
        provisional: bool,
    ) -> None:
        self.comparison = comparison
        self.stops = Stops(comparison, look)
        self._look = look
        self._signs = signs
        self._weak_below = weak_below
        self._provisional = provisional

    def row_look(self, row: int, attention: Attention, only: Side | None) -> RowLook:
        """Return the look; ``only`` names the side where a pane has just one."""
        cursor = attention.cursor
        here: Side | None = cursor.side if cursor.row == row else None
        other = opposite(cursor.side)
        apart = other if cursor.other_row == row and here is None else None
        if only and only != here:
            here, apart = None, apart if apart == only else None
        if only and only != cursor.side and cursor.other_row == row:
            apart = only
        return RowLook(
            tuple(self._marks(row, "left", attention)),
            tuple(self._marks(row, "right", attention)),
            () if self._provisional else tuple(self._row_signs(row, attention)),
            here,
            apart,
            self._empty(row),
        )

    def _empty(self, row: int) -> Side | None:
        relation = self.comparison.rows[row].relation
        if relation is Relation.LEFT_ONLY:
            return "right"
        return "left" if relation is Relation.RIGHT_ONLY else None

    def _marks(self, row: int, side: Side, attention: Attention) -> Iterator[Mark]:
        for its_side, span in attention.words_noted:
            if its_side == side:
                yield Mark(span.start, span.end, "mark--noted")
        if not self._provisional:
            yield from row_marks(self.comparison, row, side, self._look)
        yield from _hidden_marks(self.comparison, row, side)
        if attention.hits:
            yield from attention.hits.marks(row, side)
        stop = attention.stop
        if stop and stop.row == row:
            left, right = self.stops.spans(stop)
            for span in left if side == "left" else right:
                yield Mark(span.start, span.end, "pair--current")
        for chosen in (attention.kept, attention.selection):
            if chosen and chosen.side == side:
                yield Mark(chosen.span.start, chosen.span.end, "mark--selection")

    def _row_signs(self, row: int, attention: Attention) -> Iterator[tuple[str, str]]:
        content = self.comparison.rows[row]
        yield relation_sign(content, self._weak_below, self._signs)
        yield self._moved_sign(row) if content.moved else _NO_SIGN
        yield ("!", "mark--gutter-fact") if self.has_fact(row) else _NO_SIGN
        noted, reviewed = row in attention.noted, row in attention.reviewed
        yield (self._signs.note, "mark--gutter-note") if noted else _NO_SIGN
        sign = (self._signs.reviewed, "mark--gutter-reviewed")
        yield sign if reviewed else _NO_SIGN

    def has_fact(self, row: int) -> bool:
        """Tell whether a fact differs in the row."""
        if self._provisional or not is_comparable(self.comparison, row):
            return False
        return any(one.kind in FACTS for one in self.comparison.differences(row))

    def _moved_sign(self, row: int) -> tuple[str, str]:
        rows = self.comparison.rows
        before = next(
            (one for one in reversed(rows[:row]) if one.right and not one.moved), None
        )
        up = before is not None and rows[row].right[0] < before.right[-1]
        sign = self._signs.moved_up if up else self._signs.moved_down
        return sign, "mark--gutter-moved"


def _hidden_marks(comparison: Comparison, row: int, side: Side) -> Iterator[Mark]:
    content = comparison.rows[row]
    document = comparison.document(side)
    for number in content.units(side):
        unit = document.units[number]
        for span in hidden(document, unit.start, unit.end):
            yield Mark(span.start, span.end, "mark--hidden")
