"""Units that the matched words left alone, linked where they moved or stand beside.

A unit that moved alone is found by the rare words it shares with another unit left
alone; one beside a linked unit may be a part of its counterpart.
"""

from __future__ import annotations

from math import log

import numpy as np
from numpy.typing import NDArray

from tui_app.core.align.books.arrays import (
    Floats,
    Ints,
    Mask,
    bits_for,
    bucket,
    logistic,
    run_starts,
)
from tui_app.core.align.books.linked_units import LinkedUnits
from tui_app.core.align.books.rare_words import WordMatches
from tui_app.core.align.books.shared_words import Pool, SharedWords, shared_words
from tui_app.core.align.books.word_numbers import WordNumbers

# How often a word may occur that finds a counterpart elsewhere.
_OFTEN = 4
# What speaks for a pair: a constant, the weight shared (log), the square roots of
# its share of the lighter and of the heavier unit, the lead over the next best
# partner (log); and against it what may be shared by chance. Fitted as in
# ``linked_units``; the last by hand, for it has one value a text.
_LOGISTIC = (-2.05, 0.57, 1.26, 2.12, 0.97, -0.25)

_EVEN = 0.5
_MOST_MARGIN = 10.0
_LEAST_CHANCE = 10.0
# Partners as near as this are parts of one; a unit has no more than a few.
_BESIDE = 2
_RANKS = 6
# Multiplies the first word of a pair, so that its order counts.
_PAIR = np.uint64(0x9FB21C651E98DF25)


# Units to the next linked one at most.
_REACH = 3
# Shared weight below which a likeness is chance, in words that occur once; and the
# share of a unit that must be shared when its partner is free, or belongs to a
# neighbour already.
_HEAVY = 1.4
_FREE = 0.2
_OWNED = 0.4

_Features = tuple[Ints, NDArray[np.uint64], Floats]


def link_left_over(
    linked: LinkedUnits,
    words: tuple[WordNumbers, WordNumbers],
    weights: Floats,
    matches: WordMatches,
    common: Mask,
) -> LinkedUnits:
    """Return ``linked`` with units that moved alone, and units beside linked ones."""
    taken = linked.taken()
    lone = [
        Pool(side, ~mask[side.unit], weights)
        for side, mask in zip(words, taken, strict=True)
    ]
    linked = _moved_alone(linked, lone[0], lone[1], common)
    return _beside_linked(linked, *_spare(linked, words, weights, matches))


def _spare(
    linked: LinkedUnits,
    words: tuple[WordNumbers, WordNumbers],
    weights: Floats,
    matches: WordMatches,
) -> tuple[Pool, Pool]:
    """Return the words of both sides that no link has used."""
    lowest, highest = linked.partners()
    unit = words[0].unit[matches.left]
    partner = words[1].unit[matches.right]
    used = (lowest[unit] <= partner) & (partner <= highest[unit])
    free = [np.ones(len(side.kind), dtype=bool) for side in words]
    free[0][matches.left[used]] = False
    free[1][matches.right[used]] = False
    return Pool(words[0], free[0], weights), Pool(words[1], free[1], weights)


def _moved_alone(
    linked: LinkedUnits, left: Pool, right: Pool, common: Mask
) -> LinkedUnits:
    """Return ``linked`` with the single units that stand elsewhere.

    The pools hold the words of the units without a link.
    """
    i, j, votes = _candidates(left, right, common)
    if not len(i):
        return linked
    votes += _support(i, j, votes, linked.size[1])
    margin = np.minimum(_lead(i, j, votes), _lead(j, i, votes))
    first = margin >= 1
    i, j, margin = i[first], j[first], margin[first]
    likely = _likelihood(shared_words(left, right, i, j), margin, _by_chance(linked))
    good = likely >= _EVEN
    return linked.with_more(i[good], j[good], likely[good])


def _candidates(left: Pool, right: Pool, common: Mask) -> tuple[Ints, Ints, Floats]:
    """Return the pairs of units that share something rare, and their votes."""
    found = [
        _joined(_features(left, common, step), _features(right, common, step))
        for step in (0, 1, 2)
    ]
    i = np.concatenate([pairs[0] for pairs in found]).astype(np.int64)
    j = np.concatenate([pairs[1] for pairs in found]).astype(np.int64)
    votes = np.concatenate([pairs[2] for pairs in found])
    count = np.int64(len(right.words.first) + 1)
    keys, at = np.unique(i * count + j, return_inverse=True)
    summed: Floats = np.bincount(at, weights=votes, minlength=len(keys)).astype(
        np.float64
    )
    return keys // count, keys % count, summed


