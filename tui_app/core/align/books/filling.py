"""Which gaps between links has a book; equal units in them, the rest aligned as an article"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from math import log

import numpy as np

from tui_app.core.align.books.arrays import Ints
from tui_app.core.align.books.linked_units import LinkedUnits
from tui_app.core.align.progress import Ticker
from tui_app.core.align.settled import Settled
from tui_app.core.model import Document


@dataclass(frozen=True, slots=True)
class UnitGap:
    """Units ``left[0]:left[1]`` and ``right[0]:right[1]``; a side may be empty."""

    left: tuple[int, int]
    right: tuple[int, int]


@dataclass(frozen=True, slots=True)
class UnitGaps:
    """The gaps with units on both sides, and how often they are counterparts.

    Where units were dropped or added independently, gaps meet by chance alone;
    ``paired`` is the share of the gaps on both sides beyond that chance.
    """

    both: tuple[UnitGap, ...]
    paired: float


def gaps_of(linked: LinkedUnits) -> UnitGaps:
    """Return the gaps of ``linked`` between neighbours in both texts."""
    a, b, c, d = _bounds(linked)
    taken = np.concatenate([[0], np.cumsum(linked.taken()[1])])
    closed = (d >= c) & (taken[np.maximum(c, d)] == taken[c])
    a, b, c, d = a[closed], b[closed], c[closed], d[closed]
    on_left, on_right = b > a, d > c
    both = on_left & on_right
    meetings = int(both.sum())
    chance = int(on_left.sum()) * int(on_right.sum()) / max(1, len(a))
    gaps = [
        UnitGap((i, j), (k, m))
        for i, j, k, m in zip(
            *(side[both].tolist() for side in (a, b, c, d)), strict=True
        )
    ]
    return UnitGaps(tuple(gaps), max(0.0, 1 - chance / meetings) if meetings else 0.0)


def _bounds(linked: LinkedUnits) -> tuple[Ints, Ints, Ints, Ints]:
    """Return the units between each linked unit of the left and the next."""
    starts = np.flatnonzero(np.diff(linked.left, prepend=-1))
    units = linked.left[starts]
    lowest, highest = units[:0], units[:0]
    if len(units):
        lowest = np.minimum.reduceat(linked.right, starts)
        highest = np.maximum.reduceat(linked.right, starts)
    return (
        np.concatenate([[0], units + 1]),
        np.concatenate([units, [linked.size[0]]]),
        np.concatenate([[0], highest + 1]),
        np.concatenate([lowest, [linked.size[1]]]),
    )


_EQUAL = 0.9
# Gaps with more units on a side are rewritten passages, not a pair or three that
# the words failed on.
_LONGEST = 4
# Half a link is lost for units whose lengths are e times out of proportion.
_LENGTH = 0.5
# No word speaks for what only the place does, so it is never sure.
_SUREST = 0.75


def fill(
    linked: LinkedUnits,
    left: Document,
    right: Document,
    settled: Settled,
    ticker: Ticker,
) -> LinkedUnits:
    """Return ``linked`` with the gaps filled: equal units first, then by length.

    Where the two texts go side by side nearly everywhere, what stands between two
    links is a pair too; where units are dropped and added, it is chance, and
    nothing is filled.
    """
    gaps = gaps_of(linked)
    found: list[tuple[int, int, float]] = []
    ratio = log((len(left.text) + 1) / (len(right.text) + 1))
    for gap in ticker.each(gaps.both):
        filler = _Filler(left, right, settled, gap)
        found += filler.equal_ends(ticker)
        if gaps.paired >= 0.5:
            found += filler.by_length(ratio, gaps.paired)
    if not found:
        return linked
    i, j, score = (np.array(column) for column in zip(*found, strict=True))
    return linked.with_more(i, j, score)


class _Filler:
    """One gap and what is left to fill of it."""

    def __init__(
        self, left: Document, right: Document, settled: Settled, gap: UnitGap
    ) -> None:
        self._documents = (left, right)
        self._parted = settled.parted
        self._left = [
            unit for unit in range(*gap.left) if unit not in settled.closed_left
        ]
        self._right = [
            unit for unit in range(*gap.right) if unit not in settled.closed_right
        ]

    def equal_ends(self, ticker: Ticker) -> list[tuple[int, int, float]]:
        """Link what is equal at the start and at the end of the gap."""
        most = min(len(self._left), len(self._right))
        start = self._equal(zip(self._left, self._right, strict=False), ticker)
        backward = zip(reversed(self._left), reversed(self._right), strict=False)
        end = self._equal(islice(backward, most - start), ticker)
        i, j = len(self._left) - end, len(self._right) - end
        pairs = [
            *zip(self._left[:start], self._right[:start], strict=True),
            *zip(self._left[i:], self._right[j:], strict=True),
        ]
        self._left, self._right = self._left[start:i], self._right[start:j]
        return [(*pair, _EQUAL) for pair in pairs]

    def _equal(self, pairs: Iterable[tuple[int, int]], ticker: Ticker) -> int:
        count = 0
        left, right = self._documents
        for i, j in ticker.each(pairs):
            if (i, j) in self._parted or left.unit_text(i) != right.unit_text(j):
                break
            count += 1
        return count

    def by_length(self, ratio: float, trust: float) -> list[tuple[int, int, float]]:
        """Link the rest in order where the lengths allow it (Gale & Church 1993).

        ``ratio`` is the logarithm of the texts' lengths, left to right.
        """
        if not 0 < len(self._left) <= _LONGEST or not 0 < len(self._right) <= _LONGEST:
            return []
        fits = [[self._fit(i, j, ratio) for j in self._right] for i in self._left]
        # Units in excess of the other side may be any of them.
        share = min(len(self._left), len(self._right)) / max(
            len(self._left), len(self._right)
        )
        return [
            (self._left[a], self._right[b], _SUREST * trust * share * fits[a][b])
            for a, b in _best_path(fits)
        ]

    def _fit(self, i: int, j: int, ratio: float) -> float:
        if (i, j) in self._parted:
            return 0.0
        left, right = (
            document.units[number]
            for document, number in zip(self._documents, (i, j), strict=True)
        )
        lengths = log((left.end - left.start + 5) / (right.end - right.start + 5))
        return 1 - _LENGTH * abs(lengths - ratio)


def _best_path(fits: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Return the heaviest rising path of cells above zero."""
    rows, columns = len(fits), len(fits[0])
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for a in reversed(range(rows)):
        for b in reversed(range(columns)):
            best[a][b] = max(
                best[a + 1][b], best[a][b + 1], best[a + 1][b + 1] + fits[a][b]
            )
    path, a, b = [], 0, 0
    while a < rows and b < columns:
        if best[a][b] == best[a + 1][b + 1] + fits[a][b] and fits[a][b] > 0:
            path.append((a, b))
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1
    return path
