"""Taking a row apart and putting rows together, as the reader's hand does it."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

from tui_app.core.model import Document, Row, Side

Part = tuple[tuple[int, ...], tuple[int, ...]]
"""Unit numbers of both sides that make one row."""


def joined(rows: list[Row]) -> Part:
    """Return the units of all the rows as one row."""
    left = sorted(number for row in rows for number in row.left)
    right = sorted(number for row in rows for number in row.right)
    return tuple(left), tuple(right)


def split(
    row: Row, left: Document, right: Document, side: Side, offset: int
) -> tuple[Part, Part] | None:
    """Return the two rows that ``row`` makes, ``None`` where it cannot be split.

    The second begins with the unit at ``offset`` of ``side``, but never with the
    first unit. The other side is cut where it has come equally far by its length
    (Gale and Church 1993 align by nothing else); it may stay whole, in the part that
    holds more of ``side``.
    """
    own, other = (row.left, row.right) if side == "left" else (row.right, row.left)
    document, across = (left, right) if side == "left" else (right, left)
    if len(own) < 2:
        return None
    starts = [document.units[number].start for number in own]
    at = max(1, min(len(own) - 1, bisect_left(starts, offset + 1) - 1))
    share = sum(_lengths(document, own)[:at]) / sum(_lengths(document, own))
    cut = _cut(_lengths(across, other), share)
    first, second = (own[:at], other[:cut]), (own[at:], other[cut:])
    if side == "right":
        return (first[1], first[0]), (second[1], second[0])
    return first, second


def _lengths(document: Document, units: tuple[int, ...]) -> list[int]:
    return [document.units[n].end - document.units[n].start for n in units]


def _cut(lengths: list[int], share: float) -> int:
    """Return how many units come nearest to that share of the whole."""
    whole = sum(lengths)
    reached = [0, *accumulate(lengths)]
    distances = [abs(sum_ - share * whole) for sum_ in reached]
    return distances.index(min(distances))
