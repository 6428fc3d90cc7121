"""What two texts that have nothing to do with each other share by chance.

Any two texts of one language have some runs of words in common (*one of the*): the more
stretches of them, the longer both are. Between unrelated pairs their number varies more
than a Poisson count does, so it is taken for one whose rate is drawn from a gamma
distribution: a negative binomial. A stretch goes on, word after word, with about the
same chance, so that its length is geometric.
"""

from __future__ import annotations

from math import ceil, exp, expm1, lgamma, log, log1p
from typing import NamedTuple

import numpy as np

from tui_app.core.related.fingerprints import Mask, Rates

USUAL_RATE = 6e-6
"""Stretches for each word of the one and each of the other: news of many subjects."""

HIGHEST_RATE = 3.3e-5
"""The same between essays on one question: no unrelated texts shared more."""

VARIES = 0.7
VARIES_RARE = 2.0
"""Variance of the rate between pairs, in squares of the rate: of all runs, of those
that few texts of a collection have."""

_GOES_ON = 0.4
"""How often a stretch that is there by chance has one word more."""

# All of these were measured on unrelated pairs of one half of several collections, and
# checked on the other half: docs/explanation/related.md.

_MOST_UNSURE = 0.01
_QUESTIONS = 3  # that are asked of a pair: each answer has its part of the level
_NOISE = 0.05
_STEPS_OF_RATE = 256


class Chance(NamedTuple):
    """The chance level of a collection: its rate, and how unlikely is unlikely enough.

    ``rate`` is the number of shared stretches expected for each word of the one text
    and each of the other, ``varies`` how much it does between pairs. ``level`` is the
    probability below which the answer to one question tells of no chance.
    """

    rate: float
    level: float
    varies: float = VARIES

    @classmethod
    def among(
        cls, texts: int, rate: float = USUAL_RATE, varies: float = VARIES
    ) -> Chance:
        """Return the level among so many texts: less than one pair of all by chance.

        And for each pair not more than one in a hundred, however few there are.
        """
        pairs = max(1, texts * (texts - 1) // 2)
        return cls(rate, min(_MOST_UNSURE, 1 / pairs) / _QUESTIONS, varies)

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

    def are_beyond(self, expected: float, stretches: int) -> bool:
        """Tell whether so many stretches, ``expected`` by chance, are no chance."""
        return self._at_least(expected, stretches) < self.level

    def is_beyond(self, expected: float, longest: int) -> bool:
        """Tell whether a stretch of so many runs is no chance."""
        return bool(longest) and _one_so_long(expected, longest) < self.level

    def worth_a_look(
        self, expected: Rates, shared: Rates, *, as_one: bool = True
    ) -> Mask:
        """Return which of many pairs may be beyond chance.

        ``shared`` is how many different runs each pair shares; whether they are many
        stretches or one is not known yet. ``as_one``: one would be evidence as well.
        """
        low, high = float(expected.min(initial=1)), float(expected.max(initial=1))
        grid = np.geomspace(max(low, 1e-12), max(high, 1e-12) * 1.0001, _STEPS_OF_RATE)
        fewest = np.array([self._fewest_runs(rate, as_one=as_one) for rate in grid])
        places = np.searchsorted(grid, expected, side="right") - 1
        found: Mask = shared >= fewest[np.maximum(places, 0)]
        return found

    def _fewest_runs(self, expected: float, *, as_one: bool) -> int:
        """Return how many shared runs a pair has at least that is beyond chance."""
        high = 1
        while not self.are_beyond(expected, high):
            high *= 2
        low = high // 2
        while low + 1 < high:
            middle = (low + high) // 2
            low, high = (
                (low, middle) if self.are_beyond(expected, middle) else (middle, high)
            )
        if not as_one:
            return high
        sure = -expm1(-expected)
        together = 1 + max(0, ceil(log(self.level / max(sure, 1e-300)) / log(_GOES_ON)))
        return min(high, together)

    def _at_least(self, expected: float, count: int) -> float:
        """Return a bound on how likely at least so many stretches are, from above.

        The terms of a negative binomial fall by a ratio that falls itself: what comes
        after one of them is less than the geometric series that begins there.
        """
        if expected <= 0:
            return 0.0 if count else 1.0
        size = 1 / self.varies
        more = expected / (expected + size)
        ratio = (count + size) / (count + 1) * more
        if ratio >= 1 or count <= expected:
            return 1.0
        term = lgamma(count + size) - lgamma(size) - lgamma(count + 1)
        term += count * log(more) + size * log1p(-more)
        return min(1.0, exp(term - log1p(-ratio)))


def _one_so_long(expected: float, runs: int) -> float:
    """Return how likely one stretch of so many runs, or longer, is there by chance."""
    return -expm1(-expected * _GOES_ON ** (runs - 1))
