"""How much the lengths of two passages speak for one translating the other.

After Gale and Church (1993): the length of a translation strays about that of its
original with a variance that grows with it. What is told here is how much likelier the
two lengths are so than by chance, chance being the lengths that such passages of either
text have (a gamma distribution); and a translator may always have done something else.
"""

from __future__ import annotations

from math import lgamma, log, pi, sqrt
from typing import NamedTuple

import numpy as np

from tui_app.core.align.translations.bead_shapes import LEFT, MOST, RIGHT
from tui_app.core.align.translations.numbered_texts import (
    Floats,
    Ints,
    NumberedText,
    ranges,
)

USUAL_VARIANCE = 4.0
"""Variance of a character before the pair has told; texts show .8 to 7."""

# How often lengths say nothing.
_STRAY = 0.01
# The usual variance is worth so many beads.
_WORTH = 20
# The median of the square of a standard normal value.
_MEDIAN = 0.4549


class SentenceLengths:
    """The lengths of all units of both texts, made comparable by their ratio.

    ``ratio`` is that of the right to the left.
    """

    def __init__(self, left: NumberedText, right: NumberedText, ratio: float) -> None:
        ratio = sqrt(ratio)
        self._left = _SideLengths(left.sizes * ratio)
        self._right = _SideLengths(right.sizes / ratio)

    def with_variance(self, variance: float) -> LengthGains:
        """Return what these lengths gain where a character varies so."""
        return LengthGains(self._left, self._right, variance)

    def variance_of(self, beads: Ints) -> float:
        """Return the variance of a character that beads with both sides show."""
        ours = self._left.sums[beads[:, 1]] - self._left.sums[beads[:, 0]]
        theirs = self._right.sums[beads[:, 3]] - self._right.sums[beads[:, 2]]
        both = (ours > 0) & (theirs > 0)
        if not both.any():
            return USUAL_VARIANCE
        ours, theirs = ours[both], theirs[both]
        strays = (ours - theirs) ** 2 * 2 / (ours + theirs)
        shown = float(np.median(strays)) / _MEDIAN
        return (shown * len(ours) + USUAL_VARIANCE * _WORTH) / (len(ours) + _WORTH)


class _SideLengths:
    """Lengths of the 1 to ``MOST`` units before each place, and how usual they are."""

    def __init__(self, sizes: Floats) -> None:
        count = len(sizes)
        self.sums = np.concatenate([[0.0], np.cumsum(sizes)])
        self.whole = np.zeros((MOST + 1, count + 1))
        self.chance = np.zeros((MOST + 1, count + 1))
        if not count:
            return
        mean = sizes.mean()
        spread = max(float(sizes.var()), float(mean)) / mean
        for number in range(1, min(MOST, count) + 1):
            lengths = self.sums[number:] - self.sums[:-number]
            shape = number * mean / spread
            self.whole[number, number:] = lengths
            self.chance[number, number:] = (
                (shape - 1) * np.log(lengths)
                - lengths / spread
                - shape * log(spread)
                - lgamma(shape)
            )


class LengthGains(NamedTuple):
    """The lengths of both texts and the variance of a character."""

    left: _SideLengths
    right: _SideLengths
    variance: float

    def gains(self, left: int, low: int, high: int) -> Floats:
        """Return what lengths say of beads that end before ``left`` and ``low:high``.

        One row for each shape, a column for each place of the right from ``low`` to
        ``high`` inclusive.
        """
        ours = self.left.whole[LEFT, left][:, None]
        theirs = self.right.whole[:, low : high + 1][RIGHT]
        strays = self.variance * (ours + theirs) / 2 + 1
        fits = -0.5 * ((ours - theirs) ** 2 / strays + np.log(2 * pi * strays))
        chance = self.left.chance[LEFT, left][:, None]
        chance = (chance + self.right.chance[:, low : high + 1][RIGHT]) / 2
        gains: Floats = np.logaddexp(fits - chance + log(1 - _STRAY), log(_STRAY))
        return gains


def ratio_of(left: NumberedText, right: NumberedText) -> float:
    """Return how long the right is for one character of the left, as a whole."""
    return float(right.sizes.sum() / max(1.0, left.sizes.sum())) or 1.0


def ratio_at(
    left: NumberedText, right: NumberedText, places: Ints, others: Ints
) -> float:
    """Return the ratio where units answer each other, the whole mixed in."""
    whole = ratio_of(left, right)
    ours = float(left.sizes.mean()) * _WORTH + left.sizes[places].sum()
    theirs = whole * float(left.sizes.mean()) * _WORTH + right.sizes[others].sum()
    return float(theirs / ours)


def ratio_in(left: NumberedText, right: NumberedText, beads: Ints) -> float:
    """Return the ratio in the beads that have both sides."""
    both = beads[(beads[:, 1] > beads[:, 0]) & (beads[:, 3] > beads[:, 2])]
    if not len(both):
        return ratio_of(left, right)
    l0, l1, r0, r1 = both.T
    ours = ranges(l0, l1 - l0)
    theirs = ranges(r0, r1 - r0)
    return float(right.sizes[theirs].sum() / left.sizes[ours].sum())
