"""Links for the units that the matched words left alone."""

from __future__ import annotations

import numpy as np

from tui_app.core.align.anchors.arrays import Floats, Mask
from tui_app.core.align.anchors.evidence import Linked
from tui_app.core.align.anchors.matches import Matches
from tui_app.core.align.anchors.neighbours import beside
from tui_app.core.align.anchors.overlap import Pool
from tui_app.core.align.anchors.strays import strays
from tui_app.core.align.anchors.words import Words


def with_left_over(
    linked: Linked,
    words: tuple[Words, Words],
    weights: Floats,
    matches: Matches,
    common: Mask,
) -> Linked:
    """Return ``linked`` with units that moved alone, and units beside linked ones."""
    taken = linked.taken()
    lone = [
        Pool(side, ~mask[side.unit], weights)
        for side, mask in zip(words, taken, strict=True)
    ]
    linked = strays(linked, lone[0], lone[1], common)
    return beside(linked, *_spare(linked, words, weights, matches))


def _spare(
    linked: Linked, words: tuple[Words, Words], weights: Floats, matches: Matches
) -> tuple[Pool, Pool]:
    """Return the words of both sides that no link has used."""
    lowest, highest = linked.partners()
    unit = words[0].unit[matches.left]
    partner = words[1].unit[matches.right]
    used = (lowest[unit] <= partner) & (partner <= highest[unit])
    free = [np.ones(len(side.kind), dtype=bool) for side in words]
    free[0][matches.left[used]] = False
    free[1][matches.right[used]] = False
    return Pool(words[0], free[0], weights), Pool(words[1], free[1], weights)
