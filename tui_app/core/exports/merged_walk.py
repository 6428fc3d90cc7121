"""Both texts in one walk: what stays, what goes, what comes, to the last character.

Every output that shows both texts as one (a redline, an apparatus, CriticMarkup) is
made of this walk. Joined in order, the left spans are the whole left text and the right
spans the whole right text, white space between the passages included; a passage that
moved is taken from its place and put in at the other.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import NamedTuple

from tui_app.core.chains import chain_of_boxes
from tui_app.core.comparison import Comparison
from tui_app.core.differences.row_pieces import (
    StayingRun,
    extent,
    shared_space,
    staying,
)
from tui_app.core.model import SIDES, Relation, Side, Span
from tui_app.core.row_places import RowPlaces


class Piece(NamedTuple):
    """A stretch of one text, or the same characters in both.

    ``left`` is ``None`` for what comes, ``right`` for what goes; where both are there
    the characters are the same. ``row`` is the row it belongs to, from 0, ``None``
    for white space between passages; ``moved`` that its counterpart stands elsewhere.
    """

    left: Span | None
    right: Span | None
    row: int | None = None
    moved: bool = False

    def span(self, side: Side) -> Span | None:
        """Return its place in that text."""
        return self.left if side == "left" else self.right


def merged_walk(
    comparison: Comparison, rows: Container[int] | None = None
) -> Iterator[Piece]:
    """Yield the pieces in the order in which both texts are read.

    Lazy: a row is compared when the walk comes to it. What stays is told by the
    differences of a row, so that a word marked as changed never stays. Where only
    some ``rows`` are wanted no others are compared: all their words go and come.
    """
    walk = _Walk(comparison)
    for row in _rows_in_order(comparison):
        if rows is not None and row not in rows:
            continue
        for run in _staying(comparison, row):
            yield from walk.up_to(run)
    yield from walk.to_the_end()


def _staying(comparison: Comparison, row: int) -> Iterator[StayingRun]:
    """Yield what stays of a row; of one in two languages all or nothing does."""
    left, right, shown = comparison.left, comparison.right, comparison.rows[row]
    if comparison.translation is None:
        yield from staying(left, right, shown, comparison.differences(row))
    elif shown.relation is Relation.SAME:
        yield from staying(left, right, shown, ())


def _rows_in_order(comparison: Comparison) -> list[int]:
    """Return the rows with both sides that follow one another in both texts."""
    numbers: list[int] = []
    boxes: list[tuple[Span, Span]] = []
    for number, row in enumerate(comparison.rows):
        if row.left and row.right and not row.moved:
            numbers.append(number)
            boxes.append(
                (extent(comparison.left, row.left), extent(comparison.right, row.right))
            )
    chain = chain_of_boxes(
        [left for left, _ in boxes],
        [right for _, right in boxes],
        [float(end - start) for (start, end), _ in boxes],
    )
    return [numbers[at] for at in chain]


class _Owned(NamedTuple):
    """A stretch of one text and the row it belongs to, ``None`` between passages."""

    start: int
    end: int
    row: int | None


class _Walk:
    """Where the walk has come to in both texts, and whose rows the passages are."""

    def __init__(self, comparison: Comparison) -> None:
        self._rows = comparison.rows
        self._texts = comparison.left.text, comparison.right.text
        self._left, self._right = (_Stretches(comparison, side) for side in SIDES)

    def up_to(self, run: StayingRun) -> Iterator[Piece]:
        """Yield what goes and what comes before the characters, and these."""
        if run.left < self._left.at or run.right < self._right.at:
            return
        yield from self._between(run.left, run.right)
        yield from self._stay(run.length)

    def to_the_end(self) -> Iterator[Piece]:
        """Yield what is left of both texts."""
        yield from self._between(*map(len, self._texts))

    def _between(self, left: int, right: int) -> Iterator[Piece]:
        """Yield both texts up to these offsets; the same white space stays."""
        ours = self._texts[0][self._left.at : left]
        theirs = self._texts[1][self._right.at : right]
        before, after = shared_space(ours, theirs)
        yield from self._stay(before)
        yield from self._apart(left - after, right - after)
        yield from self._stay(after)

    def _stay(self, length: int) -> Iterator[Piece]:
        start = self._right.at
        for owned in self._left.up_to(self._left.at + length):
            size = owned.end - owned.start
            right = Span(start, start + size)
            yield Piece(Span(owned.start, owned.end), right, owned.row)
            start += size
        self._right.skip_to(start)

    def _apart(self, left: int, right: int) -> Iterator[Piece]:
        """Yield what goes and what comes, in the order of the rows."""
        going = [self._piece("left", one) for one in self._left.up_to(left)]
        coming = [self._piece("right", one) for one in self._right.up_to(right)]
        at = 0
        for piece in going:
            while at < len(coming) and _row(coming[at]) < _row(piece):
                yield coming[at]
                at += 1
            yield piece
        yield from coming[at:]

    def _piece(self, side: Side, owned: _Owned) -> Piece:
        span = Span(owned.start, owned.end)
        moved = owned.row is not None and self._rows[owned.row].moved
        if side == "left":
            return Piece(span, None, owned.row, moved)
        return Piece(None, span, owned.row, moved)


def _row(piece: Piece) -> int:
    return -1 if piece.row is None else piece.row


class _Stretches:
    """One text, given piece by piece, each of one row; ``at`` is how far it is."""

    def __init__(self, comparison: Comparison, side: Side) -> None:
        self.at = 0
        self._units = comparison.document(side).units
        self._places = RowPlaces(comparison)
        self._side: Side = side
        self._unit = 0

    def up_to(self, end: int) -> Iterator[_Owned]:
        """Yield the stretches from where it is to ``end``, and move there."""
        while self.at < end:
            unit = self._units[self._unit] if self._unit < len(self._units) else None
            if unit is None:
                yield self._stretch(end, None)
            elif unit.end <= self.at:
                self._unit += 1
            elif unit.start > self.at:
                yield self._stretch(min(end, unit.start), None)
            else:
                row = self._places.row_of_unit(self._side, self._unit)
                yield self._stretch(min(end, unit.end), row)

    def skip_to(self, offset: int) -> None:
        """Move on without a word."""
        self.at = offset

    def _stretch(self, end: int, row: int | None) -> _Owned:
        start, self.at = self.at, end
        return _Owned(start, end, row)
