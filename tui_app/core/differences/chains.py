"""The heaviest chain of matching points after a fee for each of its runs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from tui_app.core.differences.points import Points, Window

Pair = tuple[int, int]


class _Staircase:
    """The best score of chains that end left of a column, as a rising staircase."""

    def __init__(self) -> None:
        self.columns: list[int] = []
        self.scores: list[float] = []
        self.ends: list[Pair] = []

    def best_before(self, column: int) -> tuple[float, Pair | None]:
        """Return the best score left of ``column`` and the point it ends at."""
        slot = bisect_left(self.columns, column)
        return (self.scores[slot - 1], self.ends[slot - 1]) if slot else (0.0, None)

    def add(self, row: int, column: int, score: float) -> None:
        """Enter a chain that ends at the point and drop what it surpasses."""
        slot = bisect_left(self.columns, column)
        if score <= (self.scores[slot - 1] if slot else 0.0):
            return
        stop = slot
        while stop < len(self.columns) and self.scores[stop] <= score:
            stop += 1
        self.columns[slot:stop] = [column]
        self.scores[slot:stop] = [score]
        self.ends[slot:stop] = [(row, column)]


def chain_of_points(points: Points, window: Window, fee: float) -> list[Pair]:
    """Return the chain, rising on both sides, that weighs most after its fees.

    A run of neighbouring points costs ``fee`` once, half where it touches a corner
    of the window. O(p log p) for p points.
    """
    stairs = _Staircase()
    before: dict[Pair, Pair | None] = {}
    first = (window.left.start, window.right.start)
    last = (window.left.stop - 1, window.right.stop - 1)
    best, end = 0.0, None
    above: Mapping[int, float] = {}
    above_row = -1
    for i in sorted(points):
        row: dict[int, float] = {}
        if above_row != i - 1:
            above = {}
        for j, weight in points[i].items():
            score, come = stairs.best_before(j)
            score -= fee / 2 if come is None and (i, j) == first else fee
            follow = above.get(j - 1)
            if follow is not None and follow >= score:
                score, come = follow, (i - 1, j - 1)
            score += weight
            row[j] = score
            before[i, j] = come
            final = score + fee / 2 if (i, j) == last else score
            if final > best:
                best, end = final, (i, j)
        for j, score in row.items():
            stairs.add(i, j, score)
        above, above_row = row, i
    return _back_from(end, before)


def _back_from(end: Pair | None, before: Mapping[Pair, Pair | None]) -> list[Pair]:
    chain = []
    while end is not None:
        chain.append(end)
        end = before[end]
    return chain[::-1]
