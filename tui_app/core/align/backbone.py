"""The heaviest chain of beads that rises in both texts."""

from __future__ import annotations

from collections.abc import Sequence

from tui_app.core.align.beads import Patch
from tui_app.core.chain import NOTHING, PrefixMaxima, chain_to


def chain_of_patches(patches: Sequence[Patch], values: Sequence[float]) -> list[Patch]:
    """Return the heaviest chain; atoms between its beads cost nothing.

    A sweep over the left text with a Fenwick tree of prefix maxima over the
    right one (Fenwick 1994): O(B log B).
    """
    starts = [(patch.l0, patch.r0) for patch in patches]
    stops = [(patch.l1, patch.r1) for patch in patches]
    order = sorted(range(len(patches)), key=starts.__getitem__)
    ends = sorted(range(len(patches)), key=stops.__getitem__)
    best = PrefixMaxima(max((patch.r1 for patch in patches), default=0))
    total = [0.0] * len(patches)
    before = [-1] * len(patches)
    top, ended = NOTHING, 0
    for index in order:
        patch = patches[index]
        while ended < len(ends) and patches[ends[ended]].l1 <= patch.l0:
            done = ends[ended]
            best.put(patches[done].r1, (total[done], done))
            ended += 1
        weight, before[index] = best.up_to(patch.r0)
        total[index] = weight + values[index]
        if total[index] > top[0]:
            top = (total[index], index)
    return [patches[index] for index in chain_to(top[1], before)]
