"""Pairs of texts weighed one by one: how much of each is in the other, if no chance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from tui_app.core.related.candidate_pairs import CandidatePairs
from tui_app.core.related.chance import Chance
from tui_app.core.related.fingerprints import Fingerprint, Hashes, Mask, is_among

_MUCH = 0.5
_SAMPLE = 400  # pairs
_WORDS_OF_SAMPLE = 2_000_000
_WORDS_AT_HAND = 20_000_000


class _TextAtHand(NamedTuple):
    """A text; its runs in rising order; which of its runs few others have.

    ``is_rare``: few of all texts; ``is_of_few``: and not half of a small collection.
    """

    text: Fingerprint
    rising: Hashes
    is_rare: Mask
    is_of_few: Mask


class Chances(NamedTuple):
    """What is there by chance: of runs that few texts have, and of all runs."""

    rare: Chance
    all: Chance


class LowRates(NamedTuple):
    """Stretches for each word of both texts of a pair that shares little: rare, all."""

    rare: float
    all: float


class _Evidence(NamedTuple):
    """What one text shares with another.

    ``share`` is that of its words in shared runs, ``stretches`` how many these make,
    ``rare`` how many if only runs count that few texts have, ``longest`` the runs of
    the longest of those.
    """

    share: float
    stretches: int
    rare: int
    longest: int

    def and_of(self, other: _Evidence) -> _Evidence:
        """Return what holds of this and of the other."""
        return _Evidence(
            min(self.share, other.share),
            min(self.stretches, other.stretches),
            min(self.rare, other.rare),
            min(self.longest, other.longest),
        )


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
        self, left: int, right: int, chances: Chances
    ) -> tuple[float, float] | None:
        """Return the share of each text's words in shared runs; ``None`` for chance.

        The shorter text tells first: most pairs that are none need no second look.
        """
        texts = self._text(left), self._text(right)
        ours, theirs = (one.text.words for one in texts)
        fewest = chances.all.fewest(max(ours, theirs))
        is_turned = theirs < ours
        short, long = texts[::-1] if is_turned else texts
        first = _evidence(short, long, fewest)
        is_much = first.share >= _MUCH
        if is_much:
            first = _evidence(short, long, fewest, all_rare=True)
        if not _is_beyond(first, chances, ours * theirs):
            return None
        second = _evidence(long, short, fewest, all_rare=is_much)
        if not _is_beyond(first.and_of(second), chances, ours * theirs):
            return None
        found = first.share, second.share
        return found[::-1] if is_turned else found

    def low_rates(self) -> LowRates:
        """Return how many stretches pairs share that share little: the lower quartile.

        Of some pairs taken blindly, the same ones in each run; few of long texts.
        """
        draw = np.random.default_rng(len(self._prints))
        rates, words = [(0.0, 0.0)], 0
        for left, right in draw.integers(0, len(self._prints), (_SAMPLE, 2)).tolist():
            sizes = self._prints[left].words, self._prints[right].words
            if left == right or not all(sizes):
                continue
            seen = _evidence(self._text(left), self._text(right), 1)
            both = sizes[0] * sizes[1]
            rates.append((seen.rare / both, seen.stretches / both))
            words += sum(sizes)
            if words > _WORDS_OF_SAMPLE:
                break
        return LowRates(*np.quantile(np.array(rates), 0.25, axis=0).tolist())

    def _text(self, number: int) -> _TextAtHand:
        found = self._at_hand.get(number)
        if found is None:
            text = self._prints[number]
            self._words += text.words
            if self._words > _WORDS_AT_HAND:
                self._at_hand.clear()
                self._words = text.words
            found = self._at_hand[number] = self._looked_at(text)
        return found

    def _looked_at(self, text: Fingerprint) -> _TextAtHand:
        common, frequent = self._candidates.common, self._candidates.frequent
        is_rare = is_of_few = ~is_among(text.runs, common)
        if len(frequent) > len(common):
            is_of_few = ~is_among(text.runs, frequent)
        return _TextAtHand(text, np.sort(text.runs), is_rare, is_of_few)


def _evidence(
    one: _TextAtHand, other: _TextAtHand, fewest: int, *, all_rare: bool = False
) -> _Evidence:
    """Return what the one text shares with the other.

    Its share is of words in stretches of ``fewest`` runs. ``all_rare``: every run
    counts as one that few texts have. What half of a small collection has is no long
    stretch: it may be a footer, or what all of them took over here and there.
    """
    text = one.text
    mask = is_among(text.runs, other.rising)
    whole = _shared_wording(text, mask, 1)
    counting = whole if fewest == 1 else _shared_wording(text, mask, fewest)
    share = counting.words / text.words
    if all_rare:
        return _Evidence(share, whole.stretches, whole.stretches, whole.longest)
    rare = _shared_wording(text, mask & one.is_rare, 1)
    few = rare
    if one.is_of_few is not one.is_rare:
        few = _shared_wording(text, mask & one.is_of_few, 1)
    return _Evidence(share, whole.stretches, rare.stretches, few.longest)


class _SharedWording(NamedTuple):
    """What one text has of another: the words, the stretches they make, the longest.

    ``words`` counts words that stand in shared runs, ``longest`` is in runs.
    """

    words: int
    stretches: int
    longest: int


def _shared_wording(one: Fingerprint, shared: Mask, fewest: int) -> _SharedWording:
    """Return what the ``shared`` runs of a text make, in stretches of ``fewest`` runs.

    Shorter stretches do not count.
    """
    padded = np.zeros(len(shared) + 2, bool)
    padded[1:-1] = shared
    edges = np.flatnonzero(padded[1:] != padded[:-1])
    starts, ends = edges[::2], edges[1::2]
    if fewest > 1:
        long_enough = ends - starts >= fewest
        starts, ends = starts[long_enough], ends[long_enough]
    if not len(starts):
        return _SharedWording(0, 0, 0)
    reached = np.minimum(ends + one.reach - 1, one.words)
    # Where the words of two stretches meet they count once.
    reached[:-1] = np.minimum(reached[:-1], starts[1:])
    longest = int((ends - starts).max())
    return _SharedWording(int((reached - starts).sum()), len(starts), longest)


def _is_beyond(seen: _Evidence, chances: Chances, both: int) -> bool:
    """Tell whether chance does not give as much; ``both``: lengths, multiplied.

    Three questions: of the longest rare stretch, of rare ones, of all of them.
    """
    expected = both * chances.rare.rate
    return (
        chances.rare.is_beyond(expected, seen.longest)
        or chances.rare.are_beyond(expected, seen.rare)
        or chances.all.are_beyond(both * chances.all.rate, seen.stretches)
    )
