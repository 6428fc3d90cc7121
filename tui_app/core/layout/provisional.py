"""Rows before the alignment is known: paragraphs beside each other in proportion."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, groupby

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
    count, taken = len(theirs), 0
    for units, share in zip(ours, _shares(ours, left), strict=True):
        first = taken
        while taken < count and ends[taken] < share:
            taken += 1
        if units is ours[-1]:
            taken = count
        others = theirs[first] if taken == first + 1 else _joined(theirs[first:taken])
        yield Row(units, others, Relation.CHANGED, None, False)
    for others in theirs[taken:]:
        yield Row((), others, Relation.CHANGED, None, moved=False)


def _joined(paragraphs: list[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(chain.from_iterable(paragraphs))


def _paragraphs(document: Document) -> list[tuple[int, ...]]:
    """Return the units of each paragraph."""
    numbers = [unit.paragraph for unit in document.units]
    if len(set(numbers)) == len(numbers):
        return list(zip(range(len(numbers)), strict=True))
    groups = groupby(range(len(numbers)), numbers.__getitem__)
    return [tuple(units) for _, units in groups]


def _shares(paragraphs: list[tuple[int, ...]], document: Document) -> list[float]:
    length, units = max(1, len(document.text)), document.units
    return [units[each[-1]].end / length for each in paragraphs]
