"""The one way from two segmented documents to an alignment."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui_app.core.align import anchors
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
    if _long(left, right):
        return anchors.align_book(left, right, constraints, report)
    return align_articles(left, right, constraints, report)


def align_in_steps(
    left: Document,
    right: Document,
    constraints: Constraints,
    report: Callable[[Progress], None] | None = None,
    eye: int = 0,
) -> Iterator[Alignment]:
    """Yield alignments of both documents, each better than the one before.

    The last is that of ``align``. Of long documents what stands about the unit
    ``eye`` of the left comes first, the whole roughly next; of others there is
    no need for steps.
    """
    if _long(left, right):
        return anchors.align_in_steps(left, right, constraints, report, eye)
    return iter([align_articles(left, right, constraints, report)])


def realign(
    left: Document,
    right: Document,
    previous: Alignment,
    before: Constraints,
    after: Constraints,
) -> Alignment:
    """Return the alignment under ``after``; ``previous`` is that under ``before``.

    In long documents only the neighbourhood of what changed is aligned again.
    """
    if _long(left, right):
        return anchors.realign(left, right, previous, before, after)
    return align_articles(left, right, after, None)


def _long(left: Document, right: Document) -> bool:
    return (
        len(left.units) + len(right.units) > _BOOK_UNITS
        or len(left.text) + len(right.text) > _BOOK_TEXT
    )
