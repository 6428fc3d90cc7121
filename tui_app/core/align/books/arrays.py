"""What numpy lacks: names for its arrays, hashes, runs, quick orders, rising runs."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tui_app.core.chains import longest_rising

Ints: TypeAlias = NDArray[np.integer[Any]]
Floats: TypeAlias = NDArray[np.floating[Any]]
Mask: TypeAlias = NDArray[np.bool_]

_MIXER = np.uint64(0x9E3779B97F4A7C15)


def bucket(keys: NDArray[np.uint64], bits: int) -> Ints:
    """Return a bucket number below ``2**bits`` for every key.

    Multiplicative hashing (Knuth, vol. 3, 6.4): equal on every machine.
    """
    mixed = (keys ^ (keys >> np.uint64(29))) * _MIXER
    return (mixed >> np.uint64(64 - bits)).astype(np.int64)


def bits_for(count: int) -> int:
    """Return how many bits make room for ``count`` keys with few collisions."""
    return min(24, max(12, (4 * count).bit_length()))


def run_starts(keys: Ints) -> Ints:
    """Return where each run of equal keys begins."""
    fresh = np.ones(len(keys), dtype=bool)
    np.not_equal(keys[1:], keys[:-1], out=fresh[1:])
    return np.flatnonzero(fresh)


def logistic(odds: Floats) -> Floats:
    """Return the probabilities whose odds have these logarithms."""
    likely: Floats = 1 / (1 + np.exp(-odds))
    return likely


def ordered_by(keys: Ints) -> Ints:
    """Return the stable order of small non-negative ``keys``.

    Sorting key and position in one number is several times faster than a stable
    sort of the positions.
    """
    shift = np.int64(max(1, len(keys)).bit_length())
    packed = keys.astype(np.int64)  # a copy, and the only one: keys may be millions
    packed <<= shift
    packed |= np.arange(len(keys))
    packed.sort()
    packed &= (np.int64(1) << shift) - 1
    return packed


def rising(values: Ints) -> Mask:
    """Return a mask over ``values``: a longest strictly rising subsequence.

    Only stretches out of order are searched: O(n) for a sequence in order.
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
    keep[tangled[longest_rising(values[tangled].tolist())]] = True
    return keep
