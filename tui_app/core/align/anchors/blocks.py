"""Blocks: anchors that stand together on one diagonal."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tui_app.core.align.anchors.arrays import Mask
from tui_app.core.align.anchors.matches import Matches

NEIGHBOURS = 8
_SUPPORT = 2
# How far, in words, the texts may drift apart between two anchors that support
# each other: a little always, and a third of the way between them.
_SLACK = 10
_DRIFT = 3
_REACH = 300


@dataclass(frozen=True, slots=True)
class Block:
    """Anchors ``first:end`` and the words they span, ends exclusive."""

    first: int
    end: int
    left: tuple[int, int]
    right: tuple[int, int]

    @property
    def weight(self) -> int:
        """How many anchors the block holds."""
        return self.end - self.first


def supported(anchors: Matches) -> Mask:
    """Return which anchors others near their diagonal agree with.

    A rare word that both texts happen to share stands alone; a passage they
    share brings its anchors in company.
    """
    support = np.zeros(len(anchors.left), dtype=np.int64)
    for step in range(1, NEIGHBOURS + 1):
        together = _together(anchors, step)
        support[step:] += together
        support[: len(together)] += together
    mask: Mask = support >= _SUPPORT
    return mask


def _together(anchors: Matches, step: int) -> Mask:
    ahead = anchors.left[step:] - anchors.left[:-step]
    drift = np.abs(anchors.right[step:] - anchors.right[:-step] - ahead)
    return (drift <= _SLACK + ahead // _DRIFT) & (ahead <= _REACH) & (ahead > 0)


def blocks_of(anchors: Matches) -> list[Block]:
    """Return the blocks of ``anchors``, which are in the order of the left."""
    if not len(anchors.left):
        return []
    ahead = np.diff(anchors.left)
    rise = np.diff(anchors.right)
    near = np.abs(rise - ahead) <= _SLACK + ahead // _DRIFT
    breaks = np.flatnonzero(~near) + 1
    firsts = np.concatenate([[0], breaks])
    ends = np.concatenate([breaks, [len(anchors.left)]])
    return [
        Block(first, end, (x0, x1 + 1), (y0, y1 + 1))
        for first, end, x0, x1, y0, y1 in zip(
            firsts.tolist(),
            ends.tolist(),
            anchors.left[firsts].tolist(),
            anchors.left[ends - 1].tolist(),
            np.minimum.reduceat(anchors.right, firsts).tolist(),
            np.maximum.reduceat(anchors.right, firsts).tolist(),
            strict=True,
        )
    ]
