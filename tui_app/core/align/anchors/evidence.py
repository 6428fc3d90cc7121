"""Which units are linked so far, on what evidence."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tui_app.core.align.anchors.arrays import Floats, Ints, Mask


@dataclass(frozen=True, slots=True)
class Linked:
    """Links found so far between ``size[0]`` and ``size[1]`` units.

    Sorted by (left, right), each pair once; ``score`` is the probability that
    the link is right.
    """

    size: tuple[int, int]
    left: Ints
    right: Ints
    score: Floats

    def with_more(self, left: Ints, right: Ints, score: Floats) -> Linked:
        """Return these links and others; where a pair is in both, the first wins."""
        i = np.concatenate([self.left, left])
        j = np.concatenate([self.right, right])
        scores = np.concatenate([self.score, score])
        _, at = np.unique(i * np.int64(self.size[1] + 1) + j, return_index=True)
        return Linked(self.size, i[at], j[at], scores[at])

    def where(self, mask: Mask) -> Linked:
        """Return the links that ``mask`` picks."""
        return Linked(self.size, self.left[mask], self.right[mask], self.score[mask])

    def taken(self) -> tuple[Mask, Mask]:
        """Return which units of either side have a link."""
        masks = (np.zeros(self.size[0], dtype=bool), np.zeros(self.size[1], dtype=bool))
        masks[0][self.left] = True
        masks[1][self.right] = True
        return masks

    def partners(self) -> tuple[Ints, Ints]:
        """Return the first and the last partner of every left unit.

        Where a unit has none, the first comes after the last.
        """
        lowest = np.full(self.size[0], self.size[1], dtype=np.int64)
        highest = np.full(self.size[0], -1, dtype=np.int64)
        lowest[self.left[::-1]] = self.right[::-1]
        highest[self.left] = self.right
        return lowest, highest

    def mirrored(self) -> Linked:
        """Return the links with the sides changed."""
        order = np.lexsort((self.left, self.right))
        return Linked(
            (self.size[1], self.size[0]),
            self.right[order],
            self.left[order],
            self.score[order],
        )
