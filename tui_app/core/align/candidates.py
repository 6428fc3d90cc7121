"""Which atoms share enough words to be looked at: an inverted index, never all pairs."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest

from tui_app.core.align.witnesses import Bag, Pair

_KEPT = 12
_COMMON = 80


def overlap(left: Bag, right: Bag, weights: Sequence[int]) -> int:
    """Return the weight of what two bags share."""
    if len(left) > len(right):
        left, right = right, left
    total = 0
    for item, count in left.items():
        other = right.get(item)
        if other:
            total += (count if count < other else other) * weights[item]
    return total


def candidate_overlaps(pair: Pair) -> list[dict[int, int]]:
    """Return for every left atom the overlaps with its likely right atoms.

    Likely are, of each row and each column, the twelve with the most shared
    words; words in more than eighty atoms find nothing by themselves.
    """
    shared = _shared_words(pair)
    kept = [set(_best(row)) for row in shared]
    columns: list[dict[int, int]] = [{} for _ in pair.right.bags]
    for left, row in enumerate(shared):
        for right, weight in row.items():
            columns[right][left] = weight
    for right, column in enumerate(columns):
        for left in _best(column):
            kept[left].add(right)
    bags, others, weights = pair.left.bags, pair.right.bags, pair.weights
    return [
        {right: overlap(bags[left], others[right], weights) for right in sorted(row)}
        for left, row in enumerate(kept)
    ]


def _best(row: dict[int, int]) -> list[int]:
    if len(row) <= _KEPT:
        return list(row)
    return nlargest(_KEPT, row, key=lambda item: (row[item], -item))


def _shared_words(pair: Pair) -> list[dict[int, int]]:
    postings: dict[int, list[tuple[int, int]]] = {}
    for right, bag in enumerate(pair.right.words):
        for item, count in bag.items():
            postings.setdefault(item, []).append((right, count))
    rows: list[dict[int, int]] = []
    for bag in pair.left.words:
        row: dict[int, int] = {}
        for item, count in bag.items():
            found = postings.get(item, ())
            if len(found) > _COMMON:
                continue
            weight = pair.weights[item]
            for right, other in found:
                row[right] = row.get(right, 0) + min(count, other) * weight
        rows.append(row)
    return rows
