"""Beads of one whole unit each side."""

from __future__ import annotations

from tui_app.core.align.beads import Patch
from tui_app.core.align.candidates import Overlaps
from tui_app.core.align.ranks import BothRanked
from tui_app.core.align.witnesses import Pair


def whole_units(pair: Pair, rows: Overlaps, ranks: BothRanked) -> list[Patch]:
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


def whole_unit(pair: Pair, left: int, right: int, shared: int) -> Patch:
    """Return the bead of all atoms of two units."""
    l0, l1 = pair.left.first[left : left + 2]
    r0, r1 = pair.right.first[right : right + 2]
    mass = pair.left.unit_mass[left] + pair.right.unit_mass[right]
    heaviest = max(pair.left.mass[l0:l1]) + max(pair.right.mass[r0:r1])
    return Patch(l0, l1, r0, r1, shared, mass, (mass + heaviest) // 2)
