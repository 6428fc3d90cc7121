"""The heaviest chain of points that rises in both texts."""

from __future__ import annotations

from collections.abc import Sequence


def heaviest_chain(positions: Sequence[int], weights: Sequence[float]) -> list[int]:
    """Return the indexes of the heaviest strictly rising subsequence.

    ``positions`` are whole numbers from 0; among equally heavy chains the one
    found first wins, so the result is deterministic. A Fenwick tree over prefix
    maxima (Fenwick 1994) makes it O(n log n).
    """
    size = max(positions, default=-1) + 1
    best: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)
    before = [-1] * len(positions)
    top = (0.0, -1)
    for index, (position, weight) in enumerate(zip(positions, weights, strict=True)):
        found = (0.0, -1)
        slot = position
        while slot:
            if best[slot][0] > found[0]:
                found = best[slot]
            slot &= slot - 1
        before[index] = found[1]
        total = (found[0] + weight, index)
        if total[0] > top[0]:
            top = total
        slot = position + 1
        while slot <= size:
            if total[0] > best[slot][0]:
                best[slot] = total
            slot += slot & -slot
    chain = []
    index = top[1]
    while index >= 0:
        chain.append(index)
        index = before[index]
    return chain[::-1]
