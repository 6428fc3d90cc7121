"""Which pairs of many texts are related by their wording, best first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt
from typing import NamedTuple

import numpy as np

from tui_app.core.related.candidate_pairs import (
    CandidatePairs,
    Tick,
    candidate_pairs,
)
from tui_app.core.related.chance import (
    HIGHEST_RATE,
    USUAL_RATE,
    VARIES,
    VARIES_RARE,
    Chance,
)
from tui_app.core.related.fingerprints import Counts, Fingerprint, Mask, Rates
from tui_app.core.related.pair_weighing import Chances, PairWeighing

MOST_PAIRS = 100_000
"""Pairs that are weighed, those that seem to share most; so many are told at most."""

MOST_OF_COMMON = 50_000
"""Pairs that are weighed although they share hardly anything but common runs."""

_FEWEST_FOR_RATE = 100  # pairs that tell what is usual in a collection
_MOST_OF_ONE_PAIR = 4  # runs that one pair may add to what is usual
_LEAST_RATE = 1e-8


class RelatedPair(NamedTuple):
    """Two related texts by their numbers, ``left`` the smaller.

    ``shared_left`` is the share of the left text's words that stand in runs of words
    which the right has as well, ``shared_right`` the other way round, 0 to 1. ``score``
    is the geometric mean of both: 1 for the same wording throughout.
    """

    left: int
    right: int
    score: float
    shared_left: float
    shared_right: float


class RelatedPairs(NamedTuple):
    """The pairs found, best first; ``more_seemed`` tells that not all were weighed."""

    pairs: list[RelatedPair]
    more_seemed: bool


def related_pairs(
    prints: Sequence[Fingerprint],
    most: int = MOST_PAIRS,
    tick: Tick = lambda: None,
) -> RelatedPairs:
    """Return the pairs that share more wording than chance gives.

    A long stretch is evidence only if few texts have it, or if it is half of a text;
    what many have counts once for each stretch, however long: an agency's footer
    relates nobody.
    ``tick`` is called now and then; what it raises ends the work.
    """
    candidates = candidate_pairs(prints, tick)
    weighing = PairWeighing(prints, candidates)
    chances = _chances(prints, candidates, weighing)
    worth = _worth_weighing(prints, candidates, chances, most)
    found = []
    for number, pair in enumerate(worth.pairs):
        if not number % 100:
            tick()
        shares = weighing.shares(*pair, chances)
        if shares is not None:
            found.append(RelatedPair(*pair, sqrt(shares[0] * shares[1]), *shares))
    found.sort(key=lambda pair: (-pair.score, pair.left, pair.right))
    return RelatedPairs(found[:most], worth.more_seem)


class _WorthWeighing(NamedTuple):
    """Pairs that may be related; ``more_seem`` tells that there were too many."""

    pairs: Iterator[tuple[int, int]]
    more_seem: bool


def _worth_weighing(
    prints: Sequence[Fingerprint],
    candidates: CandidatePairs,
    chances: Chances,
    most: int,
) -> _WorthWeighing:
    """Return the pairs that may be related, those that seem to share most if many.

    Those that share rare runs come first: others may have no more than a footer.
    """
    left, right, rare, shared = candidates[:4]
    words = np.array([one.words for one in prints], float)
    both = words[left] * words[right]
    worth = chances.rare.worth_a_look(chances.rare.rate * both, rare)
    of_many = ~worth
    of_many &= chances.all.worth_a_look(chances.all.rate * both, shared, as_one=False)
    seem = shared / np.sqrt(both)
    first = _best(worth, seem, most)
    others = _best(of_many, seem, min(most - len(first), MOST_OF_COMMON))
    places = np.sort(np.append(first, others))
    pairs = zip(left[places].tolist(), right[places].tolist(), strict=True)
    seem_related = int(worth.sum() + of_many.sum())
    return _WorthWeighing(pairs, len(places) < seem_related)


def _best(worth: Mask, seem: Rates, most: int) -> Counts:
    """Return the places of what is worth it, of those that seem best if too many."""
    places: Counts = np.flatnonzero(worth)
    if len(places) > most:
        rising = np.argsort(seem[places], kind="stable")
        places = places[rising[len(rising) - most :]]
    return places


def _chances(
    prints: Sequence[Fingerprint], candidates: CandidatePairs, weighing: PairWeighing
) -> Chances:
    """Return how much unrelated texts of this collection share by chance.

    It is told by the pairs that share least, as far as unrelated texts were ever seen
    to share, for all texts of a folder may be related. Of rare runs the mean tells, in
    which pairs that share much count so little that they do not bend it. A few texts
    tell nothing.
    """
    texts = len(prints)
    words = np.array([one.words for one in prints], float)
    if texts * (texts - 1) // 2 < _FEWEST_FOR_RATE:
        rare = every = USUAL_RATE
    else:
        both = (words.sum() ** 2 - (words**2).sum()) / 2
        shared = np.minimum(candidates.rare, _MOST_OF_ONE_PAIR).sum()
        low = weighing.low_rates()
        rare = max(_LEAST_RATE, float(shared / max(1, both)), low.rare)
        every = max(USUAL_RATE, low.all)
    return Chances(
        Chance.among(texts, min(rare, HIGHEST_RATE), VARIES_RARE),
        Chance.among(texts, min(every, HIGHEST_RATE), VARIES),
    )
