"""Which words stand on both sides in another order."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence

from tui_app.core.collation.collation import MOVED, PAIRED, CollationDraft
from tui_app.core.collation.matching_points import affordable, alike_pairs, by_key
from tui_app.core.collation.word import ALIKE, FUNCTION_WEIGHT, MARK, MARK_WEIGHT

LEAST_WEIGHT = 0.6

_REACH = 2

_Run = tuple[float, float, int, int, int]  # -weight, distance, left, right, length


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
    heap = list(_runs(draft, ours, theirs))
    heapq.heapify(heap)
    while heap:
        _, _, left, right, length = heapq.heappop(heap)
        free = [draft.both_free(left + n, right + n) for n in range(length)]
        if all(free):
            for n in range(length):
                draft.match(left + n, right + n, MOVED)
            continue
        start = 0
        for n in range(length + 1):
            if n == length or not free[n]:
                rest = _run(draft, left + start, right + start, n - start)
                if rest:
                    heapq.heappush(heap, rest)
                start = n + 1


def _runs(
    draft: CollationDraft, ours: Sequence[int], theirs: Sequence[int]
) -> Iterator[_Run]:
    """Yield the maximal runs of equal free words that weigh enough."""
    words = [i for i in ours if draft.left[i].weight > MARK_WEIGHT]
    keys = [draft.left[i].lower for i in words]
    free = [(draft.right[j].lower, j) for j in theirs]
    places = by_key(free, set(keys))
    taken, _ = affordable(keys, places)
    seen: set[tuple[int, int]] = set()
    for i in words:
        if draft.left[i].lower not in taken:
            continue
        for j in places[draft.left[i].lower]:
            if (i, j) not in seen:
                start, end = _extent(draft, i, j)
                seen.update((i + n, j + n) for n in range(start, end))
                run = _run(draft, i + start, j + start, end - start)
                if run:
                    yield run


def _extent(draft: CollationDraft, i: int, j: int) -> tuple[int, int]:
    """Return how far the free words before and after are equal too."""
    start, end = 0, 1
    while draft.free_and_equal(i + start - 1, j + start - 1):
        start -= 1
    while draft.free_and_equal(i + end, j + end):
        end += 1
    return start, end


def _run(draft: CollationDraft, left: int, right: int, length: int) -> _Run | None:
    """Return the run less the marks at its ends, if it weighs enough."""
    words = draft.left[left : left + length]
    start, end = 0, length
    while start < end and words[start].sort is MARK:
        start += 1
    while end > start and words[end - 1].sort is MARK:
        end -= 1
    weight = sum(word.weight for word in words[start:end])
    if weight < LEAST_WEIGHT:
        return None
    left, right = left + start, right + start
    return -weight, draft.distance(left, right), left, right, end - start


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
