"""The words that both passages share in the same order.

A sparse dynamic programme over the points where two words match: the heaviest
rising chain, less a fee for every run of neighbouring matches, so that one long
run beats many scattered words (a chain with gap opening costs, after Gotoh 1982;
the staircase of best chains after Hunt & Szymanski 1977). Its cost grows with the
matching points, O(p log n), not with the product of the lengths. Where frequent
words make too many points, the rare words lay the ground first and the rest is
filled in between, so that every input is bounded.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui_app.core.differences.similarity import similarity
from tui_app.core.differences.words import Word

RUN_FEE = 0.3
_EDGE_FEE = RUN_FEE / 2
_NEAR = 0.8
_MOST_POINTS = 20_000
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Window:
    """The part of both passages between matches that stand."""

    left: range
    right: range


def common_sequence(left: Sequence[Word], right: Sequence[Word]) -> list[Pair]:
    """Return pairs of word numbers, rising on both sides."""
    start, end = _equal_ends(left, right)
    window = _Window(range(start, len(left) - end), range(start, len(right) - end))
    found = [(number, number) for number in range(start)]
    found += _within(left, right, window)
    shift = len(right) - len(left)
    found += [(i, i + shift) for i in range(len(left) - end, len(left))]
    return found


def _equal_ends(left: Sequence[Word], right: Sequence[Word]) -> Pair:
    most = min(len(left), len(right))
    start = 0
    while start < most and left[start].lower == right[start].lower:
        start += 1
    end = 0
    while end < most - start and left[-1 - end].lower == right[-1 - end].lower:
        end += 1
    return start, end


def _within(left: Sequence[Word], right: Sequence[Word], window: _Window) -> list[Pair]:
    """Match inside the window, in rounds from rare to frequent words."""
    waiting, found = [window], []
    while waiting:
        here = waiting.pop()
        if not (here.left and here.right):
            continue
        points, complete = _points(left, right, here)
        chain = _heaviest(points, here, left)
        found += chain
        if not complete:
            waiting += _between(here, chain)
    return sorted(found)


def _between(window: _Window, chain: Sequence[Pair]) -> Iterator[_Window]:
    if not chain:
        return
    ends = [(window.left.start - 1, window.right.start - 1), *chain]
    starts = [*chain, (window.left.stop, window.right.stop)]
    for (i, j), (k, m) in zip(ends, starts, strict=True):
        yield _Window(range(i + 1, k), range(j + 1, m))


def _points(
    left: Sequence[Word], right: Sequence[Word], window: _Window
) -> tuple[dict[int, list[tuple[int, float]]], bool]:
    """Return the matching points by left word, and whether they are all."""
    places: dict[str, list[int]] = defaultdict(list)
    for j in window.right:
        places[right[j].lower].append(j)
    counts = Counter(left[i].lower for i in window.left)
    shared = sorted((n * len(places[w]), w) for w, n in counts.items() if w in places)
    taken, total = set(), 0
    for number, word in shared:
        total += number
        if total > _MOST_POINTS:
            break
        taken.add(word)
    points = {
        i: [(j, left[i].weight) for j in places[left[i].lower]]
        for i in window.left
        if left[i].lower in taken
    }
    if total <= _MOST_POINTS:
        _add_near(points, left, right, window)
    return points, total <= _MOST_POINTS


def _add_near(
    points: dict[int, list[tuple[int, float]]],
    left: Sequence[Word],
    right: Sequence[Word],
    window: _Window,
) -> None:
    buckets: dict[str, list[int]] = defaultdict(list)
    for j in window.right:
        for bucket in right[j].buckets:
            buckets[bucket].append(j)
    for i in window.left:
        word = left[i]
        for j in {j for bucket in word.buckets for j in buckets.get(bucket, ())}:
            alike = similarity(word, right[j])
            if 0 < alike < 1:
                weight = min(word.weight, right[j].weight) * alike * _NEAR
                points.setdefault(i, []).append((j, weight))


def _heaviest(
    points: dict[int, list[tuple[int, float]]], window: _Window, left: Sequence[Word]
) -> list[Pair]:
    """Return the heaviest chain of points after the fees for its runs."""
    columns: list[int] = []
    scores: list[float] = []
    holders: list[Pair] = []
    before: dict[Pair, Pair | None] = {}
    previous: dict[int, float] = {}
    first = (window.left.start, window.right.start)
    last = (window.left.stop - 1, window.right.stop - 1)
    best, best_end = 0.0, None
    last_row = -2
    for i in sorted(points):
        row: dict[int, float] = {}
        above = previous if last_row == i - 1 else {}
        for j, gain in points[i]:
            slot = bisect_left(columns, j) - 1
            come, score = None, -(_EDGE_FEE if (i, j) == first else RUN_FEE)
            if slot >= 0:
                come, score = holders[slot], scores[slot] - RUN_FEE
            follow = above.get(j - 1)
            if follow is not None and follow >= score:
                come, score = (i - 1, j - 1), follow
            score += gain
            row[j] = score
            before[i, j] = come
            final = score + (_EDGE_FEE if (i, j) == last else 0)
            if final > best:
                best, best_end = final, (i, j)
        for j, score in row.items():
            slot = bisect_left(columns, j)
            if slot and scores[slot - 1] >= score:
                continue
            stop = slot
            while stop < len(columns) and scores[stop] <= score:
                stop += 1
            columns[slot:stop] = [j]
            scores[slot:stop] = [score]
            holders[slot:stop] = [(i, j)]
        previous, last_row = row, i
    chain = []
    while best_end is not None:
        chain.append(best_end)
        best_end = before[best_end]
    return chain[::-1]
