"""From beads of atoms to links between units."""

from __future__ import annotations

from collections.abc import Iterable

from tui_app.core.align.bags import Bag, Items, overlap
from tui_app.core.align.beads import Patch
from tui_app.core.align.rules import units_between
from tui_app.core.align.witnesses import Pair, Witness

_FAIR_PART = 0.18


def unit_links(pair: Pair, patch: Patch) -> list[tuple[int, int]]:
    """Return which units of a bead belong together.

    All pairs where one side is a single unit. Else every word is spent once:
    the pair that shares most is linked and what it shares taken from both, as
    long as a fair part of the lighter unit is left to share.
    """
    lefts = units_between(pair.left, patch.l0, patch.l1)
    rights = units_between(pair.right, patch.r0, patch.r1)
    if len(lefts) == 1 or len(rights) == 1:
        return [(i, j) for i in lefts for j in rights]
    masses = (
        _masses(pair.left, patch.l0, patch.l1),
        _masses(pair.right, patch.r0, patch.r1),
    )
    return _spent(
        _parts(pair.items, pair.left, patch.l0, patch.l1),
        _parts(pair.items, pair.right, patch.r0, patch.r1),
        {(i, j): min(masses[0][i], masses[1][j]) for i in lefts for j in rights},
        pair.items,
    )


def _spent(
    left: dict[int, Bag],
    right: dict[int, Bag],
    light: dict[tuple[int, int], int],
    items: Items,
) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    shared = {(i, j): overlap(left[i], right[j]) for i, j in light}
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
                shared[link] = overlap(left[link[0]], right[link[1]])
    return found


def _parts(items: Items, witness: Witness, start: int, end: int) -> dict[int, Bag]:
    """Return the merged bag of each unit's atoms between ``start`` and ``end``."""
    bags: dict[int, list[Bag]] = {}
    for atom in range(start, end):
        bags.setdefault(witness.owner[atom], []).append(witness.bags[atom])
    return {unit: items.merged(found) for unit, found in bags.items()}


def _masses(witness: Witness, start: int, end: int) -> dict[int, int]:
    found: dict[int, int] = {}
    for atom in range(start, end):
        unit = witness.owner[atom]
        found[unit] = found.get(unit, 0) + witness.mass[atom]
    return found


def all_links(pair: Pair, patches: Iterable[Patch]) -> set[tuple[int, int]]:
    """Return the links of all the beads."""
    return {link for patch in patches for link in unit_links(pair, patch)}
