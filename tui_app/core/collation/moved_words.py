"""Which words stand on both sides in another order."""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import and_

from tui_app.core.collation.collation import MOVED, PAIRED, CollationDraft
from tui_app.core.collation.matching_points import affordable, alike_pairs, by_key
from tui_app.core.collation.word import (
    ALIKE,
    FUNCTION_WEIGHT,
    MARK,
    MARK_WEIGHT,
    Word,
)

LEAST_WEIGHT = 0.6

_REACH = 2

_Run = tuple[float, float, int, int, int]  # -weight, distance, left, right, length

_Waiting = tuple[_Run, Iterator[_Run]]
"""A run, and the runs of the same words of the left that stand farther away."""


def match_moved(draft: CollationDraft) -> None:
    """Match free words that stand elsewhere on the other side.

    First runs of equal words, the heaviest first (at least a word of content or two
    of grammar); then forms of the same word; then equal words close to a match; at
    last the one word that differs inside a run that moved.
    """
    ours, theirs = draft.free_left(), draft.free_right()
    if not (ours and theirs):
        return
    said = {draft.right[j].lower for j in theirs}
    shares = not said.isdisjoint([draft.left[i].lower for i in ours])
    if shares:
        _match_runs(draft, ours, theirs)
        ours, theirs = draft.free_left(), draft.free_right()
    _match_near(draft, ours, theirs)
    if shares:
        _match_beside(draft)
    if MOVED in draft.how:
        _match_inside(draft)


def _match_runs(
    draft: CollationDraft, ours: Sequence[int], theirs: Sequence[int]
) -> None:
    weighing = _Weighing(draft)
    heap: list[_Waiting] = []
    for (start, end), others in _runs(draft, ours, theirs).items():
        _wait(heap, weighing.runs(start, end, others))
    while heap:
        (_, _, left, right, length), farther = heapq.heappop(heap)
        here = [at < 0 for at in draft.of_left[left : left + length]]
        there = [at < 0 for at in draft.of_right[right : right + length]]
        if not any(here):
            continue
        if all(here) and all(there):
            for n in range(length):
                draft.match(left + n, right + n, MOVED)
            continue
        _wait(heap, farther)
        for start, end in _stretches(map(and_, here, there)):
            rest = weighing.runs(left + start, left + end, [right + start])
            _wait(heap, rest)


def _wait(heap: list[_Waiting], runs: Iterator[_Run]) -> None:
    """Put the first of the runs on the heap; the others wait for it."""
    for run in runs:
        heapq.heappush(heap, (run, runs))
        return


def _stretches(free: Iterable[bool]) -> Iterator[tuple[int, int]]:
    """Yield where stretches of what is free begin and end."""
    start = None
    for at, is_free in enumerate(chain(free, [False])):
        if is_free and start is None:
            start = at
        elif not is_free and start is not None:
            yield start, at
            start = None


def _runs(
    draft: CollationDraft, ours: Sequence[int], theirs: Sequence[int]
) -> dict[tuple[int, int], list[int]]:
    """Return where on the right maximal runs of equal free words begin, rising.

    By their beginning and end on the left.
    """
    words = [i for i in ours if draft.left[i].weight > MARK_WEIGHT]
    keys = [draft.left[i].lower for i in words]
    free = [(draft.right[j].lower, j) for j in theirs]
    places = by_key(free, set(keys))
    taken, _ = affordable(keys, places)
    here, there = _free_words(draft.left, ours), _free_words(draft.right, theirs)
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    ends: dict[int, int] = {}  # of the last run on each diagonal
    for i, key in zip(words, keys, strict=True):
        if key in taken:
            others = places[key]
            if draft.left[i].weight < LEAST_WEIGHT:
                others = _with_neighbour(here, there, i, others)
            for j in others:
                if ends.get(j - i, 0) <= i:
                    start, end = _extent(here, there, i, j)
                    ends[j - i] = end
                    found[start, end].append(j - i + start)
    return found


