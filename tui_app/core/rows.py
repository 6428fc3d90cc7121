"""From an alignment to the rows that the reader shows, each unit once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui_app.core.chain import heaviest_chain
from tui_app.core.model import Alignment, Bead, Document, Relation, Row
from tui_app.core.whitespace import fold_space


def build_rows(
    left: Document, right: Document, alignment: Alignment
) -> tuple[Row, ...]:
    """Return the rows in the order of the left text.

    Units of the right without a counterpart stand after the row that holds the
    unit before them in the right text, as far as that row did not move.
    O(n log n) in the number of units.
    """
    beads = sorted(alignment.beads, key=lambda bead: bead.left)
    kept = _in_reading_order(beads)
    rows = [
        Row(
            bead.left,
            bead.right,
            _relation(left, right, bead),
            bead.score,
            moved=number not in kept,
        )
        for number, bead in enumerate(beads)
    ]
    rows += _lone_left(len(left.units), beads)
    rows.sort(key=lambda row: row.left)
    return tuple(_with_lone_right(rows, len(right.units)))


def _in_reading_order(beads: Sequence[Bead]) -> set[int]:
    """Return the numbers of the beads that make the heaviest chain in both texts."""
    return set(
        heaviest_chain(
            [bead.right[0] for bead in beads],
            [len(bead.left) + len(bead.right) for bead in beads],
        )
    )


def _relation(left: Document, right: Document, bead: Bead) -> Relation:
    same = fold_space(passage(left, bead.left)) == fold_space(
        passage(right, bead.right)
    )
    return Relation.SAME if same else Relation.CHANGED


def passage(document: Document, units: Iterable[int]) -> str:
    """Return the texts of the units, joined by a space."""
    return " ".join(document.unit_text(number) for number in units)


def _lone_left(count: int, beads: Iterable[Bead]) -> list[Row]:
    taken = {number for bead in beads for number in bead.left}
    return [
        Row((number,), (), Relation.LEFT_ONLY, None, moved=False)
        for number in range(count)
        if number not in taken
    ]


def _with_lone_right(rows: list[Row], count: int) -> Iterable[Row]:
    taken = {number for row in rows for number in row.right}
    lone = [number for number in range(count) if number not in taken]
    following: dict[int, list[int]] = {}
    holders = {
        number: at
        for at, row in enumerate(rows)
        if not row.moved
        for number in row.right
    }
    holder = -1
    waiting = iter(lone)
    number = next(waiting, None)
    for unit in range(count):
        holder = max(holder, holders.get(unit, -1))
        if unit == number:
            following.setdefault(holder, []).append(unit)
            number = next(waiting, None)
    yield from _lone_right(following.get(-1, []))
    for at, row in enumerate(rows):
        yield row
        yield from _lone_right(following.get(at, []))


def _lone_right(numbers: Iterable[int]) -> Iterable[Row]:
    for number in numbers:
        yield Row((), (number,), Relation.RIGHT_ONLY, None, moved=False)
