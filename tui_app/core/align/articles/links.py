"""Links between units, from beads of clauses: every word speaks for one link only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from tui_app.core.align.articles.bags import Bag, BagItems, shared_weight
from tui_app.core.align.articles.beads import AtomBead
from tui_app.core.align.articles.weighed_texts import (
    WeighedPair,
    WeighedText,
    units_between,
)

_Link = tuple[int, int]

# The part of the lighter unit that a link within a bead must find unspent.
_FAIR_PART = 0.18
# What must be left to share where as many links stand alone as do not.
_PART = 0.06


def all_links(pair: WeighedPair, beads: Iterable[AtomBead]) -> set[tuple[int, int]]:
    """Return the links of all the beads."""
    return {link for bead in beads for link in unit_links(pair, bead)}


def unit_links(pair: WeighedPair, bead: AtomBead) -> list[tuple[int, int]]:
    """Return which units of a bead belong together.

    All pairs where one side is a single unit. Else every word is spent once:
    the pair that shares most is linked and what it shares taken from both, as
    long as a fair part of the lighter unit is left to share.
    """
    lefts = units_between(pair.left, bead.l0, bead.l1)
    rights = units_between(pair.right, bead.r0, bead.r1)
    if len(lefts) == 1 or len(rights) == 1:
        return [(i, j) for i in lefts for j in rights]
    masses = (
        _masses(pair.left, bead.l0, bead.l1),
        _masses(pair.right, bead.r0, bead.r1),
    )
    return _spent(
        _parts(pair.items, pair.left, bead.l0, bead.l1),
        _parts(pair.items, pair.right, bead.r0, bead.r1),
        {(i, j): min(masses[0][i], masses[1][j]) for i in lefts for j in rights},
        pair.items,
    )


def _spent(
    left: dict[int, Bag],
    right: dict[int, Bag],
    light: dict[tuple[int, int], int],
    items: BagItems,
) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    shared = {(i, j): shared_weight(left[i], right[j]) for i, j in light}
    while shared:
        best = min(shared, key=lambda link: (-shared[link], link))
        weight = shared.pop(best)
        if not weight or weight < _FAIR_PART * light[best]:
            break
        found.append(best)
        i, j = best
        left[i], right[j] = items.rest(left[i], right[j]), items.rest(right[j], left[i])
        for link in shared:
            if link[0] == i or link[1] == j:
                shared[link] = shared_weight(left[link[0]], right[link[1]])
    return found


def _parts(items: BagItems, text: WeighedText, start: int, end: int) -> dict[int, Bag]:
    """Return the merged bag of each unit's atoms between ``start`` and ``end``."""
    bags: dict[int, list[Bag]] = {}
    for atom in range(start, end):
        bags.setdefault(text.owner[atom], []).append(text.bags[atom])
    return {unit: items.merged(found) for unit, found in bags.items()}


def _masses(text: WeighedText, start: int, end: int) -> dict[int, int]:
    found: dict[int, int] = {}
    for atom in range(start, end):
        unit = text.owner[atom]
        found[unit] = found.get(unit, 0) + text.mass[atom]
    return found


def chance_straddles(
    pair: WeighedPair, links: Collection[_Link], placed: Collection[_Link]
) -> set[_Link]:
    """Return the links that straddle others, but by no more than chance.

    A link straddles where both its units have other links: a clause of one unit
    stands in the neighbour of its counterpart. Every word is spent once, by the
    links that share most; the straddling link must have a part of both units left
    to share, and the more so the more links of this pair stand alone. The weakest
    are dropped first, and no unit loses its last link. The links ``placed`` were
    found by where they stand and need no words.
    """
    lefts, rights = Counter(i for i, _ in links), Counter(j for _, j in links)
    alone = sum(lefts[i] == 1 == rights[j] for i, j in links)
    least = _PART * (alone + 1) / (len(links) - alone + 1)
    left_over = _left_over(pair, links, lefts, rights)
    dropped: set[_Link] = set()
    for (i, j), dice in reversed(left_over.items()):
        straddles = lefts[i] > 1 and rights[j] > 1
        if straddles and dice < least and (i, j) not in placed:
            dropped.add((i, j))
            lefts[i] -= 1
            rights[j] -= 1
    return dropped


def _left_over(
    pair: WeighedPair,
    links: Collection[_Link],
    lefts: Mapping[int, int],
    rights: Mapping[int, int],
) -> dict[_Link, float]:
    """Return the Dice coefficients of what links share that earlier ones left over.

    Those that share most come first; only links are looked at that straddle or hang
    together with one that does.
    """
    joined = _together(
        links, [(i, j) for i, j in links if lefts[i] > 1 and rights[j] > 1]
    )
    own = {i: pair.left.unit_bags[i] for i, _ in joined}
    other = {j: pair.right.unit_bags[j] for _, j in joined}
    shared = {(i, j): pair.shared_by_units(i, j) for i, j in joined}
    rest = pair.items.rest
    found: dict[_Link, float] = {}
    for i, j in sorted(shared, key=lambda link: (-shared[link], link)):
        found[i, j] = _dice(pair, i, j, own[i], other[j])
        own[i], other[j] = rest(own[i], other[j]), rest(other[j], own[i])
    return found


def _together(links: Collection[_Link], found: Sequence[_Link]) -> Sequence[_Link]:
    """Return what of ``links`` hangs together with those found, by common units."""
    before = -1
    while len(found) > before:
        before = len(found)
        lefts, rights = {i for i, _ in found}, {j for _, j in found}
        found = [(i, j) for i, j in links if i in lefts or j in rights]
    return found


def _dice(pair: WeighedPair, i: int, j: int, own: Bag, other: Bag) -> float:
    mass = pair.left.unit_mass[i] + pair.right.unit_mass[j]
    return 2 * shared_weight(own, other) / max(1, mass)
