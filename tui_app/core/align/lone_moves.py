"""Units that seem to have moved alone, on evidence too weak to say so.

What stands in reading order is held by its neighbours; a unit that moved alone is
held by nothing but its words. Among thousands of sentences one short or half alike is
always found elsewhere by chance.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui_app.core.model import Alignment, Bead, Document
from tui_app.core.rows import in_reading_order

# How likely such a bead must be, and how many characters its shorter unit must have.
_SURE = 0.7
_LONG = 30
# Of the beads; where more moved, the texts are told in another order throughout.
_FEW = 0.2
# The neighbour of a moved bead may stand so many units further on.
_NEAR = 2


def without_lone_moves(
    alignment: Alignment, left: Document, right: Document
) -> Alignment:
    """Return the alignment without beads that moved alone, short or unsure ones.

    Beads made by hand have the score 1 and are never touched.
    """
    doubtful = _doubtful(alignment, left, right)
    if not doubtful:
        return alignment
    apart = set(_pairs(doubtful))
    return Alignment(
        tuple(bead for bead in alignment.beads if bead not in doubtful),
        tuple(link for link in alignment.links if link.pair not in apart),
    )


def _doubtful(alignment: Alignment, left: Document, right: Document) -> set[Bead]:
    beads = alignment.beads
    in_order = in_reading_order(beads)
    moved = [bead for bead, kept in zip(beads, in_order, strict=True) if not kept]
    if not moved or len(moved) > _FEW * len(beads):
        return set()
    still = [bead for bead, kept in zip(beads, in_order, strict=True) if kept]
    links = {link.pair for link in alignment.links}.difference(_pairs(still))
    return {
        bead
        for bead in moved
        if bead.score < 1
        and len(bead.left) == 1 == len(bead.right)
        and (bead.score < _SURE or _length(bead, left, right) < _LONG)
        and not _goes_on(bead, links)
    }


def _pairs(beads: Iterable[Bead]) -> Iterator[tuple[int, int]]:
    return ((i, j) for bead in beads for i in bead.left for j in bead.right)


def _length(bead: Bead, left: Document, right: Document) -> int:
    """Return how many characters the shorter one of its two units has."""
    return min(left.size(bead.left), right.size(bead.right))


def _goes_on(bead: Bead, links: set[tuple[int, int]]) -> bool:
    """Tell whether a link off the order stands before it on both sides, or after it.

    What is linked there has moved with it, be it a row of its own or only in part.
    """
    (i,), (j,) = bead.sides
    near = range(1, _NEAR + 1)
    steps = [(a, b) for a in near for b in near]
    return any((i + a, j + b) in links or (i - a, j - b) in links for a, b in steps)
