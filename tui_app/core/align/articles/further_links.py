"""Further links: units alone that match, repeat a linked one, or stand out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from itertools import islice
from math import sqrt

from tui_app.core.align.articles.beads import AtomBead, whole_unit
from tui_app.core.align.articles.candidates import (
    BothRanked,
    Overlaps,
    Ranked,
    transposed,
)
from tui_app.core.align.articles.costs import quantile
from tui_app.core.align.articles.weighed_texts import WeighedPair

_Link = tuple[int, int]
_Links = Collection[_Link]
_Best = dict[int, tuple[float, int]]
_Leads = dict[int, tuple[_Link, float]]

# The share of linked units whose lead an outstanding link must pass; what linked
# units lead by is known badly from few of them, so some usual ones are added.
_ORDINARY = 0.8
_USUAL_LEAD = 40.0
_WEIGHT_OF_USUAL = 10


def lone_units(
    pair: WeighedPair, ranks: BothRanked, links: _Links, least: float
) -> list[AtomBead]:
    """Return pairs of unlinked units that are each other's best unlinked match.

    Their Dice coefficient must pass ``least``, what chance reaches.
    """
    left = {i for i, _ in links}
    right = {j for _, j in links}
    best_left, best_right = _best(ranks, lambda i, j: i not in left and j not in right)
    return [
        whole_unit(pair, i, j, pair.shared_by_units(i, j))
        for i, (dice, j) in sorted(best_left.items())
        if dice >= least and best_right[j][1] == i
    ]


def repeated_units(
    pair: WeighedPair, ranks: BothRanked, links: _Links, least: float
) -> list[AtomBead]:
    """Return unlinked units that repeat a unit linked already.

    These are further counterparts: a headline that the first sentence says
    again, a refrain. Their Dice coefficient must reach ``least``.
    """
    left = {i for i, _ in links}
    right = {j for _, j in links}
    best_left, best_right = _best(ranks, lambda i, j: (i, j) not in links)
    wanted = {(i, j) for i, (d, j) in best_left.items() if d >= least and i not in left}
    wanted |= {
        (i, j) for j, (d, i) in best_right.items() if d >= least and j not in right
    }
    return [
        whole_unit(pair, i, j, pair.shared_by_units(i, j)) for i, j in sorted(wanted)
    ]


def _best(ranks: BothRanked, wanted: Callable[[int, int], bool]) -> tuple[_Best, _Best]:
    """Return the most alike wanted partner of every unit of both sides."""
    return (
        _tops(ranks[0], wanted),
        _tops(ranks[1], lambda j, i: wanted(i, j)),
    )


def _tops(rows: Iterable[Ranked], wanted: Callable[[int, int], bool]) -> _Best:
    return {
        number: best
        for number, row in enumerate(rows)
        for best in islice(
            (
                (dice, partner)
                for partner, dice in zip(row.partners, row.dice, strict=True)
                if dice and wanted(number, partner)
            ),
            1,
        )
    }


def outstanding_links(pair: WeighedPair, rows: Overlaps, links: _Links) -> list[_Link]:
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


def _leads(pair: WeighedPair, rows: Overlaps, but: _Links) -> tuple[_Leads, _Leads]:
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


def _lead(
    pair: WeighedPair, rows: Overlaps, links: Iterable[_Link]
) -> tuple[_Link, float]:
    left, right = pair.left.unit_mass, pair.right.unit_mass
    dice = {(i, j): 2 * rows[i][j] / max(1, left[i] + right[j]) for i, j in links}
    best, *others = sorted(dice, key=lambda link: (-dice[link], link))
    lead = dice[best] - (dice[others[0]] if others else 0.0)
    return best, lead * sqrt(min(left[best[0]], right[best[1]]))
