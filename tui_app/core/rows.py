"""Rows: how an alignment lays them out, and how a hand joins and splits them."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, compress
from operator import attrgetter

from tui_app.core.chains import heaviest_chain
from tui_app.core.column_sequence import LARGEST, MANY, NUMBERS
from tui_app.core.link_columns import ColumnBeads, UnitGroups
from tui_app.core.model import Alignment, Bead, Document, Relation, Row, Side
from tui_app.core.text.characters import same_but_for_space
from tui_app.core.units import unit_ends, unit_starts

# Beyond every unit.
_NONE = LARGEST

# Unit numbers of both sides that make one row.
RowPart = tuple[tuple[int, ...], tuple[int, ...]]


def build_rows(
    left: Document,
    right: Document,
    alignment: Alignment,
    before: Sequence[Row] = (),
) -> Sequence[Row]:
    """Return the rows in the order of the left text.

    Units of the right without a counterpart stand after the row that holds the
    unit before them in the right text, as far as that row did not move, and after
    the lone units of the left that follow it: first what went, then what came.
    O(n log n) in the number of units. ``before`` are rows of the same documents
    under another alignment: what they say of passages is not found again.
    """
    found = alignment.beads
    if not isinstance(found, ColumnBeads):
        found = sorted(found, key=attrgetter("left"))
    columns = ColumnBeads.of(found)
    kept = in_reading_order(columns)
    relation = _Relations(left, right, before).of
    beads = zip(columns.lefts, columns.rights, columns.scores, kept, strict=True)
    paired = (
        Row(ours, theirs, relation(ours, theirs), score, not still)
        for ours, theirs, score, still in beads
    )
    lone_left = _lone_units(columns.lefts, len(left.units))
    lone_right = _followers(columns.rights, kept, len(right.units))
    rows = _laid_out(paired, lone_left, lone_right)
    if max(len(left.units), len(right.units)) <= MANY:
        return tuple(rows)
    from tui_app.core.row_columns import ColumnRows

    return ColumnRows.of(rows)


class _Relations:
    """How units of two documents stand to each other; not found again where known.

    ``before`` are rows of the same documents, each found by its first unit of the left.
    """

    def __init__(self, left: Document, right: Document, before: Sequence[Row]) -> None:
        self._left, self._right = _UnitTexts(left), _UnitTexts(right)
        last = max((row.left[0] for row in before if row.left), default=-1)
        self._before, self._at = before, array(NUMBERS, [-1]) * (last + 1)
        for number, row in enumerate(before):
            if row.left:
                self._at[row.left[0]] = number

    def of(self, left: tuple[int, ...], right: tuple[int, ...]) -> Relation:
        """Return how units of both sides stand to each other."""
        if left[0] < len(self._at) and self._at[left[0]] >= 0:
            row = self._before[self._at[left[0]]]
            if (row.left, row.right) == (left, right):
                return row.relation
        same = same_but_for_space(self._left.joined(left), self._right.joined(right))
        return Relation.SAME if same else Relation.CHANGED


class _UnitTexts:
    """The texts of the units of a document."""

    def __init__(self, document: Document) -> None:
        self._text, units = document.text, document.units
        self._starts, self._ends = unit_starts(units), unit_ends(units)

    def joined(self, units: Sequence[int]) -> str:
        """Return the texts of some units, joined by a space."""
        text, starts, ends = self._text, self._starts, self._ends
        if len(units) == 1:
            return text[starts[units[0]] : ends[units[0]]]
        return " ".join(text[starts[number] : ends[number]] for number in units)


def in_reading_order(beads: Sequence[Bead]) -> bytearray:
    """Mark the beads that make the heaviest chain in both texts.

    Beads that follow each other without a gap on both sides stand or fall
    together, so the chain is one of runs: a few hundred in a book.
    """
    columns = ColumnBeads.of(beads)
    lefts, rights = columns.lefts, columns.rights
    ranks = _ranked(rights.firsts())
    starts = [
        number
        for number, rank in enumerate(ranks)
        if number == 0 or rank != ranks[number - 1] + 1
    ]
    ends = [*starts[1:], len(beads)]
    runs = list(zip(starts, ends, strict=False))
    weights = [lefts.size(*run) + rights.size(*run) for run in runs]
    kept = bytearray(len(beads))
    for run in heaviest_chain([ranks[start] for start in starts], weights):
        start, end = runs[run]
        kept[start:end] = b"\1" * (end - start)
    return kept


def _ranked(units: array[int]) -> array[int]:
    """Return for each of the units, no two the same, how many are less."""
    places = array(NUMBERS, [-1]) * (max(units, default=-1) + 1)
    for place, unit in enumerate(units):
        places[unit] = place
    ranks = array(NUMBERS, bytes(units.itemsize * len(units)))
    for rank, place in enumerate(place for place in places if place >= 0):
        ranks[place] = rank
    return ranks


def passage(document: Document, units: Sequence[int]) -> str:
    """Return the texts of the units, joined by a space."""
    if len(units) == 1:
        return document.unit_text(units[0])
    return " ".join(document.unit_text(number) for number in units)


def _laid_out(
    paired: Iterable[Row],
    lone_left: Iterator[int],
    lone_right: Iterator[tuple[int, int]],
) -> Iterator[Row]:
    """Yield the rows with the lone units among them.

    Those of the left stand in its order, those of the right with the number of the
    paired row that they follow, -1 for none, behind the lone ones of the left there.
    """
    following, (after, unit) = next(lone_left, _NONE), next(lone_right, (_NONE, 0))
    for number, row in enumerate(chain(paired, [None]), -1):
        until = _NONE if row is None else row.left[0]
        while following < until:
            yield Row((following,), (), Relation.LEFT_ONLY, None, moved=False)
            following = next(lone_left, _NONE)
        while after == number:
            yield Row((), (unit,), Relation.RIGHT_ONLY, None, moved=False)
            after, unit = next(lone_right, (_NONE, 0))
        if row is not None:
            yield row


def _lone_units(groups: UnitGroups, count: int) -> Iterator[int]:
    """Yield the units, of so many, that stand in none of the groups."""
    lone = bytearray(b"\1") * count
    for number in groups.units:
        lone[number] = 0
    return compress(range(count), lone)


def _followers(
    groups: UnitGroups, still: Sequence[int], count: int
) -> Iterator[tuple[int, int]]:
    """Yield the lone units of the right behind the number of the group they follow.

    That holds the unit before them, as far as it stands ``still``; -1 is none.
    """
    holders = array(NUMBERS, [_NONE]) * count
    for at, group in enumerate(groups):
        for number in group:
            holders[number] = at if still[at] else -1
    last = -1
    for number, holder in enumerate(holders):
        if holder == _NONE:
            yield last, number
        elif holder > last:
            last = holder


def joined_rows(rows: list[Row]) -> RowPart:
    """Return the units of all the rows as one row."""
    left = sorted(number for row in rows for number in row.left)
    right = sorted(number for row in rows for number in row.right)
    return tuple(left), tuple(right)


def split(
    row: Row, left: Document, right: Document, side: Side, offset: int
) -> tuple[RowPart, RowPart] | None:
    """Return the two rows that ``row`` makes, ``None`` where it cannot be split.

    The second begins with the unit at ``offset`` of ``side``, but never with the
    first unit. The other side is cut where it has come equally far by its length
    (Gale and Church 1993 align by nothing else); it may stay whole, in the part that
    holds more of ``side``.
    """
    own, other = (row.left, row.right) if side == "left" else (row.right, row.left)
    document, across = (left, right) if side == "left" else (right, left)
    if len(own) < 2:
        return None
    starts = [document.units[number].start for number in own]
    at = max(1, min(len(own) - 1, bisect_left(starts, offset + 1) - 1))
    share = sum(_lengths(document, own)[:at]) / sum(_lengths(document, own))
    cut = _cut(_lengths(across, other), share)
    first, second = (own[:at], other[:cut]), (own[at:], other[cut:])
    if side == "right":
        return (first[1], first[0]), (second[1], second[0])
    return first, second


def _lengths(document: Document, units: tuple[int, ...]) -> list[int]:
    return [document.units[n].end - document.units[n].start for n in units]


def _cut(lengths: list[int], share: float) -> int:
    """Return how many units come nearest to that share of the whole."""
    whole = sum(lengths)
    reached = [0, *accumulate(lengths)]
    distances = [abs(sum_ - share * whole) for sum_ in reached]
    return distances.index(min(distances))
