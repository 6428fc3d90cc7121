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
from tui_app.core.related.chance import USUAL_RATE, Chance
from tui_app.core.related.fingerprints import Fingerprint
from tui_app.core.related.pair_weighing import PairWeighing

MOST_PAIRS = 100_000
"""Pairs that are weighed, those that seem to share most; so many are told at most."""

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


def related_pairs(
    prints: Sequence[Fingerprint],
    most: int = MOST_PAIRS,
    tick: Tick = lambda: None,
) -> list[RelatedPair]:
    """Return the pairs that share more wording than chance gives, best first.

    What more than a few texts have in common counts only between texts that share
    something else as well, or of which it is half: an agency's footer relates nobody.
    ``tick`` is called now and then; what it raises ends the work.
    """
    candidates = candidate_pairs(prints, tick)
    weighing = PairWeighing(prints, candidates)
    chance = Chance.among(len(prints), _rate(prints, candidates, weighing))
    found = []
    for number, pair in enumerate(_worth_weighing(prints, candidates, chance, most)):
        if not number % 100:
            tick()
        shares = weighing.shares(*pair, chance)
        if shares is not None:
            found.append(RelatedPair(*pair, sqrt(shares[0] * shares[1]), *shares))
    found.sort(key=lambda pair: (-pair.score, pair.left, pair.right))
    return found[:most]


def _worth_weighing(
    prints: Sequence[Fingerprint],
    candidates: CandidatePairs,
    chance: Chance,
    most: int,
) -> Iterator[tuple[int, int]]:
    """Return the pairs that may be related, each once, not more than ``most``."""
    left, right, shared = candidates[:3]
    words = np.array([one.words for one in prints], float)
    both = words[left] * words[right]
    places = chance.worth_a_look(chance.rate * both, shared)
    if len(places) > most:
        seem = shared[places] / np.sqrt(both[places])
        places = places[np.argpartition(seem, -most)[-most:]]
    counted = zip(left[places].tolist(), right[places].tolist(), strict=True)
    return iter(dict.fromkeys([*counted, *candidates.copies[:most]]))


def _rate(
    prints: Sequence[Fingerprint], candidates: CandidatePairs, weighing: PairWeighing
) -> float:
    """Return how many stretches unrelated texts of this collection share.

    Most pairs of a collection are unrelated, so it is told by all of them: by the
    mean, of pairs that share much only so much that they do not bend it, and by the
    middle one of some pairs taken blindly where all share something.
    """
    words = np.array([one.words for one in prints], float)
    if len(words) * (len(words) - 1) // 2 < _FEWEST_FOR_RATE:
        return USUAL_RATE
    both = (words.sum() ** 2 - (words**2).sum()) / 2
    shared = np.minimum(candidates.shared, _MOST_OF_ONE_PAIR).sum()
    mean = float(shared / max(1, both))
    return max(_LEAST_RATE, mean, weighing.middle_rate())
