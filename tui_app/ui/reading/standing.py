"""How the two texts stand to each other, in numbers for the status line."""

from __future__ import annotations

from collections.abc import Mapping

from tui_app.core.comparison import Comparison
from tui_app.core.model import Document, Relation
from tui_app.ui.reading.background import Tally


class Standing:
    """Counts of a comparison; those of the differences come in bit by bit."""

    def __init__(self, comparison: Comparison, *, provisional: bool) -> None:
        rows = comparison.rows
        self.alike = None if provisional else _alike(comparison)
        self._changes = [0] * len(rows)
        self._missing = sum(row.relation is not Relation.SAME for row in rows)
        self._facts_so_far = 0
        self._rewordings_so_far = 0

    def add(self, tallies: Mapping[int, Tally]) -> None:
        """Take in the counts of some rows."""
        for row, tally in tallies.items():
            self._changes[row] = tally.changes
            self._facts_so_far += tally.facts
            self._rewordings_so_far += tally.rewordings
        self._missing -= len(tallies)

    @property
    def complete(self) -> bool:
        """Tell whether all rows have been counted."""
        return self._missing <= 0

    @property
    def facts(self) -> int:
        """Return how many facts differ in the whole."""
        return self._facts_so_far

    @property
    def rewordings(self) -> int:
        """Return how many changes inside the rows of the whole are no facts."""
        return self._rewordings_so_far

    def left_from(self, row: int) -> int:
        """Return how many changes there are from the row to the end."""
        return sum(self._changes[row:])


def _alike(comparison: Comparison) -> float | None:
    """Return the share of both texts that has a counterpart, weighed by likeness."""
    length, alike = 0, 0.0
    for row in comparison.rows:
        size = _length(comparison.left, row.left) + _length(comparison.right, row.right)
        length += size
        if row.relation is Relation.SAME:
            alike += size
        elif row.score is not None:
            alike += size * row.score
    return alike / length if length else None


def _length(document: Document, numbers: tuple[int, ...]) -> int:
    units = document.units
    return sum(units[number].end - units[number].start for number in numbers)
