"""From beads of atoms to links between units."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui_app.core.align.beads import Patch
from tui_app.core.align.candidates import overlap
from tui_app.core.align.witnesses import Bag, Pair, Witness, merged

_FAIR_PART = 0.18


def unit_links(pair: Pair, patch: Patch) -> list[tuple[int, int]]:
    """Return which units of a bead belong together.

    All pairs where one side is a single unit. Else every word is spent once:
    the pair that shares most is linked and what it shares taken from both, as
    long as a fair part of the lighter unit is left to share.
    """
    left = _parts(pair.left, patch.l0, patch.l1)
    right = _parts(pair.right, patch.r0, patch.r1)
    if len(left) == 1 or len(right) == 1:
        return [(i, j) for i in left for j in right]
    masses = (
        _masses(pair.left, patch.l0, patch.l1),
        _masses(pair.right, patch.r0, patch.r1),
    )
    light = {(i, j): min(masses[0][i], masses[1][j]) for i in left for j in right}
    return _spent(left, right, light, pair.weights)


def _spent(
    left: dict[int, Bag],
    right: dict[int, Bag],
    light: dict[tuple[int, int], int],
    weights: Sequence[int],
) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    while light:
        shared = {(i, j): overlap(left[i], right[j], weights) for i, j in light}
        best = min(shared, key=lambda link: (-shared[link], link))
        if not shared[best] or shared[best] < _FAIR_PART * light.pop(best):
            break
        found.append(best)
        spend(left[best[0]], right[best[1]])
    return found


def spend(left: Bag, right: Bag) -> None:
    """Take from both bags what they share."""
    for item in left.keys() & right.keys():
        both = min(left[item], right[item])
        for bag in (left, right):
            bag[item] -= both
            if not bag[item]:
                del bag[item]


def _parts(witness: Witness, start: int, end: int) -> dict[int, Bag]:
    """Return the merged bag of each unit's atoms between ``start`` and ``end``."""
    bags: dict[int, list[Bag]] = {}
    for atom in range(start, end):
        bags.setdefault(witness.owner[atom], []).append(witness.bags[atom])
    return {unit: dict(merged(found)) for unit, found in bags.items()}


def _masses(witness: Witness, start: int, end: int) -> dict[int, int]:
    found: dict[int, int] = {}
    for atom in range(start, end):
        unit = witness.owner[atom]
        found[unit] = found.get(unit, 0) + witness.mass[atom]
    return found


def all_links(pair: Pair, patches: Iterable[Patch]) -> set[tuple[int, int]]:
    """Return the links of all the beads."""
    return {link for patch in patches for link in unit_links(pair, patch)}
