"""The partners of every passage in the order of their likeness."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui_app.core.align.candidates import Overlaps, transposed

_LEAST_DICE = 0.06
_BEST = 3


class Ranked(NamedTuple):
    """One passage's partners by falling Dice coefficients, equal ones in order.

    ``best`` are the first three that are somewhat alike, ``heaviest`` is the one
    that shares most, -1 where there is none alike.
    """

    row: dict[int, int]
    partners: list[int]
    dice: list[float]
    best: list[int]
    heaviest: int


BothRanked = tuple[list[Ranked], list[Ranked]]
"""The passages of the left and those of the right."""


class Ranks:
    """The ranked partners of both texts' passages.

    What was ranked is kept, for under other rules nearly all rows are the same.
    """

    def __init__(self, left: Sequence[int], right: Sequence[int]) -> None:
        self._masses = left, right
        self._kept: tuple[list[Ranked | None], list[Ranked | None]] = (
            [None] * len(left),
            [None] * len(right),
        )

    def of(self, overlaps: Overlaps) -> BothRanked:
        """Return the ranked rows and columns of a table of overlaps."""
        columns = transposed(overlaps, len(self._masses[1]))
        return self._side(overlaps, 0), self._side(columns, 1)

    def _side(self, rows: Overlaps, side: int) -> list[Ranked]:
        kept = self._kept[side]
        masses, others = self._masses[side], self._masses[1 - side]
        found = []
        for number, row in enumerate(rows):
            ranked = kept[number]
            if ranked is None or ranked.row != row:
                ranked = kept[number] = _ranked(row, masses[number], others)
            found.append(ranked)
        return found


def _ranked(row: dict[int, int], mass: int, masses: Sequence[int]) -> Ranked:
    dice = {item: 2 * shared / (mass + masses[item]) for item, shared in row.items()}
    partners = sorted(dice, key=dice.__getitem__, reverse=True)
    best = [
        item
        for item in partners[:_BEST]
        if 2 * row[item] > _LEAST_DICE * (mass + masses[item])
    ]
    heaviest = max(row, key=row.__getitem__) if best else -1
    return Ranked(row, partners, sorted(dice.values(), reverse=True), best, heaviest)
