"""Which of many links rise in both texts (heaviest chain, longest rising run)?"""

from __future__ import annotations

from collections.abc import Sequence

ChainEnd = tuple[float, int]

"""A weight and the index of what weighs it; -1 for nothing."""

NOTHING: ChainEnd = (0.0, -1)


class PrefixMaxima:
    """The heaviest entry of every prefix of slots (a tree after Fenwick 1994).

    Slots count from 1 to ``size``. Of entries equally heavy the first one put in
    wins, so that results do not depend on anything else.
    """

    def __init__(self, size: int) -> None:
        self._best = [NOTHING] * (size + 1)

    def up_to(self, slot: int) -> ChainEnd:
        """Return the heaviest entry of the slots up to ``slot``."""
        best, found = self._best, NOTHING
        while slot > 0:
            if best[slot][0] > found[0]:
                found = best[slot]
            slot &= slot - 1
        return found

    def put(self, slot: int, entry: ChainEnd) -> None:
        """Put an entry in."""
        best = self._best
        while slot < len(best):
            if entry[0] > best[slot][0]:
                best[slot] = entry
            slot += slot & -slot


def heaviest_chain(positions: Sequence[int], weights: Sequence[float]) -> list[int]:
    """Return the indexes of the heaviest strictly rising subsequence.

    ``positions`` are whole numbers from 0; among equally heavy chains the one
    found first wins. O(n log n).
    """
    maxima = PrefixMaxima(max(positions, default=-1) + 1)
    before = [-1] * len(positions)
    top = NOTHING
    for index, (position, weight) in enumerate(zip(positions, weights, strict=True)):
        found, before[index] = maxima.up_to(position)
        entry = (found + weight, index)
        top = max(top, entry, key=_weight)
        maxima.put(position + 1, entry)
    return chain_to(top[1], before)


def chain_to(last: int, before: Sequence[int]) -> list[int]:
    """Return the chain that ends with ``last``; ``before`` holds who follows whom."""
    chain = []
    while last >= 0:
        chain.append(last)
        last = before[last]
    return chain[::-1]


def _weight(entry: ChainEnd) -> float:
    return entry[0]
