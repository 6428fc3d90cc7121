"""Units left over that stand out for each other from all others."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from math import sqrt

from tui_app.core.align.candidates import Overlaps, transposed
from tui_app.core.align.costs import quantile
from tui_app.core.align.witnesses import Pair

_Link = tuple[int, int]
_ORDINARY = 0.8
# What linked units lead by is known badly from few of them.
_USUAL_LEAD = 40.0
_WEIGHT_OF_USUAL = 10


def outstanding_links(
    pair: Pair, rows: Overlaps, links: Collection[_Link]
) -> list[_Link]:
    """Return links of unlinked units that stand out for each other.

    What counts is the lead in Dice of the best partner over the second, times the
    root of the lighter mass: long passages differ less by chance. On both sides it
    must pass what four of five linked units reach with their counterparts left
    aside. ``rows`` holds the overlaps of units.
    """
    linked = {i for i, _ in links}, {j for _, j in links}
    usual = [_USUAL_LEAD] * _WEIGHT_OF_USUAL
    for side, units in zip(_leads(pair, rows, links), linked, strict=True):
        usual += [lead for unit, (_, lead) in side.items() if unit in units]
    least = quantile(sorted(usual), _ORDINARY)
    of_left, of_right = _leads(pair, rows, ())
    return [
        (i, j)
        for i, ((_, j), lead) in sorted(of_left.items())
        if i not in linked[0]
        and j not in linked[1]
        and of_right[j][0] == (i, j)
        and min(lead, of_right[j][1]) > least
    ]


_Leads = dict[int, tuple[_Link, float]]


def _leads(pair: Pair, rows: Overlaps, but: Collection[_Link]) -> tuple[_Leads, _Leads]:
    """Return the best link and its lead of every unit, links ``but`` left aside."""
    columns = transposed(rows, len(pair.right.unit_mass))
    of_left = {i: [(i, j) for j in row] for i, row in enumerate(rows)}
    of_right = {j: [(i, j) for i in column] for j, column in enumerate(columns)}

    def leads(of_units: dict[int, list[_Link]]) -> _Leads:
        counted = {
            unit: [link for link in links if link not in but]
            for unit, links in of_units.items()
        }
        return {
            unit: _lead(pair, rows, links) for unit, links in counted.items() if links
        }

    return leads(of_left), leads(of_right)


def _lead(pair: Pair, rows: Overlaps, links: Iterable[_Link]) -> tuple[_Link, float]:
    left, right = pair.left.unit_mass, pair.right.unit_mass
    dice = {(i, j): 2 * rows[i][j] / max(1, left[i] + right[j]) for i, j in links}
    best, *others = sorted(dice, key=lambda link: (-dice[link], link))
    lead = dice[best] - (dice[others[0]] if others else 0.0)
    return best, lead * sqrt(min(left[best[0]], right[best[1]]))
