"""Units that seem to have moved alone, on evidence too weak to say so.

What stands in reading order is held by its neighbours; a unit that moved alone is
held by nothing but its words. Among thousands of sentences one short or half alike is
always found elsewhere by chance; and between two free translations, where what answers
each other shares few words, so is one that shares some. There it must stand out: share
clearly more with its counterpart than either does with any unit near by.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress
from math import log
from operator import not_

from tui_app.core.align.articles.features import stem, words
from tui_app.core.link_columns import beads_like, links_like
from tui_app.core.model import Alignment, Bead, Document
from tui_app.core.rows import in_reading_order

# How likely such a bead must be, and how many characters its shorter unit must have.
_SURE = 0.7
_LONG = 30
# Of the beads; where more moved, the texts are told in another order throughout.
_FEW = 0.2
# Dice coefficient of the words: where it is so much, a copy near by says nothing; else
# it must lead that of every other pair by so much. 12 moves found between translations
# of the Odyssey were all wrong, and 10 led by less; 23 made in one of Candide led by
# more, all of them. So many units on either side are rivals.
_MUCH_SHARED = 0.4
_LEAD = 0.07
_RIVALS = 150
# The neighbour of a moved bead may stand so many units further on.
_NEAR = 2


def without_lone_moves(
    alignment: Alignment, left: Document, right: Document, *, standing_out: bool
) -> Alignment:
    """Return the alignment without beads that moved alone, short or unsure ones.

    Of articles they must be ``standing_out`` as well; in books rare words have told
    that already. Beads made by hand have the score 1 and are never touched.
    """
    rivals = _Rivals(left, right) if standing_out else None
    doubtful = _doubtful(alignment, left, right, rivals)
    if not doubtful:
        return alignment
    apart = set(_pairs(doubtful))
    beads, links = alignment.beads, alignment.links
    return Alignment(
        beads_like(beads, (bead for bead in beads if bead not in doubtful)),
        links_like(links, (link for link in links if link.pair not in apart)),
    )


def _doubtful(
    alignment: Alignment, left: Document, right: Document, rivals: _Rivals | None
) -> set[Bead]:
    beads = alignment.beads
    in_order = in_reading_order(beads)
    if len(beads) - sum(in_order) > _FEW * len(beads):
        return set()
    moved = list(compress(beads, map(not_, in_order)))
    if not moved:
        return set()
    steps = range(-_NEAR, _NEAR + 1)
    near = {i + step for bead in moved for i in bead.left for step in steps}
    links = {link.pair for link in alignment.links if link.left in near}
    links.difference_update(_pairs(compress(beads, in_order)))
    return {
        bead
        for bead in moved
        if bead.score < 1
        and len(bead.left) == 1 == len(bead.right)
        and not _goes_on(bead, links)
        and (
            bead.score < _SURE
            or _length(bead, left, right) < _LONG
            or (rivals is not None and not rivals.are_led_by(bead))
        )
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


class _Rivals:
    """The units near a pair, and how far their words are the same as its own."""

    def __init__(self, left: Document, right: Document) -> None:
        self._documents = left, right
        self._bags: tuple[dict[int, frozenset[str]], ...] = ({}, {})

    def are_led_by(self, bead: Bead) -> bool:
        """Tell whether the pair stands out, or shares so much that none need."""
        (i,), (j,) = bead.sides
        ours, theirs = self._near(0, i), self._near(1, j)
        weights = _weights([*ours.values(), *theirs.values()])
        mine, its = ours.pop(i), theirs.pop(j)
        shared = _dice(mine, its, weights)
        if shared >= _MUCH_SHARED or not (mine and its):
            return True
        rivals = [_dice(mine, bag, weights) for bag in theirs.values()]
        rivals += [_dice(its, bag, weights) for bag in ours.values()]
        return shared - max(rivals, default=0) >= _LEAD

    def _near(self, side: int, unit: int) -> dict[int, frozenset[str]]:
        """Return the words of the units about one, in any form."""
        document, bags = self._documents[side], self._bags[side]
        last = min(len(document.units), unit + _RIVALS + 1)
        near = range(max(0, unit - _RIVALS), last)
        for number in near:
            if number not in bags:
                found = words(document.unit_text(number))
                bags[number] = frozenset(map(stem, found))
        return {number: bags[number] for number in near}


def _weights(bags: Sequence[Iterable[str]]) -> Mapping[str, float]:
    """Return how much a word tells: the more, the fewer units have it."""
    often = Counter(word for bag in bags for word in bag)
    return {word: log((len(bags) + 1) / count) for word, count in often.items()}


def _dice(
    one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]
) -> float:
    weigh = weights.__getitem__
    both = sum(map(weigh, one)) + sum(map(weigh, other))
    return 2 * sum(map(weigh, one & other)) / both if both else 0.0
