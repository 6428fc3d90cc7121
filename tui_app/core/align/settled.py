"""What the reader settled by hand, and what it forbids to either engine.

A bead fixed by hand closes its units: nothing else may be linked to them. A bead
with one side only tells that its units have no counterpart. Parted pairs stay
unlinked and out of each other's beads.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui_app.core.model import Bead, Constraints, Link


class Settled(NamedTuple):
    """Units nothing may be linked to any more, parted pairs, and beads that stand.

    ``fixed`` holds the beads with both sides, their units in rising order.
    """

    closed_left: frozenset[int] = frozenset()
    closed_right: frozenset[int] = frozenset()
    parted: frozenset[tuple[int, int]] = frozenset()
    fixed: tuple[Bead, ...] = ()

    @property
    def forbids_nothing(self) -> bool:
        """Tell whether everything is allowed."""
        return not (self.closed_left or self.closed_right or self.parted)

    def allow(self, left: Iterable[int], right: Iterable[int]) -> bool:
        """Tell whether these units may stand in one bead."""
        left, right = set(left), set(right)
        return (
            self.closed_left.isdisjoint(left)
            and self.closed_right.isdisjoint(right)
            and not any(i in left and j in right for i, j in self.parted)
        )

    def links(self) -> list[Link]:
        """Return a sure link for every pair of units that a fixed bead holds."""
        return [
            Link(i, j, 1.0)
            for bead in self.fixed
            for i in bead.left
            for j in bead.right
        ]

    def mirrored(self) -> Settled:
        """Return the same with the sides changed."""
        return Settled(
            self.closed_right,
            self.closed_left,
            frozenset((j, i) for i, j in self.parted),
            tuple(Bead(bead.right, bead.left, bead.score) for bead in self.fixed),
        )


def settled_by(constraints: Constraints) -> Settled:
    """Return what these constraints settle."""
    return Settled(
        frozenset(unit for left, _ in constraints.fixed for unit in left),
        frozenset(unit for _, right in constraints.fixed for unit in right),
        constraints.parted,
        tuple(
            Bead(tuple(sorted(left)), tuple(sorted(right)), 1.0)
            for left, right in constraints.fixed
            if left and right
        ),
    )
