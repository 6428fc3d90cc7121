"""The beads that links make: which units are each other's main counterparts."""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress
from operator import attrgetter

from tui_app.core.model import Alignment, Bead, Link

_Pair = tuple[int, int]

_LEFT, _RIGHT = attrgetter("left"), attrgetter("right")


def main_counterparts(
    links: Sequence[Link],
    strength: Mapping[_Pair, int] | None = None,
    ticking: Callable[[Iterable[int]], Iterable[int]] = iter,
) -> tuple[Bead, ...]:
    """Return the beads that the strongest link of every unit ties together.

    A unit joins others through its strongest link only, so that a long row of
    straddling units falls apart where its links are weakest. Units of a bead
    stand side by side, only unlinked ones between them; what stands elsewhere
    is a further counterpart and keeps its link alone. Without ``strength`` the
    scores are it; what goes through ``ticking`` may be interrupted there. Links
    hold each pair once. O(n log n) in the links.
    """
    lefts, rights = Counter(map(_LEFT, links)), Counter(map(_RIGHT, links))
    alone = [lefts[i] == 1 == rights[j] for i, j, _ in links]
    beads = [Bead((i,), (j,), score) for i, j, score in compress(links, alone)]
    others = [link for link, is_alone in zip(links, alone, strict=True) if not is_alone]
    ranked = sorted(others, key=_by_strength(strength))
    ties = _Ties(
        _strongest(ranked), _PlacedUnits(sorted(lefts)), _PlacedUnits(sorted(rights))
    )
    beads += ties.beads(ticking)
    return tuple(sorted(beads, key=_LEFT))


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
    """The linked units of one text in order, and by their places what ties them."""

    def __init__(self, units: Sequence[int]) -> None:
        self.units = units
        self.places = {unit: place for place, unit in enumerate(units)}
        self.ties: list[list[int]] = [[] for _ in units]

    def add(self, unit: int, tie: int) -> int:
        """Put down that the tie of this number is one of the unit's; return where."""
        place = self.places[unit]
        self.ties[place].append(tie)
        return place


class _Ties:
    """Ties in the order of their strength, and which of them no bead has used up.

    A bead while it grows is two runs of places, one a side: what is linked stands
    side by side.
    """

    def __init__(
        self, ties: Sequence[Link], left: _PlacedUnits, right: _PlacedUnits
    ) -> None:
        self._ties, self._sides = ties, (left, right)
        self._places = [
            (left.add(tie.left, number), right.add(tie.right, number))
            for number, tie in enumerate(ties)
        ]
        self._waiting = [True] * len(ties)

    def beads(
        self, ticking: Callable[[Iterable[int]], Iterable[int]]
    ) -> Iterator[Bead]:
        """Yield what the strongest ties and those that follow from them hold."""
        for number in ticking(range(len(self._ties))):
            if self._waiting[number]:
                yield self._bead(number)

    def _bead(self, first: int) -> Bead:
        """Return the bead of a tie; of those that may join the strongest is next."""
        runs = [range(place, place) for place in self._places[first]]
        joining, members = [first], []
        self._waiting[first] = False
        while joining:
            number = joining.pop(0)
            members.append(self._ties[number])
            for near in self._taken_in(number, runs):
                if self._waiting[near] and self._joins(near, runs):
                    self._waiting[near] = False
                    insort(joining, near)
        self._use_up(runs)
        left, right = self._sides
        return Bead(
            tuple(left.units[runs[0].start : runs[0].stop]),
            tuple(right.units[runs[1].start : runs[1].stop]),
            sum(tie.score for tie in members) / len(members),
        )

    def _taken_in(self, number: int, runs: list[range]) -> list[int]:
        """Take in both places of a tie; return the ties of new ones and beside them."""
        near: list[int] = []
        for side, place in enumerate(self._places[number]):
            run = runs[side]
            if place not in run:
                runs[side] = range(min(run.start, place), max(run.stop, place + 1))
                for ties in self._sides[side].ties[max(0, place - 1) : place + 2]:
                    near += ties
        return near

    def _joins(self, number: int, runs: list[range]) -> bool:
        """Tell whether one end of the tie is in the bead, the other at most beside."""
        (left, right), (lefts, rights) = self._places[number], runs
        return (left in lefts and rights.start - 1 <= right <= rights.stop) or (
            right in rights and lefts.start - 1 <= left <= lefts.stop
        )

    def _use_up(self, runs: list[range]) -> None:
        for side, run in zip(self._sides, runs, strict=True):
            for ties in side.ties[run.start : run.stop]:
                for number in ties:
                    self._waiting[number] = False


def mirrored(alignment: Alignment) -> Alignment:
    """Return the alignment with the sides changed."""
    beads = (Bead(bead.right, bead.left, bead.score) for bead in alignment.beads)
    links = (Link(link.right, link.left, link.score) for link in alignment.links)
    return Alignment(
        tuple(sorted(beads, key=_LEFT)),
        tuple(sorted(links, key=lambda link: (link.left, link.right))),
    )
