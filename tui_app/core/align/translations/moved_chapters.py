"""Stretches of one text that stand elsewhere in the other, found by their anchors.

They are sought in the holes of the chain that runs through both texts: where one of
them goes on for long and the other has nothing to answer it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from tui_app.core.align.translations.numbered_texts import Ints, Mask
from tui_app.core.align.translations.translation_anchors import (
    Occurrences,
    Points,
    anchors,
    rare_points,
)

# Units of a hole at least, and how many times as long as the other side it is.
_LONG = 10
_LONGER = 2
# Matches that a moved stretch has at least.
_LEAST = 5
# Two matches of one stretch are so near each other on either side.
_NEAR = 50
# Stretches moved past one another are found one chain at a time.
_CHAINS = 10


class _Block(NamedTuple):
    """Places of a moved stretch, ends exclusive."""

    left: tuple[int, int]
    right: tuple[int, int]


class _Holes(NamedTuple):
    """For every place of a text the number of the hole it is in, -1 for none."""

    left: Ints
    right: Ints


def order_of_right(
    occurrences: Occurrences, chain: Points, size: tuple[int, int]
) -> Ints:
    """Return the places of the right in an order in which both texts run alike.

    Stretches of the right that stand elsewhere in the left are put where they stand
    there; all else stays as it is.
    """
    blocks = _blocks(occurrences, chain, size)
    keys = np.arange(size[1], dtype=np.float64)
    for block in blocks:
        inside = np.arange(*block.right)
        keys[inside] = _place(chain, block) + (1 + inside) / (4 * size[1])
    left_starts = np.full(size[1], -1)
    for block in blocks:
        left_starts[slice(*block.right)] = block.left[0]
    return np.lexsort((np.arange(size[1]), left_starts, np.floor(keys * 2)))


def _place(chain: Points, block: _Block) -> float:
    """Return between which places of the right the stretch belongs."""
    before = int(np.searchsorted(chain.left, block.left[0]))
    return float(chain.right[before - 1]) + 0.5 if before else -0.5


def _blocks(
    occurrences: Occurrences, chain: Points, size: tuple[int, int]
) -> list[_Block]:
    holes = _holes(chain, size)
    found: list[_Block] = []
    for _ in range(_CHAINS):
        free = holes.left >= 0, holes.right >= 0
        if not (free[0].any() and free[1].any()):
            break
        inside = occurrences.inside(*free)
        off = anchors(inside, rare_points(inside))
        blocks = list(_cut(off, holes))
        if not blocks:
            break
        for block in blocks:
            holes.left[slice(*block.left)] = -1
            holes.right[slice(*block.right)] = -1
        found += blocks
    return found


def _holes(chain: Points, size: tuple[int, int]) -> _Holes:
    """Return where one side goes on and the other has nothing to answer it."""
    holes = _Holes(np.full(size[0], -1), np.full(size[1], -1))
    lefts = [-1, *chain.left.tolist(), size[0]]
    rights = [-1, *chain.right.tolist(), size[1]]
    stretches = zip(pairwise(lefts), pairwise(rights), strict=True)
    for number, ((a, b), (c, d)) in enumerate(stretches):
        ours, theirs = b - a - 1, d - c - 1
        if ours >= max(_LONG, _LONGER * theirs):
            holes.left[a + 1 : b] = number
        elif theirs >= max(_LONG, _LONGER * ours):
            holes.right[c + 1 : d] = number
    return holes


def _cut(off: Points, holes: _Holes) -> Iterator[_Block]:
    """Yield the stretches of a chain off the main one, each within its two holes."""
    if not len(off.left):
        return
    apart = (
        (np.diff(holes.left[off.left]) != 0)
        | (np.diff(holes.right[off.right]) != 0)
        | (np.diff(off.left) > _NEAR)
        | (np.diff(off.right) > _NEAR)
    )
    for part in np.split(np.arange(len(off.left)), np.flatnonzero(apart) + 1):
        if len(part) >= _LEAST:
            yield _Block(
                _widened(holes.left, off.left[part]),
                _widened(holes.right, off.right[part]),
            )


def _widened(holes: Ints, places: Ints) -> tuple[int, int]:
    """Return the stretch of these places, to the ends of its hole if they are near."""
    begin, end = int(places[0]), int(places[-1]) + 1
    hole = np.flatnonzero(holes == holes[begin])
    first, last = int(hole[0]), int(hole[-1]) + 1
    same: Mask = holes[first:last] == holes[begin]
    if begin - first <= _NEAR and same[: begin - first].all():
        begin = first
    if last - end <= _NEAR and same[end - first :].all():
        end = last
    return begin, end
