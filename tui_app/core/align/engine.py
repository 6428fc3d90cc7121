"""The one way from two segmented documents to an alignment."""

from __future__ import annotations

from collections.abc import Callable

from tui_app.core.align.articles import align_articles
from tui_app.core.model import (
    Alignment,
    Constraints,
    Document,
    Progress,
)

# Beyond this many units, or this much text, of both sides the words are aligned
# first and the units by them: near-linear, where beads of units are not.
_BOOK_UNITS = 1000
_BOOK_TEXT = 600_000


def align(
    left: Document,
    right: Document,
    constraints: Constraints,
    report: Callable[[Progress], None] | None = None,
) -> Alignment:
    """Return the alignment of two documents under the reader's constraints."""
    if are_books(left, right):
        from tui_app.core.align.anchors.book import align_book

        return align_book(left, right, constraints, report)
    return align_articles(left, right, constraints, report)


def are_books(left: Document, right: Document) -> bool:
    """Tell whether two documents are too long to compare unit with unit."""
    return (
        len(left.units) + len(right.units) > _BOOK_UNITS
        or len(left.text) + len(right.text) > _BOOK_TEXT
    )
