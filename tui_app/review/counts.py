"""How the two texts stand to each other, in numbers for the status line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.likeness import (
    likeness_by_words,
    row_size,
    unlike_size,
)
from tui_app.core.model import Difference, Relation
from tui_app.review.options import MarkOptions
from tui_app.review.stops import Stop

MANY_ROWS = 500

"""With more rows than this, counting takes long enough for an estimate before."""


class Tally(NamedTuple):
    """How many changes a row has, and facts and rewordings among them.

    ``unlike`` are the characters of both sides that differ.
    """

    changes: int
    facts: int
    rewordings: int = 0
    unlike: int = 0


def tally(
    differences: tuple[Difference, ...], look: MarkOptions, comparison: Comparison
) -> Tally:
    """Count the changes that are shown; the differences of a group are one."""
    shown = _groups(differences, look._replace(facts_only=False), comparison)
    facts = _groups(differences, look._replace(facts_only=True), comparison)
    return Tally(
        len(shown),
        len(facts),
        len(shown - facts),
        unlike_size(comparison, differences, look.counting),
    )


def _groups(
    differences: tuple[Difference, ...], look: MarkOptions, comparison: Comparison
) -> set[tuple[int | None, int | None]]:
    """Return what tells the changes to stop at apart."""
    return {
        (one.group, None if one.group is not None else number)
        for number, one in enumerate(differences)
        if look.stops_at(one, comparison)
    }


def _lump(comparison: Comparison, row: int) -> Tally:
    """Count a row whose words are not compared: one change."""
    size = row_size(comparison, row)
    if comparison.rows[row].relation is Relation.CHANGED:
        size = round(size * (1 - likeness_by_words(comparison, row)))
    return Tally(1, 0, unlike=size)


class Counts:
    """Counts of a comparison; they come in bit by bit."""

    def __init__(self, comparison: Comparison) -> None:
        rows = comparison.rows
        self._comparison = comparison
        self._stops = [0] * len(rows)
        self._fact_stops = [0] * len(rows)
        self._counted = 0
        self._unlike = 0
        self.facts = 0
        self.rewordings = 0

    @cached_property
    def one_sided(self) -> int:
        """Return how many rows have one side only."""
        return sum(not (row.left and row.right) for row in self._comparison.rows)

    @cached_property
    def _size(self) -> int:
        rows = range(len(self._comparison.rows))
        return sum(row_size(self._comparison, row) for row in rows)

    @cached_property
    def _to_count(self) -> int:
        rows = self._comparison.rows
        return sum(row.relation is not Relation.SAME for row in rows)

    def add(self, tallies: Mapping[int, Tally]) -> None:
        """Take in the counts of some rows."""
        for row, tally in tallies.items():
            self._stops[row] = tally.changes
            self._fact_stops[row] = tally.facts
            self._unlike += tally.unlike
            self.facts += tally.facts
            self.rewordings += tally.rewordings
        self._counted += len(tallies)

    @property
    def complete(self) -> bool:
        """Tell whether all rows have been counted."""
        return self._counted >= self._to_count

    @property
    def alike(self) -> float | None:
        """Return the share of both texts that is the same; None for no texts."""
        return 1 - self._unlike / self._size if self._size else None

    def to_go(
        self,
        row: int,
        stop: Stop | None,
        *,
        facts_only: bool,
        hides: Callable[[int], bool] | None = None,
    ) -> int:
        """Return how many stops there are after this one, or from this row on."""
        stops = self._fact_stops if facts_only else self._stops
        if row >= len(stops):
            return 0
        here = stops[row] - (stop.number + 1 if stop and stop.row == row else 0)
        if hides is None:
            return here + sum(stops[row + 1 :])
        later = range(row + 1, len(stops))
        return here + sum(stops[one] for one in later if not hides(one))
