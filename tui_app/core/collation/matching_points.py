"""Where words of two passages match, as far as there is time to look."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from tui_app.core.collation.word import Word, similarity

BUDGET = 20_000
"""The most pairs of places looked at in one go, some tens of milliseconds."""

_NEAR = 0.8

_FEW = 48
"""So many pairs of places are looked at one by one: no tables pay for them."""

Points = dict[int, dict[int, float]]
"""The weight of each match, by the number of the left word, then of the right."""


class WordWindow(NamedTuple):
    """A stretch of either passage, in word numbers."""

    left: range
    right: range


def by_key(
    keys: Iterable[tuple[str, int]], among: Container[str]
) -> dict[str, list[int]]:
    """Return the numbers of each key that is ``among`` others, in the order given."""
    places: dict[str, list[int]] = defaultdict(list)
    for key, number in keys:
        if key in among:
            places[key].append(number)
    return places


def affordable(
    left: Sequence[str], right: Mapping[str, Sequence[int]]
) -> tuple[set[str], bool]:
    """Return the shared keys whose pairs of places fit the budget, rare keys first.

    ``left`` holds the keys of one side, one for each place, ``right`` the places of
    the other. The second value tells whether all shared keys fit.
    """
    if len(left) * sum(map(len, right.values())) <= BUDGET:
        return set(left).intersection(right), True
    counts = Counter(left)
    shared = sorted((n * len(right[k]), k) for k, n in counts.items() if k in right)
    taken: set[str] = set()
    total = 0
    for number, key in shared:
        total += number
        if total > BUDGET:
            return taken, False
        taken.add(key)
    return taken, True


def matching_points(
    left: Sequence[Word], right: Sequence[Word], window: WordWindow
) -> tuple[Points, bool]:
    """Return the matching points in the window, and whether they are all."""
    if len(window.left) * len(window.right) <= _FEW:
        return _few_points(left, right, window), True
    keys = [left[i].lower for i in window.left]
    places = by_key([(right[j].lower, j) for j in window.right], set(keys))
    taken, complete = affordable(keys, places)
    points = {
        i: dict.fromkeys(places[left[i].lower], left[i].weight)
        for i in window.left
        if left[i].lower in taken
    }
    if complete:
        _add_near(points, left, right, window)
    return points, complete


def _few_points(
    left: Sequence[Word], right: Sequence[Word], window: WordWindow
) -> Points:
    """Return the points of a window so small that looking at all costs least."""
    points: Points = {}
    words = right[window.right.start : window.right.stop]
    lowers = [word.lower for word in words]
    buckets = [word.buckets for word in words]
    for i in window.left:
        word = left[i]
        lower, apart = word.lower, word.buckets.isdisjoint
        row = {
            j: word.weight
            for j, other in zip(window.right, lowers, strict=True)
            if lower == other
        }
        if not all(map(apart, buckets)):
            for j, other in zip(window.right, words, strict=True):
                if not apart(other.buckets) and lower != other.lower:
                    near = _near_weight(word, other, similarity(word, other))
                    if near:
                        row[j] = near
        if row:
            points[i] = row
    return points


def _near_weight(left: Word, right: Word, alike: float) -> float:
    """Return what a match of two words weighs that are so much alike."""
    return min(left.weight, right.weight) * alike * _NEAR


def _add_near(
    points: Points, left: Sequence[Word], right: Sequence[Word], window: WordWindow
) -> None:
    """Add forms and spellings of the same word, at less weight."""
    for i, j, alike in alike_pairs(left, right, window.left, window.right):
        if alike < 1:
            points.setdefault(i, {})[j] = _near_weight(left[i], right[j], alike)


def alike_pairs(
    left: Sequence[Word],
    right: Sequence[Word],
    left_numbers: Iterable[int],
    right_numbers: Iterable[int],
) -> Iterable[tuple[int, int, float]]:
    """Yield the pairs of words that look alike, and how much, within the budget."""
    others = [(j, right[j].buckets) for j in right_numbers]
    said = frozenset().union(*[buckets for _, buckets in others])
    apart = said.isdisjoint
    ours = [
        (i, left[i].buckets & said) for i in left_numbers if not apart(left[i].buckets)
    ]
    if not ours:
        return
    keys = list(chain.from_iterable([buckets for _, buckets in ours]))
    theirs = [(bucket, j) for j, buckets in others for bucket in buckets]
    places = by_key(theirs, set(keys))
    taken, _ = affordable(keys, places)
    for i, buckets in ours:
        shared = [places[bucket] for bucket in buckets if bucket in taken]
        for j in sorted(set(chain.from_iterable(shared))):
            alike = similarity(left[i], right[j])
            if alike:
                yield i, j, alike