def _with_neighbour(
    here: Sequence[str], there: Sequence[str], i: int, others: Iterable[int]
) -> list[int]:
    """Return where a word beside ``i`` is beside it too: alone it weighs too little."""
    before, after = here[i - 1] or None, here[i + 1] or None
    return [j for j in others if there[j - 1] == before or there[j + 1] == after]


def _free_words(words: Sequence[Word], free: Iterable[int]) -> list[str]:
    """Return the words that are free, empty for the others and beyond the end."""
    found = [""] * (len(words) + 1)
    for number in free:
        found[number] = words[number].lower
    return found


def _extent(
    here: Sequence[str], there: Sequence[str], i: int, j: int
) -> tuple[int, int]:
    """Return from where to where on the left free words about ``i`` are equal too."""
    shift = j - i
    start, end = i - 1, i + 1
    while here[start] and here[start] == there[start + shift]:
        start -= 1
    while here[end] and here[end] == there[end + shift]:
        end += 1
    return start + 1, end


class _Weighing:
    """Tells what runs of equal words weigh."""

    def __init__(self, draft: CollationDraft) -> None:
        self._weights = [word.weight for word in draft.left]
        self._marks = [word.sort is MARK for word in draft.left]
        self._distance = draft.distance
        self._ratio = len(draft.left) / len(draft.right)

    def runs(self, start: int, end: int, others: Sequence[int]) -> Iterator[_Run]:
        """Return runs of the left that begin at ``others`` on the right, rising.

        The nearest first, less the marks at their ends; none if they weigh too little.
        """
        marks, first = self._marks, start
        while start < end and marks[start]:
            start += 1
        while end > start and marks[end - 1]:
            end -= 1
        weight = sum(self._weights[start:end])
        if weight < LEAST_WEIGHT:
            return iter(())

        def run(other: int) -> _Run:
            right = other + start - first
            return -weight, self._distance(start, right), start, right, end - start

        if len(others) == 1:
            return map(run, others)
        slot = bisect_left(others, first / self._ratio)
        return heapq.merge(map(run, reversed(others[:slot])), map(run, others[slot:]))


def _match_near(
    draft: CollationDraft, ours: Sequence[int], theirs: Sequence[int]
) -> None:
    found = sorted(
        (-alike, draft.distance(i, j), i, j)
        for i, j, alike in alike_pairs(
            draft.left,
            draft.right,
            [i for i in ours if draft.left[i].content],
            [j for j in theirs if draft.right[j].content],
        )
        if alike >= ALIKE
    )
    for _, _, i, j in found:
        if draft.both_free(i, j):
            draft.match(i, j, MOVED)


def _match_beside(draft: CollationDraft) -> None:
    """Match equal free words that both stand close to a matched word of content."""
    waiting = {draft.right[j].lower for j in draft.free_right()}
    for i in draft.free_left():
        word = draft.left[i]
        if word.weight < FUNCTION_WEIGHT or word.lower not in waiting:
            continue
        near = range(max(0, i - _REACH), min(len(draft.left), i + _REACH + 1))
        for n in near:
            if draft.of_left[n] >= 0 and draft.left[n].content:
                j = _free_equal(draft, i, draft.of_left[n])
                if j is not None:
                    draft.match(i, j, MOVED)
                    break


def _free_equal(draft: CollationDraft, i: int, about: int) -> int | None:
    for j in range(about - _REACH, about + _REACH + 1):
        if draft.free_and_equal(i, j):
            return j
    return None


def _match_inside(draft: CollationDraft) -> None:
    """Pair the two words that stand between the same neighbours, moved ones too."""
    for i in draft.free_left():
        if 0 < i < len(draft.left) - 1 and draft.of_left[i - 1] >= 0:
            j = draft.of_left[i - 1] + 1
            if j + 1 == draft.of_left[i + 1] and draft.both_free(i, j):
                moved = MOVED in (draft.how[i - 1], draft.how[i + 1])
                same_sort = draft.left[i].sort is draft.right[j].sort
                if moved and same_sort:
                    draft.match(i, j, PAIRED)
