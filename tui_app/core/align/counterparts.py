"""From links to beads: every unit with its main counterpart, each unit once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tui_app.core.model import Bead, Link

_Pair = tuple[int, int]


def main_counterparts(
    links: Sequence[Link], strength: Mapping[_Pair, int]
) -> tuple[Bead, ...]:
    """Return the beads that the strongest link of every unit ties together.

    A unit joins others through its strongest link only, so that a long row of
    straddling units falls apart where its links are weakest. Units of a bead
    stand side by side, only unlinked ones between them; what stands elsewhere
    is a further counterpart and keeps its link alone.
    """
    ranked = sorted(
        links,
        key=lambda link: (
            -strength[link.left, link.right],
            -link.score,
            link.left,
            link.right,
        ),
    )
    ties = _strongest(ranked)
    linked = {link.left for link in links}, {link.right for link in links}
    beads = []
    while ties:
        bead = _bead(ties, linked)
        beads.append(bead)
        ties = [
            tie
            for tie in ties
            if tie.left not in bead.left and tie.right not in bead.right
        ]
    return tuple(sorted(beads, key=lambda bead: bead.left))


def _strongest(ranked: Iterable[Link]) -> list[Link]:
    """Return the links that are the first of one of their units."""
    left: set[int] = set()
    right: set[int] = set()
    found = []
    for link in ranked:
        if link.left not in left or link.right not in right:
            found.append(link)
        left.add(link.left)
        right.add(link.right)
    return found


def _bead(ties: Sequence[Link], linked: tuple[set[int], set[int]]) -> Bead:
    """Return what the first tie and those that follow from it hold together."""
    left, right = {ties[0].left}, {ties[0].right}
    members = [ties[0]]
    waiting = list(ties[1:])
    while True:
        joining = [
            tie
            for tie in waiting
            if (tie.left in left and _beside(tie.right, right, linked[1]))
            or (tie.right in right and _beside(tie.left, left, linked[0]))
        ]
        if not joining:
            score = sum(tie.score for tie in members) / len(members)
            return Bead(tuple(sorted(left)), tuple(sorted(right)), score)
        tie = joining[0]
        waiting.remove(tie)
        members.append(tie)
        left.add(tie.left)
        right.add(tie.right)


def _beside(unit: int, units: set[int], linked: set[int]) -> bool:
    """Tell whether only unlinked units stand between ``unit`` and ``units``."""
    if unit in units:
        return True
    nearest = min(units, key=lambda other: (abs(other - unit), other))
    between = range(min(unit, nearest) + 1, max(unit, nearest))
    return linked.isdisjoint(between)