def _features(pool: Pool, common: Mask, step: int) -> _Features:
    """Return (unit, key, weight) of the free words, or of pairs of them."""
    words = pool.words
    place = np.flatnonzero(pool.free & ~common[words.kind])
    unit, kind = words.unit[place], words.kind[place]
    key, weight = kind.astype(np.uint64), pool.weights[kind]
    if step == 0:
        return unit, key, weight
    within = unit[step:] == unit[:-step]
    paired = key[:-step] * _PAIR + key[step:] + np.uint64(step)
    return unit[step:][within], paired[within], (weight[:-step] + weight[step:])[within]


def _joined(left: _Features, right: _Features) -> tuple[Ints, Ints, Floats]:
    bits = bits_for(len(left[1]) + len(right[1]))
    slots = [bucket(side[1], bits) for side in (left, right)]
    counts = [np.bincount(slot, minlength=1 << bits) for slot in slots]
    usable = (
        (counts[0] > 0)
        & (counts[1] > 0)
        & (counts[0] <= _OFTEN)
        & (counts[1] <= _OFTEN)
    )
    first = np.flatnonzero(usable[slots[0]])
    second = np.flatnonzero(usable[slots[1]])
    second = second[np.argsort(slots[1][second], kind="stable")]
    begins = np.searchsorted(slots[1][second], slots[0][first])
    many = counts[1][slots[0][first]]
    x = np.repeat(first, many)
    y = second[np.arange(len(x)) + np.repeat(begins - np.cumsum(many) + many, many)]
    same = left[1][x] == right[1][y]
    x, y = x[same], y[same]
    return left[0][x], right[0][y], left[2][x]


def _support(i: Ints, j: Ints, votes: Floats, most: int) -> Floats:
    """Return half the votes for the pairs of neighbours of each pair."""
    count = np.int64(most + 2)
    keys = i * count + j
    support = np.zeros(len(keys))
    for step in (-count - 1, -count, -count + 1, -1, 1, count - 1, count, count + 1):
        at = np.searchsorted(keys, keys + step)
        at[at == len(keys)] = 0
        support += np.where(keys[at] == keys + step, votes[at] / 2, 0)
    return support


def _lead(units: Ints, partners: Ints, votes: Floats) -> Floats:
    """Return how many times the votes of each pair are the best rival's.

    The rivals of a pair are the other partners of its unit, but for those beside
    its own: a unit that was cut in two has two partners, not two rivals.
    """
    order = np.lexsort((-votes, units))
    ranked, best = partners[order], votes[order]
    starts = np.searchsorted(units[order], units)
    ends = np.searchsorted(units[order], units, side="right")
    rival = np.zeros(len(units))
    for rank in range(_RANKS):
        at = np.minimum(starts + rank, len(units) - 1)
        apart = np.abs(ranked[at] - partners) > _BESIDE
        found = (rival == 0) & (starts + rank < ends) & apart
        rival[found] = best[at[found]]
    lead: Floats = votes / np.maximum(rival, 1e-9)
    return lead


def _likelihood(shared: SharedWords, margin: Floats, chance: float) -> Floats:
    """Return the probability of each pair that it says the same."""
    constant, weight, lighter, heavier, lead, many = _LOGISTIC
    masses = (shared.left, shared.right)
    odds = (
        constant
        + weight * np.log1p(shared.shared)
        + lighter * np.sqrt(shared.shared / np.minimum(*masses))
        + heavier * np.sqrt(shared.shared / np.maximum(*masses))
        + lead * np.log(np.minimum(margin, _MOST_MARGIN))
        + many * chance
    )
    return logistic(odds)


def _by_chance(linked: LinkedUnits) -> float:
    """Return the weight that some two of the units left may share by chance.

    A word of weight w is in one unit of e to the w; all pairs of units that are
    left have as many chances to share what they share.
    """
    lone = [len(taken) - int(taken.sum()) for taken in linked.taken()]
    return max(_LEAST_CHANCE, log(max(1, lone[0] * lone[1])))


def _beside_linked(linked: LinkedUnits, left: Pool, right: Pool) -> LinkedUnits:
    """Return ``linked`` with the units that belong to a neighbour's partner."""
    i, j = _pairs_beside(linked)
    if not len(i):
        return linked
    shared = shared_words(left, right, i, j)
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


def _pairs_beside(linked: LinkedUnits) -> tuple[Ints, Ints]:
    """Return pairs of a unit without a link and one near a neighbour's partner."""
    there = _around(linked)
    here = _around(linked.mirrored())
    count = np.int64(linked.size[1] + 1)
    keys = np.concatenate([there[0] * count + there[1], here[1] * count + here[0]])
    keys.sort()
    keys = keys[run_starts(keys)]
    return keys // count, keys % count


def _around(linked: LinkedUnits) -> tuple[Ints, Ints]:
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


def _best(units: Ints, values: Floats) -> Mask:
    """Return which values are the highest of their unit."""
    highest = np.zeros(int(units.max()) + 1)
    np.maximum.at(highest, units, values)
    best: Mask = values >= highest[units]
    return best
