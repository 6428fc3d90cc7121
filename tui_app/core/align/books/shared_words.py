"""What pairs of units share, word order aside."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tui_app.core.align.books.arrays import Floats, Ints, Mask, run_starts
from tui_app.core.align.books.word_numbers import WORD_BITS, WordNumbers

_KIND = np.int64((1 << WORD_BITS) - 1)


@dataclass(frozen=True, slots=True)
class SharedWords:
    """For each pair of units: the weight shared, and the weight of either side."""

    shared: Floats
    left: Floats
    right: Floats


@dataclass(frozen=True, slots=True)
class _WordBags:
    """The words of some units, each kind once, sorted by (number of the unit, kind).

    ``key`` holds both in one number, ``count`` how often the word is there; those of
    the n-th unit begin at ``first[n]``, and there is one entry more than units.
    """

    key: Ints
    count: Ints
    first: Ints

    def sizes(self, numbers: Ints) -> Ints:
        """Return how many kinds of word these units have."""
        sizes: Ints = self.first[numbers + 1] - self.first[numbers]
        return sizes

    def masses(self, weights: Floats) -> Floats:
        """Return what the words of every unit weigh together."""
        return _summed(
            self.key >> np.int64(WORD_BITS),
            self.count * weights[self.key & _KIND],
            len(self.first) - 1,
        )


@dataclass(frozen=True, slots=True)
class Pool:
    """The words of one text that may still be matched, and what words weigh."""

    words: WordNumbers
    free: Mask
    weights: Floats

    def bags(self, units: Ints) -> _WordBags:
        """Return the free words of ``units``."""
        number, place = _expanded(self.words.first[units], self.words.first[units + 1])
        free = self.free[place]
        keys = (number[free] << np.int64(WORD_BITS)) | self.words.kind[place[free]]
        keys.sort()
        starts = run_starts(keys)
        found = keys[starts]
        numbers = np.arange(len(units) + 1) << np.int64(WORD_BITS)
        return _WordBags(
            found,
            np.diff(starts, append=len(keys)),
            np.searchsorted(found, numbers),
        )


def shared_words(left: Pool, right: Pool, i: Ints, j: Ints) -> SharedWords:
    """Return how much the free words of the units ``i[n]`` and ``j[n]`` share.

    The words of the smaller unit are looked up in the other one: a unit as long as
    a book is read once, however many are compared with it.
    """
    units, x = np.unique(i, return_inverse=True)
    others, y = np.unique(j, return_inverse=True)
    one, other, weights = left.bags(units), right.bags(others), left.weights
    shared = np.zeros(len(i))
    smaller = one.sizes(x) <= other.sizes(y)
    shared[smaller] = _shared(one, other, x[smaller], y[smaller], weights)
    shared[~smaller] = _shared(other, one, y[~smaller], x[~smaller], weights)
    return SharedWords(shared, one.masses(weights)[x], other.masses(weights)[y])


def _shared(
    one: _WordBags, other: _WordBags, x: Ints, y: Ints, weights: Floats
) -> Floats:
    pair, entry = _expanded(one.first[x], one.first[x + 1])
    kind = one.key[entry] & _KIND
    wanted = (y[pair] << np.int64(WORD_BITS)) | kind
    at = np.searchsorted(other.key, wanted)
    at[at == len(other.key)] = 0
    hit = np.flatnonzero(other.key[at] == wanted) if len(other.key) else at[:0]
    both = np.minimum(one.count[entry[hit]], other.count[at[hit]])
    return _summed(pair[hit], both * weights[kind[hit]], len(x))


def _expanded(starts: Ints, ends: Ints) -> tuple[Ints, Ints]:
    """Return every place of some stretches, and before it the stretch's number."""
    counts = ends - starts
    number = np.repeat(np.arange(len(counts)), counts)
    begins = np.cumsum(counts) - counts
    return number, np.arange(len(number)) + np.repeat(starts - begins, counts)


def _summed(groups: Ints, weights: Floats, size: int) -> Floats:
    return np.bincount(groups, weights=weights, minlength=size).astype(np.float64)
