"""Beads of one whole unit each side."""

from __future__ import annotations

from tui_app.core.align.beads import Patch
from tui_app.core.align.candidates import (
    Overlaps,
    best_by_dice,
    transposed,
)
from tui_app.core.align.witnesses import Pair

_BY_DICE = 3


def whole_units(pair: Pair, rows: Overlaps) -> list[Patch]:
    """Return the beads of one whole unit each side, the best three of each unit.

    Growing atom by atom stops before a long unit is whole, although the whole
    may be the better match; half of what lies beyond the heaviest atoms counts
    as grown. ``rows`` holds the overlaps of units.
    """
    left, right = pair.left, pair.right
    wanted = set()
    for unit, row in enumerate(rows):
        best = best_by_dice(row, left.unit_mass[unit], right.unit_mass, _BY_DICE)
        wanted |= {(unit, other) for other in best}
    for unit, column in enumerate(transposed(rows, len(right.unit_bags))):
        best = best_by_dice(column, right.unit_mass[unit], left.unit_mass, _BY_DICE)
        wanted |= {(other, unit) for other in best}
    return [
        whole_unit(pair, i, j, rows[i][j])
        for i, j in sorted(wanted)
        if not (left.is_atom(i) and right.is_atom(j))
    ]


def whole_unit(pair: Pair, left: int, right: int, shared: int) -> Patch:
    """Return the bead of all atoms of two units."""
    l0, l1 = pair.left.first[left : left + 2]
    r0, r1 = pair.right.first[right : right + 2]
    mass = pair.left.unit_mass[left] + pair.right.unit_mass[right]
    heaviest = max(pair.left.mass[l0:l1]) + max(pair.right.mass[r0:r1])
    return Patch(l0, l1, r0, r1, shared, mass, (mass + heaviest) // 2)
