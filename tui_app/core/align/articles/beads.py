"""Beads of clauses (atoms): pairs that share much, grown while a neighbour pays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from tui_app.core.align.articles.bags import Bag, shared_weight
from tui_app.core.align.articles.candidates import BothRanked, Overlaps
from tui_app.core.align.articles.weighed_texts import (
    Bounds,
    Step,
    WeighedPair,
    units_between,
)
from tui_app.core.align.settled import Settled

# Atoms of both sides that a bead has room for.
_ROOM = 24

_UNKNOWN: Step = (False, -1, 0)


class AtomBead(NamedTuple):
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

    @property
    def bounds(self) -> Bounds:
        """Return which atoms it holds."""
        return self.l0, self.l1, self.r0, self.r1

    def lefts(self) -> range:
        """Return the left atoms."""
        return range(self.l0, self.l1)

    def rights(self) -> range:
        """Return the right atoms."""
        return range(self.r0, self.r1)


def seeds(ranks: BothRanked) -> list[tuple[int, int]]:
    """Return the pairs of atoms that beads grow from.

    These are the best three of each row and column by Dice and the best one by
    plain overlap, which finds the short inside the long.
    """
    found = set()
    for atom, row in enumerate(ranks[0]):
        found.update([(atom, other) for other in row.best])
        found.add((atom, row.heaviest))
    for atom, column in enumerate(ranks[1]):
        found.update([(other, atom) for other in column.best])
        found.add((column.heaviest, atom))
    return sorted(pair for pair in found if -1 not in pair)


def grow(
    pair: WeighedPair, pairs: Iterable[tuple[int, int]], cost: float, settled: Settled
) -> list[AtomBead]:
    """Return every stage of growing each pair while a neighbour is worth its cost.

    The neighbour with the largest 2 × (overlap gained) - ``cost`` × mass joins,
    to at most twenty-four atoms.
    """
    stages: dict[Bounds, AtomBead] = {}
    steps = pair.steps_at(cost)
    for left, right in pairs:
        first = left, left + 1, right, right + 1
        mass = pair.left.mass[left] + pair.right.mass[right]
        bead = AtomBead(*first, pair.shared_by_atoms(left, right), mass, mass)
        if steps.get(first, _UNKNOWN) is None:
            stages.setdefault(first, bead)
            continue
        for stage in _Growth(pair, bead, cost, settled, steps).stages():
            bounds = stage.bounds
            if bounds in stages:
                break
            stages[bounds] = stage
    return list(stages.values())


class _Growth:
    """A bead while it grows: its bounds and what is left to share on each side."""

    def __init__(
        self,
        pair: WeighedPair,
        seed: AtomBead,
        cost: float,
        settled: Settled,
        steps: dict[Bounds, Step | None],
    ) -> None:
        self.pair, self.cost, self.settled, self.steps = pair, cost, settled, steps
        self.start = seed
        self.l0, self.l1, self.r0, self.r1, self.overlap, self.mass, self.seed = seed
        self.rests: list[Bag | None] = [None, None]

    def stages(self) -> Iterator[AtomBead]:
        """Yield the bead as it is and after every atom it takes in."""
        yield self.start
        while self.l1 - self.l0 + self.r1 - self.r0 < _ROOM and self._step():
            yield self._bead()

    def _bead(self) -> AtomBead:
        return AtomBead(
            self.l0, self.l1, self.r0, self.r1, self.overlap, self.mass, self.seed
        )

    def _step(self) -> bool:
        """Take in the neighbour that gains most, if one does and may."""
        bounds = self.l0, self.l1, self.r0, self.r1
        if bounds not in self.steps:
            self.steps[bounds] = self._best(lambda *_: True)
        best = self.steps[bounds]
        if best:
            is_left, atom, _ = best
            if not self._allowed(is_left, atom):
                best = self._best(self._allowed)
        if best:
            self._take(*best)
        return best is not None

    def _best(self, allowed: Callable[[bool, int], bool]) -> Step | None:
        most, best = 0.0, None
        for is_left, atom in self._neighbours():
            shared = self._gained(is_left, atom)
            mass = (self.pair.left if is_left else self.pair.right).mass[atom]
            gain = 2 * shared - self.cost * mass
            if gain > most and allowed(is_left, atom):
                most, best = gain, (is_left, atom, shared)
        return best

    def _neighbours(self) -> list[tuple[bool, int]]:
        """Return the neighbours that may gain enough, and on which side they are.

        None gains more than it shares with a single atom on the other side.
        """
        pair, cost = self.pair, self.cost
        l0, l1, r0, r1 = self.l0, self.l1, self.r0, self.r1
        left, right, shared = pair.left.mass, pair.right.mass, pair.shared_by_atoms
        single_left, single_right = l1 - l0 == 1, r1 - r0 == 1
        return [
            (True, atom)
            for atom in (l0 - 1, l1)
            if 0 <= atom < len(left)
            and not (single_right and 2 * shared(atom, r0) <= cost * left[atom])
        ] + [
            (False, atom)
            for atom in (r0 - 1, r1)
            if 0 <= atom < len(right)
            and not (single_left and 2 * shared(l0, atom) <= cost * right[atom])
        ]

    def _gained(self, is_left: bool, atom: int) -> int:
        key = self.l0, self.l1, self.r0, self.r1, is_left, atom
        found = self.pair.gains.get(key)
        if found is None:
            added = (self.pair.left if is_left else self.pair.right).bags[atom]
            found = self.pair.gains[key] = shared_weight(added, self._rest(is_left))
        return found

    def _rest(self, of_right: bool) -> Bag:
        """Return what one side has that the other has not."""
        found = self.rests[of_right]
        if found is None:
            items = self.pair.items
            left = items.merged(self.pair.left.bags[self.l0 : self.l1])
            right = items.merged(self.pair.right.bags[self.r0 : self.r1])
            found = items.rest(right, left) if of_right else items.rest(left, right)
            self.rests[of_right] = found
        return found

    def _allowed(self, is_left: bool, atom: int) -> bool:
        if self.settled.forbids_nothing:
            return True
        l0, l1, r0, r1 = self._bounds(is_left, atom)
        return self.settled.allow(
            units_between(self.pair.left, l0, l1),
            units_between(self.pair.right, r0, r1),
        )

    def _bounds(self, is_left: bool, atom: int) -> tuple[int, int, int, int]:
        if is_left:
            return min(self.l0, atom), max(self.l1, atom + 1), self.r0, self.r1
        return self.l0, self.l1, min(self.r0, atom), max(self.r1, atom + 1)

    def _take(self, is_left: bool, atom: int, shared: int) -> None:
        self.overlap += shared
        self.l0, self.l1, self.r0, self.r1 = self._bounds(is_left, atom)
        text = self.pair.left if is_left else self.pair.right
        self.mass += text.mass[atom]
        own, other = self.rests[not is_left], self.rests[is_left]
        if other is None:
            self.rests = [None, None]
            return
        added, items = text.bags[atom], self.pair.items
        if own is not None:
            self.rests[not is_left] = items.merged([own, items.rest(added, other)])
        self.rests[is_left] = items.rest(other, added)


def whole_units(pair: WeighedPair, rows: Overlaps, ranks: BothRanked) -> list[AtomBead]:
    """Return the beads of one whole unit each side, the best three of each unit.

    Growing atom by atom stops before a long unit is whole, although the whole
    may be the better match; half of what lies beyond the heaviest atoms counts
    as grown. ``rows`` holds the overlaps of units, ``ranks`` who is alike.
    """
    left, right = pair.left, pair.right
    wanted = {(i, j) for i, row in enumerate(ranks[0]) for j in row.best}
    wanted |= {(i, j) for j, column in enumerate(ranks[1]) for i in column.best}
    return [
        whole_unit(pair, i, j, rows[i][j])
        for i, j in sorted(wanted)
        if not (left.is_atom(i) and right.is_atom(j))
    ]


def whole_unit(pair: WeighedPair, left: int, right: int, shared: int) -> AtomBead:
    """Return the bead of all atoms of two units."""
    l0, l1 = pair.left.first[left : left + 2]
    r0, r1 = pair.right.first[right : right + 2]
    mass = pair.left.unit_mass[left] + pair.right.unit_mass[right]
    heaviest = max(pair.left.mass[l0:l1]) + max(pair.right.mass[r0:r1])
    return AtomBead(l0, l1, r0, r1, shared, mass, (mass + heaviest) // 2)
