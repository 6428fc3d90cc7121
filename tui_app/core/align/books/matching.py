"""Words that match: rare ones roughly, then all words between what matched.

The second is the patience difference: between two matches a word that both sides
have equally often, however common, is matched n-th with n-th.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from tui_app.core.align.books.arrays import Ints, Mask, ordered_by, rising
from tui_app.core.align.books.rare_words import (
    NEIGHBOURS,
    ORDERED,
    WordKeys,
    WordMatches,
    blocks_of,
    equally_often,
    rare_matches,
    supported,
)
from tui_app.core.align.books.reading_order import RoughMatches, backbone, in_left_order
from tui_app.core.align.books.word_numbers import WORD_BITS, WordNumbers
from tui_app.core.align.progress import Ticker

# A third round finds a hundredth more words and no more links.
_ROUNDS = 2
# How often a word may occur between two matches.
_OFTEN = 3
# Words between two matches above which what both sides share may be chance, and
# only company tells.
_WIDE = 200
# Words of the runs that are looked for in wide stretches, and twice as many each time.
_SHORTEST_RUN, _LONGEST_RUN = 8, 128
# Beyond every word.
_FAR = 1 << 40
# Words of one side to work on at a time.
_PIECE = 30_000


def matched_roughly(
    left: WordNumbers, right: WordNumbers, common: Mask, ticker: Ticker
) -> RoughMatches:
    """Match rare words and pairs of words, in reading order and where they moved."""
    matches = rare_matches(left, right, common, ticker)
    matches = matches.where(supported(matches))
    ticker.tick()
    found = backbone(blocks_of(matches), ticker)
    rough = in_left_order(matches, found, right, ticker)
    ticker.tick()
    return rough


def matched_finely(
    left: WordNumbers, right: WordNumbers, rough: RoughMatches, ticker: Ticker
) -> WordMatches:
    """Match what stands between the rough matches, round by round."""
    matches = rough.matches
    kinds = right.kind[rough.order]
    for _ in range(_ROUNDS):
        matches = refine(left.kind, kinds, matches, ticker)
        ticker.tick()
    return WordMatches(matches.left, rough.order[matches.right])


def refine(
    left: Ints, right: Ints, matches: WordMatches, ticker: Ticker
) -> WordMatches:
    """Return ``matches`` with those found between them.

    ``left`` and ``right`` are the kinds of the words in one reading order. In the
    stretch between two matches a word that occurs equally often on both sides, at
    most three times, is matched n-th with n-th (patience difference).
    """
    merged = _merged([matches, *_found(left, right, matches, ticker)])
    merged = merged.where(_trusted(merged, matches))
    return merged.where(rising(merged.right))


def _found(
    left: Ints, right: Ints, matches: WordMatches, ticker: Ticker
) -> Iterator[WordMatches]:
    """Yield what matches between the matches, piece by piece."""
    sides = (_Between(left, matches.left), _Between(right, matches.right))
    wide = _are_wide(matches.left) & _are_wide(matches.right)
    for low, high in pairwise(_cuts(sides)):
        keys = [side.keys(low, high) for side in sides]
        yield equally_often(keys[0], keys[1], _OFTEN)
        ticker.tick(0)
        numbers = np.flatnonzero(wide[low:high]) + low
        if len(numbers):
            yield from _runs_found(*(_of_stretches(one, numbers) for one in keys))
            ticker.tick(0)


def _of_stretches(words: WordKeys, numbers: Ints) -> WordKeys:
    """Return the words that stand in these stretches."""
    stretch = words.key >> np.uint64(WORD_BITS)
    inside = np.isin(stretch, numbers.astype(np.uint64))
    return WordKeys(words.place[inside], words.key[inside])


def _runs_found(left: WordKeys, right: WordKeys) -> Iterator[WordMatches]:
    """Yield the first and last words of runs that occur equally often.

    What says the same few things again and again has no rare words, but rare runs.
    """
    for ours, theirs in zip(_runs(left), _runs(right), strict=False):
        length, found = ours.length, equally_often(ours.keys, theirs.keys, _OFTEN)
        yield found
        yield WordMatches(found.left + length - 1, found.right + length - 1)


@dataclass(frozen=True, slots=True)
class _Runs:
    """The runs of so many words, each at the place of its first."""

    length: int
    keys: WordKeys


def _runs(words: WordKeys) -> Iterator[_Runs]:
    """Yield the runs of each length; none has a word that is matched already."""
    key, length = words.key, 1
    while length < _LONGEST_RUN and len(key) > length:
        key = key[:-length] * ORDERED + key[length:]
        length *= 2
        if length >= _SHORTEST_RUN:
            place = words.place[: len(key)]
            whole = words.place[length - 1 :] - place == length - 1
            yield _Runs(length, WordKeys(place[whole], key[whole]))


def _cuts(sides: Iterable[_Between]) -> list[int]:
    """Return where to cut the stretches so that each piece stays in the cache."""
    borders = [side.stretches(_PIECE) for side in sides]
    inner = {border for side in borders for border in side[:-1]}
    return sorted({0, max(side[-1] for side in borders) + 1, *inner})


class _Between:
    """The words of one side that stand between its matched words.

    Stretch ``n`` is what stands before matched word ``n`` and after the one before
    it. Only the words of a piece are ever put together: those of a whole book would
    take more memory than all else.
    """

    def __init__(self, kinds: Ints, matched: Ints) -> None:
        self._kinds = kinds
        self._edges = np.concatenate([[-1], matched, [len(kinds)]])

    def keys(self, low: int, high: int) -> WordKeys:
        """Return the words of the stretches from ``low`` to below ``high``."""
        last = len(self._edges) - 1
        edges = self._edges[min(low, last) : min(high, last) + 1]
        free = np.ones(edges[-1] - edges[0], dtype=bool)
        free[edges[:-1] - edges[0]] = False
        place = np.flatnonzero(free)
        stretch = np.cumsum(~free)[place] - 1
        place += edges[0]
        key = (stretch << np.int64(WORD_BITS)) | self._kinds[place]
        return WordKeys(place, key.astype(np.uint64))

    def stretches(self, every: int) -> list[int]:
        """Return the stretch of each so many-th word, and that of the last word."""
        until = np.cumsum(np.diff(self._edges) - 1)
        count = int(until[-1])
        numbers = np.array([*range(every, count, every), max(0, count - 1)])
        return np.searchsorted(until, numbers, side="right").tolist() if count else [0]


def _merged(parts: Sequence[WordMatches]) -> WordMatches:
    """Return the matches of all parts in the order of the left."""
    order = ordered_by(np.concatenate([part.left for part in parts]))
    return WordMatches(
        np.concatenate([part.left for part in parts])[order],
        np.concatenate([part.right for part in parts])[order],
    )


def _trusted(merged: WordMatches, matches: WordMatches) -> Mask:
    """Return which of ``merged`` stand in narrow stretches or in company."""
    doubtful = _in_wide(merged.left, matches)
    trusted = ~doubtful
    if doubtful.any():
        near = np.flatnonzero(_widened(doubtful))
        trusted[near] |= supported(merged.where(near))
    return trusted


def _in_wide(places: Ints, matches: WordMatches) -> Mask:
    """Return which ``places`` of the left are new and stand in a wide stretch."""
    wide = np.flatnonzero(_are_wide(matches.left) & _are_wide(matches.right))
    edges = np.concatenate([[-1], matches.left, [_FAR]])
    return _spanned(
        len(places),
        np.searchsorted(places, edges[wide] + 1),
        np.searchsorted(places, edges[wide + 1]),
    )


def _are_wide(matched: Ints) -> Mask:
    wide: Mask = np.diff(matched, prepend=-1, append=_FAR) > _WIDE
    return wide


def _widened(mask: Mask) -> Mask:
    """Return ``mask`` with the neighbours that may speak for what it holds."""
    at = np.flatnonzero(mask)
    low = np.maximum(at - NEIGHBOURS, 0)
    return _spanned(len(mask), low, np.minimum(at + NEIGHBOURS + 1, len(mask)))


def _spanned(size: int, starts: Ints, ends: Ints) -> Mask:
    """Return a mask of ``size`` with the ranges set; they may overlap."""
    steps = np.zeros(size + 1, dtype=np.int32)
    np.add.at(steps, starts, 1)
    np.subtract.at(steps, ends, 1)
    np.cumsum(steps, dtype=np.int32, out=steps)
    inside: Mask = steps[:size] > 0
    return inside
