"""The pairs of passages worth looking at, and how alike each one's partners are.

Comparing all with all would be quadratic: only pairs that share rare words are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui_app.core.align.articles.bags import Bag, weight_of
from tui_app.core.align.articles.equal_atoms import EqualAtoms
from tui_app.core.align.articles.weighed_texts import WeighedPair
from tui_app.core.align.settled import Settled

# By left passage: the weight that it shares with right ones.
Overlaps = Sequence[dict[int, int]]

# Partners of a passage that are kept.
_KEPT = 6
# Words in more atoms find nothing by themselves.
_COMMON = 40
# The best partners of a passage, and the Dice coefficient they must pass.
_BEST = 3
_LEAST_DICE = 0.06

_NONE: frozenset[int] = frozenset()


class Candidates:
    """The likely partners of every atom, found once whatever is settled by hand.

    Likely are, of each row and each column, the six with the most shared words, and
    the one that is equal and answers it by its place. Words in more than forty atoms
    find nothing by themselves.
    """

    def __init__(self, pair: WeighedPair, equal: EqualAtoms) -> None:
        self._pair = pair
        self._equal = equal.of_left
        self._bags = pair.left.bags, pair.right.bags
        words = _postings(pair.right.bags, pair.words)
        common = {item for item, found in words.items() if len(found) > _COMMON}
        self._rare = pair.words - pair.items.all_copies(common)
        self._places: dict[int, dict[int, list[int]]] = {1: words}
        rows = [self._row(0, atom) for atom in range(len(pair.left.bags))]
        columns = transposed(rows, len(pair.right.bags))
        self._best = [_most(row) for row in rows], [_most(row) for row in columns]

    def under(self, settled: Settled) -> list[dict[int, int]]:
        """Return for every left atom its overlaps with its likely right atoms."""
        rows, columns = (
            self._best if settled.forbids_nothing else self._allowed(settled)
        )
        kept = [set(row) for row in rows]
        for right, column in enumerate(columns):
            for left in column:
                kept[left].add(right)
        for left, right in self._equal.items():
            if self._may_be(settled, left, right):
                kept[left].add(right)
        measure = self._pair.shared_by_atoms
        return [
            {right: measure(left, right) for right in sorted(row)}
            for left, row in enumerate(kept)
        ]

    def _row(self, side: int, atom: int) -> dict[int, int]:
        """Return the weight of the rare words that an atom shares with others."""
        row: dict[int, int] = {}
        get, places = row.get, self._places[1 - side]
        for item in self._bags[side][atom] & self._rare:
            weight = weight_of(item)
            for other in places.get(item, ()):
                row[other] = get(other, 0) + weight
        return row

    def _may_be(self, settled: Settled, left: int, right: int) -> bool:
        owners = self._pair.left.owner[left], self._pair.right.owner[right]
        return settled.forbids_nothing or settled.allow(owners[:1], owners[1:])

    def _allowed(self, settled: Settled) -> tuple[list[list[int]], list[list[int]]]:
        """Return the likely partners that may be: most are who they would be anyway."""
        apart = _Apart(self._pair, settled)
        if 0 not in self._places:
            self._places[0] = _postings(self._bags[0], self._rare)
        return self._side(0, apart), self._side(1, apart)

    def _side(self, side: int, apart: _Apart) -> list[list[int]]:
        return [
            _most(apart.without(side, atom, self._row(side, atom)))
            if apart.divides(side, atom, best)
            else best
            for atom, best in enumerate(self._best[side])
        ]


class _Apart:
    """Atoms kept apart by hand, side by side: 0 for the left, 1 for the right."""

    def __init__(self, pair: WeighedPair, settled: Settled) -> None:
        left, right = pair.left, pair.right
        self._closed = (
            {atom for unit in settled.closed_left for atom in left.atoms_of(unit)},
            {atom for unit in settled.closed_right for atom in right.atoms_of(unit)},
        )
        self._parted: tuple[dict[int, set[int]], dict[int, set[int]]] = {}, {}
        for i, j in settled.parted:
            for one in left.atoms_of(i):
                self._parted[0].setdefault(one, set()).update(right.atoms_of(j))
            for one in right.atoms_of(j):
                self._parted[1].setdefault(one, set()).update(left.atoms_of(i))

    def divides(self, side: int, atom: int, others: Iterable[int]) -> bool:
        """Tell whether the atom may not be linked to all of the others."""
        return (
            (atom in self._closed[side] and bool(others))
            or not self._closed[1 - side].isdisjoint(others)
            or not self._parted[side].get(atom, _NONE).isdisjoint(others)
        )

    def without(self, side: int, atom: int, row: dict[int, int]) -> dict[int, int]:
        """Return the row less the atoms that this one may not be linked to."""
        if atom in self._closed[side]:
            return {}
        no = self._closed[1 - side] | self._parted[side].get(atom, _NONE)
        return {other: weight for other, weight in row.items() if other not in no}


def unit_candidates(pair: WeighedPair, overlaps: Overlaps) -> list[dict[int, int]]:
    """Return for every left unit its overlaps with right units, by its atoms'."""
    rows: list[set[int]] = [set() for _ in pair.left.unit_bags]
    for atom, found in enumerate(overlaps):
        rows[pair.left.owner[atom]].update(pair.right.owner[other] for other in found)
    measure = pair.shared_by_units
    return [
        {right: measure(left, right) for right in sorted(row)}
        for left, row in enumerate(rows)
    ]


