"""The heaviest chain of beads that rises in both texts."""

from __future__ import annotations

from collections.abc import Sequence

from tui_app.core.align.beads import Patch


def heaviest_chain(patches: Sequence[Patch], values: Sequence[float]) -> list[Patch]:
    """Return the heaviest chain; atoms between its beads cost nothing.

    A sweep over the left text with a Fenwick tree of prefix maxima over the
    right one (Fenwick 1994): O(B log B).
    """
    order = sorted(range(len(patches)), key=lambda k: (patches[k].l0, patches[k].r0))
    ends = sorted(range(len(patches)), key=lambda k: (patches[k].l1, patches[k].r1))
    best = _PrefixMaxima(max((patch.r1 for patch in patches), default=0))
    total = [0.0] * len(patches)
    before = [-1] * len(patches)
    top, ended = (0.0, -1), 0
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
    return _followed(patches, before, top[1])


def _followed(
    patches: Sequence[Patch], before: Sequence[int], index: int
) -> list[Patch]:
    chain = []
    while index >= 0:
        chain.append(patches[index])
        index = before[index]
    return chain[::-1]


class _PrefixMaxima:
    """A Fenwick tree that tells the heaviest entry up to a slot."""

    def __init__(self, size: int) -> None:
        self.best: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def up_to(self, slot: int) -> tuple[float, int]:
        """Return the heaviest entry of the slots up to ``slot``."""
        found = (0.0, -1)
        while slot > 0:
            if self.best[slot][0] > found[0]:
                found = self.best[slot]
            slot &= slot - 1
        return found

    def put(self, slot: int, entry: tuple[float, int]) -> None:
        """Enter a weight; of equal ones the first entered stays."""
        while slot < len(self.best):
            if entry[0] > self.best[slot][0]:
                self.best[slot] = entry
            slot += slot & -slot
