"""How far from where both texts should meet the aligner looks."""

from __future__ import annotations

from math import isqrt

import numpy as np

from tui_app.core.align.translations.bead_gains import Band
from tui_app.core.align.translations.numbered_texts import Floats, Ints, NumberedText
from tui_app.core.align.translations.translation_anchors import Points

# Places to each side of an anchor, and the more the longer it is to the next one: the
# difference of two lengths grows with the root of their number.
_NEAR = 8
_FAR = 30
_PER_ROOT = 2
# Places, on both sides together, that a stretch without anchors may have.
_AREA = 600_000
# Places to each side of a path found before.
_ABOUT = 7


def band_between(left: NumberedText, right: NumberedText, chain: Points) -> Band:
    """Return a band through the anchors; it may widen between them.

    Between two of them the path is expected where both sides have come equally far by
    their characters. The width varies by stretch, and no stretch takes more than a
    bounded area, however long it is.
    """
    count, other = len(left), len(right)
    sums = _reached(left.sizes), _reached(right.sizes)
    lefts = np.concatenate([[0], chain.left, [count]]).astype(np.int64)
    rights = np.concatenate([[0], chain.right, [other]]).astype(np.int64)
    low = np.full(count + 1, other, dtype=np.int64)
    high = np.zeros(count + 1, dtype=np.int64)
    for begin, end, first, last in zip(
        lefts[:-1], lefts[1:], rights[:-1], rights[1:], strict=True
    ):
        rows = slice(begin, end + 1)
        expected = _diagonal(sums, (begin, end), (first, last))
        width = _half_width(int(end - begin), int(last - first))
        # No further than the anchors: a stretch with all of its units on one side
        # would widen the band for as many rows before and behind.
        slack = _least_half_width(int(end - begin), int(last - first))
        lowest = np.maximum(expected - width, first - slack)
        highest = np.minimum(expected + width, last + slack)
        low[rows] = np.minimum(low[rows], lowest)
        high[rows] = np.maximum(high[rows], highest)
    return _closed(low, high, other)


def _reached(sizes: Floats) -> Floats:
    return np.concatenate([[0.0], np.cumsum(sizes)])


def _diagonal(
    sums: tuple[Floats, Floats], left: tuple[int, int], right: tuple[int, int]
) -> Ints:
    (begin, end), (first, last) = left, right
    ours = sums[0][begin : end + 1] - sums[0][begin]
    theirs = sums[1][first : last + 1] - sums[1][first]
    share = ours * (theirs[-1] / max(1.0, ours[-1]))
    places: Ints = first + np.searchsorted(theirs, share)
    return places


def _half_width(ours: int, theirs: int) -> int:
    """Return how far the path may be from the diagonal of a stretch of this size."""
    longest, shortest = max(ours, theirs), min(ours, theirs)
    least = _least_half_width(ours, theirs)
    if longest <= _NEAR:
        return least
    wanted = least + (longest - shortest) + (_FAR if longest > _FAR else 0)
    return max(least, min(wanted, _AREA // (2 * max(1, ours))))


def _least_half_width(ours: int, theirs: int) -> int:
    longest = max(ours, theirs)
    return _NEAR if longest <= _NEAR else _NEAR + _PER_ROOT * isqrt(longest)


def band_about(beads: Ints, size: tuple[int, int], anchors: Points) -> Band:
    """Return a band about a path found before, that takes in the anchors as well."""
    count, other = size
    low = np.full(count + 1, other, dtype=np.int64)
    high = np.zeros(count + 1, dtype=np.int64)
    for l0, l1, r0, r1 in beads.tolist():
        for row in range(l0, l1 + 1):
            low[row] = min(low[row], r0)
            high[row] = max(high[row], r1)
    np.minimum.at(low, anchors.left, anchors.right)
    np.maximum.at(high, anchors.left + 1, anchors.right + 1)
    return _closed(*_widened(low, high), other)


def _widened(low: Ints, high: Ints) -> tuple[Ints, Ints]:
    """Return the band widened to all sides: a path may be late in either text."""
    reach = min(_ABOUT, len(low) - 1)
    lower, higher = low - _ABOUT, high + _ABOUT
    lower[reach:] = np.minimum(lower[reach:], low[: len(low) - reach])
    higher[: len(high) - reach] = np.maximum(higher[: len(high) - reach], high[reach:])
    return lower, higher


def _closed(low: Ints, high: Ints, other: int) -> Band:
    """Return the band within the texts, from end to end and rising."""
    low, high = np.clip(low, 0, other), np.clip(high, 0, other)
    low[0], high[-1] = 0, other
    low = np.minimum.accumulate(low[::-1])[::-1]
    high = np.maximum.accumulate(high)
    return Band(low.tolist(), high.tolist())
