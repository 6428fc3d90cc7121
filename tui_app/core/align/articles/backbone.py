"""Which beads stand in reading order, which moved?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui_app.core.align.articles.beads import AtomBead
from tui_app.core.chains import chain_of_boxes


def chain_of_patches(
    patches: Sequence[AtomBead], values: Sequence[float]
) -> list[AtomBead]:
    """Return the heaviest chain; atoms between its beads cost nothing."""
    chain = chain_of_boxes(
        [(patch.l0, patch.l1) for patch in patches],
        [(patch.r0, patch.r1) for patch in patches],
        values,
    )
    return [patches[index] for index in chain]


_GAP = 2

_LEAST = 6000


class TakenAtoms:
    """The atoms that stand in a bead already."""

    def __init__(self) -> None:
        self.left: set[int] = set()
        self.right: set[int] = set()

    def add(self, patches: Iterable[AtomBead]) -> None:
        """Take the atoms of the beads."""
        for patch in patches:
            self.left.update(patch.lefts())
            self.right.update(patch.rights())

    def frees(self, patch: AtomBead) -> bool:
        """Tell whether all atoms of the bead are free."""
        return self.left.isdisjoint(patch.lefts()) and self.right.isdisjoint(
            patch.rights()
        )


def moved_beads(
    patches: Iterable[AtomBead], linked: Sequence[AtomBead], cost: float
) -> list[AtomBead]:
    """Return beads of free atoms that stand together in blocks of some weight.

    ``cost`` is what chance reaches; the block with the largest gain is taken,
    then the next among the atoms that stay free.
    """
    taken = TakenAtoms()
    taken.add(linked)
    free = [patch for patch in patches if patch.gain(cost) > 0]
    found: list[AtomBead] = []
    while free := [patch for patch in free if taken.frees(patch)]:
        before = len(found)
        for gain, block in _blocks(free, cost):
            if gain <= _LEAST:
                break
            if all(taken.frees(patch) for patch in block):
                taken.add(block)
                found += block
        if len(found) == before:
            break
    return found


def _blocks(
    free: Iterable[AtomBead], cost: float
) -> list[tuple[float, list[AtomBead]]]:
    """Return the best block that ends in each bead, the heaviest first."""
    order = sorted(free, key=lambda patch: (patch.l0, patch.r0, patch.l1, patch.r1))
    ends: dict[tuple[int, int], int] = {}
    total: list[float] = []
    before: list[int] = []
    for index, patch in enumerate(order):
        gain, previous = _best_end(ends, total, patch)
        total.append(gain + patch.gain(cost))
        before.append(previous)
        key = (patch.l1, patch.r1)
        if key not in ends or total[ends[key]] < total[index]:
            ends[key] = index
    ranked = sorted(range(len(order)), key=lambda index: (-total[index], index))
    return [(total[index], _block(order, before, index)) for index in ranked]


def _best_end(
    ends: dict[tuple[int, int], int], total: Sequence[float], patch: AtomBead
) -> tuple[float, int]:
    best, previous = 0.0, -1
    for left in range(patch.l0 - _GAP, patch.l0 + 1):
        for right in range(patch.r0 - _GAP, patch.r0 + 1):
            index = ends.get((left, right), -1)
            if index >= 0 and total[index] > best:
                best, previous = total[index], index
    return best, previous


def _block(
    order: Sequence[AtomBead], before: Sequence[int], index: int
) -> list[AtomBead]:
    block = []
    while index >= 0:
        block.append(order[index])
        index = before[index]
    return block[::-1]
