"""Pairs of texts that may be related, found without comparing each with each.

All runs of all texts are sorted once; texts that have the same run then stand side by
side. Runs are taken in slices of their numbers, so that memory is bounded whatever
there is of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

import numpy as np

from tui_app.core.related.fingerprints import (
    Codes,
    Counts,
    Fingerprint,
    Hashes,
    Mask,
    is_among,
)

_MOST_RARE = 8
"""Texts that may have a run before it is called common."""

_MOST_OF_FEW = 0.5
"""Of the texts of a small collection as many may have a run that is still rare."""

_AT_ONCE = 2 << 20
"""Runs of a slice."""

_MOST_PAIRS = 12 << 20
"""Pairs that are counted at a time; beyond, those that share least are given up."""

_SKETCH = 32
_ENOUGH_OF_SKETCH = 8
_MOST_BESIDE = 100

_TEXT_BITS = np.uint64(32)
_TEXT = np.uint64(0xFFFFFFFF)

Tick = Callable[[], None]
"""Is called now and then; what it raises ends the work."""


class CandidatePairs(NamedTuple):
    """Pairs of texts by their numbers, and how many different rare runs each shares.

    ``common`` are the runs that are not rare, in rising order; ``frequent`` are these
    and, of a small collection, what half of its texts have. ``copies`` are further
    pairs, of texts of which much is common: versions of one text, of which there are
    many.
    """

    left: Counts
    right: Counts
    shared: Counts
    common: Hashes
    frequent: Hashes
    copies: tuple[tuple[int, int], ...]


def candidate_pairs(prints: Sequence[Fingerprint], tick: Tick) -> CandidatePairs:
    """Return which pairs share rare runs, and which are copies among many.

    Every pair that shares a rare run is counted, unless there are too many to be kept
    at a time (Manku and Motwani's lossy counting, 2002, then drops the poorest).
    """
    few = max(2, min(_MOST_RARE, int(len(prints) * _MOST_OF_FEW)))
    codes, counts = np.empty(0, np.uint64), np.empty(0, np.int64)
    common, frequent = [np.empty(0, np.uint32)], [np.empty(0, np.uint32)]
    for postings in _slices(prints):
        tick()
        groups, runs = _grouped(postings)
        common.append(runs[groups.sizes > _MOST_RARE])
        frequent.append(runs[groups.sizes > few])
        codes, counts = _added(codes, counts, _pairs_in(groups))
        if len(codes) > _MOST_PAIRS:
            keep = counts > np.partition(counts, -_MOST_PAIRS)[-_MOST_PAIRS]
            codes, counts = codes[keep], counts[keep]
    all_common = np.concatenate(common)
    return CandidatePairs(
        (codes >> _TEXT_BITS).astype(np.int64),
        (codes & _TEXT).astype(np.int64),
        counts,
        all_common,
        np.concatenate(frequent),
        _copies(prints, all_common, tick),
    )


def _slices(prints: Sequence[Fingerprint]) -> Iterator[Codes]:
    """Yield the runs with their texts in rising order, each run of a text once."""
    total = sum(len(one.runs) for one in prints)
    slices = -(-total // _AT_ONCE)
    bounds = np.linspace(0, 1 << 32, slices + 1).astype(np.uint64)
    for low, high in pairwise(bounds):
        parts = []
        for number, one in enumerate(prints):
            runs = one.runs
            if slices > 1:
                runs = runs[(runs >= low) & (runs < high)]
            parts.append(runs.astype(np.uint64) << _TEXT_BITS | np.uint64(number))
        postings = np.concatenate(parts)
        postings.sort()
        yield postings[_fresh(postings)]


def _fresh(sorted_values: Codes | Hashes) -> Mask:
    """Return which values differ from the one before."""
    fresh = np.ones(len(sorted_values), bool)
    np.not_equal(sorted_values[1:], sorted_values[:-1], out=fresh[1:])
    return fresh


class _Groups(NamedTuple):
    """Texts with the same run side by side: the texts, where groups begin, sizes."""

    texts: Codes
    starts: Counts
    sizes: Counts


def _grouped(postings: Codes) -> tuple[_Groups, Hashes]:
    runs = (postings >> _TEXT_BITS).astype(np.uint32)
    starts = np.flatnonzero(_fresh(runs))
    sizes = np.diff(np.append(starts, len(runs)))
    return _Groups(postings & _TEXT, starts, sizes), runs[starts]


def _pairs_in(groups: _Groups) -> Codes:
    """Return the pairs that share rare runs, once for each run."""
    parts = [np.empty(0, np.uint64)]
    for size in range(2, _MOST_RARE + 1):
        parts += _pairs_of(groups, size)
    return np.concatenate(parts)


def _pairs_of(groups: _Groups, size: int) -> Iterator[Codes]:
    """Yield the pairs in all groups of one size."""
    starts = groups.starts[groups.sizes == size]
    if not len(starts):
        return
    columns = [groups.texts[starts + step] for step in range(size)]
    for first, second in combinations(columns, 2):
        yield first << _TEXT_BITS | second


def _added(codes: Codes, counts: Counts, found: Codes) -> tuple[Codes, Counts]:
    """Return the pairs and how often each was found, with those found now."""
    new, times = np.unique(found, return_counts=True)
    if not len(codes):
        return new, times.astype(np.int64)
    both = np.concatenate([codes, new])
    weights = np.concatenate([counts, times])
    order = np.argsort(both, kind="stable")
    both, weights = both[order], weights[order]
    starts = np.flatnonzero(_fresh(both))
    return both[starts], np.add.reduceat(weights, starts)


def _copies(
    prints: Sequence[Fingerprint], common: Hashes, tick: Tick
) -> tuple[tuple[int, int], ...]:
    """Return pairs of which one is common for the most part, and the other has that.

    A few runs stand for each such text: the smallest numbers of its common ones
    (Broder's sketch, 1997).
    """
    if not len(common):
        return ()
    sketches = [np.empty(0, np.uint32)]
    for one in prints:
        shared = one.runs[is_among(one.runs, common)]
        if 2 * len(shared) >= len(one.runs):
            sketches.append(np.unique(shared)[:_SKETCH])
    sketch = np.unique(np.concatenate(sketches))
    if not len(sketch):
        return ()
    tick()
    parts = [
        np.unique(one.runs[is_among(one.runs, sketch)]).astype(np.uint64) << _TEXT_BITS
        | np.uint64(number)
        for number, one in enumerate(prints)
    ]
    postings = np.concatenate(parts)
    postings.sort()
    return _sketched_pairs(_grouped(postings)[0], tick)


def _sketched_pairs(groups: _Groups, tick: Tick) -> tuple[tuple[int, int], ...]:
    """Return the pairs that stand together in many groups.

    In a large group each text is paired with those next to it only, for a thousand
    copies make half a million pairs.
    """
    codes, counts = np.empty(0, np.uint64), np.empty(0, np.int64)
    for start, size in zip(groups.starts, groups.sizes, strict=True):
        texts = groups.texts[start : start + size]
        for step in range(1, min(int(size), _MOST_BESIDE + 1)):
            found = texts[:-step] << _TEXT_BITS | texts[step:]
            codes, counts = _added(codes, counts, found)
        tick()
    codes = codes[counts >= _ENOUGH_OF_SKETCH]
    lefts = (codes >> _TEXT_BITS).tolist()
    return tuple(zip(lefts, (codes & _TEXT).tolist(), strict=True))
