"""The walk over both texts, of what goes out alone, with the notes at their words.

A form that shows both texts at once tells every change of a row it holds, else it
would give back neither text. So kinds choose rows here: those that hold such a
difference. Where rows are left out the walk says so.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.exports.merged_walk import Piece, merged_walk
from tui_app.core.exports.report import EVERYTHING_OUT, Remark, Report
from tui_app.core.kinds import ALL_KINDS
from tui_app.core.model import SIDES, Side, Span


class Opening(NamedTuple):
    """What a note is on begins here; ``number`` is its own in the report, from 0."""

    number: int
    remark: Remark


class Closing(NamedTuple):
    """What a note is on ends here."""

    number: int
    remark: Remark


class Omission(NamedTuple):
    """Rows that do not go out stand here."""


Step = Piece | Opening | Closing | Omission


def chosen_walk(report: Report) -> Iterator[Step]:
    """Yield the pieces of the rows that go out, cut where a note begins or ends.

    Every note on such a row opens and closes once, in this order. Notes on the whole
    do not stand here.
    """
    rows = _chosen_rows(report)
    comparison = report.comparison
    pieces = merged_walk(comparison, rows)
    walk: Iterable[Piece | Omission] = pieces
    if rows is not None:
        walk = _of_rows(pieces, rows)
    if report.watch is not None:
        walk = _watched(walk, report.watch)
    noted = [
        (number, remark)
        for number, remark in enumerate(report.remarks)
        if remark.rows and (rows is None or not rows.isdisjoint(remark.rows))
    ]
    return _with_notes(walk, comparison, noted) if noted else iter(walk)


def _chosen_rows(report: Report) -> frozenset[int] | None:
    """Return the rows that go out, ``None`` for all."""
    choice = report.choice
    if choice == EVERYTHING_OUT:
        return None
    if choice.kinds != ALL_KINDS:
        report = replace(report, choice=choice._replace(changed_only=True))
    return frozenset(report.rows())


def _watched(
    walk: Iterable[Piece | Omission], watch: Callable[[int], None]
) -> Iterator[Piece | Omission]:
    told = -1
    for piece in walk:
        if isinstance(piece, Piece) and piece.row not in {None, told}:
            told = piece.row or 0
            watch(told)
        yield piece


def _of_rows(
    walk: Iterable[Piece], rows: Collection[int]
) -> Iterator[Piece | Omission]:
    """Yield the pieces of these rows, and white space between neighbours."""
    between: list[Piece] = []
    begun = omitted = False
    for piece in walk:
        if piece.row is None:
            between.append(piece)
            continue
        if piece.row in rows:
            if begun and omitted:
                yield Omission()
            elif begun:
                yield from between
            begun, omitted = True, False
            yield piece
        else:
            omitted = True
        between.clear()


class _Mark(NamedTuple):
    """A place in one text where what a note is on begins or ends, in their order.

    At one place notes end before others begin; one on a gap does both, ``late``.
    """

    offset: int
    late: bool
    number: int
    closes: bool


def _with_notes(
    walk: Iterable[Piece | Omission],
    comparison: Comparison,
    noted: Iterable[tuple[int, Remark]],
) -> Iterator[Step]:
    notes = _Notes(comparison, noted)
    for piece in walk:
        if isinstance(piece, Omission):
            yield piece
            continue
        for part in notes.cut(piece):
            yield from notes.before(part)
            yield part
            yield from notes.behind(part)
    yield from notes.rest()


class _Notes:
    """Which notes are open where the walk has come to, and which are still to come."""

    def __init__(
        self, comparison: Comparison, noted: Iterable[tuple[int, Remark]]
    ) -> None:
        self._remarks = dict(noted)
        self._ends_to_come: dict[int, int] = {}
        self._open: set[int] = set()
        self._marks: dict[Side, list[_Mark]] = {"left": [], "right": []}
        self._at: dict[Side, int] = {"left": 0, "right": 0}
        for number, remark in self._remarks.items():
            spans = _extents(comparison, remark)
            self._ends_to_come[number] = len(spans)
            for side, (start, end) in spans.items():
                opening = _Mark(start, late=True, number=number, closes=False)
                closing = _Mark(end, late=start == end, number=number, closes=True)
                self._marks[side] += opening, closing
        for marks in self._marks.values():
            marks.sort()

    def cut(self, piece: Piece) -> Iterator[Piece]:
        """Yield the piece in parts, cut wherever a note begins or ends within."""
        size = _size(piece)
        cuts = {0, size}
        for side in SIDES:
            if (span := piece.span(side)) is not None:
                cuts.update(at - span.start for at in self._within(side, span))
        for start, end in pairwise(sorted(cuts)):
            yield piece._replace(
                left=_part(piece.left, start, end), right=_part(piece.right, start, end)
            )

    def _within(self, side: Side, span: Span) -> Iterator[int]:
        marks = self._marks[side]
        first = bisect_left(marks, span.start + 1, key=lambda one: one.offset)
        for number in range(first, len(marks)):
            if marks[number].offset >= span.end:
                return
            yield marks[number].offset

    def before(self, piece: Piece) -> Iterator[Opening | Closing]:
        """Yield what begins with the piece, and what should have ended before."""
        for side in SIDES:
            if (span := piece.span(side)) is not None:
                yield from self._up_to(side, span.start, late=True)

    def behind(self, piece: Piece) -> Iterator[Opening | Closing]:
        """Yield what ends with the piece."""
        for side in SIDES:
            if (span := piece.span(side)) is not None:
                yield from self._up_to(side, span.end, late=False)

    def rest(self) -> Iterator[Opening | Closing]:
        """Yield what stands behind the last piece, and close what is open."""
        for side in SIDES:
            marks = self._marks[side]
            if marks:
                yield from self._up_to(side, marks[-1].offset, late=True)

    def _up_to(
        self, side: Side, offset: int, *, late: bool
    ) -> Iterator[Opening | Closing]:
        """Yield what lies up to the offset, what is late there only if asked."""
        marks = self._marks[side]
        while self._at[side] < len(marks):
            mark = marks[self._at[side]]
            if (mark.offset, mark.late) > (offset, late):
                return
            self._at[side] += 1
            yield from self._passed(mark)

    def _passed(self, mark: _Mark) -> Iterator[Opening | Closing]:
        number = mark.number
        if mark.closes:
            self._ends_to_come[number] -= 1
            if not self._ends_to_come[number]:
                yield Closing(number, self._remarks[number])
        elif number not in self._open:
            self._open.add(number)
            yield Opening(number, self._remarks[number])


def _extents(comparison: Comparison, remark: Remark) -> dict[Side, Span]:
    """Return from where to where the note goes in each text, in one at least.

    It is on its words, or else on its rows. One on a passage that moved is on its
    place in the right text, so that it does not embrace all that stands between.
    """
    found: dict[Side, Span] = {}
    for side, spans in zip(SIDES, (remark.left, remark.right), strict=True):
        if spans:
            ends = max(one.end for one in spans)
            found[side] = Span(min(one.start for one in spans), ends)
    found = found or _of_its_rows(comparison, remark)
    moved = any(comparison.rows[row].moved for row in remark.rows)
    if len(found) > 1 and (moved or _is_gap(found["left"])):
        del found["left"]
    elif len(found) > 1 and _is_gap(found["right"]):
        del found["right"]
    return found


def _of_its_rows(comparison: Comparison, remark: Remark) -> dict[Side, Span]:
    found: dict[Side, Span] = {}
    rows = [comparison.rows[row] for row in remark.rows]
    for side in SIDES:
        units = comparison.document(side).units
        mine = [units[number] for row in rows for number in row.units(side)]
        if mine:
            found[side] = Span(min(u.start for u in mine), max(u.end for u in mine))
    return found


def _is_gap(span: Span) -> bool:
    return span.start == span.end


def _size(piece: Piece) -> int:
    span = piece.left or piece.right
    return span.end - span.start if span else 0


def _part(span: Span | None, start: int, end: int) -> Span | None:
    return span and Span(span.start + start, span.start + end)
