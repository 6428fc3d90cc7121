"""A book under what the reader settled by hand: aligned again about it, nowhere else.

It always starts from the alignment there was before anything was settled, so that the
result depends on what is settled by now and not on the way there: what is taken back
brings the very rows there were, and the next opening shows them again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple, TypeVar

from tui_app.core.align.books.excerpt import Excerpt, around
from tui_app.core.align.settled import Settled, settled_by
from tui_app.core.model import (
    Alignment,
    AlignmentBefore,
    Bead,
    Constraints,
    Document,
    Link,
    Progress,
    Report,
    SomeUnits,
)

# Units to each side of what is settled.
_REACH = 15
# Units to each side among which the place of one is told by its neighbours.
_NEIGHBOURS = 10 * _REACH
# Places nearer than this are one.
_SAME_PLACE = 2

_NOTHING = Constraints()

_Item = TypeVar("_Item")
UnitAligner = Callable[[SomeUnits], Alignment | None]
"""Aligns some units of both sides; ``None`` where they hold too much text."""


def realigned(
    documents: tuple[Document, Document],
    found: Alignment,
    constraints: Constraints,
    again: UnitAligner,
    report: Report | None = None,
) -> Alignment | None:
    """Return ``found`` as it is under ``constraints``, by whatever aligns a few units.

    ``None`` where ``again`` cannot.
    """
    before = found.before or AlignmentBefore(found, {})
    if constraints == _NOTHING:
        return before.alignment
    state = _Realignment(*documents, before.alignment, constraints)
    for window in state.windows:
        if report:
            report(Progress(0, 0))
        if not state.redo(window, before.again, again):
            return None
    used = AlignmentBefore(before.alignment, state.used)
    return state.result()._replace(before=used)


def with_settled_only(
    documents: tuple[Document, Document], found: Alignment, constraints: Constraints
) -> Alignment:
    """Return the alignment with what is settled put in, and nothing aligned again."""
    if constraints == _NOTHING:
        return found
    return _Realignment(*documents, found, constraints).result()


def is_turned(left: Document, right: Document) -> bool:
    """Tell whether the right text is the shorter, and comes first for an engine."""
    return (len(left.units), left.text) > (len(right.units), right.text)


class _Touched(NamedTuple):
    """The units of both texts of which something is settled."""

    left: frozenset[int]
    right: frozenset[int]

    @classmethod
    def by(cls, constraints: Constraints) -> _Touched:
        fixed, parted = constraints
        left = {i for units, _ in fixed for i in units} | {i for i, _ in parted}
        right = {j for _, units in fixed for j in units} | {j for _, j in parted}
        return cls(frozenset(left), frozenset(right))


class _Kept(NamedTuple):
    """The units of a window that must stay as they are."""

    left: set[int]
    right: set[int]


class _LinksOf(dict[int, dict[int, Link]]):
    """The links of the units of one text, by the partner; looked up when asked for.

    ``links`` are those there were, sorted by the unit, which stands at ``side``.
    """

    def __init__(self, links: Sequence[Link], side: int) -> None:
        super().__init__()
        self._links = links
        self._side = side
        self._unit = itemgetter(side)

    def __missing__(self, unit: int) -> dict[int, Link]:
        first = bisect_left(self._links, unit, key=self._unit)
        last = bisect_left(self._links, unit + 1, first, key=self._unit)
        found = self._links[first:last]
        self[unit] = {link.pair[1 - self._side]: link for link in found}
        return self[unit]


class _Realignment:
    """An alignment in the course of being changed.

    ``windows`` are the stretches about every unit of which something is settled and
    about where it would stand, ``used`` those aligned again, by what they were made of.
    """

    def __init__(
        self,
        left: Document,
        right: Document,
        before: Alignment,
        constraints: Constraints,
    ) -> None:
        self._documents = (left, right)
        # What is done first may matter to what comes later: swapping must mirror it.
        self._first = 1 if is_turned(left, right) else 0
        self._settled: Settled = settled_by(constraints)
        self._touched = _Touched.by(constraints)
        self._before = before
        self._of_left = _LinksOf(before.links, 0)
        self._of_right = _LinksOf(sorted(before.links, key=itemgetter(1)), 1)
        self._bead_of: tuple[dict[int, Bead], dict[int, Bead]] = ({}, {})
        for bead in before.beads:
            self._hold(bead)
        self.windows = tuple(self._about_touched())
        self._release()
        self.used: dict[SomeUnits, Alignment] = {}

    def _put(self, link: Link) -> None:
        self._of_left[link.left][link.right] = link
        self._of_right[link.right][link.left] = link

    def _drop(self, link: Link) -> None:
        del self._of_left[link.left][link.right]
        del self._of_right[link.right][link.left]

    def _hold(self, bead: Bead) -> None:
        on_left, on_right = self._bead_of
        for i in bead.left:
            on_left[i] = bead
        for j in bead.right:
            on_right[j] = bead

    def _let_go(self, bead: Bead) -> None:
        for beads, units in zip(self._bead_of, bead.sides, strict=True):
            for unit in units:
                beads.pop(unit, None)

    # Where to align again ------------------------------------------------------

    def _about_touched(self) -> Iterator[Excerpt]:
        sizes = (len(self._documents[0].units), len(self._documents[1].units))
        here, there = self._touched
        centres = {(i, _place(i, self._of_left, here, there)) for i in here}
        centres |= {(_place(j, self._of_right, there, here), j) for j in there}
        seen: list[tuple[int, int]] = []
        for centre in sorted(centres, key=self._in_order):
            if not _is_near(centre, seen, self._first):
                seen.append(centre)
                yield around(*centre, _REACH, sizes)

    def _in_order(self, pair: tuple[_Item, _Item]) -> tuple[_Item, _Item]:
        """Return what belongs to either text, that of the shorter first."""
        return pair[self._first], pair[1 - self._first]

    def _release(self) -> None:
        """Drop what held the touched units, and put in what is settled of them."""
        for units, links in zip(
            self._touched, (self._of_left, self._of_right), strict=True
        ):
            for unit in units:
                for link in tuple(links[unit].values()):
                    self._drop(link)
        for units, beads in zip(self._touched, self._bead_of, strict=True):
            for unit in units:
                if unit in beads:
                    self._let_go(beads[unit])
        for link in self._settled.links():
            self._put(link)
        for bead in self._settled.fixed:
            self._hold(bead)

    # Aligning again ------------------------------------------------------------

    def redo(
        self,
        window: Excerpt,
        known: Mapping[SomeUnits, Alignment],
        again: UnitAligner,
    ) -> bool:
        """Align again what of ``window`` is not settled or tied to the outside.

        What is ``known`` of the same units is not found again. Tell whether the window
        was short enough.
        """
        kept = self._kept(window)
        free = _free(window.left, kept.left), _free(window.right, kept.right)
        some = SomeUnits(*free, self._parted_among(*free))
        found = known.get(some) or again(some)
        if found is None:
            return False
        self.used[some] = found
        for unit in free[0]:
            for link in tuple(self._of_left[unit].values()):
                if link.right not in kept.right:
                    self._drop(link)
            if unit in self._bead_of[0]:
                self._let_go(self._bead_of[0][unit])
        for link in found.links:
            self._put(link)
        for bead in found.beads:
            self._hold(bead)
        return True

    def _parted_among(
        self, lefts: tuple[int, ...], rights: tuple[int, ...]
    ) -> frozenset[tuple[int, int]]:
        here, there = set(lefts), set(rights)
        return frozenset(
            (i, j) for i, j in self._settled.parted if i in here and j in there
        )

    def _kept(self, window: Excerpt) -> _Kept:
        """Return the units of ``window`` that must stay as they are."""
        lefts, rights = range(*window.left), range(*window.right)
        kept = _Kept(
            {
                i
                for i in lefts
                if i in self._settled.closed_left
                or any(j not in rights for j in self._of_left[i])
            },
            {
                j
                for j in rights
                if j in self._settled.closed_right
                or any(i not in lefts for i in self._of_right[j])
            },
        )
        for bead in self._beads_in(lefts, rights):
            outside = not all(window.holds(i, j) for i in bead.left for j in bead.right)
            if outside or not (
                kept.left.isdisjoint(bead.left) and kept.right.isdisjoint(bead.right)
            ):
                kept.left.update(bead.left)
                kept.right.update(bead.right)
        return kept

    def _beads_in(self, lefts: range, rights: range) -> list[Bead]:
        """Return the beads with units in there, in the order of the shorter text."""
        on_left, on_right = self._bead_of
        beads = {on_left[i] for i in lefts if i in on_left}
        beads |= {on_right[j] for j in rights if j in on_right}
        return sorted(beads, key=lambda bead: self._in_order(bead.sides))

    def result(self) -> Alignment:
        """Return the alignment as it is now."""
        changed = self._of_left
        links = [link for link in self._before.links if link.left not in changed]
        links += (link for some in changed.values() for link in some.values())
        beads = {bead.left: bead for bead in self._bead_of[0].values()}
        return Alignment(
            tuple(beads[units] for units in sorted(beads)), tuple(sorted(links))
        )


def _free(span: tuple[int, int], kept: set[int]) -> tuple[int, ...]:
    return tuple(unit for unit in range(*span) if unit not in kept)


def _is_near(
    centre: tuple[int, int], seen: Sequence[tuple[int, int]], first: int
) -> bool:
    """Tell whether the place is that of one seen; they come in order of one text."""
    for other in reversed(seen):
        if centre[first] - other[first] > _SAME_PLACE:
            return False
        if abs(centre[1 - first] - other[1 - first]) <= _SAME_PLACE:
            return True
    return False


def _place(
    unit: int,
    links: _LinksOf,
    here: frozenset[int],
    there: frozenset[int],
) -> int:
    """Return where in the other text the unit would stand, by its neighbours.

    Those of which something is settled, in ``here`` and ``there``, do not tell.
    """
    for distance in range(_NEIGHBOURS):
        for near in (unit - distance, unit + distance):
            partners = () if near in here else links[near].keys() - there
            if partners:
                return max(0, max(partners) + unit - near)
    return unit
