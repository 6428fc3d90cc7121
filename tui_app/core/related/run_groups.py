"""Texts with the same run side by side, and the pairs that such groups make."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from tui_app.core.related.fingerprints import Codes, Counts, Hashes, Mask, Rates

_TEXT_BITS = np.uint64(32)
_TEXT = np.uint64(0xFFFFFFFF)

_MOST_OF_RUN = 1 << 16
"""Pairs that one run makes at most: in a larger group each text is paired only with
those next to it, for a thousand copies make half a million pairs."""

_MOST_OF_OCTAVE = 1 << 21
_FEWEST_RUNS = 64
"""Pairs that runs of about one commonness make, and runs that are taken in any case."""


class RunGroups(NamedTuple):
    """Groups of texts with the same run: all texts, where each begins, sizes, runs."""

    texts: Codes
    starts: Counts
    sizes: Counts
    runs: Hashes


class PairsFound(NamedTuple):
    """Pairs as codes, some often; each stands for so many runs (``weight``)."""

    codes: Codes
    weight: float


def postings_of(runs: Hashes, text: int) -> Codes:
    """Return the runs of a text as codes that sort by run, then by text."""
    return runs.astype(np.uint64) << _TEXT_BITS | np.uint64(text)


def run_groups(postings: Codes) -> RunGroups:
    """Return the groups that postings make; they are sorted here, each counts once."""
    postings.sort()
    postings = postings[fresh(postings)]
    runs = (postings >> _TEXT_BITS).astype(np.uint32)
    starts = np.flatnonzero(fresh(runs))
    sizes = np.diff(np.append(starts, len(runs)))
    return RunGroups(postings & _TEXT, starts, sizes, runs[starts])


def fresh(rising: Codes | Hashes) -> Mask:
    """Return which values differ from the one before."""
    found = np.ones(len(rising), bool)
    np.not_equal(rising[1:], rising[:-1], out=found[1:])
    return found


def sides(codes: Codes) -> tuple[Counts, Counts]:
    """Return the texts of pairs."""
    return (codes >> _TEXT_BITS).astype(np.int64), (codes & _TEXT).astype(np.int64)


def rare_pairs(groups: RunGroups, most: int) -> Codes:
    """Return the pairs in all groups of not more than ``most`` texts, once for each."""
    parts = [np.empty(0, np.uint64)]
    for size in range(2, most + 1):
        parts += _pairs_of(groups.texts, groups.starts[groups.sizes == size], size)
    return np.concatenate(parts)


def common_pairs(groups: RunGroups, most_rare: int) -> Iterator[PairsFound]:
    """Yield the pairs in larger groups, of some of them where they make too many.

    Runs are taken octave by octave of their commonness. As numbers of runs are as good
    as drawn, every n-th run stands for the others.
    """
    largest = int(groups.sizes.max(initial=0))
    low = most_rare
    while low < largest:
        among = np.flatnonzero((groups.sizes > low) & (groups.sizes <= 2 * low))
        low *= 2
        if not len(among):
            continue
        each = min(low * low // 2, _MOST_OF_RUN)
        every = min(len(among) * each // _MOST_OF_OCTAVE, len(among) // _FEWEST_RUNS)
        taken = among[:: max(1, every)]
        weight = len(among) / len(taken)
        for size in np.unique(groups.sizes[taken]).tolist():
            starts = groups.starts[taken[groups.sizes[taken] == size]]
            for codes in _pairs_of(groups.texts, starts, size):
                yield PairsFound(codes, weight)


def _pairs_of(texts: Codes, starts: Counts, size: int) -> Iterator[Codes]:
    """Yield the pairs in the groups of one size that begin at ``starts``."""
    if not len(starts):
        return
    rows = texts[starts[:, None] + np.arange(size)]
    for step in range(1, min(size, 1 + max(1, _MOST_OF_RUN // size))):
        yield (rows[:, :-step] << _TEXT_BITS | rows[:, step:]).ravel()


class PairCounts:
    """How many runs each pair shares, as far as there is room for pairs.

    Beyond, those that share least are given up (as Manku and Motwani's lossy counting
    does, 2002).
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self.codes: Codes = np.empty(0, np.uint64)
        self.counts: Rates = np.empty(0)

    def add(self, found: PairsFound) -> None:
        """Count pairs, each as often as it was found."""
        rising = np.sort(found.codes)
        starts = np.flatnonzero(fresh(rising))
        codes = rising[starts]
        counts = np.diff(np.append(starts, len(rising))).astype(np.float64)
        counts *= found.weight
        if len(self.codes):
            both = np.concatenate([self.codes, codes])
            weights = np.concatenate([self.counts, counts])
            order = np.argsort(both, kind="stable")
            both, weights = both[order], weights[order]
            starts = np.flatnonzero(fresh(both))
            codes, counts = both[starts], np.add.reduceat(weights, starts)
        if len(codes) > self._most:
            keep = counts > np.partition(counts, -self._most)[-self._most]
            codes, counts = codes[keep], counts[keep]
        self.codes, self.counts = codes, counts

    def of(self, codes: Codes) -> Rates:
        """Return the counts of these pairs, 0 for those that were never found."""
        if not len(self.codes):
            return np.zeros(len(codes))
        places = np.searchsorted(self.codes, codes)
        places[places == len(self.codes)] = 0
        counts = self.counts[places]
        counts[self.codes[places] != codes] = 0
        return counts
