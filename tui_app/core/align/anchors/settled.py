"""What the reader settled by hand, kept out of the search and put into the result."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from tui_app.core.align.anchors.evidence import Linked
from tui_app.core.align.anchors.words import Words
from tui_app.core.model import Bead, Constraints


@dataclass(frozen=True, slots=True)
class Settled:
    """The units of both sides that are not to be aligned, and the parted pairs."""

    constraints: Constraints
    left: frozenset[int] = field(init=False)
    right: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        fixed = self.constraints.fixed
        for side, numbers in (
            ("left", (number for bead in fixed for number in bead[0])),
            ("right", (number for bead in fixed for number in bead[1])),
        ):
            object.__setattr__(self, side, frozenset(numbers))

    def beads(self) -> list[Bead]:
        """Return the beads set by hand."""
        return [
            Bead(tuple(sorted(left)), tuple(sorted(right)), 1.0)
            for left, right in self.constraints.fixed
            if left and right
        ]

    def with_fixed(self, linked: Linked) -> Linked:
        """Return ``linked`` and every pair of units that the beads by hand hold."""
        pairs = [(i, j) for bead in self.beads() for i in bead.left for j in bead.right]
        if not pairs:
            return linked
        i, j = (np.array(side, dtype=np.int64) for side in zip(*pairs, strict=True))
        return linked.with_more(i, j, np.ones(len(pairs)))

    def without_fixed(self, linked: Linked) -> Linked:
        """Return ``linked`` less what the beads by hand hold."""
        if not self.left:
            return linked
        return linked.where(~np.isin(linked.left, sorted(self.left)))

    def without_parted(self, linked: Linked) -> Linked:
        """Return ``linked`` less the pairs parted by hand."""
        if not self.constraints.parted:
            return linked
        count = np.int64(linked.size[1] + 1)
        parted = [
            i * int(count) + j for i, j in self.constraints.parted if j < linked.size[1]
        ]
        return linked.where(
            ~np.isin(linked.left * count + linked.right, sorted(parted))
        )


def mirrored(constraints: Constraints) -> Constraints:
    """Return ``constraints`` with the sides changed."""
    return Constraints(
        tuple((right, left) for left, right in constraints.fixed),
        frozenset((right, left) for left, right in constraints.parted),
    )


def without_units(words: Words, units: frozenset[int]) -> Words:
    """Return ``words`` less those of ``units``."""
    if not units:
        return words
    settled = np.zeros(len(words.first) - 1, dtype=bool)
    settled[sorted(units)] = True
    kept = ~settled[words.unit]
    unit = words.unit[kept]
    counts = np.bincount(unit, minlength=len(settled))
    first = np.concatenate([[0], np.cumsum(counts)])
    return Words(words.kind[kept], unit, first, words.kinds)
