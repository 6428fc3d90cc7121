"""Pairs of texts that may be related, found without comparing each with each.

All runs of all texts are sorted once; texts that have the same run then stand side by
side. Runs are taken in slices of their numbers, so that memory is bounded whatever
there is of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from tui_app.core.related.fingerprints import Counts, Fingerprint, Hashes, Rates
from tui_app.core.related.run_groups import (
    PairCounts,
    PairsFound,
    RunGroups,
    common_pairs,
    postings_of,
    rare_pairs,
    run_groups,
    sides,
)

_MOST_RARE = 8
"""Texts that may have a run before it is called common."""

_MOST_OF_FEW = 0.5
"""Of the texts of a small collection as many may have a run that is still rare."""

_AT_ONCE = 2 << 20
"""Runs of a slice."""

_MOST_PAIRS = 4 << 20
_MOST_COMMON_PAIRS = 1 << 20
"""Pairs that are counted at a time: by rare runs, by common ones."""

_GATHERED = 1 << 20

Tick = Callable[[], None]
"""Is called now and then; what it raises ends the work."""


class CandidatePairs(NamedTuple):
    """Pairs of texts by their numbers, and how many different runs each shares.

    ``rare`` counts runs that few texts have; ``shared`` those and, roughly, common
    ones. ``common`` are the runs that are not rare, in rising order; ``frequent`` are
    these and, of a small collection, what half of its texts have.
    """

    left: Counts
    right: Counts
    rare: Rates
    shared: Rates
    common: Hashes
    frequent: Hashes


def candidate_pairs(prints: Sequence[Fingerprint], tick: Tick) -> CandidatePairs:
    """Return which pairs share runs, and how many.

    Every pair that shares a rare run is counted, unless there are too many to be kept.
    """
    few = max(2, min(_MOST_RARE, int(len(prints) * _MOST_OF_FEW)))
    rare, common = PairCounts(_MOST_PAIRS), PairCounts(_MOST_COMMON_PAIRS)
    of_many, of_half = [np.empty(0, np.uint32)], [np.empty(0, np.uint32)]
    for groups in _slices(prints):
        tick()
        of_many.append(groups.runs[groups.sizes > _MOST_RARE])
        of_half.append(groups.runs[groups.sizes > few])
        rare.add(PairsFound(rare_pairs(groups, _MOST_RARE), 1))
        for found in _gathered(common_pairs(groups, _MOST_RARE)):
            tick()
            common.add(found)
    codes = np.union1d(rare.codes, common.codes)
    shared_rare = rare.of(codes)
    return CandidatePairs(
        *sides(codes),
        shared_rare,
        shared_rare + common.of(codes),
        np.concatenate(of_many),
        np.concatenate(of_half),
    )


def _slices(prints: Sequence[Fingerprint]) -> Iterator[RunGroups]:
    """Yield all runs with the texts that have them, in rising order."""
    total = sum(len(one.runs) for one in prints)
    slices = -(-total // _AT_ONCE)
    bounds = np.linspace(0, 1 << 32, slices + 1).astype(np.uint64)
    for low, high in pairwise(bounds):
        parts = []
        for number, one in enumerate(prints):
            runs = one.runs
            if slices > 1:
                runs = runs[(runs >= low) & (runs < high)]
            parts.append(postings_of(runs, number))
        yield run_groups(np.concatenate(parts))


def _gathered(pairs: Iterator[PairsFound]) -> Iterator[PairsFound]:
    """Yield pairs of one weight together, as many as are well counted at a time."""
    waiting: list[PairsFound] = []
    size = 0
    for found in pairs:
        if waiting and (found.weight != waiting[0].weight or size > _GATHERED):
            yield _joined(waiting)
            waiting, size = [], 0
        waiting.append(found)
        size += len(found.codes)
    if waiting:
        yield _joined(waiting)


def _joined(found: Sequence[PairsFound]) -> PairsFound:
    return PairsFound(np.concatenate([one.codes for one in found]), found[0].weight)
