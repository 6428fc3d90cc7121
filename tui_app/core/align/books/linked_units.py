"""Which units do the matched words link, on what evidence?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import compress

import numpy as np

from tui_app.core.align.books.arrays import Floats, Ints, Mask, logistic, run_starts
from tui_app.core.align.books.rare_words import WordMatches
from tui_app.core.align.books.word_numbers import WordNumbers
from tui_app.core.align.progress import Ticker
from tui_app.core.model import Bead, Constraints, Link


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

    def mirrored(self) -> LinkedUnits:
        """Return the links with the sides changed."""
        order = np.lexsort((self.left, self.right))
        return LinkedUnits(
            (self.size[1], self.size[0]),
            self.right[order],
            self.left[order],
            self.score[order],
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


@dataclass(frozen=True, slots=True)
class Settled:
    """The units of both sides that are not to be aligned, and the parted pairs."""

    constraints: Constraints
    left: frozenset[int] = field(init=False)
    right: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        fixed = self.constraints.fixed
        for side, numbers in (
            ("left", (number for bead in fixed for number in bead[0])),
            ("right", (number for bead in fixed for number in bead[1])),
        ):
            object.__setattr__(self, side, frozenset(numbers))

    def beads(self) -> list[Bead]:
        """Return the beads set by hand."""
        return [
            Bead(tuple(sorted(left)), tuple(sorted(right)), 1.0)
            for left, right in self.constraints.fixed
            if left and right
        ]

    def with_fixed(self, linked: LinkedUnits) -> LinkedUnits:
        """Return ``linked`` and every pair of units that the beads by hand hold."""
        pairs = [(i, j) for bead in self.beads() for i in bead.left for j in bead.right]
        if not pairs:
            return linked
        i, j = (np.array(side, dtype=np.int64) for side in zip(*pairs, strict=True))
        return linked.with_more(i, j, np.ones(len(pairs)))

    def without_fixed(self, linked: LinkedUnits) -> LinkedUnits:
        """Return ``linked`` less what the beads by hand hold."""
        if not self.left:
            return linked
        return linked.where(~np.isin(linked.left, sorted(self.left)))

    def without_parted(self, linked: LinkedUnits) -> LinkedUnits:
        """Return ``linked`` less the pairs parted by hand."""
        if not self.constraints.parted:
            return linked
        count = np.int64(linked.size[1] + 1)
        parted = [
            i * int(count) + j for i, j in self.constraints.parted if j < linked.size[1]
        ]
        return linked.where(
            ~np.isin(linked.left * count + linked.right, sorted(parted))
        )


# Overlapping links would tie a whole chapter into one bead; beads that both stand
# already are joined up to this many units.
_MOST = 12


def beads_of(
    linked: LinkedUnits, links: Sequence[Link], ticker: Ticker, *, turned: bool
) -> list[Bead]:
    """Return the beads that the links make, every unit in one at most.

    A bead grows by neighbours only: a further counterpart elsewhere stays a link.
    ``links`` are those of ``linked``; the beads share their numbers. ``turned`` lets
    the right text decide between equals instead of the left.
    """
    alone = (np.bincount(linked.left, minlength=1)[linked.left] == 1) & (
        np.bincount(linked.right, minlength=1)[linked.right] == 1
    )
    beads = [Bead((i,), (j,), score) for i, j, score in compress(links, alone.tolist())]
    others = list(compress(links, (~alone).tolist()))
    return beads + _grown(others, ticker, turned=turned)


def links_of(linked: LinkedUnits) -> list[Link]:
    """Return the links as the model has them."""
    columns = (linked.left.tolist(), linked.right.tolist(), linked.score.tolist())
    return list(map(Link, *columns))


def _grown(links: Sequence[Link], ticker: Ticker, *, turned: bool) -> list[Bead]:
    """Grow beads link by link: the strongest first, the rest in reading order."""
    growth = _Growth()
    in_order = sorted(links, key=_right_first) if turned else links
    growing = sorted(in_order, key=_weakness)
    alone = {id(link) for link in ticker.each(growing) if not growth.take(link)}
    left_over = [link for link in in_order if id(link) in alone]
    for order in (left_over, left_over[::-1]):
        for link in ticker.each(order):
            growth.take(link)
    return growth.beads()


def _right_first(link: Link) -> tuple[int, int]:
    return link.right, link.left


def _weakness(link: Link) -> float:
    return -link.score


@dataclass(slots=True)
class _Grown:
    """A bead in the making: ranges of units, ends included, and its links."""

    left: tuple[int, int]
    right: tuple[int, int]
    links: list[Link]

    def size(self) -> int:
        return self.left[1] - self.left[0] + self.right[1] - self.right[0] + 2

    def as_bead(self) -> Bead:
        score = sum(link.score for link in self.links) / len(self.links)
        return Bead(
            tuple(range(self.left[0], self.left[1] + 1)),
            tuple(range(self.right[0], self.right[1] + 1)),
            score,
        )


class _Growth:
    """Beads growing; which one holds a unit is found by union and find."""

    def __init__(self) -> None:
        self._left: dict[int, _Grown] = {}
        self._right: dict[int, _Grown] = {}
        self._joined: dict[int, _Grown] = {}

    def take(self, link: Link) -> bool:
        """Let the bead of either unit take the other, if it is its neighbour."""
        one = self._holder(self._left, link.left)
        other = self._holder(self._right, link.right)
        if one is None and other is None:
            new = _Grown((link.left, link.left), (link.right, link.right), [link])
            self._left[link.left] = self._right[link.right] = new
            return True
        if one is None and other is not None:
            return self._extend(self._left, link.left, other, "left", link)
        if other is None and one is not None:
            return self._extend(self._right, link.right, one, "right", link)
        if one is None or other is None or one is other:
            return True
        return self._join(one, other, link)

    def beads(self) -> list[Bead]:
        """Return what has grown."""
        found = {id(g): g for g in map(self._root, self._left.values())}
        return [grown.as_bead() for grown in found.values()]

    def _holder(self, held: dict[int, _Grown], unit: int) -> _Grown | None:
        grown = held.get(unit)
        return grown and self._root(grown)

    def _root(self, grown: _Grown) -> _Grown:
        while id(grown) in self._joined:
            grown = self._joined[id(grown)]
        return grown

    def _extend(
        self, held: dict[int, _Grown], unit: int, grown: _Grown, side: str, link: Link
    ) -> bool:
        low, high = grown.left if side == "left" else grown.right
        if unit not in (low - 1, high + 1):
            return False
        wider = (min(low, unit), max(high, unit))
        if side == "left":
            grown.left = wider
        else:
            grown.right = wider
        grown.links.append(link)
        held[unit] = grown
        return True

    def _join(self, one: _Grown, other: _Grown, link: Link) -> bool:
        if one.size() + other.size() > _MOST:
            return False
        if not (_beside(one.left, other.left) and _beside(one.right, other.right)):
            return False
        one.left = (min(one.left[0], other.left[0]), max(one.left[1], other.left[1]))
        one.right = (
            min(one.right[0], other.right[0]),
            max(one.right[1], other.right[1]),
        )
        one.links += [*other.links, link]
        self._joined[id(other)] = one
        return True


def _beside(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[1] + 1 == other[0] or other[1] + 1 == one[0]
