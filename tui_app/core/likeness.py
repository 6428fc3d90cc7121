"""How much of two passages is the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tui_app.core.comparison import Comparison
from tui_app.core.counting import EVERYTHING, Counting
from tui_app.core.model import Difference, Document, Relation, Span
from tui_app.core.text.text_pieces import pieces

_SAMPLED = 1500
"""Rows of a sample; the error of a share is a per cent or two."""


def row_size(comparison: Comparison, row: int) -> int:
    """Return how many characters the two sides of the row have together."""
    content = comparison.rows[row]
    left = comparison.left.size(content.left)
    return left + comparison.right.size(content.right)


def paired_share(comparison: Comparison) -> float | None:
    """Return the share of both texts that stands in rows with two sides."""
    total = paired = 0
    for number, row in enumerate(comparison.rows):
        size = row_size(comparison, number)
        total += size
        paired += size * bool(row.left and row.right)
    return paired / total if total else None


def unlike_size(
    comparison: Comparison,
    differences: Sequence[Difference],
    counting: Counting = EVERYTHING,
) -> int:
    """Return how many characters of both sides stand in differences that count."""
    left, right = comparison.left, comparison.right
    counted = [one for one in differences if counting.counts(one, left, right)]
    return _covered(one.left for one in counted) + _covered(
        one.right for one in counted
    )


def row_likeness(
    comparison: Comparison, row: int, counting: Counting = EVERYTHING
) -> float:
    """Return the share of the row that is the same on both sides, 0 to 1."""
    relation = comparison.rows[row].relation
    if relation is Relation.SAME:
        return 1.0
    size = row_size(comparison, row)
    if relation is not Relation.CHANGED or not size:
        return 0.0
    return 1 - unlike_size(comparison, comparison.differences(row), counting) / size


def likeness_by_words(comparison: Comparison, row: int) -> float:
    """Return the share of words both sides have, in any order: for very long rows."""
    content = comparison.rows[row]
    left = _words(comparison.left, content.left)
    right = _words(comparison.right, content.right)
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0


def estimated_likeness(comparison: Comparison) -> float | None:
    """Estimate the share of both texts that is the same, from a sample of rows.

    Takes a few hundredths of a second, where the differences of a book take minutes.
    """
    step = max(1, len(comparison.rows) // _SAMPLED)
    total, same = 0, 0.0
    for row in range(0, len(comparison.rows), step):
        size = row_size(comparison, row)
        total += size
        same += size * likeness_by_words(comparison, row)
    return same / total if total else None


def _words(document: Document, numbers: Iterable[int]) -> Counter[str]:
    words = Counter[str]()
    for number in numbers:
        for piece in pieces(document.unit_text(number)):
            words.update(piece.split())
    return words


def _covered(spans: Iterable[Span | None]) -> int:
    """Return how many characters the spans cover; they may overlap."""
    covered = at = 0
    for span in sorted((one for one in spans if one), key=lambda one: one.start):
        covered += max(0, span.end - max(span.start, at))
        at = max(at, span.end)
    return covered
