"""How the two texts stand to each other, in numbers for the status line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from tui_app.core.comparison import Comparison
from tui_app.core.likeness import row_size
from tui_app.core.model import Relation
from tui_app.ui.reading.background import Tally
from tui_app.ui.reading.stops import Stop


class Standing:
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
