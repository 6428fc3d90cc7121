"""The stretches between two links in which neither text has a link."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tui_app.core.align.anchors.arrays import Ints
from tui_app.core.align.anchors.evidence import Linked


@dataclass(frozen=True, slots=True)
class Gap:
    """Units ``left[0]:left[1]`` and ``right[0]:right[1]``; a side may be empty."""

    left: tuple[int, int]
    right: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gaps with units on both sides, and how often they are counterparts.

    Where units were dropped or added independently, gaps meet by chance alone;
    ``paired`` is the share of the gaps on both sides beyond that chance.
    """

    both: tuple[Gap, ...]
    paired: float


def gaps_of(linked: Linked) -> Gaps:
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
        Gap((i, j), (k, m))
        for i, j, k, m in zip(
            *(side[both].tolist() for side in (a, b, c, d)), strict=True
        )
    ]
    return Gaps(tuple(gaps), max(0.0, 1 - chance / meetings) if meetings else 0.0)


def _bounds(linked: Linked) -> tuple[Ints, Ints, Ints, Ints]:
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
