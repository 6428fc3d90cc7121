"""Which passages share enough words to be looked at: never all pairs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui_app.core.align.rules import Rules
from tui_app.core.align.witnesses import Bag, Pair

Overlaps = Sequence[dict[int, int]]

_KEPT = 6
_COMMON = 40
_LEAST_DICE = 0.06


def overlap(left: Bag, right: Bag, weights: Sequence[int]) -> int:
    """Return the weight of what two bags share."""
    if len(left) > len(right):
        left, right = right, left
    total = 0
    for item in left.keys() & right.keys():
        count = left[item]
        if count > 1:
            count = min(count, right[item])
        total += count * weights[item]
    return total


def candidate_overlaps(pair: Pair, rules: Rules) -> list[dict[int, int]]:
    """Return for every left atom its overlaps with its likely right atoms.

    Likely are, of each row and each column, the six with the most shared
    words; words in more than forty atoms find nothing by themselves.
    """
    shared = _shared_words(pair)
    if not rules.none:
        shared = _allowed(pair, shared, rules)
    kept = [set(_most(row)) for row in shared]
    for right, column in enumerate(transposed(shared, len(pair.right.bags))):
        for left in _most(column):
            kept[left].add(right)
    bags, others, weights = pair.left.bags, pair.right.bags, pair.weights
    return [
        {right: overlap(bags[left], others[right], weights) for right in sorted(row)}
        for left, row in enumerate(kept)
    ]


def unit_candidates(pair: Pair, overlaps: Overlaps) -> list[dict[int, int]]:
    """Return for every left unit its overlaps with right units, by its atoms'."""
    rows: list[set[int]] = [set() for _ in pair.left.unit_bags]
    for atom, found in enumerate(overlaps):
        rows[pair.left.owner[atom]].update(pair.right.owner[other] for other in found)
    return [
        {right: _unit_overlap(pair, overlaps, left, right) for right in sorted(row)}
        for left, row in enumerate(rows)
    ]


def _unit_overlap(pair: Pair, overlaps: Overlaps, left: int, right: int) -> int:
    i, i_end = pair.left.first[left : left + 2]
    j, j_end = pair.right.first[right : right + 2]
    if i_end - i == 1 == j_end - j:
        return overlaps[i][j]
    return overlap(pair.left.unit_bags[left], pair.right.unit_bags[right], pair.weights)


def transposed(rows: Overlaps, width: int) -> list[dict[int, int]]:
    """Return the columns of a sparse table."""
    columns: list[dict[int, int]] = [{} for _ in range(width)]
    for left, row in enumerate(rows):
        for right, weight in row.items():
            columns[right][left] = weight
    return columns


def best_by_dice(
    row: dict[int, int], mass: int, masses: Sequence[int], count: int
) -> list[int]:
    """Return the ``count`` items of a row with the highest Dice coefficients."""
    dice = {
        item: shared / (mass + masses[item])
        for item, shared in row.items()
        if 2 * shared > _LEAST_DICE * (mass + masses[item])
    }
    return sorted(dice, key=dice.__getitem__, reverse=True)[:count]


def _most(row: dict[int, int]) -> Iterable[int]:
    if len(row) <= _KEPT:
        return row
    return sorted(sorted(row), key=row.__getitem__, reverse=True)[:_KEPT]


def _shared_words(pair: Pair) -> list[dict[int, int]]:
    postings: dict[int, list[tuple[int, int]]] = {}
    for right, bag in enumerate(pair.right.words):
        for item, count in bag.items():
            postings.setdefault(item, []).append((right, count))
    rows: list[dict[int, int]] = []
    for bag in pair.left.words:
        row: dict[int, int] = {}
        get = row.get
        for item, count in bag.items():
            found = postings.get(item, ())
            if len(found) > _COMMON:
                continue
            weight = pair.weights[item]
            if count == 1:
                for right, _ in found:
                    row[right] = get(right, 0) + weight
                continue
            for right, other in found:
                row[right] = get(right, 0) + min(count, other) * weight
        rows.append(row)
    return rows


def _allowed(pair: Pair, rows: Overlaps, rules: Rules) -> list[dict[int, int]]:
    of_left, of_right = pair.left.owner, pair.right.owner
    return [
        {
            right: weight
            for right, weight in row.items()
            if rules.allow_pair(of_left[left], of_right[right])
        }
        for left, row in enumerate(rows)
    ]
