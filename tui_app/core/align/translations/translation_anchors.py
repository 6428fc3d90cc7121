"""Rare words that answer each other and stand in the same order: where both texts meet.

Words that both texts have equally often are matched n-th with n-th; the heaviest chain
of these matches is kept, and the same is done again between its links, where more
words are rare and equally frequent.
"""

from __future__ import annotations

from copy import copy
from typing import NamedTuple

import numpy as np

from tui_app.core.align.translations.known_words import KnownPairs
from tui_app.core.align.translations.numbered_texts import (
    Floats,
    Ints,
    Mask,
    NumberedText,
    ranges,
)
from tui_app.core.align.translations.translation_table import (
    PairCounts,
    TranslationTable,
)
from tui_app.core.chains import heaviest_chain

# How often a word may occur, in the whole texts and between two anchors.
_OFTEN = 5
_ROUNDS = 3
# How likely a word has to be another's translation to be matched with it.
_LIKELY = 0.3
# Neighbours on either side whose distance from the diagonal is compared, and how far
# one may stray: a little always, and in proportion to how far apart they are.
_NEIGHBOURS = 3
_SLACK = 4
_DRIFT = 0.25


# So many times as many anchors as chance gives are no chance.
_OVER_CHANCE = 3


class WordPairs(NamedTuple):
    """Types of the left and the right of which each has no other counterpart."""

    left: Ints
    right: Ints


class Points(NamedTuple):
    """Places of units in both texts where words answer each other."""

    left: Ints
    right: Ints

    def where(self, kept: Mask | Ints) -> Points:
        """Return those marked, or numbered."""
        return Points(self.left[kept], self.right[kept])


NO_POINTS = Points(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))
"""No points at all."""


def alike(known: KnownPairs) -> WordPairs:
    """Return the known pairs that are each other's best."""
    return _mutual(known.left, known.right, known.share, _LIKELY / 2)


def learnt_pairs(counts: PairCounts, table: TranslationTable) -> WordPairs:
    """Return types that translate each other more often than not, or nearly so."""
    left = table.rows()
    of_left, of_right = counts.left_often[left], counts.right_often[table.column]
    often = table.lift * (of_left + 1) * (of_right + 1)
    dice = 2 * often / (of_left + of_right + 2)
    return _mutual(left, table.column, dice, _LIKELY)


def _mutual(left: Ints, right: Ints, value: Floats, least: float) -> WordPairs:
    """Return the pairs whose value neither type reaches with another."""
    kept = value >= least
    left, right, value = left[kept], right[kept], value[kept]
    if not len(left):
        return WordPairs(left, right)
    best = (_is_best(left, value)) & (_is_best(right, value))
    return WordPairs(left[best], right[best])


def _is_best(kinds: Ints, value: Floats) -> Mask:
    top = np.zeros(int(kinds.max()) + 1)
    np.maximum.at(top, kinds, value)
    first = value >= top[kinds]
    alone: Mask = first & (np.bincount(kinds[first], minlength=len(top))[kinds] == 1)
    return alone


class Occurrences:
    """The words of both texts that are in pairs: the pair's number, and the place."""

    def __init__(
        self, left: NumberedText, right: NumberedText, pairs: WordPairs
    ) -> None:
        self.left = _occurrences(left, pairs.left)
        self.right = _occurrences(right, pairs.right)
        self.pairs = len(pairs.left)

    def points(self, chain: Points, often: int) -> Points:
        """Return matches of words equally often between two links of the chain."""
        ours = self._keys(self.left, chain.left)
        theirs = self._keys(self.right, chain.right)
        keys, starts, counts = np.unique(ours[0], return_index=True, return_counts=True)
        others, other_starts, other_counts = np.unique(
            theirs[0], return_index=True, return_counts=True
        )
        at = np.searchsorted(others, keys)
        at[at == len(others)] = 0
        if not len(others):
            return Points(ours[1][:0], theirs[1][:0])
        same = (others[at] == keys) & (counts <= often) & (other_counts[at] == counts)
        sizes = counts[same]
        points = Points(
            ours[1][ranges(starts[same], sizes)],
            theirs[1][ranges(other_starts[at[same]], sizes)],
        )
        order = np.lexsort((points.right, points.left))
        return points.where(order)

    def inside(self, left: Mask, right: Mask) -> Occurrences:
        """Return those in the marked places of both texts."""
        kept = copy(self)
        kept.left = _in_places(self.left, left)
        kept.right = _in_places(self.right, right)
        return kept

    def _keys(self, found: tuple[Ints, Ints], bounds: Ints) -> tuple[Ints, Ints]:
        """Return keys of pair and stretch in order, and the place of each."""
        kinds, places = found
        stretch = np.searchsorted(bounds, places, side="right")
        keys = stretch * max(1, self.pairs) + kinds
        order = np.argsort(keys, kind="stable")
        return keys[order], places[order]


def _occurrences(text: NumberedText, kinds: Ints) -> tuple[Ints, Ints]:
    numbers = np.full(len(text.tokens), -1, dtype=np.int64)
    numbers[kinds] = np.arange(len(kinds))
    found = numbers[text.ids]
    inside = found >= 0
    return found[inside], text.places()[inside]


def _in_places(found: tuple[Ints, Ints], places: Mask) -> tuple[Ints, Ints]:
    inside = places[found[1]]
    return found[0][inside], found[1][inside]


def rare_points(occurrences: Occurrences) -> Points:
    """Return the matches of words that are rare in both texts as a whole."""
    return occurrences.points(NO_POINTS, _OFTEN)


def anchors(occurrences: Occurrences, points: Points) -> Points:
    """Return the chain that the points make, and what is found between its links."""
    chain = steady(chained(points))
    for _ in range(_ROUNDS - 1):
        more = occurrences.points(chain, _OFTEN)
        both = Points(
            np.concatenate([chain.left, more.left]),
            np.concatenate([chain.right, more.right]),
        )
        chain = steady(chained(both.where(np.lexsort((both.right, both.left)))))
    return chain


def chained(points: Points) -> Points:
    """Return the points of a heaviest chain that rises on both sides."""
    if not len(points.left):
        return points
    ends = np.unique(np.stack(points, axis=1), axis=0, return_counts=True)
    order = np.lexsort((-ends[0][:, 1], ends[0][:, 0]))
    left, right = ends[0][order].T
    kept = heaviest_chain(right.tolist(), ends[1][order].tolist())
    return Points(left[kept], right[kept])


def steady(chain: Points) -> Points:
    """Return the chain without points that stray from all their neighbours.

    One is kept where another near it, before or behind, stands about as far from it
    on either side.
    """
    count = len(chain.left)
    supported = np.zeros(count, dtype=bool)
    for step in range(1, min(_NEIGHBOURS, count - 1) + 1):
        left = chain.left[step:] - chain.left[:-step]
        right = chain.right[step:] - chain.right[:-step]
        near = np.abs(left - right) <= _SLACK + _DRIFT * np.minimum(left, right)
        supported[step:] |= near
        supported[:-step] |= near
    return chain.where(supported)


def by_chance(points: Points, count: int) -> bool:
    """Tell whether one text read backwards would give nearly as many anchors.

    ``count`` is the number of places of the right.
    """
    turned = Points(points.left, count - 1 - points.right)
    order = np.lexsort((turned.right, turned.left))
    chance = steady(chained(turned.where(order)))
    return len(steady(chained(points)).left) < _OVER_CHANCE * len(chance.left)
