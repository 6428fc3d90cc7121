"""The engine that aligns two documents: at once, in steps, or after a change by hand.

There are two: one for articles compares unit with unit, one for books aligns the
words first. That of books needs numpy, which is imported when a book turns up.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui_app.core.align.articles.article import align_articles, are_articles
from tui_app.core.model import Alignment, Constraints, Document, Report


def align(
    left: Document,
    right: Document,
    constraints: Constraints,
    report: Report | None = None,
) -> Alignment:
    """Return the alignment of two documents under the reader's constraints."""
    if are_articles(left, right):
        return align_articles(left, right, constraints, report)
    from tui_app.core.align.books.book import align_book
    from tui_app.core.align.books.realigning import realign_book

    by_itself = align_book(left, right, Constraints(), report)
    return realign_book(left, right, by_itself, constraints, report)


def align_in_steps(
    left: Document,
    right: Document,
    constraints: Constraints,
    report: Report | None = None,
    eye: int = 0,
) -> Iterator[Alignment]:
    """Yield alignments of both documents, each better than the one before.

    The last is that of ``align``. Of books what stands about the unit ``eye`` of
    the left comes first, the whole roughly next; of others there is no need for
    steps.
    """
    if are_articles(left, right):
        yield align_articles(left, right, constraints, report)
        return
    from tui_app.core.align.books.realigning import align_book_in_steps

    yield from align_book_in_steps(left, right, constraints, report, eye)


def realign(
    left: Document,
    right: Document,
    found: Alignment,
    constraints: Constraints,
    report: Report | None = None,
) -> Alignment:
    """Return the alignment under these constraints; ``found`` was made under others.

    It is that of ``align``. In books only the neighbourhood of what is settled, and
    was not before, is aligned again.
    """
    if are_articles(left, right):
        return align_articles(left, right, constraints, report)
    from tui_app.core.align.books.realigning import realign_book

    return realign_book(left, right, found, constraints, report)
