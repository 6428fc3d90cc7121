"""What a bead must share to be worth having, learnt from the two texts themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui_app.core.align.articles.beads import AtomBead
from tui_app.core.align.articles.candidates import BothRanked, Ranked
from tui_app.core.align.articles.weighed_texts import WeighedPair, WeighedText

# Where nothing is known yet: a quarter of the mass of a seed is to be shared, a
# third of a neighbour's (twice what is shared counts against the cost).
_SHARED = 0.25
_JOINED = 0.7
# Where one text retells the whole of the other.
_SHARED_IN_RETELLING = 0.12
# Between what a seed costs and what joining does, grown mass costs so much of it.
_GROWN_AT = 0.4

# What few observations are filled up with, and how many of it.
_USUAL_RESIDUE = 0.33
_WEIGHT_OF_USUAL = 6
_USUAL_CHANCE = 0.3
_WEIGHT_OF_CHANCE = 4
_LEAST_CHANCE = 0.2

_LEAST_JOINED, _MOST_JOINED = 0.5, 1.1
# The Dice coefficient of beads that are certain.
_CERTAIN = 0.4


class Costs(NamedTuple):
    """What mass costs in a bead: where it starts, and where it grows."""

    seed: float = _SHARED
    joining: float = _JOINED

    def value(self, bead: AtomBead) -> float:
        """Return what the bead counts in a chain."""
        return bead.value(self.seed, self.grown)

    @property
    def grown(self) -> float:
        """Return what grown mass costs in a chain: more than that of a seed."""
        return self.seed + _GROWN_AT * (self.joining - self.seed)


class Coverage(NamedTuple):
    """How much of each text is linked (0 to 1), and how alike the links are."""

    left: float
    right: float
    alike: float


def coverage(pair: WeighedPair, beads: Sequence[AtomBead]) -> Coverage:
    """Return the linked parts of both masses and the median Dice of the beads."""
    dice = sorted(bead.dice for bead in beads)
    return Coverage(
        _linked(pair.left, (bead.lefts() for bead in beads)),
        _linked(pair.right, (bead.rights() for bead in beads)),
        dice[len(dice) // 2] if dice else 0.0,
    )


def _linked(text: WeighedText, ranges: Iterable[range]) -> float:
    linked = sum(text.mass[atom] for atoms in ranges for atom in atoms)
    return linked / max(1, sum(text.mass))


def joining_cost(pair: WeighedPair, chain: Sequence[AtomBead]) -> float:
    """Return what a neighbour must share to join a bead.

    Twice the residue that nine of ten neighbours stay below which have a
    certain counterpart of their own, and so share by chance.
    """
    residues = sorted([*_residues(pair, chain), *[_USUAL_RESIDUE] * _WEIGHT_OF_USUAL])
    return min(max(2 * quantile(residues, 0.9), _LEAST_JOINED), _MOST_JOINED)


def _residues(pair: WeighedPair, chain: Sequence[AtomBead]) -> Iterable[float]:
    left, right = pair.left, pair.right
    certain = {
        (bead.l0, bead.r0)
        for bead in chain
        if bead.l1 - bead.l0 == 1 == bead.r1 - bead.r0 and bead.dice > _CERTAIN
    }
    for i, j in certain:
        bounds = i, i + 1, j, j + 1
        for a, b in ((i + 1, j + 1), (i - 1, j - 1)):
            if (a, b) in certain:
                yield pair.gained(bounds, True, a) / max(1, left.mass[a])
                yield pair.gained(bounds, False, b) / max(1, right.mass[b])


def seed_cost(found: Coverage) -> float:
    """Return what a bead must share in the second run.

    Little where one text retells the whole of the other in other words; the
    usual where much is without counterpart, or where links are near copies, so
    that what is hardly alike is something else.
    """
    alone = min(1.0, 2 - found.left - found.right)
    copied = min(1.0, max(0.0, (found.alike - 0.6) / 0.4))
    return _SHARED_IN_RETELLING + (_SHARED - _SHARED_IN_RETELLING) * max(alone, copied)


def chance(ranks: BothRanked, linked: Sequence[AtomBead]) -> float:
    """Return the Dice coefficient that linked atoms reach elsewhere by chance.

    Four of five atoms with a counterpart stay below it with their best match
    away from that counterpart.
    """
    lefts = {i: range(p.r0 - 1, p.r1 + 1) for p in linked for i in p.lefts()}
    rights = {j: range(p.l0 - 1, p.l1 + 1) for p in linked for j in p.rights()}
    found = [_USUAL_CHANCE] * _WEIGHT_OF_CHANCE
    for side, own in zip(ranks, (lefts, rights), strict=True):
        found += [_best_but(side[atom], near) for atom, near in own.items()]
    return max(_LEAST_CHANCE, quantile(sorted(found), 0.8))


def _best_but(ranked: Ranked, near: range) -> float:
    """Return the highest Dice coefficient with a partner that is not ``near``."""
    for partner, dice in zip(ranked.partners, ranked.dice, strict=True):
        if partner not in near:
            return dice
    return 0.0


def quantile(values: Sequence[float], part: float) -> float:
    """Return the value below which ``part`` of the sorted values lie."""
    return values[min(len(values) - 1, int(part * len(values)))]