def transposed(rows: Overlaps, width: int) -> list[dict[int, int]]:
    """Return the columns of a sparse table."""
    columns: list[dict[int, int]] = [{} for _ in range(width)]
    for left, row in enumerate(rows):
        for right, weight in row.items():
            columns[right][left] = weight
    return columns


def _most(row: dict[int, int]) -> list[int]:
    """Return the six items with the highest values, the first of equal ones."""
    if len(row) <= _KEPT:
        return list(row)
    least = sorted(row.values())[-_KEPT]
    found = [item for item, value in row.items() if value >= least]
    if len(found) == _KEPT:
        return found
    return sorted(sorted(found), key=row.__getitem__, reverse=True)[:_KEPT]


def _postings(bags: Iterable[Bag], words: Bag) -> dict[int, list[int]]:
    """Return which atoms have each of the words."""
    found: dict[int, list[int]] = {}
    for atom, bag in enumerate(bags):
        for item in bag & words:
            found.setdefault(item, []).append(atom)
    return found


class Ranked(NamedTuple):
    """One passage's partners by falling Dice coefficients.

    Of equal ones the first is that which answers it by its place, then they are in
    order.

    ``best`` are the first three that are somewhat alike, ``heaviest`` is the one
    that shares most, -1 where there is none alike.
    """

    row: dict[int, int]
    partners: list[int]
    dice: list[float]
    best: list[int]
    heaviest: int


# The passages of the left and those of the right.
BothRanked = tuple[list[Ranked], list[Ranked]]


class Ranks:
    """The ranked partners of both texts' passages.

    What was ranked is kept: whatever else is settled by hand, nearly all rows are
    the same.
    """

    def __init__(
        self, left: Sequence[int], right: Sequence[int], equal: EqualAtoms
    ) -> None:
        self._masses = left, right
        self._equal = equal
        self._kept: tuple[list[Ranked | None], list[Ranked | None]] = (
            [None] * len(left),
            [None] * len(right),
        )

    def of(self, overlaps: Overlaps) -> BothRanked:
        """Return the ranked rows and columns of a table of overlaps."""
        columns = transposed(overlaps, len(self._masses[1]))
        return self._side(overlaps, 0), self._side(columns, 1)

    def _side(self, rows: Overlaps, side: int) -> list[Ranked]:
        kept = self._kept[side]
        masses, others = self._masses[side], self._masses[1 - side]
        equal = self._equal[side]
        found = []
        for number, row in enumerate(rows):
            ranked = kept[number]
            if ranked is None or ranked.row != row:
                first = equal.get(number, -1)
                ranked = kept[number] = _ranked(row, masses[number], others, first)
            found.append(ranked)
        return found


def _ranked(
    row: dict[int, int], mass: int, masses: Sequence[int], first: int
) -> Ranked:
    if first in row:
        row = {first: row[first], **row}
    dice = {item: 2 * shared / (mass + masses[item]) for item, shared in row.items()}
    partners = sorted(dice, key=dice.__getitem__, reverse=True)
    best = [
        item
        for item in partners[:_BEST]
        if 2 * row[item] > _LEAST_DICE * (mass + masses[item])
    ]
    heaviest = max(row, key=row.__getitem__) if best else -1
    return Ranked(row, partners, sorted(dice.values(), reverse=True), best, heaviest)
