"""Whether a side of a row is far longer or shorter than the pair would have it."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt
from statistics import median
from typing import Final, NamedTuple

from tui_app.core.facts.across.translated_row import TranslatedRow
from tui_app.core.kinds import Kind
from tui_app.core.model import Difference, Span

_FEWEST: Final = 20
"""Rows that tell what is usual."""

_EXTREME: Final = 3.5
"""Usual deviations; of rows as they are hardly one in three hundred is so far off."""

_FACTOR: Final = 1.8
"""So many times longer or shorter than usual besides."""

_SHORT: Final = 25
"""Characters, of what is usual, under which a row tells nothing."""

_DEVIATION: Final = 1.4826
"""A normal spread in median absolute deviations."""


class LengthRatio(NamedTuple):
    """Characters of the right for one of the left, and how far rows are from that.

    The spread is of (right - ratio * left) / sqrt(left), which hardly depends on the
    length (Gale and Church, *A program for aligning sentences in bilingual corpora*,
    1993). It is 0 where too few rows tell.
    """

    ratio: float = 1.0
    spread: float = 0.0


def length_ratio(rows: Iterable[tuple[str, str]]) -> LengthRatio:
    """Return the ratio of rows with both sides: median and median deviation."""
    lengths = [(len(left), len(right)) for left, right in rows if left and right]
    if len(lengths) < _FEWEST:
        return LengthRatio()
    long = [pair for pair in lengths if sum(pair) > 2 * _SHORT] or lengths
    ratio = median(right / left for left, right in long)
    off = [_off(left, right, ratio) for left, right in lengths]
    return LengthRatio(ratio, _DEVIATION * median(map(abs, off)))


def _off(left: int, right: int, ratio: float) -> float:
    return (right - ratio * left) / sqrt(max(1.0, left))


def length_mark(row: TranslatedRow, usual: LengthRatio) -> Difference | None:
    """Return a mark at the ends of both passages where one is far off the ratio.

    It stands at their last words: what is too much or missing nobody can tell.
    """
    if not usual.spread:
        return None
    left, right = len(row.left), len(row.right)
    expected = usual.ratio * left
    if max(expected, right) < _SHORT * _FACTOR:
        return None
    low, high = sorted((expected, float(right)))
    if high < _FACTOR * max(low, 1.0):
        return None
    if abs(_off(left, right, usual.ratio)) < _EXTREME * usual.spread:
        return None
    return Difference(Kind.LENGTH, _last_word(row.left), _last_word(row.right))


def _last_word(text: str) -> Span:
    """Return the last letters or figures, without the marks behind them."""
    end = len(text)
    while end and not text[end - 1].isalnum():
        end -= 1
    start = end
    while start and text[start - 1].isalnum() and end - start < _LONGEST:
        start -= 1
    return Span(start, end) if end else Span(0, len(text))


_LONGEST: Final = 12
