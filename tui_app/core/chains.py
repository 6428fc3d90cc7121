"""Chains: which of many matches of two sequences stand in the same order in both.

Points are chained by weight (``heaviest_chain``) or by number alone
(``longest_rising``), passages with a length by weight (``chain_of_boxes``). All
take O(n log n).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence

_ChainEnd = tuple[float, int]
"""A weight and the index of what weighs it; -1 for nothing."""

_NOTHING: _ChainEnd = (0.0, -1)

_Range = tuple[int, int]


def longest_rising(values: Sequence[int]) -> list[int]:
    """Return the indexes of a longest strictly rising subsequence.

    By patience sorting (Fredman 1975).
    """
    tops: list[int] = []
    holders: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        at = bisect_left(tops, value)
        before.append(holders[at - 1] if at else -1)
        tops[at : at + 1] = [value]
        holders[at : at + 1] = [index]
    return _chain_to(holders[-1] if holders else -1, before)


def heaviest_chain(positions: Sequence[int], weights: Sequence[float]) -> list[int]:
    """Return the indexes of the heaviest strictly rising subsequence.

    ``positions`` are whole numbers from 0; among equally heavy chains the one
    found first wins.
    """
    maxima = _PrefixMaxima(max(positions, default=-1) + 1)
    before = [-1] * len(positions)
    top = _NOTHING
    for index, (position, weight) in enumerate(zip(positions, weights, strict=True)):
        found, before[index] = maxima.up_to(position)
        entry = (found + weight, index)
        top = max(top, entry, key=_weight)
        maxima.put(position + 1, entry)
    return _chain_to(top[1], before)


def chain_of_boxes(
    lefts: Sequence[_Range],
    rights: Sequence[_Range],
    weights: Sequence[float],
    ticking: Callable[[Iterable[int]], Iterable[int]] = iter,
) -> list[int]:
    """Return the indexes of the heaviest chain of boxes that follow one another.

    A box is a range of both sequences, ends exclusive; in a chain each begins, on
    either side, where the one before has ended or later. What goes through
    ``ticking`` may be interrupted there. A sweep over the left with a tree of
    prefix maxima over the right (Abouelhoda & Ohlebusch 2005).
    """
    count = len(weights)
    starts = [(left[0], right[0]) for left, right in zip(lefts, rights, strict=True)]
    closing = sorted(range(count), key=lambda index: lefts[index][1])
    ends = sorted({end for _, end in rights})
    maxima = _PrefixMaxima(len(ends))
    total, before = [0.0] * count, [-1] * count
    top, closed = _NOTHING, 0
    for index in ticking(sorted(range(count), key=starts.__getitem__)):
        left, right = starts[index]
        while closed < count and lefts[done := closing[closed]][1] <= left:
            maxima.put(bisect_left(ends, rights[done][1]) + 1, (total[done], done))
            closed += 1
        found, before[index] = maxima.up_to(bisect_right(ends, right))
        total[index] = found + weights[index]
        top = max(top, (total[index], index), key=_weight)
    return _chain_to(top[1], before)


class _PrefixMaxima:
    """The heaviest entry of every prefix of slots (a tree after Fenwick 1994).

    Slots count from 1 to ``size``. Results depend on nothing but the order in which
    entries are put in, equally heavy ones too.
    """

    def __init__(self, size: int) -> None:
        self._best = [_NOTHING] * (size + 1)

    def up_to(self, slot: int) -> _ChainEnd:
        """Return the heaviest entry of the slots up to ``slot``."""
        best, found = self._best, _NOTHING
        while slot > 0:
            if best[slot][0] > found[0]:
                found = best[slot]
            slot &= slot - 1
        return found

    def put(self, slot: int, entry: _ChainEnd) -> None:
        """Put an entry in."""
        best = self._best
        while slot < len(best):
            if entry[0] > best[slot][0]:
                best[slot] = entry
            slot += slot & -slot


def _chain_to(last: int, before: Sequence[int]) -> list[int]:
    """Return the chain that ends with ``last``; ``before`` holds who follows whom."""
    chain = []
    while last >= 0:
        chain.append(last)
        last = before[last]
    return chain[::-1]


def _weight(entry: _ChainEnd) -> float:
    return entry[0]
