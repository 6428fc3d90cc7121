"""What pairs of units share, word order aside."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tui_app.core.align.anchors.arrays import Floats, Ints, Mask, run_starts
from tui_app.core.align.anchors.words import WORD_BITS, Words

_KIND = np.int64((1 << WORD_BITS) - 1)


@dataclass(frozen=True, slots=True)
class Overlap:
    """For each pair of units: the weight shared, and the weight of either side."""

    shared: Floats
    left: Floats
    right: Floats


@dataclass(frozen=True, slots=True)
class Pool:
    """The words of one text that may still be matched, and what words weigh."""

    words: Words
    free: Mask
    weights: Floats

    def bags(self, units: Ints) -> tuple[Ints, Ints]:
        """Return (pair and kind, how often) of the free words of ``units``."""
        first = self.words.first
        counts = first[units + 1] - first[units]
        begins = np.cumsum(counts) - counts
        pair = np.repeat(np.arange(len(units)), counts)
        place = np.arange(len(pair)) + np.repeat(first[units] - begins, counts)
        free = self.free[place]
        keys = (pair[free] << np.int64(WORD_BITS)) | self.words.kind[place[free]]
        keys.sort()
        starts = run_starts(keys)
        return keys[starts], np.diff(starts, append=len(keys))


def overlap(left: Pool, right: Pool, i: Ints, j: Ints) -> Overlap:
    """Return how much the free words of the units ``i[n]`` and ``j[n]`` share."""
    (keys, counts), (others, other_counts) = left.bags(i), right.bags(j)
    at = np.searchsorted(others, keys)
    if len(others):
        at[at == len(others)] = 0
        hit = others[at] == keys
    else:
        hit = np.zeros(len(keys), dtype=bool)
    both = np.minimum(counts[hit], other_counts[at[hit]])
    weights = left.weights
    return Overlap(
        _summed(keys[hit], both, weights, len(i)),
        _summed(keys, counts, weights, len(i)),
        _summed(others, other_counts, weights, len(i)),
    )


def _summed(keys: Ints, counts: Ints, weights: Floats, size: int) -> Floats:
    weighed: Floats = np.bincount(
        keys >> np.int64(WORD_BITS),
        weights=counts * weights[keys & _KIND],
        minlength=size,
    ).astype(np.float64)
    return weighed
