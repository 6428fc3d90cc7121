"""Rows before the alignment is known: paragraphs beside each other in proportion."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from tui_app.core.comparison import Comparison
from tui_app.core.model import Alignment, Document, Relation, Row


def provisional(left: Document, right: Document) -> Comparison:
    """Return the two documents paired by where their paragraphs stand.

    Each paragraph of the longer text goes with the one of the shorter text that
    is as far on. Linear in the number of units; says nothing about content.
    """
    return Comparison(left, right, Alignment((), ()), tuple(_rows(left, right)))


def _rows(left: Document, right: Document) -> Iterator[Row]:
    ours, theirs = _paragraphs(left), _paragraphs(right)
    ends = _shares(theirs, right)
    taken = 0
    for number, share in enumerate(_shares(ours, left)):
        last = number == len(ours) - 1
        upto = len(theirs) if last else bisect_left(ends, share, taken)
        others = (
            range(theirs[taken].start, theirs[upto - 1].stop) if (upto > taken) else ()
        )
        taken = max(taken, upto)
        yield _row(tuple(ours[number]), tuple(others))
    for paragraph in theirs[taken:]:
        yield _row((), tuple(paragraph))


def _row(left: tuple[int, ...], right: tuple[int, ...]) -> Row:
    return Row(left, right, Relation.CHANGED, None, moved=False)


def _paragraphs(document: Document) -> list[range]:
    numbers = [unit.paragraph for unit in document.units]
    starts = [0] if numbers else []
    starts += [at for at in range(1, len(numbers)) if numbers[at] != numbers[at - 1]]
    return [range(*ends) for ends in pairwise([*starts, len(numbers)])]


def _shares(paragraphs: list[range], document: Document) -> list[float]:
    length = max(1, len(document.text))
    return [document.units[each.stop - 1].end / length for each in paragraphs]
