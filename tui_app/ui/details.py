"""The differences of one row in words, by kind, facts first."""

from __future__ import annotations

from dataclasses import dataclass

from tui_app.core.comparison import Comparison
from tui_app.core.model import FACTS, Difference, Document, Kind, Relation, Span
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


def row_details(comparison: Comparison, row: int) -> RowDetails:
    """Return the differences of a row, facts first, else in reading order."""
    shown = comparison.rows[row]
    changes = _changes(comparison, row)
    changes.sort(key=lambda change: (WEIGHT[change.kind], change.index))
    return RowDetails(row, shown.relation, shown.score, shown.moved, tuple(changes))


def facts_of(comparison: Comparison, row: int) -> list[Change]:
    """Return the changed facts of a row in reading order."""
    return [change for change in _changes(comparison, row) if change.kind in FACTS]


def _changes(comparison: Comparison, row: int) -> list[Change]:
    return [
        _change(comparison, difference, row, index)
        for index, difference in enumerate(comparison.differences(row))
    ]


def _change(
    comparison: Comparison, difference: Difference, row: int, index: int
) -> Change:
    return Change(
        difference.kind,
        _words(comparison.left, difference.left),
        _words(comparison.right, difference.right),
        row,
        index,
    )


def _words(document: Document, span: Span | None) -> str:
    """Return the words of a span on one line."""
    return " ".join(document.text[span.start : span.end].split()) if span else ""
