"""Links that follow from where a passage stands, with little to see in its words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from math import log
from typing import NamedTuple

from tui_app.core.align.bags import Bag, overlap
from tui_app.core.align.beads import Patch
from tui_app.core.align.gaps import Gap, gaps
from tui_app.core.align.rules import Rules, units_between
from tui_app.core.align.witnesses import Pair

# In log-odds: how rare a counterpart without shared words is, what a Dice
# coefficient is worth beyond that of strangers, what speaks against a gap open
# on one side and against two passages for one.
_WORDLESS = log(0.03)
_PER_DICE = 30.0
_DICE_OF_STRANGERS = 0.07
_OPEN = 2.0
_UNEVEN = 2.0
_LONGEST = 3
_SAME_LENGTH = 0.5


class _Line(NamedTuple):
    """One text as a row of passages: bags, masses, which of them are held."""

    bags: Sequence[Bag]
    mass: Sequence[int]
    held: Sequence[bool]


def fill_units(
    pair: Pair, links: Collection[tuple[int, int]], rules: Rules
) -> list[Patch]:
    """Return beads of whole free units that face each other between links."""
    left, right = pair.left, pair.right
    lines = (
        _Line(
            left.unit_bags,
            left.unit_mass,
            _held(left.unit_bags, {i for i, _ in links} | rules.closed_left),
        ),
        _Line(
            right.unit_bags,
            right.unit_mass,
            _held(right.unit_bags, {j for _, j in links} | rules.closed_right),
        ),
    )
    found = _fill(*lines, links, links)
    first, other = left.first, right.first
    atoms = [
        Patch(
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
    return _allowed(pair, atoms, rules)


def fill_atoms(pair: Pair, patches: Sequence[Patch], rules: Rules) -> list[Patch]:
    """Return beads of free atoms that face each other between beads."""
    left, right = pair.left, pair.right
    in_left = {atom for patch in patches for atom in patch.lefts()}
    in_right = {atom for patch in patches for atom in patch.rights()}
    in_left |= {
        atom for atom, unit in enumerate(left.owner) if unit in rules.closed_left
    }
    in_right |= {
        atom for atom, unit in enumerate(right.owner) if unit in rules.closed_right
    }
    found = _fill(
        _Line(left.bags, left.mass, _held(left.bags, in_left)),
        _Line(right.bags, right.mass, _held(right.bags, in_right)),
        {(patch.l0, patch.r0) for patch in patches},
        {(patch.l1 - 1, patch.r1 - 1) for patch in patches},
    )
    return _allowed(pair, found, rules)


def _held(bags: Sequence[Bag], linked: Collection[int]) -> list[bool]:
    return [number in linked for number in range(len(bags))]


def _allowed(pair: Pair, patches: Sequence[Patch], rules: Rules) -> list[Patch]:
    if rules.none:
        return list(patches)
    return [
        patch
        for patch in patches
        if rules.allow(
            units_between(pair.left, patch.l0, patch.l1),
            units_between(pair.right, patch.r0, patch.r1),
        )
    ]


def _fill(
    left: _Line,
    right: _Line,
    starts: Collection[tuple[int, int]],
    ends: Collection[tuple[int, int]],
) -> list[Patch]:
    found = gaps(starts, ends, left.held, right.held)
    prior = _prior(found, left.held, right.held)
    used_left: set[int] = set()
    used_right: set[int] = set()
    filled: list[Patch] = []
    for gap in sorted(found, key=lambda gap: (not gap.closed, gap)):
        for patch in _facing(gap, left, right):
            odds = prior + _evidence(patch, gap, left, right)
            fresh = used_left.isdisjoint(patch.lefts()) and used_right.isdisjoint(
                patch.rights()
            )
            if odds >= 0 and fresh:
                used_left.update(patch.lefts())
                used_right.update(patch.rights())
                filled.append(patch)
    return filled


def _prior(
    found: Sequence[Gap], held_left: Sequence[bool], held_right: Sequence[bool]
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


def _facing(gap: Gap, left: _Line, right: _Line) -> Iterator[Patch]:
    """Yield who would be linked: one by one, or one with two or three."""
    short, long = sorted((gap.lefts, gap.rights))
    if short == long <= _LONGEST:
        for step in range(short):
            i, j = gap.l0 + step, gap.r0 + step
            yield _patch(i, i + 1, j, j + 1, left, right)
    elif short == 1 and long <= _LONGEST and gap.closed:
        yield _patch(gap.l0, gap.l1, gap.r0, gap.r1, left, right)


def _patch(
    l0: int,
    l1: int,
    r0: int,
    r1: int,
    left: _Line,
    right: _Line,
) -> Patch:
    shared = sum(
        overlap(one, other) for one in left.bags[l0:l1] for other in right.bags[r0:r1]
    )
    mass = sum(left.mass[l0:l1]) + sum(right.mass[r0:r1])
    return Patch(l0, l1, r0, r1, shared, mass, mass)


def _evidence(patch: Patch, gap: Gap, left: _Line, right: _Line) -> float:
    lengths = sum(left.mass[patch.l0 : patch.l1]), sum(right.mass[patch.r0 : patch.r1])
    unlike = abs(log((lengths[0] + 1000) / (lengths[1] + 1000)))
    return (
        _PER_DICE * (patch.dice - _DICE_OF_STRANGERS)
        - max(0.0, unlike - _SAME_LENGTH)
        - (0 if gap.closed else _OPEN)
        - (0 if gap.lefts == gap.rights else _UNEVEN)
    )
