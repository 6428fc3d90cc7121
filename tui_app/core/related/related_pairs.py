"""Which pairs of many texts are related by their wording, best first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from math import sqrt
from typing import NamedTuple

import numpy as np

from tui_app.core.related.candidate_pairs import (
    CandidatePairs,
    Tick,
    candidate_pairs,
    is_common,
)
from tui_app.core.related.chance import USUAL_RATE, Chance
from tui_app.core.related.fingerprints import Fingerprint, Mask
from tui_app.core.related.shared_wording import (
    shared_runs,
    shared_wording,
)

MOST_PAIRS = 100_000
"""Pairs that are weighed, those that seem to share most; so many are told at most."""

_MUCH = 0.5
_SAMPLE = 400
_FEWEST_FOR_RATE = 100  # pairs that tell what is usual in a collection
_MOST_OF_ONE_PAIR = 4  # runs that one pair may add to what is usual
_LEAST_RATE = 1e-8


class _Widespread(NamedTuple):
    """Which runs of a text many others have: many of all, or half of a few texts."""

    common: Mask
    frequent: Mask


_NONE = _Widespread(np.zeros(1, bool), np.zeros(1, bool))
"""For texts of which nothing is left out of account."""


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
    weighing = _Weighing(prints, candidates, tick)
    found = filter(None, (weighing.of(*pair) for pair in weighing.worth_weighing(most)))
    return sorted(found, key=_best_first)[:most]


def _best_first(pair: RelatedPair) -> tuple[float, int, int]:
    return -pair.score, pair.left, pair.right


class _Weighing:
    """Weighs pairs against what is usual in their collection."""

    def __init__(
        self, prints: Sequence[Fingerprint], candidates: CandidatePairs, tick: Tick
    ) -> None:
        self._prints = prints
        self._candidates = candidates
        self._known: dict[int, _Widespread] = {}
        self._tick = tick
        self._chance = Chance.among(len(prints), self._rate())

    def worth_weighing(self, most: int) -> Iterator[tuple[int, int]]:
        """Yield the pairs that may be related, not more than ``most``."""
        left, right, shared = self._candidates[:3]
        words = np.array([one.words for one in self._prints], float)
        both = words[left] * words[right]
        places = self._chance.worth_a_look(self._chance.rate * both, shared)
        if len(places) > most:
            seem = shared[places] / np.sqrt(both[places])
            places = places[np.argpartition(seem, -most)[-most:]]
        counted = zip(left[places].tolist(), right[places].tolist(), strict=True)
        for number, pair in enumerate(dict.fromkeys(chain(counted, self._copies()))):
            if not number % 100:
                self._tick()
            yield pair

    def _copies(self) -> Sequence[tuple[int, int]]:
        return self._candidates.copies[:MOST_PAIRS]

    def of(self, left: int, right: int) -> RelatedPair | None:
        """Return the pair, weighed, ``None`` where chance would give as much."""
        pair = left, right
        ours, theirs = self._prints[left], self._prints[right]
        shared = shared_runs(ours, theirs), shared_runs(theirs, ours)
        fewest = self._chance.fewest(max(ours.words, theirs.words))
        words = [
            shared_wording(self._prints[one], mask, fewest).words
            for one, mask in zip(pair, shared, strict=True)
        ]
        shares = words[0] / ours.words, words[1] / theirs.words
        known = (_NONE, _NONE) if max(shares) >= _MUCH else self._known_of(pair)
        if not self._is_beyond(pair, shared, known):
            return None
        return RelatedPair(left, right, sqrt(shares[0] * shares[1]), *shares)

    def _known_of(self, pair: tuple[int, int]) -> tuple[_Widespread, _Widespread]:
        return self._widespread(pair[0]), self._widespread(pair[1])

    def _is_beyond(
        self,
        pair: tuple[int, int],
        shared: tuple[Mask, Mask],
        widespread: tuple[_Widespread, _Widespread],
    ) -> bool:
        """Tell whether what both share, and few others have, is beyond chance.

        What half of a small collection has counts once for each stretch, however long:
        it may be a footer, or what all of them took over here and there.
        """
        stretches, longest = [], []
        for one, mask, known in zip(pair, shared, widespread, strict=True):
            text = self._prints[one]
            stretches.append(shared_wording(text, mask & ~known.common, 1).stretches)
            longest.append(shared_wording(text, mask & ~known.frequent, 1).longest)
        expected = self._chance.expected(*(self._prints[one].words for one in pair))
        return self._chance.is_beyond(expected, min(stretches), min(longest))

    def _widespread(self, text: int) -> _Widespread:
        known = self._known.get(text)
        if known is None:
            runs = self._prints[text].runs
            common, frequent = self._candidates.common, self._candidates.frequent
            known = _Widespread(is_common(runs, common), is_common(runs, frequent))
            self._known[text] = known
        return known

    def _rate(self) -> float:
        """Return how many stretches unrelated texts of this collection share.

        Most pairs of a collection are unrelated, so it is told by all of them: by the
        mean, of pairs that share much only so much that they do not bend it, and by
        the middle one of some pairs taken blindly where all share something.
        """
        words = np.array([one.words for one in self._prints], float)
        if len(words) * (len(words) - 1) // 2 < _FEWEST_FOR_RATE:
            return USUAL_RATE
        both = (words.sum() ** 2 - (words**2).sum()) / 2
        shared = np.minimum(self._candidates.shared, _MOST_OF_ONE_PAIR).sum()
        return max(_LEAST_RATE, float(shared / max(1, both)), self._middle_rate())

    def _middle_rate(self) -> float:
        """Return the middle rate of pairs taken blindly, the same ones in each run."""
        draw = np.random.default_rng(len(self._prints))
        rates = []
        for left, right in draw.integers(0, len(self._prints), (_SAMPLE, 2)).tolist():
            ours, theirs = self._prints[left], self._prints[right]
            if left == right or not (ours.words and theirs.words):
                continue
            mask = shared_runs(ours, theirs) & ~self._widespread(left).common
            stretches = shared_wording(ours, mask, 1).stretches
            rates.append(stretches / (ours.words * theirs.words))
        return float(np.median(rates)) if rates else 0.0
