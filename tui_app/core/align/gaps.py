"""Runs of free passages that face each other beside linked ones."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple


class Gap(NamedTuple):
    """Free passages ``l0:l1`` of the left against ``r0:r1`` of the right.

    ``closed`` tells that links stand on both ends of it, or the texts end.
    """

    l0: int
    l1: int
    r0: int
    r1: int
    closed: bool

    @property
    def lefts(self) -> int:
        """Return how many free passages stand on the left."""
        return self.l1 - self.l0

    @property
    def rights(self) -> int:
        """Return how many free passages stand on the right."""
        return self.r1 - self.r0


def gaps(
    starts: Collection[tuple[int, int]],
    ends: Collection[tuple[int, int]],
    held_left: Sequence[bool],
    held_right: Sequence[bool],
) -> list[Gap]:
    """Return what lies free after and before the linked passages.

    ``starts`` and ``ends`` are the first and last passages of beads; what is
    held is linked or out of play.
    """
    width, height = len(held_left), len(held_right)
    found: dict[tuple[int, int, int, int], bool] = {}
    for i, j in sorted({*ends, (-1, -1)}):
        a, b = _free_end(held_left, i + 1), _free_end(held_right, j + 1)
        closed = (a, b) in starts or (a == width and b == height)
        found[i + 1, a, j + 1, b] = closed
    for a, b in sorted({*starts, (width, height)}):
        i, j = _free_start(held_left, a), _free_start(held_right, b)
        found.setdefault((i, a, j, b), False)
    return [
        Gap(*bounds, closed=closed)
        for bounds, closed in sorted(found.items())
        if bounds[0] < bounds[1] and bounds[2] < bounds[3]
    ]


def _free_end(held: Sequence[bool], at: int) -> int:
    while at < len(held) and not held[at]:
        at += 1
    return at


def _free_start(held: Sequence[bool], at: int) -> int:
    while at and not held[at - 1]:
        at -= 1
    return at
