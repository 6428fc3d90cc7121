"""Pairs of texts weighed one by one: how much of each is in the other, if no chance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from tui_app.core.related.candidate_pairs import CandidatePairs
from tui_app.core.related.chance import Chance
from tui_app.core.related.fingerprints import Fingerprint, Hashes, Mask, is_among
from tui_app.core.related.shared_wording import shared_wording

_MUCH = 0.5
_SAMPLE = 400  # pairs
_WORDS_OF_SAMPLE = 2_000_000
_WORDS_AT_HAND = 20_000_000


class _TextAtHand(NamedTuple):
    """A text and its runs in rising order; which of them many others have.

    ``common``: more than a few of all texts; ``frequent``: or half of a few texts.
    """

    text: Fingerprint
    rising: Hashes
    common: Mask
    frequent: Mask


class _Evidence(NamedTuple):
    """What one text shares with another, and few others have: stretches, the longest.

    ``share`` is that of all words in shared runs, whoever has them.
    """

    share: float
    stretches: int
    longest: int


class PairWeighing:
    """Weighs pairs of texts; it keeps at hand what it needs of those weighed last."""

    def __init__(
        self, prints: Sequence[Fingerprint], candidates: CandidatePairs
    ) -> None:
        self._prints = prints
        self._candidates = candidates
        self._at_hand: dict[int, _TextAtHand] = {}
        self._words = 0

    def shares(
        self, left: int, right: int, chance: Chance
    ) -> tuple[float, float] | None:
        """Return the share of each text's words in shared runs; ``None`` for chance.

        The shorter text tells first: most pairs that are none need no second look.
        What half of a small collection has counts once for each stretch, however long:
        it may be a footer, or what all of them took over here and there.
        """
        texts = self._text(left), self._text(right)
        ours, theirs = (one.text.words for one in texts)
        expected, fewest = (
            chance.expected(ours, theirs),
            chance.fewest(max(ours, theirs)),
        )
        is_turned = theirs < ours
        short, long = texts[::-1] if is_turned else texts
        first = _evidence(short, long, fewest, all_counts=False)
        is_much = first.share >= _MUCH
        if is_much:
            first = _evidence(short, long, fewest, all_counts=True)
        if not chance.is_beyond(expected, first.stretches, first.longest):
            return None
        second = _evidence(long, short, fewest, all_counts=is_much)
        stretches = min(first.stretches, second.stretches)
        longest = min(first.longest, second.longest)
        if not chance.is_beyond(expected, stretches, longest):
            return None
        found = first.share, second.share
        return found[::-1] if is_turned else found

    def middle_rate(self) -> float:
        """Return how many stretches a pair shares for each word of both: the median.

        Of some pairs taken blindly, the same ones in each run; few of long texts.
        """
        draw = np.random.default_rng(len(self._prints))
        rates, words = [], 0
        for left, right in draw.integers(0, len(self._prints), (_SAMPLE, 2)).tolist():
            sizes = self._prints[left].words, self._prints[right].words
            if left == right or not all(sizes):
                continue
            seen = _evidence(self._text(left), self._text(right), 1, all_counts=False)
            rates.append(seen.stretches / (sizes[0] * sizes[1]))
            words += sum(sizes)
            if words > _WORDS_OF_SAMPLE and len(rates) % 2:
                break
        return float(np.median(rates)) if rates else 0.0

    def _text(self, number: int) -> _TextAtHand:
        found = self._at_hand.get(number)
        if found is None:
            text = self._prints[number]
            self._words += text.words
            if self._words > _WORDS_AT_HAND:
                self._at_hand.clear()
                self._words = text.words
            found = self._at_hand[number] = _TextAtHand(
                text,
                np.unique(text.runs),
                is_among(text.runs, self._candidates.common),
                is_among(text.runs, self._candidates.frequent),
            )
        return found


def _evidence(
    one: _TextAtHand, other: _TextAtHand, fewest: int, *, all_counts: bool
) -> _Evidence:
    """Return what the one text shares with the other.

    Its share is of words in stretches of ``fewest`` runs. ``all_counts``: also what
    many others have is evidence.
    """
    text = one.text
    mask = is_among(text.runs, other.rising)
    seen = shared_wording(text, mask, fewest)
    share = seen.words / text.words
    if all_counts:
        whole = shared_wording(text, mask, 1)
        return _Evidence(share, whole.stretches, whole.longest)
    stretches = shared_wording(text, mask & ~one.common, 1).stretches
    longest = shared_wording(text, mask & ~one.frequent, 1).longest
    return _Evidence(share, stretches, longest)
