"""Links and beads in columns of numbers: those of a book, kept without being made."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import compress, pairwise

from tui_app.core.column_sequence import NUMBERS, ColumnSequence
from tui_app.core.model import Bead, Link

Group = tuple[int, ...]
"""The numbers of units that stand together, in rising order."""

# In two thirds of the time that the classes take.
_link: Callable[[Iterable[object]], Link] = partial(tuple.__new__, Link)
_bead: Callable[[Iterable[object]], Bead] = partial(tuple.__new__, Bead)


class UnitGroups(ColumnSequence[Group]):
    """Groups of units of one text: all ``units``, and the ``bounds`` of each group.

    Group ``n`` is ``units[bounds[n]:bounds[n + 1]]``.
    """

    def __init__(self, units: array[int], bounds: array[int]) -> None:
        self.units, self.bounds = units, bounds

    @classmethod
    def of(cls, groups: Iterable[Sequence[int]]) -> UnitGroups:
        """Return the groups in columns."""
        made = cls(array(NUMBERS), array(NUMBERS, [0]))
        for group in groups:
            made.append(group)
        return made

    def append(self, group: Sequence[int]) -> None:
        """Put a group behind these."""
        if len(group) == 1:
            self.units.append(group[0])
        else:
            self.units.extend(group)
        self.bounds.append(len(self.units))

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def __iter__(self) -> Iterator[Group]:
        units = self.units
        for start, end in pairwise(self.bounds):
            yield (units[start],) if end - start == 1 else tuple(units[start:end])

    def item(self, number: int) -> Group:
        """Return one group."""
        if number < 0:
            number = range(len(self))[number]
        start, end = self.bounds[number], self.bounds[number + 1]
        return (
            (self.units[start],) if end - start == 1 else tuple(self.units[start:end])
        )

    @classmethod
    def alone(cls, units: array[int]) -> UnitGroups:
        """Return a group of each unit."""
        return cls(units, array(NUMBERS, range(len(units) + 1)))

    def extend(self, others: UnitGroups, first: int, last: int) -> None:
        """Put the groups of others from ``first`` to before ``last`` behind these."""
        start, end = others.bounds[first], others.bounds[last]
        shift = len(self.units) - start
        self.units.extend(others.units[start:end])
        bounds = others.bounds[first + 1 : last + 1]
        self.bounds.extend(map(shift.__add__, bounds) if shift else bounds)

    def firsts(self) -> array[int]:
        """Return the first unit of each group; none is empty."""
        return array(NUMBERS, map(self.units.__getitem__, self.bounds[:-1]))

    def size(self, first: int, last: int) -> int:
        """Return how many units the groups from ``first`` to before ``last`` have."""
        return self.bounds[last] - self.bounds[first]


class ColumnLinks(ColumnSequence[Link]):
    """Links in three columns: the unit of the left, that of the right, the score."""

    def __init__(
        self, lefts: array[int], rights: array[int], scores: array[float]
    ) -> None:
        self.lefts, self.rights, self.scores = lefts, rights, scores

    @classmethod
    def of(cls, links: Iterable[Link]) -> ColumnLinks:
        """Return the links in columns."""
        if isinstance(links, ColumnLinks):
            return links
        made = cls(array(NUMBERS), array(NUMBERS), array("d"))
        for left, right, score in links:
            made.lefts.append(left)
            made.rights.append(right)
            made.scores.append(score)
        return made

    def __len__(self) -> int:
        return len(self.scores)

    def __iter__(self) -> Iterator[Link]:
        return map(_link, zip(self.lefts, self.rights, self.scores, strict=True))

    def item(self, number: int) -> Link:
        """Return one link."""
        return _link((self.lefts[number], self.rights[number], self.scores[number]))


class ColumnBeads(ColumnSequence[Bead]):
    """Beads in columns: the units of either side, the score."""

    def __init__(
        self, lefts: UnitGroups, rights: UnitGroups, scores: array[float]
    ) -> None:
        self.lefts, self.rights, self.scores = lefts, rights, scores

    @classmethod
    def of(cls, beads: Iterable[Bead]) -> ColumnBeads:
        """Return the beads in columns."""
        if isinstance(beads, ColumnBeads):
            return beads
        made = cls(UnitGroups.of(()), UnitGroups.of(()), array("d"))
        for bead in beads:
            made.append(bead)
        return made

    @classmethod
    def alone(cls, links: ColumnLinks, picked: Iterable[object]) -> ColumnBeads:
        """Return a bead of each link that is ``picked``."""
        marks = bytes(map(bool, picked))
        lefts, rights = (
            UnitGroups.alone(array(NUMBERS, compress(side, marks)))
            for side in (links.lefts, links.rights)
        )
        return cls(lefts, rights, array("d", compress(links.scores, marks)))

    def append(self, bead: Bead) -> None:
        """Put a bead behind these."""
        left, right, score = bead
        self.lefts.append(left)
        self.rights.append(right)
        self.scores.append(score)

    def with_more(self, beads: Iterable[Bead]) -> ColumnBeads:
        """Return these beads and others, both in the order of the left."""
        made, at, firsts = ColumnBeads.of(()), 0, self.lefts.firsts()
        for bead in beads:
            until = bisect_left(firsts, bead.left[0], at)
            made.extend(self, at, until)
            made.append(bead)
            at = until
        made.extend(self, at, len(self))
        return made

    def extend(self, others: ColumnBeads, first: int, last: int) -> None:
        """Put the beads of others from ``first`` to before ``last`` behind these."""
        self.lefts.extend(others.lefts, first, last)
        self.rights.extend(others.rights, first, last)
        self.scores.extend(others.scores[first:last])

    def __len__(self) -> int:
        return len(self.scores)

    def __iter__(self) -> Iterator[Bead]:
        return map(_bead, zip(self.lefts, self.rights, self.scores, strict=True))

    def item(self, number: int) -> Bead:
        """Return one bead."""
        left, right = self.lefts.item(number), self.rights.item(number)
        return _bead((left, right, self.scores[number]))


def links_like(known: Sequence[Link], links: Iterable[Link]) -> Sequence[Link]:
    """Return some links, in columns if those that are known are."""
    return ColumnLinks.of(links) if isinstance(known, ColumnLinks) else tuple(links)


def beads_like(known: Sequence[Bead], beads: Iterable[Bead]) -> Sequence[Bead]:
    """Return some beads, in columns if those that are known are."""
    return ColumnBeads.of(beads) if isinstance(known, ColumnBeads) else tuple(beads)
