"""Words that stand on both sides but not in the same order."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator

from tui_app.core.differences.collation import How
from tui_app.core.differences.draft import Draft
from tui_app.core.differences.similarity import ALIKE, similarity
from tui_app.core.differences.words import Sort

LEAST_WEIGHT = 0.9
_REACH = 2
_MOST_PLACES = 2_000
_Run = tuple[float, float, int, int, int]  # -weight, distance, left, right, length


def match_moved(draft: Draft) -> None:
    """Match free words that stand elsewhere on the other side.

    First runs of equal words, the heaviest first; then forms of the same word;
    then equal small words close to a match.
    """
    if not (draft.free_left() and draft.free_right()):
        return
    _match_runs(draft)
    _match_near(draft)
    _match_beside(draft)


def _match_runs(draft: Draft) -> None:
    heap = list(_runs(draft))
    heapq.heapify(heap)
    while heap:
        _, _, left, right, length = heapq.heappop(heap)
        free = [
            draft.of_left[left + n] < 0 and draft.of_right[right + n] < 0
            for n in range(length)
        ]
        if all(free):
            for n in range(length):
                draft.match(left + n, right + n, How.MOVED)
            continue
        start = 0
        for n in range(length + 1):
            if n == length or not free[n]:
                rest = _run(draft, left + start, right + start, n - start)
                if rest:
                    heapq.heappush(heap, rest)
                start = n + 1


def _runs(draft: Draft) -> Iterator[_Run]:
    """Yield the maximal runs of equal free words that hold a word of content."""
    places: dict[str, list[int]] = defaultdict(list)
    for j in draft.free_right():
        if draft.right[j].content:
            places[draft.right[j].lower].append(j)
    seen: set[tuple[int, int]] = set()
    for i in draft.free_left():
        word = draft.left[i]
        if not word.content or len(places.get(word.lower, ())) > _MOST_PLACES:
            continue
        for j in places.get(word.lower, ()):
            if (i, j) in seen:
                continue
            start, end = _extent(draft, i, j)
            seen.update((i + n, j + n) for n in range(start, end))
            run = _run(draft, i + start, j + start, end - start)
            if run:
                yield run


def _extent(draft: Draft, i: int, j: int) -> tuple[int, int]:
    """Return how far the free words before and after are equal too."""
    start, end = 0, 1
    while _free_and_equal(draft, i + start - 1, j + start - 1):
        start -= 1
    while _free_and_equal(draft, i + end, j + end):
        end += 1
    return start, end


def _free_and_equal(draft: Draft, i: int, j: int) -> bool:
    return (
        0 <= i < len(draft.left)
        and 0 <= j < len(draft.right)
        and draft.of_left[i] < 0
        and draft.of_right[j] < 0
        and draft.left[i].lower == draft.right[j].lower
    )


def _run(draft: Draft, left: int, right: int, length: int) -> _Run | None:
    """Return the run less the marks at its ends, if it weighs enough."""
    words = draft.left[left : left + length]
    start, end = 0, length
    while start < end and words[start].sort is Sort.MARK:
        start += 1
    while end > start and words[end - 1].sort is Sort.MARK:
        end -= 1
    weight = sum(word.weight for word in words[start:end])
    if weight < LEAST_WEIGHT:
        return None
    left, right = left + start, right + start
    return -weight, _distance(draft, left, right), left, right, end - start


def _distance(draft: Draft, i: int, j: int) -> float:
    return abs(i / len(draft.left) - j / len(draft.right))


def _match_near(draft: Draft) -> None:
    buckets: dict[str, list[int]] = defaultdict(list)
    for j in draft.free_right():
        if draft.right[j].content:
            for bucket in draft.right[j].buckets:
                buckets[bucket].append(j)
    found = []
    for i in draft.free_left():
        word = draft.left[i]
        if not word.content:
            continue
        for j in {j for bucket in word.buckets for j in buckets.get(bucket, ())}:
            alike = similarity(word, draft.right[j])
            if alike >= ALIKE:
                found.append((-alike, _distance(draft, i, j), i, j))
    for _, _, i, j in sorted(found):
        if draft.of_left[i] < 0 and draft.of_right[j] < 0:
            draft.match(i, j, How.MOVED)


def _match_beside(draft: Draft) -> None:
    """Match equal free words that both stand close to words matched already."""
    for i in draft.free_left():
        word = draft.left[i]
        near = range(max(0, i - _REACH), min(len(draft.left), i + _REACH + 1))
        partners = [draft.of_left[n] for n in near if draft.of_left[n] >= 0]
        for partner in partners:
            j = _free_equal(draft, word.lower, partner)
            if j is not None:
                draft.match(i, j, How.MOVED)
                break


def _free_equal(draft: Draft, lower: str, about: int) -> int | None:
    last = len(draft.right) - 1
    for j in range(max(0, about - _REACH), min(last, about + _REACH) + 1):
        if draft.of_right[j] < 0 and draft.right[j].lower == lower:
            return j
    return None
