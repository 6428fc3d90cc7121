"""Links that straddle two others: right only where the pair moves its clauses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from tui_app.core.align.bags import Bag, overlap
from tui_app.core.align.witnesses import Pair

_Link = tuple[int, int]
# What must be left to share where as many links stand alone as do not.
_PART = 0.06


def chance_straddles(
    pair: Pair, links: Collection[_Link], placed: Collection[_Link]
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
    pair: Pair,
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


def _dice(pair: Pair, i: int, j: int, own: Bag, other: Bag) -> float:
    mass = pair.left.unit_mass[i] + pair.right.unit_mass[j]
    return 2 * overlap(own, other) / max(1, mass)
