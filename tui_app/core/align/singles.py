"""Units left over: alone but each other's best match, or a passage repeated."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from tui_app.core.align.beads import Patch
from tui_app.core.align.candidates import Overlaps
from tui_app.core.align.whole import whole_unit
from tui_app.core.align.witnesses import Pair

Links = Collection[tuple[int, int]]


def lone_units(pair: Pair, rows: Overlaps, links: Links, least: float) -> list[Patch]:
    """Return pairs of unlinked units that are each other's best unlinked match.

    Their Dice coefficient must pass ``least``, what chance reaches.
    """
    left = {i for i, _ in links}
    right = {j for _, j in links}
    best_left, best_right = _best(
        pair, rows, lambda i, j: i not in left and j not in right
    )
    return [
        whole_unit(pair, i, j, rows[i][j])
        for i, (dice, j) in sorted(best_left.items())
        if dice >= least and best_right[j][1] == i
    ]


def repeated_units(
    pair: Pair, rows: Overlaps, links: Links, least: float
) -> list[Patch]:
    """Return unlinked units that repeat a unit linked already.

    These are further counterparts: a headline that the first sentence says
    again, a refrain. Their Dice coefficient must reach ``least``.
    """
    left = {i for i, _ in links}
    right = {j for _, j in links}
    best_left, best_right = _best(pair, rows, lambda i, j: (i, j) not in links)
    wanted = {(i, j) for i, (d, j) in best_left.items() if d >= least and i not in left}
    wanted |= {
        (i, j) for j, (d, i) in best_right.items() if d >= least and j not in right
    }
    return [whole_unit(pair, i, j, rows[i][j]) for i, j in sorted(wanted)]


_Best = dict[int, tuple[float, int]]


def _best(
    pair: Pair, rows: Overlaps, wanted: Callable[[int, int], bool]
) -> tuple[_Best, _Best]:
    """Return the most alike wanted partner of every unit of both sides."""
    masses = pair.left.unit_mass, pair.right.unit_mass
    dice = [
        {
            j: 2 * shared / (masses[0][i] + masses[1][j])
            for j, shared in row.items()
            if shared and wanted(i, j)
        }
        for i, row in enumerate(rows)
    ]
    return _tops(dice), _tops(_columns(dice, len(masses[1])))


def _columns(rows: Iterable[dict[int, float]], width: int) -> list[dict[int, float]]:
    columns: list[dict[int, float]] = [{} for _ in range(width)]
    for i, row in enumerate(rows):
        for j, value in row.items():
            columns[j][i] = value
    return columns


def _tops(rows: Iterable[dict[int, float]]) -> _Best:
    return {
        number: (row[best], best)
        for number, row in enumerate(rows)
        if row
        for best in [min(row, key=lambda item: (-row[item], item))]
    }
