"""The way from two passages, or a row of two documents, to their differences."""

from __future__ import annotations

from dataclasses import dataclass

from tui_app.core.differences.assembling import assemble
from tui_app.core.differences.collating import collate
from tui_app.core.differences.facts import evidence_of, find_facts
from tui_app.core.model import Difference, Document, Row, Span


def differences(left: str, right: str) -> list[Difference]:
    """Return the differences of two strings that say the same.

    Offsets are code points into the strings; the order is that of the left.
    """
    collation = collate(left, right)
    return assemble(collation, find_facts(collation, evidence_of(left, right)))


@dataclass(frozen=True, slots=True)
class RowCollator:
    """Works out the differences of rows of two documents."""

    left: Document
    right: Document

    def differences(self, row: Row) -> tuple[Difference, ...]:
        """Return the differences of ``row``, offsets into the documents' texts."""
        if not (row.left and row.right):
            return ()
        first, second = self.left.units[row.left[0]], self.right.units[row.right[0]]
        last, end = self.left.units[row.left[-1]], self.right.units[row.right[-1]]
        found = differences(
            self.left.text[first.start : last.end],
            self.right.text[second.start : end.end],
        )
        return tuple(
            Difference(
                one.kind,
                one.left
                and Span(one.left.start + first.start, one.left.end + first.start),
                one.right
                and Span(one.right.start + second.start, one.right.end + second.start),
            )
            for one in found
        )
