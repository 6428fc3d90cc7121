"""Beads of n:m neighbouring atoms, grown from pairs that share much."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest

from tui_app.core.align.witnesses import Bag, Pair

Overlaps = Sequence[dict[int, int]]

_ROOM = 24
_BY_DICE = 3


@dataclass(frozen=True, slots=True)
class Patch:
    """Left atoms ``l0:l1`` against right atoms ``r0:r1``.

    ``overlap`` is the weight that the merged bags share, ``mass`` the weight of
    both bags together.
    """

    l0: int
    l1: int
    r0: int
    r1: int
    overlap: int
    mass: int

    @property
    def dice(self) -> float:
        """Return the shared part of the mass, 0 to 1."""
        return 2 * self.overlap / self.mass if self.mass else 0.0

    def gain(self, cost: float) -> float:
        """Return what the bead is worth when an atom's mass costs ``cost``."""
        return 2 * self.overlap - cost * self.mass


def seeds(pair: Pair, overlaps: Overlaps) -> list[tuple[int, int]]:
    """Return the pairs of atoms that beads grow from.

    These are the best three of each row and column by Dice and the best one by
    plain overlap, which finds the short inside the long.
    """
    columns: list[dict[int, int]] = [{} for _ in pair.right.bags]
    for left, row in enumerate(overlaps):
        for right, shared in row.items():
            columns[right][left] = shared
    found = set()
    for left, row in enumerate(overlaps):
        found |= {(left, right) for right in _best(row, pair.left.mass[left], pair.right.mass)}
    for right, column in enumerate(columns):
        found |= {(left, right) for left in _best(column, pair.right.mass[right], pair.left.mass)}
    return sorted(found)


def _best(row: dict[int, int], mass: int, masses: Sequence[int]) -> set[int]:
    if not row:
        return set()
    dice = {item: shared / (mass + masses[item]) for item, shared in row.items()}
    best = nlargest(_BY_DICE, dice, key=lambda item: (dice[item], -item))
    return {*best, max(row, key=lambda item: (row[item], -item))}


def grow(pair: Pair, pairs: Iterable[tuple[int, int]], cost: float) -> list[Patch]:
    """Return every stage of growing each pair while a neighbour is worth its cost.

    The neighbour with the largest 2 × (overlap gained) - ``cost`` × mass joins,
    to at most twenty-four atoms.
    """
    stages: dict[tuple[int, int, int, int], Patch] = {}
    for left, right in pairs:
        for patch in _Growth(pair, left, right).stages(cost):
            key = (patch.l0, patch.l1, patch.r0, patch.r1)
            if key in stages:
                break
            stages[key] = patch
    return list(stages.values())


class _Growth:
    """A bead while it grows: its bounds and the merged bags of both sides."""

    def __init__(self, pair: Pair, left: int, right: int) -> None:
        self.pair = pair
        self.l0, self.l1, self.r0, self.r1 = left, left + 1, right, right + 1
        self.left = dict(pair.left.bags[left])
        self.right = dict(pair.right.bags[right])
        self.mass = pair.left.mass[left] + pair.right.mass[right]
        self.overlap = _gained({}, self.left, self.right, pair.weights)

    def stages(self, cost: float) -> Iterable[Patch]:
        """Yield the bead as it is and after every atom it takes in."""
        yield self._patch()
        while self.l1 - self.l0 + self.r1 - self.r0 < _ROOM and self._step(cost):
            yield self._patch()

    def _patch(self) -> Patch:
        return Patch(self.l0, self.l1, self.r0, self.r1, self.overlap, self.mass)

    def _step(self, cost: float) -> bool:
        best, gained, chosen = 0.0, 0, ""
        for name, mass, shared in self._neighbours():
            gain = 2 * shared - cost * mass
            if gain > best:
                best, gained, chosen = gain, shared, name
        if chosen:
            self.overlap += gained
            self._take(chosen)
        return bool(chosen)

    def _neighbours(self) -> Iterable[tuple[str, int, int]]:
        left, right, weights = self.pair.left, self.pair.right, self.pair.weights
        for name, side, atom, own, other in (
            ("l0", left, self.l0 - 1, self.left, self.right),
            ("l1", left, self.l1, self.left, self.right),
            ("r0", right, self.r0 - 1, self.right, self.left),
            ("r1", right, self.r1, self.right, self.left),
        ):
            if 0 <= atom < len(side.bags):
                yield name, side.mass[atom], _gained(own, side.bags[atom], other, weights)

    def _take(self, name: str) -> None:
        witness, bag = (
            (self.pair.left, self.left) if name[0] == "l" else (self.pair.right, self.right)
        )
        atom = getattr(self, name) - (name[1] == "0")
        setattr(self, name, getattr(self, name) + (1 if name[1] == "1" else -1))
        self.mass += witness.mass[atom]
        for item, count in witness.bags[atom].items():
            bag[item] = bag.get(item, 0) + count


def _gained(own: Bag, added: Bag, other: Bag, weights: Sequence[int]) -> int:
    """Return what ``other`` shares with ``own`` + ``added`` beyond ``own`` alone."""
    total = 0
    for item, count in added.items():
        wanted = other.get(item)
        if wanted:
            wanted -= own.get(item, 0)
            if wanted > 0:
                total += (count if count < wanted else wanted) * weights[item]
    return total
