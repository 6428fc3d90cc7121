"""Which words both passages share in the same order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from math import prod

from rapidfuzz.distance import Indel

from tui_app.core.collation.matching_points import (
    Points,
    WordWindow,
    by_key,
    matching_points,
)
from tui_app.core.collation.word import Word

WordPair = tuple[int, int]


RUN_FEE = 0.3


_LONG_RUN = 3


_HEAVY_RUN = 1.5


SHORTCUT_CELLS = 100_000_000
"""Pairs of places: 26 milliseconds and 12 megabytes at most."""


_SMALL = 6
"""Words of a side of a window so small that all its pairs would be looked at."""


def common_sequence(
    left: Sequence[Word], right: Sequence[Word], fee: float = RUN_FEE
) -> list[WordPair]:
    """Return pairs of word numbers, rising on both sides: equal or near words."""
    start, end = _equal_ends(left, right)
    window = WordWindow(range(start, len(left) - end), range(start, len(right) - end))
    found = [(number, number) for number in range(start)]
    found += _within(left, right, window, fee)
    shift = len(right) - len(left)
    found += [(i, i + shift) for i in range(len(left) - end, len(left))]
    return found


def _equal_ends(left: Sequence[Word], right: Sequence[Word]) -> WordPair:
    """Return how many words are equal at the start and at the end.

    A start without a word of content (*The*, a quotation mark) may be chance.
    """
    most = min(len(left), len(right))
    start = 0
    while start < most and left[start].lower == right[start].lower:
        start += 1
    if start < most and not any(word.content for word in left[:start]):
        start = 0
    end = 0
    while end < most - start and left[-1 - end].lower == right[-1 - end].lower:
        end += 1
    return start, end


def _within(
    left: Sequence[Word], right: Sequence[Word], window: WordWindow, fee: float
) -> list[WordPair]:
    found, waiting = _long_runs(left, right, window)
    while waiting:
        here = waiting.pop()
        if not (here.left and here.right):
            continue
        same = _word_for_word(left, right, here)
        if same:
            found += same
            continue
        points, complete = matching_points(left, right, here)
        if complete or points:
            chain = chain_of_points(points, here, fee)
        else:
            chain = _in_step(left, right, here)
        found += chain
        if not complete:
            waiting += _between(here, chain)
    return sorted(found)


def _long_runs(
    left: Sequence[Word], right: Sequence[Word], window: WordWindow
) -> tuple[list[WordPair], list[WordWindow]]:
    """Match runs too long for chance, and return the windows between them too.

    A shortcut: these runs are part of the heaviest chain, and a longest common
    subsequence in machine code finds them at a fraction of the cost.
    """
    sizes = len(window.left), len(window.right)
    if min(sizes) < _LONG_RUN or prod(sizes) > SHORTCUT_CELLS:
        return [], [window]
    ours = [left[i].lower for i in window.left]
    theirs = [right[j].lower for j in window.right]
    found: list[WordPair] = []
    for start, other, length in Indel.editops(ours, theirs).as_matching_blocks():
        if length >= _LONG_RUN:
            i, j = window.left.start + start, window.right.start + other
            if sum([word.weight for word in left[i : i + length]]) >= _HEAVY_RUN:
                found += zip(range(i, i + length), count(j), strict=False)
    return found, list(_between(window, found)) if found else [window]


def _word_for_word(
    left: Sequence[Word], right: Sequence[Word], window: WordWindow
) -> list[WordPair]:
    """Return all pairs of a small window that holds the same on both sides.

    A shortcut: no chain of its points weighs more.
    """
    if len(window.left) != len(window.right) or len(window.left) > _SMALL:
        return []
    pairs = list(zip(window.left, window.right, strict=True))
    for i, j in pairs:
        if left[i].lower != right[j].lower:
            return []
    return pairs


def _in_step(
    left: Sequence[Word], right: Sequence[Word], window: WordWindow
) -> list[WordPair]:
    """Match the first, second, … place of the rarest word that both sides share.

    For passages that repeat few words endlessly, where looking for the best
    chain would take forever and none is better for a reader.
    """
    said = {right[j].lower for j in window.right}
    ours = by_key(((left[i].lower, i) for i in window.left), said)
    theirs = by_key(((right[j].lower, j) for j in window.right), ours)
    word = min(ours, key=lambda one: (len(ours[one]) * len(theirs[one]), one))
    return list(zip(ours[word], theirs[word], strict=False))


def _between(window: WordWindow, chain: Sequence[WordPair]) -> Iterator[WordWindow]:
    ends = [(window.left.start - 1, window.right.start - 1), *chain]
    starts = [*chain, (window.left.stop, window.right.stop)]
    for (i, j), (k, m) in zip(ends, starts, strict=True):
        if chain and (k > i + 1 or m > j + 1):
            yield WordWindow(range(i + 1, k), range(j + 1, m))


def chain_of_points(points: Points, window: WordWindow, fee: float) -> list[WordPair]:
    """Return the chain, rising on both sides, that weighs most after its fees.

    A run of neighbouring points costs ``fee`` once, half where it touches a corner
    of the window. O(p log p) for p points.
    """
    if not points:
        return []
    columns, steps = [-1], [_GROUND]  # a staircase: the best chains, rising
    before: dict[WordPair, WordPair | None] = {}
    first = (window.left.start, window.right.start)
    last = (window.left.stop - 1, window.right.stop - 1)
    best, end = 0.0, None
    above: Mapping[int, float] = {}
    above_row = -1
    for i in sorted(points):
        row: dict[int, float] = {}
        if above_row != i - 1:
            above = {}
        for j, weight in points[i].items():
            point = i, j
            score, come = steps[bisect_left(columns, j) - 1]
            score -= fee / 2 if come is None and point == first else fee
            follow = above.get(j - 1)
            if follow is not None and follow >= score:
                score, come = follow, (i - 1, j - 1)
            score += weight
            row[j] = score
            before[point] = come
            final = score + fee / 2 if point == last else score
            if final > best:
                best, end = final, point
        for j, score in row.items():
            _step_up(columns, steps, j, (score, (i, j)))
        above, above_row = row, i
    return _back_from(end, before)


_Step = tuple[float, WordPair | None]
"""The score of a chain and the point it ends at."""

_GROUND: _Step = (0.0, None)


def _step_up(columns: list[int], steps: list[_Step], column: int, step: _Step) -> None:
    """Enter a chain that ends in ``column`` and drop what it surpasses."""
    score = step[0]
    if column > columns[-1]:
        if score > steps[-1][0]:
            columns.append(column)
            steps.append(step)
        return
    slot = bisect_left(columns, column)
    if score <= steps[slot - 1][0]:
        return
    stop = slot
    while stop < len(columns) and steps[stop][0] <= score:
        stop += 1
    columns[slot:stop] = [column]
    steps[slot:stop] = [step]


def _back_from(
    end: WordPair | None, before: Mapping[WordPair, WordPair | None]
) -> list[WordPair]:
    chain = []
    while end is not None:
        chain.append(end)
        end = before[end]
    return chain[::-1]
