"""Further links: units alone that match best, and repeats of a linked one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from itertools import islice

from tui_app.core.align.articles.beads import AtomBead, whole_unit
from tui_app.core.align.articles.candidates import BothRanked, Ranked
from tui_app.core.align.articles.weighed_texts import WeighedPair

_Link = tuple[int, int]
_Links = Collection[_Link]
_Best = dict[int, tuple[float, int]]


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
