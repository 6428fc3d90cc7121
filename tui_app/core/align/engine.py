"""The engine that aligns two documents: at once, in steps, or after a change by hand.

There are three: one for articles compares unit with unit, one for books aligns the
words first, one for a text and its translation learns which words answer which. The
last two need numpy, which is imported when such texts turn up.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui_app.core.align.articles.article import align_articles, are_articles
from tui_app.core.model import Alignment, Constraints, Document, Report
from tui_app.core.translation import Translation


def align(
    left: Document,
    right: Document,
    constraints: Constraints,
    report: Report | None = None,
    translation: Translation | None = None,
) -> Alignment:
    """Return the alignment of two documents under the reader's constraints.

    ``translation`` is ``None`` within one language.
    """
    if translation is not None:
        from tui_app.core.align.translations.translation_alignment import (
            align_translation,
            realign_translation,
        )

        freely = align_translation(left, right, translation, report)
        return realign_translation(left, right, translation, freely, constraints)
    if are_articles(left, right):
        return align_articles(left, right, constraints, report)
    from tui_app.core.align.books.book import align_book, realign_book

    by_itself = align_book(left, right, Constraints(), report)
    return realign_book(left, right, by_itself, constraints, report)


def align_in_steps(
    left: Document,
    right: Document,
    constraints: Constraints,
    report: Report | None = None,
    eye: int = 0,
    translation: Translation | None = None,
) -> Iterator[Alignment]:
    """Yield alignments of both documents, each better than the one before.

    The last is that of ``align``. Of books what stands about the unit ``eye`` of
    the left comes first, the whole roughly next; of others there is no need for
    steps.
    """
    if translation is not None:
        from tui_app.core.align.translations.translation_alignment import (
            align_translation_in_steps,
            realign_translation,
        )

        for freely in align_translation_in_steps(left, right, translation, report, eye):
            yield realign_translation(left, right, translation, freely, constraints)
        return
    if are_articles(left, right):
        yield align_articles(left, right, constraints, report)
        return
    from tui_app.core.align.books.book import align_book_in_steps

    yield from align_book_in_steps(left, right, constraints, report, eye)


def realign(
    left: Document,
    right: Document,
    found: Alignment,
    constraints: Constraints,
    report: Report | None = None,
    translation: Translation | None = None,
) -> Alignment:
    """Return the alignment under these constraints; ``found`` was made under others.

    It is that of ``align``. In books and translations only the neighbourhood of what
    is settled, and was not before, is aligned again.
    """
    if translation is not None:
        from tui_app.core.align.translations.translation_alignment import (
            realign_translation,
        )

        return realign_translation(left, right, translation, found, constraints)
    if are_articles(left, right):
        return align_articles(left, right, constraints, report)
    from tui_app.core.align.books.book import realign_book

    return realign_book(left, right, found, constraints, report)
