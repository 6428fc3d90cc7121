"""The gaps between links of a book, filled: what is equal first, the rest by length.

Where the two texts go side by side nearly everywhere, what stands between two links
is a pair too, whatever its words; where units are dropped and added it is chance,
and only equal units are linked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from math import log

import numpy as np

from tui_app.core.align.books.arrays import Ints
from tui_app.core.align.books.linked_units import LinkedUnits
from tui_app.core.align.progress import Ticker
from tui_app.core.align.settled import Settled
from tui_app.core.model import Document, Link

_EQUAL = 0.9
# Gaps with more units on a side are rewritten passages, not a pair or three that
# the words failed on.
_LONGEST = 4
# Half a link is lost for units whose lengths are e times out of proportion.
_LENGTH = 0.5
# No word speaks for what only the place does, so it is never sure.
_SUREST = 0.75
_SIDE_BY_SIDE = 0.5


def fill(
    linked: LinkedUnits,
    left: Document,
    right: Document,
    settled: Settled,
    ticker: Ticker,
) -> LinkedUnits:
    """Return ``linked`` with the gaps filled."""
    gaps = gaps_of(linked)
    found: list[Link] = []
    ratio = log((len(left.text) + 1) / (len(right.text) + 1))
    for gap in ticker.each(gaps.both):
        filling = _Filling(left, right, settled, gap)
        found += filling.equal_ends(ticker)
        if gaps.paired >= _SIDE_BY_SIDE:
            found += filling.by_length(ratio, gaps.paired)
    return linked.with_links(found)


@dataclass(frozen=True, slots=True)
class UnitGap:
    """Units ``left[0]:left[1]`` and ``right[0]:right[1]``, some on both sides."""

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
    sides = (side[both].tolist() for side in (a, b, c, d))
    gaps = [UnitGap((i, j), (k, m)) for i, j, k, m in zip(*sides, strict=True)]
    chance = int(on_left.sum()) * int(on_right.sum()) / max(1, len(a))
    return UnitGaps(tuple(gaps), max(0.0, 1 - chance / len(gaps)) if gaps else 0.0)


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


class _Filling:
    """One gap and what is left to fill of it."""

    def __init__(
        self, left: Document, right: Document, settled: Settled, gap: UnitGap
    ) -> None:
        self._documents = (left, right)
        self._parted = settled.parted
        closed = (settled.closed_left, settled.closed_right)
        self._left = [unit for unit in range(*gap.left) if unit not in closed[0]]
        self._right = [unit for unit in range(*gap.right) if unit not in closed[1]]

    def equal_ends(self, ticker: Ticker) -> list[Link]:
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
        return [Link(*pair, _EQUAL) for pair in pairs]

    def _equal(self, pairs: Iterable[tuple[int, int]], ticker: Ticker) -> int:
        count = 0
        left, right = self._documents
        for i, j in ticker.each(pairs):
            if (i, j) in self._parted or left.unit_text(i) != right.unit_text(j):
                break
            count += 1
        return count

    def by_length(self, ratio: float, trust: float) -> list[Link]:
        """Link the rest in order where the lengths allow it (Gale & Church 1993).

        ``ratio`` is the logarithm of the texts' lengths, left to right.
        """
        short, long = sorted((len(self._left), len(self._right)))
        if not short or long > _LONGEST:
            return []
        fits = [[self._fit(i, j, ratio) for j in self._right] for i in self._left]
        # Units in excess of the other side may be any of them.
        surest = _SUREST * trust * short / long
        return [
            Link(self._left[a], self._right[b], surest * fits[a][b])
            for a, b in _in_order(fits, short)
        ]

    def _fit(self, i: int, j: int, ratio: float) -> float:
        if (i, j) in self._parted:
            return 0.0
        left, right = (
            document.units[number]
            for document, number in zip(self._documents, (i, j), strict=True)
        )
        lengths = log((left.end - left.start + 5) / (right.end - right.start + 5))
        return max(0.0, 1 - _LENGTH * abs(lengths - ratio))


def _in_order(fits: Sequence[Sequence[float]], pairs: int) -> list[tuple[int, int]]:
    """Return the best way to pair so many rows with columns, both rising."""
    ways = (
        list(zip(rows, columns, strict=True))
        for rows in combinations(range(len(fits)), pairs)
        for columns in combinations(range(len(fits[0])), pairs)
    )
    best = max(ways, key=lambda way: sum(fits[a][b] for a, b in way))
    return [(a, b) for a, b in best if fits[a][b] > 0]
