"""Units linked by the words that match in them, each pair on what evidence.

How likely a pair is right is learnt from texts that people aligned; everything it is
judged by is a share of the units themselves.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from tui_app.core.align.books.arrays import Floats, Ints, Mask, logistic, run_starts
from tui_app.core.align.books.rare_words import WordMatches
from tui_app.core.align.books.word_numbers import WordNumbers
from tui_app.core.column_sequence import NUMBERS
from tui_app.core.link_columns import ColumnBeads, ColumnLinks, UnitGroups
from tui_app.core.model import Alignment, Link


@dataclass(frozen=True, slots=True)
class LinkedUnits:
    """Links found so far between ``size[0]`` and ``size[1]`` units.

    Sorted by (left, right), each pair once; ``score`` is the probability that
    the link is right.
    """

    size: tuple[int, int]
    left: Ints
    right: Ints
    score: Floats

    def with_more(self, left: Ints, right: Ints, score: Floats) -> LinkedUnits:
        """Return these links and others; where a pair is in both, the first wins."""
        i = np.concatenate([self.left, left])
        j = np.concatenate([self.right, right])
        scores = np.concatenate([self.score, score])
        _, at = np.unique(i * np.int64(self.size[1] + 1) + j, return_index=True)
        return LinkedUnits(self.size, i[at], j[at], scores[at])

    def where(self, mask: Mask) -> LinkedUnits:
        """Return the links that ``mask`` picks."""
        return LinkedUnits(
            self.size, self.left[mask], self.right[mask], self.score[mask]
        )

    def with_links(self, links: Sequence[Link]) -> LinkedUnits:
        """Return these links and others that are known."""
        if not links:
            return self
        i, j, score = (np.array(column) for column in zip(*links, strict=True))
        return self.with_more(i, j, score)

    def without_units(self, lefts: frozenset[int]) -> LinkedUnits:
        """Return these links less those of some units of the left."""
        if not lefts:
            return self
        return self.where(~np.isin(self.left, sorted(lefts)))

    def without_pairs(self, pairs: Iterable[tuple[int, int]]) -> LinkedUnits:
        """Return these links less those between the units of ``pairs``."""
        count = self.size[1] + 1
        parted = [i * count + j for i, j in pairs if j < count]
        if not parted:
            return self
        keys = self.left * np.int64(count) + self.right
        return self.where(~np.isin(keys, sorted(parted)))

    def taken(self) -> tuple[Mask, Mask]:
        """Return which units of either side have a link."""
        masks = (np.zeros(self.size[0], dtype=bool), np.zeros(self.size[1], dtype=bool))
        masks[0][self.left] = True
        masks[1][self.right] = True
        return masks

    def partners(self) -> tuple[Ints, Ints]:
        """Return the first and the last partner of every left unit.

        Where a unit has none, the first comes after the last.
        """
        lowest = np.full(self.size[0], self.size[1], dtype=np.int64)
        highest = np.full(self.size[0], -1, dtype=np.int64)
        lowest[self.left[::-1]] = self.right[::-1]
        highest[self.left] = self.right
        return lowest, highest

    def links(self) -> ColumnLinks:
        """Return the links as the model has them."""
        return ColumnLinks(
            array(NUMBERS, self.left.astype(NUMBERS).tobytes()),
            array(NUMBERS, self.right.astype(NUMBERS).tobytes()),
            array("d", self.score.astype("d").tobytes()),
        )

    def mirrored(self) -> LinkedUnits:
        """Return the links with the sides changed."""
        order = np.lexsort((self.left, self.right))
        return LinkedUnits(
            (self.size[1], self.size[0]),
            self.right[order],
            self.left[order],
            self.score[order],
        )


def mirrored_alignment(found: Alignment) -> Alignment:
    """Return the alignment with the sides changed, in columns if it is in columns."""
    beads, links = found.beads, found.links
    if not (isinstance(beads, ColumnBeads) and isinstance(links, ColumnLinks)):
        return found.mirrored()
    order = np.lexsort((np.asarray(links.lefts), np.asarray(links.rights)))
    turned = ColumnLinks(
        array(NUMBERS, np.asarray(links.rights)[order].tobytes()),
        array(NUMBERS, np.asarray(links.lefts)[order].tobytes()),
        array("d", np.asarray(links.scores)[order].tobytes()),
    )
    in_turn = np.argsort(np.asarray(beads.rights.firsts()))
    lefts, rights = (_in_turn(one, in_turn) for one in (beads.rights, beads.lefts))
    scores = array("d", np.asarray(beads.scores)[in_turn].tobytes())
    return Alignment(ColumnBeads(lefts, rights, scores), turned)


def _in_turn(groups: UnitGroups, order: Ints) -> UnitGroups:
    """Return the groups in another order."""
    units, bounds = np.asarray(groups.units), np.asarray(groups.bounds)
    counts = np.diff(bounds)[order]
    ends = np.cumsum(counts)
    places = np.arange(len(units)) + np.repeat(bounds[order] - ends + counts, counts)
    return UnitGroups(
        array(NUMBERS, units[places].tobytes()),
        array(NUMBERS, [0, *ends.tolist()]),
    )


# What the evidence for a pair of units counts for: a constant, the weight of the
# matched words (log), and the square roots of their share of the lighter unit, of
# the heavier unit and of the stretch they span. A logistic regression over pairs
# of units of Bible translations, news translations, essays and plain-language
# versions judged by people.
_LOGISTIC = (-4.53, 0.84, 7.47, 4.68, -0.93)


@dataclass(frozen=True, slots=True)
class UnitPairs:
    """Pairs of units with the evidence for them, sorted by (left, right).

    ``weight`` is the weight of the matched words, the others are its shares: of
    the ``lighter`` unit, of the ``heavier``, and of the longer ``stretch`` from
    the first matched word to the last.
    """

    left: Ints
    right: Ints
    weight: Floats
    lighter: Floats
    heavier: Floats
    stretch: Floats

    def likelihood(self) -> Floats:
        """Return the probability of each pair that it says the same."""
        constant, weight, lighter, heavier, stretch = _LOGISTIC
        odds = (
            constant
            + weight * np.log1p(self.weight)
            + lighter * np.sqrt(self.lighter)
            + heavier * np.sqrt(self.heavier)
            + stretch * np.sqrt(self.stretch)
        )
        return logistic(odds)


def unit_pairs(
    left: WordNumbers, right: WordNumbers, weights: Floats, matches: WordMatches
) -> UnitPairs:
    """Return every pair of units that shares a matched word."""
    matches, starts, i, j = _by_pair(left, right, matches)
    if not len(starts):
        none = np.zeros(0)
        return UnitPairs(starts, starts, none, none, none, none)
    shared = np.add.reduceat(weights[left.kind[matches.left]], starts)
    sides = (
        _mass_and_span(left, weights, i, matches.left, starts),
        _mass_and_span(right, weights, j, matches.right, starts),
    )
    masses, spans = zip(*sides, strict=True)
    return UnitPairs(
        i,
        j,
        shared,
        shared / np.minimum(*masses),
        shared / np.maximum(*masses),
        shared / np.maximum(*spans),
    )


def _by_pair(
    left: WordNumbers, right: WordNumbers, matches: WordMatches
) -> tuple[WordMatches, Ints, Ints, Ints]:
    """Return the matches by their units, where each pair begins, and the pairs."""
    keys = left.unit[matches.left].astype(np.int64)
    keys *= len(right.first)
    keys += right.unit[matches.right]
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    starts = run_starts(keys)
    return matches.where(order), starts, *np.divmod(keys[starts], len(right.first))


def _mass_and_span(
    words: WordNumbers, weights: Floats, units: Ints, places: Ints, starts: Ints
) -> tuple[Floats, Floats]:
    """Return the weight of each unit, and of the stretch its matched words span."""
    said = np.zeros(len(words.kind) + 1)
    np.cumsum(weights[words.kind], out=said[1:])
    lowest = np.minimum.reduceat(places, starts)
    highest = np.maximum.reduceat(places, starts)
    mass = said[words.first[units + 1]] - said[words.first[units]]
    return mass, said[highest + 1] - said[lowest]
