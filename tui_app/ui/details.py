"""The differences of one row in words, by kind, facts first."""

from __future__ import annotations

from dataclasses import dataclass

from tui_app.core.comparison import Comparison
from tui_app.core.counting import EVERYTHING, Counting
from tui_app.core.model import FACTS, Document, Kind, Relation, Span
from tui_app.ui.naming import WEIGHT


@dataclass(frozen=True, slots=True)
class Change:
    """One difference with its words; an empty side has none."""

    kind: Kind
    left: str
    right: str
    row: int
    index: int
    """The position among the differences of the row."""
    counted: bool = True
    """False for what the settings leave out of the count."""


@dataclass(frozen=True, slots=True)
class RowDetails:
    """What is to be said about a row; ``row`` counts from 0."""

    row: int
    relation: Relation
    score: float | None
    moved: bool
    changes: tuple[Change, ...]

    @property
    def facts(self) -> int:
        """Return how many facts differ."""
        return sum(change.kind in FACTS for change in self.changes)


def row_details(
    comparison: Comparison, row: int, counting: Counting = EVERYTHING
) -> RowDetails:
    """Return the differences of a row, facts first, else in reading order.

    What does not count by ``counting`` comes last.
    """
    shown = comparison.rows[row]
    changes = _changes(comparison, row, counting)
    changes.sort(
        key=lambda change: (not change.counted, WEIGHT[change.kind], change.index)
    )
    return RowDetails(row, shown.relation, shown.score, shown.moved, tuple(changes))


def facts_of(comparison: Comparison, row: int) -> list[Change]:
    """Return the changed facts of a row in reading order."""
    changes = _changes(comparison, row, EVERYTHING)
    return [change for change in changes if change.kind in FACTS]


def _changes(comparison: Comparison, row: int, counting: Counting) -> list[Change]:
    left, right = comparison.left, comparison.right
    return [
        Change(
            difference.kind,
            _words(left, difference.left),
            _words(right, difference.right),
            row,
            index,
            counting.counts(difference, left, right),
        )
        for index, difference in enumerate(comparison.differences(row))
    ]


def _words(document: Document, span: Span | None) -> str:
    """Return the words of a span on one line."""
    return " ".join(document.text[span.start : span.end].split()) if span else ""
