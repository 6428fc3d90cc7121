"""Which engine aligns: at once, in steps, or again after a change by hand?"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui_app.core.align.articles.article import align_articles
from tui_app.core.model import Alignment, Constraints, Document, Progress

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
        from tui_app.core.align.books.book import align_book

        return align_book(left, right, constraints, report)
    return align_articles(left, right, constraints, report)


def are_books(left: Document, right: Document) -> bool:
    """Tell whether two documents are too long to compare unit with unit."""
    return (
        len(left.units) + len(right.units) > _BOOK_UNITS
        or len(left.text) + len(right.text) > _BOOK_TEXT
    )


def align_in_steps(
    left: Document,
    right: Document,
    constraints: Constraints,
    report: Callable[[Progress], None] | None = None,
    eye: int = 0,
) -> Iterator[Alignment]:
    """Yield alignments of both documents, each better than the one before.

    The last is that of ``align``. Of books what stands about the unit ``eye`` of
    the left comes first, the whole roughly next; of others there is no need for
    steps.
    """
    if are_books(left, right):
        from tui_app.core.align.books import book as steps

        yield from steps.align_book_in_steps(left, right, constraints, report, eye)
    else:
        yield align(left, right, constraints, report)


def realign(
    left: Document,
    right: Document,
    previous: Alignment,
    before: Constraints,
    after: Constraints,
) -> Alignment:
    """Return the alignment under ``after``; ``previous`` is that under ``before``.

    In books only the neighbourhood of what changed is aligned again.
    """
    if are_books(left, right):
        from tui_app.core.align.books import realigning as again

        return again.realign_book(left, right, previous, before, after)
    return align(left, right, after)
