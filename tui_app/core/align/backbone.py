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
    size = max((patch.r1 for patch in patches), default=0)
    best: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)
    total = [0.0] * len(patches)
    before = [-1] * len(patches)
    top, ended = (0.0, -1), 0
    for index in order:
        patch = patches[index]
        while ended < len(ends) and patches[ends[ended]].l1 <= patch.l0:
            done = ends[ended]
            _raise(best, patches[done].r1, (total[done], done))
            ended += 1
        weight, before[index] = _prefix(best, patch.r0)
        total[index] = weight + values[index]
        if total[index] > top[0]:
            top = (total[index], index)
    chain = []
    index = top[1]
    while index >= 0:
        chain.append(patches[index])
        index = before[index]
    return chain[::-1]


def _prefix(best: list[tuple[float, int]], slot: int) -> tuple[float, int]:
    found = (0.0, -1)
    while slot > 0:
        if best[slot][0] > found[0]:
            found = best[slot]
        slot &= slot - 1
    return found


def _raise(best: list[tuple[float, int]], slot: int, entry: tuple[float, int]) -> None:
    while slot < len(best):
        if entry[0] > best[slot][0]:
            best[slot] = entry
        slot += slot & -slot
