"""What two texts that have nothing to do with each other share by chance.

Any two texts of one language have some runs of words in common (*one of the*): the more
stretches of them, the longer both are. Between unrelated pairs their number varies more
than a Poisson count does, so it is taken for one whose rate is drawn from a gamma
distribution: a negative binomial. A stretch goes on, word after word, with about the
same chance, so that its length is geometric.
"""

from __future__ import annotations

from math import ceil, exp, expm1, inf, lgamma, log, log1p
from typing import NamedTuple

import numpy as np

from tui_app.core.related.fingerprints import Counts, Rates

USUAL_RATE = 6e-6
"""Stretches for each word of the one and each of the other: news of many subjects."""

_VARIES = 2.0
"""Variance of the rate between pairs, in squares of the rate."""

_GOES_ON = 0.4
"""How often a stretch that is there by chance has one word more."""

# All three were measured on unrelated pairs of one half of several collections, and
# checked on the other half: docs/explanation/related.md.

_MOST_UNSURE = 0.01
_NOISE = 0.05
_STEPS_OF_RATE = 256


class Chance(NamedTuple):
    """The chance level of a collection: its rate, and how unlikely is unlikely enough.

    ``rate`` is the number of shared stretches expected for each word of the one text
    and each of the other. ``level`` is the probability below which what is shared is
    no chance.
    """

    rate: float
    level: float

    @classmethod
    def among(cls, texts: int, rate: float = USUAL_RATE) -> Chance:
        """Return the level among so many texts: less than one pair of all by chance.

        And for each pair not more than one in a hundred, however few there are.
        """
        pairs = max(1, texts * (texts - 1) // 2)
        return cls(rate, min(_MOST_UNSURE, 1 / pairs))

    def expected(self, left: int, right: int) -> float:
        """Return how many stretches two texts of so many words share by chance."""
        return self.rate * left * right

    def fewest(self, longer: int) -> int:
        """Return of how many runs a stretch must be to count in a text of that length.

        Then by chance not more than a twentieth of the other text's words stand in
        such stretches: 1 for articles, more in books.
        """
        runs = 1
        while self.rate * longer * _GOES_ON ** (runs - 1) * (runs + 2) > _NOISE:
            runs += 1
        return runs

    def is_beyond(self, expected: float, stretches: int, longest: int) -> bool:
        """Tell whether so many stretches, or one of so many runs, are no chance.

        ``expected`` is how many there are by chance. Two questions are asked, so each
        answer has half of the level.
        """
        level = self.level / 2
        if not stretches:
            return False
        if _one_so_long(expected, longest) < level:
            return True
        return _at_least(expected, stretches) < level

    def worth_a_look(self, expected: Rates, shared: Counts) -> Counts:
        """Return which of many pairs may be beyond chance, by their places.

        ``shared`` is how many different runs each pair shares; whether they are many
        stretches or one is not known yet.
        """
        if not len(shared):
            return np.empty(0, np.int64)
        low, high = float(expected.min()), float(expected.max())
        grid = np.geomspace(max(low, 1e-12), max(high, 1e-12) * 1.0001, _STEPS_OF_RATE)
        fewest = np.array([self._fewest_runs(rate) for rate in grid])
        places = np.searchsorted(grid, expected, side="right") - 1
        return np.flatnonzero(shared >= fewest[np.maximum(places, 0)])

    def _fewest_runs(self, expected: float) -> int:
        """Return how many shared runs a pair has at least that is beyond chance."""
        level = self.level / 2
        sure = 1 - exp(-expected)
        together = 1 + max(0, ceil(log(level / max(sure, 1e-300)) / log(_GOES_ON)))
        low, high = 0, max(together, 1)
        while low + 1 < high:
            middle = (low + high) // 2
            if _at_least(expected, middle) < level:
                high = middle
            else:
                low = middle
        return high


def _one_so_long(expected: float, runs: int) -> float:
    """Return how likely one stretch of so many runs, or longer, is there by chance."""
    return -expm1(-expected * _GOES_ON ** (runs - 1))


def _at_least(expected: float, count: int) -> float:
    """Return a bound on how likely at least ``count`` stretches are, from above.

    The terms of a negative binomial fall by a ratio that falls itself: what comes after
    one of them is less than the geometric series that begins there.
    """
    if expected <= 0:
        return 0.0 if count else 1.0
    size = 1 / _VARIES
    more = expected / (expected + size)
    ratio = (count + size) / (count + 1) * more
    if ratio >= 1 or count <= expected:
        return 1.0
    term = lgamma(count + size) - lgamma(size) - lgamma(count + 1)
    term += count * log(more) + size * log1p(-more)
    return min(1.0, exp(term - log1p(-ratio))) if term > -inf else 0.0
