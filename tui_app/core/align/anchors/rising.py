"""The longest rising run of a sequence of numbers."""

from __future__ import annotations

from bisect import bisect_left

import numpy as np

from tui_app.core.align.anchors.arrays import Ints, Mask
from tui_app.core.chain import chain_to


def rising(values: Ints) -> Mask:
    """Return a mask over ``values``: a longest strictly rising subsequence.

    Only stretches out of order are searched, by patience sorting (Fredman 1975):
    O(n) for a sequence in order, O(n log n) for any.
    """
    count = len(values)
    keep = np.ones(count, dtype=bool)
    if count < 2:
        return keep
    highest = np.maximum.accumulate(values)
    lowest = np.minimum.accumulate(values[::-1])[::-1]
    cut = np.ones(count + 1, dtype=bool)
    cut[1:-1] = highest[:-1] < lowest[1:]
    tangled = np.flatnonzero(~(cut[:-1] & cut[1:]))
    keep[tangled] = False
    keep[tangled[_patience(values[tangled].tolist())]] = True
    return keep


def _patience(values: list[int]) -> list[int]:
    tops: list[int] = []
    holders: list[int] = []
    before = [-1] * len(values)
    for index, value in enumerate(values):
        at = bisect_left(tops, value)
        if at:
            before[index] = holders[at - 1]
        if at == len(tops):
            tops.append(value)
            holders.append(index)
        else:
            tops[at] = value
            holders[at] = index
    return chain_to(holders[-1] if holders else -1, before)
