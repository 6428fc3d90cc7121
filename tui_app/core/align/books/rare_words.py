"""Rare words that both books have equally often, and the blocks they stand in.

They are matched n-th with n-th, alone and in pairs. Most of these matches are right
where others stand near them at the same distance on both sides: in blocks.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tui_app.core.align.books.arrays import Ints, Mask, bucket, run_starts
from tui_app.core.align.books.word_numbers import WordNumbers
from tui_app.core.align.progress import Ticker

# How often a word may occur; unique words alone fail wherever a text repeats itself.
_OFTEN = 4
# Which matches speak for one: so many before and behind, of which so many must.
NEIGHBOURS = 8
_SUPPORT = 2
# How far, in words, the texts may drift apart between two matches that support
# each other: a little always, and a third of the way between them.
_SLACK = 10
_DRIFT = 3
_REACH = 300

# Multiplies the first word of a pair, so that its order counts.
ORDERED = np.uint64(0xD6E8FEB86659FD93)
_LAST_PLACE = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class WordMatches:
    """Words of the left matched with words of the right, by their numbers."""

    left: Ints
    right: Ints

    def where(self, picked: Mask | Ints) -> WordMatches:
        """Return the matches that ``picked`` picks."""
        return WordMatches(self.left[picked], self.right[picked])

    def in_left_order(self) -> WordMatches:
        """Return the matches by the left, each once.

        Of those with one place on the left the right falls, so that a rising run
        takes one of them.
        """
        packed = np.sort((self.left << np.int64(32)) | (_LAST_PLACE - self.right))
        packed = packed[run_starts(packed)]
        return WordMatches(packed >> np.int64(32), _LAST_PLACE - (packed & _LAST_PLACE))


def rare_matches(
    left: WordNumbers, right: WordNumbers, common: Mask, ticker: Ticker
) -> WordMatches:
    """Return the matches of rare words and of pairs, in the order of the left."""
    rare = (_rare(left, common), _rare(right, common))
    found = []
    for step in (0, 1, 2):
        ticker.tick()
        keys = (_paired(rare[0], step), _paired(rare[1], step))
        found.append(equally_often(*keys, _OFTEN))
    return WordMatches(
        np.concatenate([matches.left for matches in found]),
        np.concatenate([matches.right for matches in found]),
    ).in_left_order()


def _rare(words: WordNumbers, common: Mask) -> WordKeys:
    """Return the words that are not common."""
    place = np.flatnonzero(~common[words.kind])
    return WordKeys(place, words.kind[place].astype(np.uint64))


def _paired(words: WordKeys, step: int) -> WordKeys:
    """Return the words, each with the one ``step`` further on (0: alone)."""
    if step == 0:
        return words
    pairs = words.key[:-step] * ORDERED + words.key[step:] + np.uint64(step)
    return WordKeys(words.place[:-step], pairs)


@dataclass(frozen=True, slots=True)
class WordKeys:
    """What stands at each place of one text, as numbers."""

    place: Ints
    key: NDArray[np.uint64]


def equally_often(left: WordKeys, right: WordKeys, most: int) -> WordMatches:
    """Match the n-th with the n-th of what occurs equally often, ``most`` at most.

    Key, side and place are sorted as one number: tables of counts for millions of
    keys would leave the processor's cache at every step.
    """
    places = max(len(left.key), len(right.key)).bit_length()
    spare = 62 - places
    packed = np.concatenate(
        [_packed(left, 0, spare, places), _packed(right, 1, spare, places)]
    )
    packed.sort()
    starts, half = _balanced(packed, np.int64(places), most)
    mask = (np.int64(1) << np.int64(places)) - 1
    nth = [(starts[half > n] + n, half[half > n]) for n in range(most)]
    first = np.concatenate([packed[at] & mask for at, _ in nth])
    second = np.concatenate([packed[at + across] & mask for at, across in nth])
    # Two keys with one hash are told apart by what they are.
    same = left.key[first] == right.key[second]
    return WordMatches(left.place[first[same]], right.place[second[same]])


def _balanced(packed: Ints, places: np.int64, most: int) -> tuple[Ints, Ints]:
    """Return the starts of the groups with equally many of both sides, and how many.

    The left stands first in each group, so a look at its middle is enough.
    """
    starts = run_starts(packed >> (places + 1))
    counts = np.diff(starts, append=len(packed))
    even = (counts % 2 == 0) & (counts <= 2 * most)
    starts, half = starts[even], counts[even] // 2
    last_left = packed[starts + half - 1] >> places & 1
    first_right = packed[starts + half] >> places & 1
    balanced = (last_left == 0) & (first_right == 1)
    return starts[balanced], half[balanced]


def _packed(keys: WordKeys, side: int, spare: int, places: int) -> Ints:
    hashed = bucket(keys.key, spare) << np.int64(places + 1)
    packed: Ints = hashed | np.arange(len(keys.key)) | np.int64(side << places)
    return packed


def supported(matches: WordMatches) -> Mask:
    """Return which matches others near their diagonal agree with.

    A rare word that both texts happen to share stands alone; a passage they
    share brings its matches in company.
    """
    support = np.zeros(len(matches.left), dtype=np.int64)
    for step in range(1, NEIGHBOURS + 1):
        together = _together(matches, step)
        support[step:] += together
        support[: len(together)] += together
    mask: Mask = support >= _SUPPORT
    return mask


def _together(matches: WordMatches, step: int) -> Mask:
    ahead = matches.left[step:] - matches.left[:-step]
    drift = np.abs(matches.right[step:] - matches.right[:-step] - ahead)
    return (drift <= _SLACK + ahead // _DRIFT) & (ahead <= _REACH) & (ahead > 0)


@dataclass(frozen=True, slots=True)
class WordBlock:
    """Matches ``first:end`` and the words they span, ends exclusive."""

    first: int
    end: int
    left: tuple[int, int]
    right: tuple[int, int]

    @property
    def weight(self) -> int:
        """Return how many matches the block holds."""
        return self.end - self.first


def blocks_of(matches: WordMatches) -> list[WordBlock]:
    """Return the blocks of ``matches``, which are in the order of the left."""
    if not len(matches.left):
        return []
    ahead = np.diff(matches.left)
    rise = np.diff(matches.right)
    near = np.abs(rise - ahead) <= _SLACK + ahead // _DRIFT
    breaks = np.flatnonzero(~near) + 1
    firsts = np.concatenate([[0], breaks])
    ends = np.concatenate([breaks, [len(matches.left)]])
    return [
        WordBlock(first, end, (x0, x1 + 1), (y0, y1 + 1))
        for first, end, x0, x1, y0, y1 in zip(
            firsts.tolist(),
            ends.tolist(),
            matches.left[firsts].tolist(),
            matches.left[ends - 1].tolist(),
            np.minimum.reduceat(matches.right, firsts).tolist(),
            np.maximum.reduceat(matches.right, firsts).tolist(),
            strict=True,
        )
    ]
