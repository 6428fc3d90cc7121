"""Beads in reading order (the backbone), and beads elsewhere that have moved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui_app.core.align.articles.beads import AtomBead
from tui_app.core.chains import chain_of_boxes

# Atoms left out between two beads of one moved block at most, on either side.
_GAP = 2
# What a moved block must gain, in thousandths as all weights are.
_LEAST = 6000


def chain_of_beads(
    beads: Sequence[AtomBead], values: Sequence[float]
) -> list[AtomBead]:
    """Return the heaviest chain; atoms between its beads cost nothing."""
    chain = chain_of_boxes(
        [(bead.l0, bead.l1) for bead in beads],
        [(bead.r0, bead.r1) for bead in beads],
        values,
    )
    return [beads[index] for index in chain]


class TakenAtoms:
    """The atoms that stand in a bead already."""

    def __init__(self) -> None:
        self.left: set[int] = set()
        self.right: set[int] = set()

    def add(self, beads: Iterable[AtomBead]) -> None:
        """Take the atoms of the beads."""
        for bead in beads:
            self.left.update(bead.lefts())
            self.right.update(bead.rights())

    def frees(self, bead: AtomBead) -> bool:
        """Tell whether all atoms of the bead are free."""
        return self.left.isdisjoint(bead.lefts()) and self.right.isdisjoint(
            bead.rights()
        )


def moved_beads(
    beads: Iterable[AtomBead], linked: Sequence[AtomBead], cost: float
) -> list[AtomBead]:
    """Return beads of free atoms that stand together in blocks of some weight.

    ``cost`` is what chance reaches; the block with the largest gain is taken,
    then the next among the atoms that stay free.
    """
    taken = TakenAtoms()
    taken.add(linked)
    free = [bead for bead in beads if bead.gain(cost) > 0]
    found: list[AtomBead] = []
    while free := [bead for bead in free if taken.frees(bead)]:
        before = len(found)
        for gain, block in _blocks(free, cost):
            if gain <= _LEAST:
                break
            if all(taken.frees(bead) for bead in block):
                taken.add(block)
                found += block
        if len(found) == before:
            break
    return found


def _blocks(
    free: Iterable[AtomBead], cost: float
) -> list[tuple[float, list[AtomBead]]]:
    """Return the best block that ends in each bead, the heaviest first."""
    order = sorted(free, key=lambda bead: (bead.l0, bead.r0, bead.l1, bead.r1))
    ends: dict[tuple[int, int], int] = {}
    total: list[float] = []
    before: list[int] = []
    for index, bead in enumerate(order):
        gain, previous = _best_end(ends, total, bead)
        total.append(gain + bead.gain(cost))
        before.append(previous)
        key = (bead.l1, bead.r1)
        if key not in ends or total[ends[key]] < total[index]:
            ends[key] = index
    ranked = sorted(range(len(order)), key=lambda index: (-total[index], index))
    return [(total[index], _block(order, before, index)) for index in ranked]


def _best_end(
    ends: dict[tuple[int, int], int], total: Sequence[float], bead: AtomBead
) -> tuple[float, int]:
    best, previous = 0.0, -1
    for left in range(bead.l0 - _GAP, bead.l0 + 1):
        for right in range(bead.r0 - _GAP, bead.r0 + 1):
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
