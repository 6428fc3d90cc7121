"""Which passages share enough words to be looked at: never all pairs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui_app.core.align.bags import weight_of
from tui_app.core.align.rules import Rules
from tui_app.core.align.witnesses import Pair

Overlaps = Sequence[dict[int, int]]

_KEPT = 6
_COMMON = 40
_LEAST_DICE = 0.06


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
    measure = pair.shared_by_atoms
    return [
        {right: measure(left, right) for right in sorted(row)}
        for left, row in enumerate(kept)
    ]


def unit_candidates(pair: Pair, overlaps: Overlaps) -> list[dict[int, int]]:
    """Return for every left unit its overlaps with right units, by its atoms'."""
    rows: list[set[int]] = [set() for _ in pair.left.unit_bags]
    for atom, found in enumerate(overlaps):
        rows[pair.left.owner[atom]].update(pair.right.owner[other] for other in found)
    measure = pair.shared_by_units
    return [
        {right: measure(left, right) for right in sorted(row)}
        for left, row in enumerate(rows)
    ]


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
    """Return the six items with the highest values, the first of equal ones."""
    if len(row) <= _KEPT:
        return row
    least = sorted(row.values())[-_KEPT]
    found = [item for item, value in row.items() if value >= least]
    if len(found) == _KEPT:
        return found
    return sorted(sorted(found), key=row.__getitem__, reverse=True)[:_KEPT]


def _shared_words(pair: Pair) -> list[dict[int, int]]:
    postings: dict[int, list[int]] = {}
    for right, bag in enumerate(pair.right.bags):
        for item in bag & pair.words:
            postings.setdefault(item, []).append(right)
    common = {item for item, found in postings.items() if len(found) > _COMMON}
    rare = pair.words - pair.items.all_copies(common)
    rows: list[dict[int, int]] = []
    for bag in pair.left.bags:
        row: dict[int, int] = {}
        get = row.get
        for item in bag & rare:
            weight = weight_of(item)
            for right in postings.get(item, ()):
                row[right] = get(right, 0) + weight
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
