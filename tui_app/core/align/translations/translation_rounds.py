"""The rounds of an alignment: guess, learn the words from the guess, guess again."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from tui_app.core.align.progress import Ticker
from tui_app.core.align.translations.banded_search import BandedSearch, FoundPath
from tui_app.core.align.translations.bead_gains import Band, BeadGains
from tui_app.core.align.translations.bead_shapes import (
    ShapeHabits,
    first_habits,
    habits_of,
)
from tui_app.core.align.translations.known_words import KnownPairs
from tui_app.core.align.translations.moved_chapters import order_of_right
from tui_app.core.align.translations.numbered_texts import NumberedText, reordered
from tui_app.core.align.translations.sentence_lengths import (
    USUAL_VARIANCE,
    SentenceLengths,
    ratio_at,
    ratio_in,
)
from tui_app.core.align.translations.translation_anchors import (
    NO_POINTS,
    Occurrences,
    Points,
    WordPairs,
    alike,
    anchors,
    by_chance,
    learnt_pairs,
    rare_points,
)
from tui_app.core.align.translations.translation_bands import band_about, band_between
from tui_app.core.align.translations.translation_table import (
    TranslationTable,
    nothing_counted,
    table_of,
)
from tui_app.core.align.translations.word_learning import learnt

# How far a guess is doubted when words are learnt from it. Lengths and look-alikes are
# surer of themselves than they should be.
_DOUBTS = (2.0, 1.0, 1.0)
# Units of the shorter text from which one round less is enough: there is more to learn.
_LONG = 2000
# Beads less likely than this teach nothing; a long text has enough that are likely.
_LEAST = 0.05
_LEAST_OF_LONG = 0.2
# Share of beads that stay as they were from which another round would change little.
_SETTLED = 0.95
# Anchors, more than chance gives, that leave no doubt that both texts say the same.
_SURE = 20


class NumberedPair(NamedTuple):
    """Both texts in numbers, what is known of their words, which units are parted."""

    left: NumberedText
    right: NumberedText
    known: KnownPairs
    parted: Collection[tuple[int, int]] = ()

    @property
    def size(self) -> tuple[int, int]:
        """How many units both sides have."""
        return len(self.left), len(self.right)


class RoundResult(NamedTuple):
    """A path, and the right text in the order in which the path runs through it.

    ``anchored`` tells whether look-alikes alone show that both texts say the same;
    what was learnt from a path always agrees with it.
    """

    path: FoundPath
    right: NumberedText
    anchored: bool


@dataclass(frozen=True, slots=True)
class _Guess:
    """All that the next path is sought with."""

    right: NumberedText
    band: Band
    table: TranslationTable
    habits: ShapeHabits
    variance: float
    ratio: float
    anchored: bool


def rounds(pair: NumberedPair, ticker: Ticker) -> Iterator[RoundResult]:
    """Yield the result of every round, each better than the last."""
    yield from _Rounds(pair, ticker).results(_doubts(pair))


def last_round(
    pair: NumberedPair, ticker: Ticker, doubts: Sequence[float] | None = None
) -> RoundResult:
    """Return the result of the last round; ``doubts`` are those of all before it."""
    wanted = _doubts(pair) if doubts is None else doubts
    *_, last = _Rounds(pair, ticker).results(wanted)
    return last


def _doubts(pair: NumberedPair) -> Sequence[float]:
    return _DOUBTS[:-1] if min(pair.size) >= _LONG else _DOUBTS


class _Rounds:
    def __init__(self, pair: NumberedPair, ticker: Ticker) -> None:
        self._pair, self._ticker = pair, ticker

    def results(self, doubts: Sequence[float]) -> Iterator[RoundResult]:
        """Yield a result for each doubt, and one in the end."""
        guess, before = self._first(), None
        for doubt in doubts:
            search, lengths = self._search(guess)
            path = search.best()
            yield RoundResult(path, guess.right, guess.anchored)
            if before is not None and self._is_settled(before, path):
                return
            before = path
            guess = self._learnt(guess, search, path, lengths, doubt)
        search, _ = self._search(guess)
        yield RoundResult(search.best(), guess.right, guess.anchored)

    @property
    def _is_long(self) -> bool:
        return min(self._pair.size) >= _LONG

    def _is_settled(self, before: FoundPath, path: FoundPath) -> bool:
        """Tell whether a long text has nothing more to teach."""
        return self._is_long and _share_kept(before, path) >= _SETTLED

    def _first(self) -> _Guess:
        left, right, known = self._pair[:3]
        ordered, chain = self._in_order(right, alike(known))
        anchored = len(chain.left) >= _SURE
        if anchored:
            right = ordered
        else:
            chain = NO_POINTS
        return _Guess(
            right,
            band_between(left, right, chain),
            table_of(nothing_counted(left, right), known),
            first_habits(),
            USUAL_VARIANCE,
            ratio_at(left, right, chain.left, chain.right),
            anchored,
        )

    def _search(self, guess: _Guess) -> tuple[BandedSearch, SentenceLengths]:
        left, right = self._pair.left, guess.right
        lengths = SentenceLengths(left, right, guess.ratio)
        gains = BeadGains(
            left,
            right,
            guess.table,
            lengths.with_variance(guess.variance),
            guess.habits,
            guess.band,
            self._pair.parted,
        )
        return BandedSearch(gains, len(left), self._ticker), lengths

    def _learnt(
        self,
        guess: _Guess,
        search: BandedSearch,
        path: FoundPath,
        lengths: SentenceLengths,
        doubt: float,
    ) -> _Guess:
        left, known = self._pair.left, self._pair.known
        least = _LEAST_OF_LONG if self._is_long else _LEAST
        likely = search.likely(doubt, least)
        counts = learnt(left, guess.right, likely, known, self._ticker)
        table = table_of(counts, known)
        right, chain = self._in_order(guess.right, learnt_pairs(counts, table))
        band = (
            band_about(path.beads, self._pair.size, chain)
            if right is guess.right
            else band_between(left, right, chain)
        )
        return _Guess(
            right,
            band,
            table,
            habits_of(path.beads[~path.in_gap]),
            lengths.variance_of(path.beads),
            ratio_in(left, guess.right, path.beads),
            guess.anchored,
        )

    def _in_order(
        self, right: NumberedText, pairs: WordPairs
    ) -> tuple[NumberedText, Points]:
        """Return the right text with moved chapters put in order, and the anchors.

        It is the same object where nothing moves.
        """
        left = self._pair.left
        occurrences = Occurrences(left, right, pairs)
        points = rare_points(occurrences)
        if by_chance(points, len(right)):
            return right, NO_POINTS
        chain = anchors(occurrences, points)
        order = order_of_right(occurrences, chain, self._pair.size)
        if (np.diff(order) == 1).all():
            return right, chain
        right = reordered(right, order)
        occurrences = Occurrences(left, right, pairs)
        return right, anchors(occurrences, rare_points(occurrences))


def _share_kept(before: FoundPath, path: FoundPath) -> float:
    """Return how many beads of a path were in the one before."""
    both = np.concatenate([before.beads, path.beads])
    distinct = len(np.unique(both, axis=0))
    return (len(both) - distinct) / max(1, len(path.beads))
