"""Beads of n:m neighbouring atoms, grown from pairs that share much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tui_app.core.align.candidates import (
    Overlaps,
    best_by_dice,
    overlap,
    transposed,
)
from tui_app.core.align.rules import Rules, units_between
from tui_app.core.align.witnesses import Bag, Pair, Witness, merged

Known = dict[tuple[int, int, int, int, bool, int], int]
"""What beads gain by an atom: their bounds, whether it is a left one, and which."""

_ROOM = 24
_BY_DICE = 3


@dataclass(frozen=True, slots=True)
class Patch:
    """Left atoms ``l0:l1`` against right atoms ``r0:r1``: a bead of atoms.

    ``overlap`` is the weight that the merged bags share, ``mass`` the weight of
    both bags together, ``seed`` the part of the mass that the bead grew from.
    """

    l0: int
    l1: int
    r0: int
    r1: int
    overlap: int
    mass: int
    seed: int

    @property
    def dice(self) -> float:
        """Return the shared part of the mass, 0 to 1."""
        return 2 * self.overlap / self.mass if self.mass else 0.0

    def gain(self, cost: float) -> float:
        """Return what the bead is worth when a unit of mass costs ``cost``."""
        return 2 * self.overlap - cost * self.mass

    def value(self, cost: float, growth: float) -> float:
        """Return the gain when what was grown costs ``growth`` instead."""
        return 2 * self.overlap - cost * self.seed - growth * (self.mass - self.seed)

    def lefts(self) -> range:
        """Return the left atoms."""
        return range(self.l0, self.l1)

    def rights(self) -> range:
        """Return the right atoms."""
        return range(self.r0, self.r1)


def seeds(pair: Pair, overlaps: Overlaps) -> list[tuple[int, int]]:
    """Return the pairs of atoms that beads grow from.

    These are the best three of each row and column by Dice and the best one by
    plain overlap, which finds the short inside the long.
    """
    left, right = pair.left.mass, pair.right.mass
    found = set()
    for atom, row in enumerate(overlaps):
        found |= {(atom, other) for other in _best(row, left[atom], right)}
    for atom, column in enumerate(transposed(overlaps, len(right))):
        found |= {(other, atom) for other in _best(column, right[atom], left)}
    return sorted(found)


def _best(row: dict[int, int], mass: int, masses: Sequence[int]) -> set[int]:
    best = set(best_by_dice(row, mass, masses, _BY_DICE))
    if best:
        best.add(max(row, key=lambda item: (row[item], -item)))
    return best


def grow(
    pair: Pair,
    pairs: Iterable[tuple[int, int]],
    cost: float,
    rules: Rules,
    known: Known | None = None,
) -> list[Patch]:
    """Return every stage of growing each pair while a neighbour is worth its cost.

    The neighbour with the largest 2 × (overlap gained) - ``cost`` × mass joins,
    to at most twenty-four atoms. ``known`` holds what was measured before on the
    same pair, whatever the cost, and takes what is measured now.
    """
    known = {} if known is None else known
    stages: dict[tuple[int, int, int, int], Patch] = {}
    for left, right in pairs:
        for patch in _Growth(pair, left, right, rules, known).stages(cost):
            key = (patch.l0, patch.l1, patch.r0, patch.r1)
            if key in stages:
                break
            stages[key] = patch
    return list(stages.values())


class _Growth:
    """A bead while it grows: its bounds and what is left to share on each side."""

    def __init__(
        self, pair: Pair, left: int, right: int, rules: Rules, known: Known
    ) -> None:
        self.pair, self.rules, self.known = pair, rules, known
        self.l0, self.l1, self.r0, self.r1 = left, left + 1, right, right + 1
        self.left = pair.left.bags[left]
        self.right = pair.right.bags[right]
        self.mass = self.seed = pair.left.mass[left] + pair.right.mass[right]
        key = left, left, right, right, True, left
        if key not in known:
            known[key] = overlap(self.left, self.right, pair.weights)
        self.overlap = known[key]

    def stages(self, cost: float) -> Iterator[Patch]:
        """Yield the bead as it is and after every atom it takes in."""
        yield self._patch()
        while self.l1 - self.l0 + self.r1 - self.r0 < _ROOM and self._step(cost):
            yield self._patch()

    def _patch(self) -> Patch:
        return Patch(
            self.l0, self.l1, self.r0, self.r1, self.overlap, self.mass, self.seed
        )

    def _step(self, cost: float) -> bool:
        best, gained, at, on_left = 0.0, 0, 0, False
        for is_left, atom in self._neighbours():
            shared = self._gained(is_left, atom)
            gain = 2 * shared - cost * self._witness(is_left).mass[atom]
            if gain > best and self._allowed(is_left, atom):
                best, gained, at, on_left = gain, shared, atom, is_left
        if best:
            self.overlap += gained
            self._take(on_left, at)
        return bool(best)

    def _neighbours(self) -> Iterator[tuple[bool, int]]:
        if self.l0:
            yield True, self.l0 - 1
        if self.l1 < len(self.pair.left.bags):
            yield True, self.l1
        if self.r0:
            yield False, self.r0 - 1
        if self.r1 < len(self.pair.right.bags):
            yield False, self.r1

    def _witness(self, is_left: bool) -> Witness:
        return self.pair.left if is_left else self.pair.right

    def _gained(self, is_left: bool, atom: int) -> int:
        key = self.l0, self.l1, self.r0, self.r1, is_left, atom
        found = self.known.get(key)
        if found is None:
            own, other = self.left, self.right
            if not is_left:
                own, other = other, own
            added = self._witness(is_left).bags[atom]
            found = self.known[key] = gained(own, added, other, self.pair.weights)
        return found

    def _allowed(self, is_left: bool, atom: int) -> bool:
        if self.rules.none:
            return True
        l0, l1, r0, r1 = self._bounds(is_left, atom)
        return self.rules.allow(
            units_between(self.pair.left, l0, l1),
            units_between(self.pair.right, r0, r1),
        )

    def _bounds(self, is_left: bool, atom: int) -> tuple[int, int, int, int]:
        if is_left:
            return min(self.l0, atom), max(self.l1, atom + 1), self.r0, self.r1
        return self.l0, self.l1, min(self.r0, atom), max(self.r1, atom + 1)

    def _take(self, is_left: bool, atom: int) -> None:
        self.l0, self.l1, self.r0, self.r1 = self._bounds(is_left, atom)
        witness = self._witness(is_left)
        self.mass += witness.mass[atom]
        if is_left:
            self.left = merged([self.left, witness.bags[atom]])
        else:
            self.right = merged([self.right, witness.bags[atom]])


def gained(own: Bag, added: Bag, other: Bag, weights: Sequence[int]) -> int:
    """Return what ``other`` shares with ``own`` + ``added`` beyond ``own`` alone."""
    total = 0
    for item in added.keys() & other.keys():
        wanted = other[item] - own.get(item, 0)
        if wanted > 0:
            count = added[item]
            if count > 1:
                count = min(count, wanted)
            total += count * weights[item]
    return total
