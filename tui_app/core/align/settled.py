"""What did the reader settle by hand, and what does it forbid?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui_app.core.model import Constraints


def mirrored(constraints: Constraints) -> Constraints:
    """Return ``constraints`` with the sides changed."""
    return Constraints(
        tuple((right, left) for left, right in constraints.fixed),
        frozenset((right, left) for left, right in constraints.parted),
    )


class Rules(NamedTuple):
    """Which units nothing may be linked to any more, and which pairs are parted."""

    closed_left: frozenset[int] = frozenset()
    closed_right: frozenset[int] = frozenset()
    parted: frozenset[tuple[int, int]] = frozenset()

    @property
    def none(self) -> bool:
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


def rules_of(constraints: Constraints) -> Rules:
    """Return the constraints as rules: units of fixed beads are closed."""
    return Rules(
        frozenset(unit for left, _ in constraints.fixed for unit in left),
        frozenset(unit for _, right in constraints.fixed for unit in right),
        constraints.parted,
    )
