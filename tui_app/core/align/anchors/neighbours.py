"""Units left over beside linked ones, tried with what stands beside their partners."""

from __future__ import annotations

from math import log

import numpy as np

from tui_app.core.align.anchors.arrays import Floats, Ints, Mask
from tui_app.core.align.anchors.evidence import Linked
from tui_app.core.align.anchors.overlap import Pool, overlap

_REACH = 3
# Shared weight below which a likeness is chance, in words that occur once; and the
# share of a unit that must be shared when its partner is free, or belongs to a
# neighbour already.
_HEAVY = 1.4
_FREE = 0.2
_OWNED = 0.4


def beside(linked: Linked, left: Pool, right: Pool) -> Linked:
    """Return ``linked`` with the units that belong to a neighbour's partner."""
    i, j = _candidates(linked)
    if not len(i):
        return linked
    shared = overlap(left, right, i, j)
    taken = linked.taken()
    open_left, open_right = ~taken[0][i], ~taken[1][j]
    both = open_left & open_right
    larger = np.maximum(shared.left, shared.right)
    own = np.where(both, larger, np.where(open_left, shared.left, shared.right))
    cover = shared.shared / np.maximum(own, 1e-9)
    good = (
        (shared.shared >= _HEAVY * log(sum(linked.size)))
        & (cover >= np.where(both, _FREE, _OWNED))
        & _best(i, shared.shared)
        & _best(j, shared.shared)
    )
    score = np.minimum(0.9, 0.3 + cover)
    return linked.with_more(i[good], j[good], score[good])


def _best(units: Ints, values: Floats) -> Mask:
    """Return which values are the highest of their unit."""
    highest = np.zeros(int(units.max()) + 1)
    np.maximum.at(highest, units, values)
    best: Mask = values >= highest[units]
    return best


def _candidates(linked: Linked) -> tuple[Ints, Ints]:
    """Return pairs of a unit without a link and one near a neighbour's partner."""
    there = _around(linked)
    here = _around(linked.mirrored())
    count = np.int64(linked.size[1] + 1)
    keys = np.unique(
        np.concatenate([there[0] * count + there[1], here[1] * count + here[0]])
    )
    return keys // count, keys % count


def _around(linked: Linked) -> tuple[Ints, Ints]:
    count, most = linked.size
    if not len(linked.left):
        return linked.left, linked.right
    lowest, highest = linked.partners()
    taken = highest >= 0
    numbers = np.arange(count)
    before = np.maximum.accumulate(np.where(taken, numbers, -1))
    after = np.minimum.accumulate(np.where(taken, numbers, count)[::-1])[::-1]
    lone = np.flatnonzero(~taken)
    found: list[tuple[Ints, Ints]] = []
    for step in range(_REACH + 1):
        near = lone[(before[lone] >= 0) & (lone - before[lone] <= _REACH)]
        found.append((near, highest[before[near]] + step))
        near = lone[(after[lone] < count) & (after[lone] - lone <= _REACH)]
        found.append((near, lowest[after[near]] - step))
    unit = np.concatenate([pair[0] for pair in found])
    partner = np.concatenate([pair[1] for pair in found])
    inside = (partner >= 0) & (partner < most)
    return unit[inside], partner[inside]
