"""Which rows are reviewed, and which units are linked or kept apart by hand.

Marks are entries of the journal like notes, and found again like notes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.model import SIDES, Constraints, Document, Side, Span
from tui_app.core.rows import RowPart
from tui_app.notes.anchoring.locator import Finder
from tui_app.notes.anchoring.new_anchors import LONGEST_QUOTE, row_anchors, unit_anchors
from tui_app.notes.changes import Changes
from tui_app.notes.journal.archive import JournalChange
from tui_app.notes.journal.ledger import Entry, Ledger
from tui_app.notes.journal.records import EntryContent
from tui_app.notes.note import Anchor, FoundAnchor, MarkKind, State
from tui_app.notes.reviewed_rows import ReviewedRows

Find = Callable[[Anchor], FoundAnchor]

UnitNumbers = tuple[tuple[int, ...], tuple[int, ...]]


class _Known(NamedTuple):
    """Rows in step with so many changes of a ledger."""

    rows: ReviewedRows
    ledger: Ledger
    changes: int


class Marks:
    """What the reader settled about rows and units, not about words.

    What changes something raises ``UserError`` where it cannot be saved.
    """

    def __init__(self, changes: Changes, finder: Finder) -> None:
        self._changes = changes
        self._finder = finder
        self._known: _Known | None = None

    def review(
        self, comparison: Comparison, rows: Iterable[int], *, reviewed: bool = True
    ) -> None:
        """Mark rows as reviewed, or take the mark away."""
        chosen = frozenset(rows)
        decide = self._marking if reviewed else self._unmarking
        self._changes.commit(lambda: decide(comparison, chosen))

    def _marking(
        self, comparison: Comparison, rows: frozenset[int]
    ) -> list[JournalChange]:
        new = sorted(rows - self._reviewed_rows(comparison).rows())
        return [
            self._changes.new(MarkKind.REVIEWED, row_anchors(comparison, row))
            for row in new
        ]

    def _unmarking(
        self, comparison: Comparison, rows: frozenset[int]
    ) -> list[JournalChange]:
        marks = self._reviewed_rows(comparison).marks_on(sorted(rows))
        return [JournalChange(entry, act, None) for entry, act in marks]

    def reviewed(self, comparison: Comparison) -> frozenset[int]:
        """Return the rows whose words are those that were reviewed."""
        with self._changes.lock:
            return self._reviewed_rows(comparison).rows()

    def _reviewed_rows(self, comparison: Comparison) -> ReviewedRows:
        """Return the rows, brought into step with what has changed since.

        Those of the comparison asked for last are kept.
        """
        archive = self._changes.pair_archive
        ledger, known = archive.ledger, self._known
        stale = known and (
            known.rows.comparison is not comparison or known.ledger is not ledger
        )
        if known is None or stale:
            marks = archive.entries([MarkKind.REVIEWED])
            rows = ReviewedRows(comparison, self._finder, marks)
        else:
            rows = known.rows
            for entry in dict.fromkeys(ledger.changes(known.changes)):
                rows.take(entry, filter(_is_review, archive.entry(entry)))
        self._known = _Known(rows, ledger, len(ledger))
        return rows

    def link(
        self, comparison: Comparison, left: Iterable[int], right: Iterable[int]
    ) -> None:
        """Keep as one bead these units, numbers of both sides.

        An empty side means "no counterpart". The newest link wins where two
        speak of the same unit.
        """
        self._settle(MarkKind.LINK, comparison, left, right)

    def link_parts(self, comparison: Comparison, parts: Iterable[RowPart]) -> None:
        """Keep each part as one bead, as :meth:`link`, in one change to undo."""
        unit = comparison.left.granularity
        self._changes.commit(
            lambda: [
                self._changes.new(
                    MarkKind.LINK,
                    unit_anchors(comparison.left, "left", left)
                    + unit_anchors(comparison.right, "right", right),
                    unit=unit,
                )
                for left, right in parts
            ]
        )

    def unlink(
        self, comparison: Comparison, left: Iterable[int], right: Iterable[int]
    ) -> None:
        """Keep apart each of these units of the left from each of the right."""
        self._settle(MarkKind.APART, comparison, left, right)

    def _settle(
        self,
        kind: MarkKind,
        comparison: Comparison,
        left: Iterable[int],
        right: Iterable[int],
    ) -> None:
        anchors = unit_anchors(comparison.left, "left", left)
        anchors += unit_anchors(comparison.right, "right", right)
        unit = comparison.left.granularity
        self._changes.commit(lambda: [self._changes.new(kind, anchors, unit=unit)])

    def constraints(self, left: Document, right: Document) -> Constraints:
        """Return what is settled by hand, for texts cut into units like these."""
        with self._changes.lock:
            contents = [
                entry.content
                for entry in self._changes.entries(MarkKind.LINK, MarkKind.APART)
            ]
            return constraints((left, right), contents, self._finder.find)


def _is_review(entry: Entry) -> bool:
    return entry.content.kind == MarkKind.REVIEWED


def constraints(
    documents: tuple[Document, Document], marks: Sequence[EntryContent], find: Find
) -> Constraints:
    """Return what the links by hand settle; ``marks`` are in the order made.

    A link holds for the granularity it was made at. The newest word on a unit or
    a pair of units is the one that counts; a link is dropped as a whole.
    """
    fixed: list[UnitNumbers] = []
    parted: set[tuple[int, int]] = set()
    taken: tuple[set[int], set[int]] = (set(), set())
    joined: set[tuple[int, int]] = set()
    for mark in reversed(marks):
        units = _units(documents, mark, find)
        if units is None:
            continue
        pairs = {(a, b) for a in units[0] for b in units[1]}
        if mark.kind == MarkKind.APART:
            parted |= pairs - joined
        elif not _clash(units, taken) and not pairs & parted:
            fixed.append(units)
            joined |= pairs
            for used, side in zip(taken, units, strict=True):
                used.update(side)
    return Constraints(tuple(sorted(fixed)), frozenset(parted))


def _clash(units: UnitNumbers, taken: tuple[set[int], set[int]]) -> bool:
    return any(
        not used.isdisjoint(side) for used, side in zip(taken, units, strict=True)
    )


def _units(
    documents: tuple[Document, Document], mark: EntryContent, find: Find
) -> UnitNumbers | None:
    """Return the units a link speaks of, ``None`` where they are not all there."""
    sides: dict[Side, list[int]] = {"left": [], "right": []}
    for anchor in mark.anchors:
        document = documents[SIDES.index(anchor.side)]
        found = find(anchor)
        known = found.state in (State.PLACED, State.CHANGED) and found.span
        units = _mostly_within(document, found.span) if known and found.span else []
        if mark.unit != document.granularity or not units:
            return None
        sides[anchor.side] += units
    return tuple(sorted(sides["left"])), tuple(sorted(sides["right"]))


def _mostly_within(document: Document, span: Span) -> list[int]:
    """Return the units of which the span holds at least half."""
    units = document.units
    first = bisect_right(units, span.start, key=lambda unit: unit.end)
    last = bisect_left(units, span.end, key=lambda unit: unit.start)
    return [
        number
        for number in range(first, last)
        if 2 * (min(units[number].end, span.end) - max(units[number].start, span.start))
        >= min(units[number].end - units[number].start, LONGEST_QUOTE)
    ]
