"""From beads of atoms to links between units."""

from __future__ import annotations

from collections.abc import Iterable

from tui_app.core.align.beads import Patch
from tui_app.core.align.candidates import overlap
from tui_app.core.align.witnesses import Bag, Pair, Witness

PART = [0.25]


def unit_links(pair: Pair, patch: Patch) -> list[tuple[int, int]]:
    """Return which units of a bead belong together.

    All pairs where one side is a single unit. Else each word is spent once: the
    pair that shares most is linked and what it shares is taken from both, as
    long as a fair part of the lighter unit is left to share.
    """
    left = _parts(pair.left, patch.l0, patch.l1)
    right = _parts(pair.right, patch.r0, patch.r1)
    if len(left) == 1 or len(right) == 1:
        return [(i, j) for i in left for j in right]
    mass = {(0, i): _mass(bag, pair) for i, bag in left.items()}
    mass |= {(1, j): _mass(bag, pair) for j, bag in right.items()}
    open_pairs = {(i, j) for i in left for j in right}
    found: list[tuple[int, int]] = []
    while open_pairs:
        shared, i, j = max(
            (overlap(left[i], right[j], pair.weights), -i, -j) for i, j in open_pairs
        )
        i, j = -i, -j
        if not shared or shared < PART[0] * min(mass[0, i], mass[1, j]):
            break
        found.append((i, j))
        open_pairs.remove((i, j))
        _spend(left[i], right[j])
    for (i, j) in sorted(open_pairs):
        if all(i != a for a, _ in found) and all(j != b for _, b in found):
            found.append((i, j))
    return found


def _mass(bag: Bag, pair: Pair) -> int:
    return sum(count * pair.weights[item] for item, count in bag.items()) 


def _spend(left: Bag, right: Bag) -> None:
    for item, count in left.items():
        both = min(count, right.get(item, 0))
        if both:
            left[item] -= both
            right[item] -= both


def _parts(witness: Witness, start: int, end: int) -> dict[int, Bag]:
    """Return the merged bag of each unit's atoms between ``start`` and ``end``."""
    found: dict[int, Bag] = {}
    for atom in range(start, end):
        bag = found.setdefault(witness.owner[atom], {})
        for item, count in witness.bags[atom].items():
            bag[item] = bag.get(item, 0) + count
    return found


def all_links(pair: Pair, patches: Iterable[Patch]) -> set[tuple[int, int]]:
    """Return the links of all the beads."""
    return {link for patch in patches for link in unit_links(pair, patch)}
