"""Gaps between links: what faces each other there may be a pair without many words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from math import log
from typing import NamedTuple

from tui_app.core.align.articles.bags import Bag, shared_weight
from tui_app.core.align.articles.beads import AtomBead
from tui_app.core.align.articles.weighed_texts import WeighedPair, units_between
from tui_app.core.align.settled import Settled

# In log-odds: how rare a counterpart without shared words is, what a Dice
# coefficient is worth beyond that of strangers, what speaks against a gap open
# on one side and against two passages for one.
_WORDLESS = log(0.03)
_PER_DICE = 30.0
_DICE_OF_STRANGERS = 0.07
_OPEN = 2.0
_UNEVEN = 2.0
# Lengths this far apart, in logarithms, are still the same.
_SAME_LENGTH = 0.5
# Passages of a side that may be linked by what they face.
_LONGEST = 3


def fill_units(
    pair: WeighedPair, links: Collection[tuple[int, int]], settled: Settled
) -> list[AtomBead]:
    """Return beads of whole free units that face each other between links."""
    left, right = pair.left, pair.right
    lines = (
        _Line(
            left.unit_bags,
            left.unit_mass,
            _held(left.unit_bags, {i for i, _ in links} | settled.closed_left),
        ),
        _Line(
            right.unit_bags,
            right.unit_mass,
            _held(right.unit_bags, {j for _, j in links} | settled.closed_right),
        ),
    )
    found = _fill(*lines, links, links)
    first, other = left.first, right.first
    atoms = [
        AtomBead(
            first[p.l0],
            first[p.l1],
            other[p.r0],
            other[p.r1],
            p.overlap,
            p.mass,
            p.mass,
        )
        for p in found
    ]
    return _allowed(pair, atoms, settled)


def fill_atoms(
    pair: WeighedPair, beads: Sequence[AtomBead], settled: Settled
) -> list[AtomBead]:
    """Return beads of free atoms that face each other between beads."""
    left, right = pair.left, pair.right
    in_left = {atom for bead in beads for atom in bead.lefts()}
    in_right = {atom for bead in beads for atom in bead.rights()}
    in_left |= {
        atom for atom, unit in enumerate(left.owner) if unit in settled.closed_left
    }
    in_right |= {
        atom for atom, unit in enumerate(right.owner) if unit in settled.closed_right
    }
    found = _fill(
        _Line(left.bags, left.mass, _held(left.bags, in_left)),
        _Line(right.bags, right.mass, _held(right.bags, in_right)),
        {(bead.l0, bead.r0) for bead in beads},
        {(bead.l1 - 1, bead.r1 - 1) for bead in beads},
    )
    return _allowed(pair, found, settled)


def _held(bags: Sequence[Bag], linked: Collection[int]) -> list[bool]:
    return [number in linked for number in range(len(bags))]


def _allowed(
    pair: WeighedPair, beads: Sequence[AtomBead], settled: Settled
) -> list[AtomBead]:
    if settled.forbids_nothing:
        return list(beads)
    return [
        bead
        for bead in beads
        if settled.allow(
            units_between(pair.left, bead.l0, bead.l1),
            units_between(pair.right, bead.r0, bead.r1),
        )
    ]


class _Line(NamedTuple):
    """One text as a row of passages: bags, masses, which of them are held."""

    bags: Sequence[Bag]
    mass: Sequence[int]
    held: Sequence[bool]


def _fill(
    left: _Line,
    right: _Line,
    starts: Collection[tuple[int, int]],
    ends: Collection[tuple[int, int]],
) -> list[AtomBead]:
    found = gaps(starts, ends, left.held, right.held)
    prior = _prior(found, left.held, right.held)
    used_left: set[int] = set()
    used_right: set[int] = set()
    filled: list[AtomBead] = []
    for gap in sorted(found, key=lambda gap: (not gap.closed, gap)):
        for bead in _facing(gap, left, right):
            odds = prior + _evidence(bead, gap, left, right)
            fresh = used_left.isdisjoint(bead.lefts()) and used_right.isdisjoint(
                bead.rights()
            )
            if odds >= 0 and fresh:
                used_left.update(bead.lefts())
                used_right.update(bead.rights())
                filled.append(bead)
    return filled


class AtomGap(NamedTuple):
    """Free passages ``l0:l1`` of the left against ``r0:r1`` of the right.

    ``closed`` tells that links stand on both ends of it, or the texts end.
    """

    l0: int
    l1: int
    r0: int
    r1: int
    closed: bool

    @property
    def lefts(self) -> int:
        """Return how many free passages stand on the left."""
        return self.l1 - self.l0

    @property
    def rights(self) -> int:
        """Return how many free passages stand on the right."""
        return self.r1 - self.r0


def gaps(
    starts: Collection[tuple[int, int]],
    ends: Collection[tuple[int, int]],
    held_left: Sequence[bool],
    held_right: Sequence[bool],
) -> list[AtomGap]:
    """Return what lies free after and before the linked passages.

    ``starts`` and ``ends`` are the first and last passages of beads; what is
    held is linked or out of play.
    """
    width, height = len(held_left), len(held_right)
    found: dict[tuple[int, int, int, int], bool] = {}
    for i, j in sorted({*ends, (-1, -1)}):
        a, b = _free_end(held_left, i + 1), _free_end(held_right, j + 1)
        closed = (a, b) in starts or (a == width and b == height)
        found[i + 1, a, j + 1, b] = closed
    for a, b in sorted({*starts, (width, height)}):
        i, j = _free_start(held_left, a), _free_start(held_right, b)
        found.setdefault((i, a, j, b), False)
    return [
        AtomGap(*bounds, closed=closed)
        for bounds, closed in sorted(found.items())
        if bounds[0] < bounds[1] and bounds[2] < bounds[3]
    ]


def _free_end(held: Sequence[bool], at: int) -> int:
    while at < len(held) and not held[at]:
        at += 1
    return at


def _free_start(held: Sequence[bool], at: int) -> int:
    while at and not held[at - 1]:
        at -= 1
    return at


def _prior(
    found: Sequence[AtomGap], held_left: Sequence[bool], held_right: Sequence[bool]
) -> float:
    """Return the log-odds that two passages facing each other are counterparts.

    Against it stands that both are alone: as often as passages of this pair
    are that face nothing.
    """
    facing = [min(gap.lefts, gap.rights) for gap in found if gap.closed]
    return _WORDLESS - sum(
        log((alone + 0.5) / (held.count(True) + alone + 1))
        for held in (list(held_left), list(held_right))
        for alone in [max(0, held.count(False) - sum(facing))]
    )


def _facing(gap: AtomGap, left: _Line, right: _Line) -> Iterator[AtomBead]:
    """Yield who would be linked: one by one, or one with two or three."""
    short, long = sorted((gap.lefts, gap.rights))
    if short == long <= _LONGEST:
        for step in range(short):
            i, j = gap.l0 + step, gap.r0 + step
            yield _bead(i, i + 1, j, j + 1, left, right)
    elif short == 1 and long <= _LONGEST and gap.closed:
        yield _bead(gap.l0, gap.l1, gap.r0, gap.r1, left, right)


def _bead(
    l0: int,
    l1: int,
    r0: int,
    r1: int,
    left: _Line,
    right: _Line,
) -> AtomBead:
    shared = sum(
        shared_weight(one, other)
        for one in left.bags[l0:l1]
        for other in right.bags[r0:r1]
    )
    mass = sum(left.mass[l0:l1]) + sum(right.mass[r0:r1])
    return AtomBead(l0, l1, r0, r1, shared, mass, mass)


def _evidence(bead: AtomBead, gap: AtomGap, left: _Line, right: _Line) -> float:
    lengths = sum(left.mass[bead.l0 : bead.l1]), sum(right.mass[bead.r0 : bead.r1])
    unlike = abs(log((lengths[0] + 1000) / (lengths[1] + 1000)))
    return (
        _PER_DICE * (bead.dice - _DICE_OF_STRANGERS)
        - max(0.0, unlike - _SAME_LENGTH)
        - (0 if gap.closed else _OPEN)
        - (0 if gap.lefts == gap.rights else _UNEVEN)
    )
