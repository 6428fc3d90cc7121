"""How far a review is: how many rows of a chapter, or of any stretch, are reviewed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple


class ReviewProgress(NamedTuple):
    """How many of so many ``rows`` are reviewed."""

    reviewed: int
    rows: int

    @property
    def to_go(self) -> int:
        """Return how many are left."""
        return self.rows - self.reviewed


def progress_of(
    reviewed: Iterable[int], stretches: Iterable[range]
) -> list[ReviewProgress]:
    """Return how far the review of each stretch of rows is, in their order.

    ``reviewed`` are numbers of rows, from 0. O(log n) a stretch once these are sorted;
    stretches may overlap, as a chapter and its sections do.
    """
    numbers = sorted(reviewed)
    return [
        ReviewProgress(
            bisect_left(numbers, rows.stop) - bisect_left(numbers, rows.start),
            len(rows),
        )
        for rows in stretches
    ]
