"""Which words translate each other, learnt from beads that are more or less likely.

Expectation maximisation of IBM model 1 (Brown et al. 1993) in both directions, whose
counts are joined by their geometric mean after every round, so that a pair has to be
good either way (after Liang, Taskar & Klein 2006). What a pair owes to a single bead
is left out, for it would only repeat what the bead was made of.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from tui_app.core.align.progress import Ticker
from tui_app.core.align.translations.known_words import KnownPairs
from tui_app.core.align.translations.numbered_texts import (
    Floats,
    Ints,
    NumberedText,
    ranges,
)
from tui_app.core.align.translations.translation_table import KNOWN_BEFORE, PairCounts

_ROUNDS = 4
# A word that translates nothing is so likely, against any of the other side.
_FROM_NOTHING = 0.25
# Known pairs weigh so much more at the first guess, which has nothing else.
_FIRST_GUESS = 5
# Pairs of tokens looked at in one go: memory for a book, room for numpy.
_AT_ONCE = 1 << 20


class WeighedBeads(NamedTuple):
    """Beads as ranges of places, one row each: left start, end, right start, end.

    ``weight`` tells how likely each is.
    """

    ranges: Ints
    weight: Floats


def learnt(
    left: NumberedText,
    right: NumberedText,
    beads: WeighedBeads,
    known: KnownPairs,
    ticker: Ticker,
) -> PairCounts:
    """Return how often each pair of types translated one another in the beads."""
    return _Learning(left, right, beads, known, ticker).counts()


class _Bags(NamedTuple):
    """The types of one side of every bead, one after the other."""

    ids: Ints
    first: Ints
    weight: Floats
    often: Floats

    def sizes(self) -> Ints:
        return np.diff(self.first)


def _bags(text: NumberedText, starts: Ints, ends: Ints, weight: Floats) -> _Bags:
    counts = text.first[ends] - text.first[starts]
    ids = text.ids[ranges(text.first[starts], counts)]
    weights = np.repeat(weight, counts)
    often: Floats = np.bincount(ids, weights, len(text.tokens)).astype(np.float64)
    return _Bags(ids, np.concatenate([[0], np.cumsum(counts)]), weights, often)


class _Learning:
    """Occurrences of pairs of tokens in the beads, and the pairs of types they are."""

    def __init__(
        self,
        left: NumberedText,
        right: NumberedText,
        beads: WeighedBeads,
        known: KnownPairs,
        ticker: Ticker,
    ) -> None:
        l0, l1, r0, r1 = beads.ranges.T
        self._ticker = ticker
        self._left = _bags(left, l0, l1, beads.weight)
        self._right = _bags(right, r0, r1, beads.weight)
        self._kinds = len(right.tokens)
        self._keys = self._repeated_pairs()
        self._known = self._known_shares(known)
        self._pairs = [self._known_again(*chunk) for chunk in self._chunks()]

    def _known_again(self, ours: Ints, theirs: Ints) -> tuple[Ints, Ints, Ints]:
        """Return those that stand in two beads or more, and which pair each is.

        In the order of the pairs: whoever looks up what is known of each pair then
        walks through memory instead of jumping about in it.
        """
        keys = self._key(ours, theirs)
        order = np.argsort(keys)
        keys = keys[order]
        at = np.searchsorted(self._keys, keys)
        kept = np.zeros(len(keys), dtype=bool)
        inside = at < len(self._keys)
        kept[inside] = self._keys[at[inside]] == keys[inside]
        order = order[kept]
        places = ours[order].astype(np.int32), theirs[order].astype(np.int32)
        return (*places, at[kept].astype(np.int32))

    def counts(self) -> PairCounts:
        """Return the counts after some rounds."""
        left, right = self._keys // self._kinds, self._keys % self._kinds
        of_left, of_right = self._left.often[left], self._right.often[right]
        seen = self._seen()
        known = self._known * KNOWN_BEFORE
        forward = (seen / of_left + _FIRST_GUESS * known) / of_right
        backward = (seen / of_right + _FIRST_GUESS * known) / of_left
        nothing = self._from_nothing()
        counted = seen
        for number in range(_ROUNDS):
            alone = nothing if number else (None, None)
            counted = np.sqrt(
                self._expected(forward, 1, alone[0])
                * self._expected(backward, 0, alone[1])
            )
            forward = (counted + known) / (of_left + KNOWN_BEFORE)
            backward = (counted + known) / (of_right + KNOWN_BEFORE)
        counted *= np.maximum(seen - 1, 0) / np.maximum(seen, 1)
        kept = counted > 0
        return PairCounts(
            left[kept], right[kept], counted[kept], self._left.often, self._right.often
        )

    def _chunks(self) -> Iterator[tuple[Ints, Ints]]:
        """Yield the pairs of tokens in the same bead, by their places in the bags."""
        sizes = self._right.sizes()
        beads = np.repeat(np.arange(len(sizes)), self._left.sizes())
        counts = sizes[beads]
        reached = np.cumsum(counts)
        start = 0
        while start < len(counts):
            before = reached[start - 1] if start else 0
            end = int(np.searchsorted(reached, before + _AT_ONCE, side="right"))
            end = max(end, start + 1)
            part = counts[start:end]
            yield (
                np.repeat(np.arange(start, end), part),
                ranges(self._right.first[beads[start:end]], part),
            )
            self._ticker.tick(0)
            start = end

    def _key(self, ours: Ints, theirs: Ints) -> Ints:
        lefts = self._left.ids[ours].astype(np.int64)
        return lefts * self._kinds + self._right.ids[theirs]

    def _repeated_pairs(self) -> Ints:
        """Return the keys of pairs that stand in two beads or more."""
        total = int(self._left.sizes() @ self._right.sizes())
        every = np.empty(total, dtype=np.int64)  # the most that learning takes
        filled = 0
        for chunk in self._chunks():
            keys = self._key(*chunk)
            every[filled : filled + len(keys)] = keys
            filled += len(keys)
        every.sort()
        self._ticker.tick(0)
        again = every[1:][every[1:] == every[:-1]]
        fresh = np.ones(len(again), dtype=bool)
        np.not_equal(again[1:], again[:-1], out=fresh[1:])
        repeated: Ints = again[fresh]
        return repeated

    def _known_shares(self, known: KnownPairs) -> Floats:
        keys = known.left * self._kinds + known.right
        at = np.searchsorted(self._keys, keys)
        inside = at < len(self._keys)
        at, share, keys = at[inside], known.share[inside], keys[inside]
        shares = np.zeros(len(self._keys))
        same = self._keys[at] == keys
        shares[at[same]] = share[same]
        return shares

    def _seen(self) -> Floats:
        """Return in how many beads each pair stands."""
        seen = np.zeros(len(self._keys))
        for ours, _, pairs in self._pairs:
            seen += np.bincount(pairs, self._left.weight[ours], len(seen))
        return np.maximum(seen, 1e-9)

    def _from_nothing(self) -> tuple[Floats, Floats]:
        """Return for each token how likely it is that it translates nothing."""
        chance_left = self._left.often / max(1.0, self._left.often.sum())
        chance_right = self._right.often / max(1.0, self._right.often.sum())
        sizes_left, sizes_right = self._left.sizes(), self._right.sizes()
        beside_left = np.repeat(sizes_right, sizes_left)
        beside_right = np.repeat(sizes_left, sizes_right)
        return (
            _FROM_NOTHING * chance_right[self._right.ids] * beside_right,
            _FROM_NOTHING * chance_left[self._left.ids] * beside_left,
        )

    def _expected(self, likely: Floats, side: int, nothing: Floats | None) -> Floats:
        """Return how often each pair is expected, the tokens of ``side`` explained."""
        bags = (self._left, self._right)[side]
        whole = np.full(len(bags.ids), 1e-30) if nothing is None else nothing + 1e-30
        for chunk in self._pairs:
            whole += np.bincount(chunk[side], likely[chunk[2]], len(whole))
        found = np.zeros(len(likely))
        per_token = bags.weight / whole
        for chunk in self._pairs:
            share = likely[chunk[2]] * per_token[chunk[side]]
            found += np.bincount(chunk[2], share, len(found))
        self._ticker.tick(0)
        return found
