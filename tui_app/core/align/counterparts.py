"""The beads that links make: which units are each other's main counterparts."""

from __future__ import annotations

from array import array
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress, count
from operator import attrgetter, not_

from tui_app.core.link_columns import ColumnBeads, ColumnLinks
from tui_app.core.model import Bead, Link

_Pair = tuple[int, int]

_LEFT = attrgetter("left")


def main_counterparts(
    links: Sequence[Link],
    strength: Mapping[_Pair, int] | None = None,
    ticking: Callable[[Iterable[int]], Iterable[int]] = iter,
) -> Sequence[Bead]:
    """Return the beads that the strongest link of every unit ties together.

    A unit joins others through its strongest link only, so that a long row of
    straddling units falls apart where its links are weakest. Units of a bead
    stand side by side, only unlinked ones between them; what stands elsewhere
    is a further counterpart and keeps its link alone. Without ``strength`` the
    scores are it; what goes through ``ticking`` may be interrupted there. Links
    hold each pair once, and what is in columns is sorted by (left, right); beads
    come in columns then, too. O(n log n) in the links.
    """
    columns = ColumnLinks.of(links)
    lefts, rights = _counted(columns.lefts), _counted(columns.rights)
    pairs = zip(columns.lefts, columns.rights, strict=True)
    tied = bytes(lefts[i] == 2 or rights[j] == 2 for i, j in pairs)
    ranked = sorted(compress(columns, tied), key=_by_strength(strength))
    ties = _Ties(_strongest(ranked), _PlacedUnits(lefts), _PlacedUnits(rights))
    grown = sorted(ties.beads(ticking), key=_LEFT)
    alone = ColumnBeads.alone(columns, map(not_, tied))
    if columns is links:
        return alone.with_more(grown)
    return tuple(sorted([*alone, *grown], key=_LEFT))


def _counted(units: Sequence[int]) -> bytearray:
    """Return how often each unit stands there; two stands for more."""
    counts = bytearray(max(units, default=-1) + 1)
    for unit in units:
        counts[unit] = 2 if counts[unit] else 1
    return counts


_Rank = tuple[float, float, int, int]


def _by_strength(strength: Mapping[_Pair, int] | None) -> Callable[[Link], _Rank]:
    """Return the key that sorts the strongest links first."""

    def rank(link: Link) -> _Rank:
        known = strength[link.pair] if strength else link.score
        return -known, -link.score, link.left, link.right

    return rank


def _strongest(ranked: Iterable[Link]) -> list[Link]:
    """Return the links that are the first of one of their units."""
    left: set[int] = set()
    right: set[int] = set()
    found = []
    for link in ranked:
        if link.left not in left or link.right not in right:
            found.append(link)
        left.add(link.left)
        right.add(link.right)
    return found


class _PlacedUnits:
    """The linked units of one text in order; by their places what ties them.

    ``linked`` tells of each unit of the text whether it is one.
    ``used`` marks the places that stand in a bead.
    """

    def __init__(self, linked: bytearray) -> None:
        self.units = array("q", compress(count(), linked))
        self.used = bytearray(len(self.units))
        self._ties: dict[int, list[int]] = {}

    def add(self, unit: int, tie: int) -> int:
        """Put down that the tie of this number is one of the unit's; return where."""
        place = bisect_left(self.units, unit)
        self._ties.setdefault(place, []).append(tie)
        return place

    def ties_near(self, place: int) -> list[int]:
        """Return the ties of the unit there and of those on either side."""
        ties = self._ties.get
        return [*ties(place - 1, ()), *ties(place, ()), *ties(place + 1, ())]

    def use(self, run: range) -> tuple[int, ...]:
        """Put the units of a run of places in a bead; return them."""
        self.used[run.start : run.stop] = b"\1" * len(run)
        return tuple(self.units[run.start : run.stop])


class _Ties:
    """Ties in the order of their strength, and beads grown from them.

    A bead while it grows is two runs of places, one a side: what is linked stands
    side by side.
    """

    def __init__(
        self, ties: Sequence[Link], left: _PlacedUnits, right: _PlacedUnits
    ) -> None:
        self._ties, self._left, self._right = ties, left, right
        self._places = [
            (left.add(i, number), right.add(j, number))
            for number, (i, j, _) in enumerate(ties)
        ]

    def beads(
        self, ticking: Callable[[Iterable[int]], Iterable[int]]
    ) -> Iterator[Bead]:
        """Yield what the strongest ties and those that follow from them hold."""
        used_left, used_right = self._left.used, self._right.used
        for number in ticking(range(len(self._ties))):
            left, right = self._places[number]
            if not (used_left[left] or used_right[right]):
                yield self._bead(number)

    def _bead(self, first: int) -> Bead:
        """Return the bead of a tie; of those that may join the strongest is next."""
        left, right = self._places[first]
        lefts, rights = range(left, left), range(right, right)
        joining, seen, scores = [first], {first}, []
        while joining:
            number = joining.pop(0)
            scores.append(self._ties[number].score)
            left, right = self._places[number]
            near: list[int] = []
            if left not in lefts:
                lefts = range(min(lefts.start, left), max(lefts.stop, left + 1))
                near += self._left.ties_near(left)
            if right not in rights:
                rights = range(min(rights.start, right), max(rights.stop, right + 1))
                near += self._right.ties_near(right)
            for tie in near:
                if tie not in seen and self._joins(tie, lefts, rights):
                    seen.add(tie)
                    insort(joining, tie)
        score = sum(scores) / len(scores)
        return Bead(self._left.use(lefts), self._right.use(rights), score)

    def _joins(self, number: int, lefts: range, rights: range) -> bool:
        """Tell whether one end of a tie is in the bead, the other in or beside it."""
        left, right = self._places[number]
        if left in lefts:
            beside = rights.start - 1 <= right <= rights.stop
            return beside and not self._right.used[right]
        beside = lefts.start - 1 <= left <= lefts.stop
        return right in rights and beside and not self._left.used[left]
