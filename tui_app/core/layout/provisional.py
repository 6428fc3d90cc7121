"""Rows before the alignment is known: paragraphs beside each other in proportion."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby

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
        mine = ours[number]
        others = [unit for group in theirs[taken:upto] for unit in group]
        taken = max(taken, upto)
        yield Row(tuple(mine), tuple(others), Relation.CHANGED, None, moved=False)
    for group in theirs[taken:]:
        yield Row((), tuple(group), Relation.CHANGED, None, moved=False)


def _paragraphs(document: Document) -> list[list[int]]:
    numbers = range(len(document.units))
    groups = groupby(numbers, key=lambda number: document.units[number].paragraph)
    return [list(group) for _, group in groups]


def _shares(paragraphs: list[list[int]], document: Document) -> list[float]:
    length = max(1, len(document.text))
    return [document.units[group[-1]].end / length for group in paragraphs]
