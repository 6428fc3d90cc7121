"""Rows: how an alignment lays them out, and how a hand joins and splits them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from tui_app.core.chains import heaviest_chain
from tui_app.core.model import Alignment, Bead, Document, Relation, Row, Side
from tui_app.core.text.characters import same_but_for_space

# Unit numbers of both sides that make one row.
RowPart = tuple[tuple[int, ...], tuple[int, ...]]


def build_rows(
    left: Document,
    right: Document,
    alignment: Alignment,
    before: Iterable[Row] = (),
) -> tuple[Row, ...]:
    """Return the rows in the order of the left text.

    Units of the right without a counterpart stand after the row that holds the
    unit before them in the right text, as far as that row did not move, and after
    the lone units of the left that follow it: first what went, then what came.
    O(n log n) in the number of units. ``before`` are rows of the same documents
    under another alignment: what they say of passages is not found again.
    """
    relations = {(row.left, row.right): row.relation for row in before}
    beads = sorted(alignment.beads, key=lambda bead: bead.left)
    kept = in_reading_order(beads)
    rows = [
        Row(
            bead.left,
            bead.right,
            relations.get(bead.sides) or _relation(left, right, bead),
            bead.score,
            not in_order,
        )
        for bead, in_order in zip(beads, kept, strict=True)
    ]
    lone = _lone_left(len(left.units), beads)
    if lone:
        rows += lone
        rows.sort(key=lambda row: row.left)
    return tuple(_with_lone_right(rows, len(right.units)))


def in_reading_order(beads: Sequence[Bead]) -> bytearray:
    """Mark the beads that make the heaviest chain in both texts.

    Beads that follow each other without a gap on both sides stand or fall
    together, so the chain is one of runs: a few hundred in a book.
    """
    order = sorted(range(len(beads)), key=lambda number: beads[number].right)
    ranks = [0] * len(beads)
    for rank, number in enumerate(order):
        ranks[number] = rank
    starts = [
        number
        for number, rank in enumerate(ranks)
        if number == 0 or rank != ranks[number - 1] + 1
    ]
    ends = [*starts[1:], len(beads)]
    runs = list(zip(starts, ends, strict=False))
    weights = [
        sum(len(bead.left) + len(bead.right) for bead in beads[start:end])
        for start, end in runs
    ]
    kept = bytearray(len(beads))
    for run in heaviest_chain([ranks[start] for start in starts], weights):
        start, end = runs[run]
        kept[start:end] = b"\1" * (end - start)
    return kept


def _relation(left: Document, right: Document, bead: Bead) -> Relation:
    same = same_but_for_space(passage(left, bead.left), passage(right, bead.right))
    return Relation.SAME if same else Relation.CHANGED


def passage(document: Document, units: Sequence[int]) -> str:
    """Return the texts of the units, joined by a space."""
    if len(units) == 1:
        return document.unit_text(units[0])
    return " ".join(document.unit_text(number) for number in units)


def _lone_left(count: int, beads: Iterable[Bead]) -> list[Row]:
    taken = bytearray(count)
    for bead in beads:
        for number in bead.left:
            taken[number] = 1
    return [
        Row((number,), (), Relation.LEFT_ONLY, None, moved=False)
        for number, has in enumerate(taken)
        if not has
    ]


def _with_lone_right(rows: list[Row], count: int) -> Iterator[Row]:
    following = _followers(rows, count)
    yield from _lone_right(following.get(-1, ()))
    for at, row in enumerate(rows):
        yield row
        if at in following:
            yield from _lone_right(following[at])


def _followers(rows: Sequence[Row], count: int) -> dict[int, list[int]]:
    """Return the lone units of the right by the row they follow, -1 for none."""
    holders = [-2] * count
    for at, row in enumerate(rows):
        for number in row.right:
            holders[number] = -1 if row.moved else at
    following: dict[int, list[int]] = {}
    last = _past_lone_left(rows, -1)
    for number, holder in enumerate(holders):
        if holder == -2:
            following.setdefault(last, []).append(number)
        elif holder > last:
            last = _past_lone_left(rows, holder)
    return following


def _past_lone_left(rows: Sequence[Row], at: int) -> int:
    """Return the last row of the run of lone left units that follows ``at``."""
    while at + 1 < len(rows) and not rows[at + 1].right:
        at += 1
    return at


def _lone_right(numbers: Iterable[int]) -> Iterator[Row]:
    for number in numbers:
        yield Row((), (number,), Relation.RIGHT_ONLY, None, moved=False)


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
