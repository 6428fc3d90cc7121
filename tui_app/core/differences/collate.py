"""The one way from two passages to their differences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from tui_app.core.model import Difference, Document, Kind, Row, Span

_TOKEN = re.compile(r"\w+|[^\w\s]")


def differences(left: str, right: str) -> list[Difference]:
    """Return the differences of two strings that say the same."""
    tokens = [list(_TOKEN.finditer(text)) for text in (left, right)]
    words = [[token[0] for token in side] for side in tokens]
    found = []
    for code in Indel.opcodes(words[0], words[1]):
        if code.tag == "equal":
            continue
        spans = [
            Span(side[start].start(), side[end - 1].end()) if end > start else None
            for side, start, end in (
                (tokens[0], code.src_start, code.src_end),
                (tokens[1], code.dest_start, code.dest_end),
            )
        ]
        kind = Kind.WORDING
        if spans[0] is None or spans[1] is None:
            kind = Kind.ADDED if spans[0] is None else Kind.REMOVED
        found.append(Difference(kind, spans[0], spans[1]))
    return found


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
