"""A book aligned again about what the reader changed by hand, and nowhere else."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from tui_app.core.align.books.book import align_book
from tui_app.core.align.books.excerpt import Excerpt, align_units, around
from tui_app.core.align.settled import Settled, settled_by
from tui_app.core.model import Alignment, Bead, Constraints, Document, Link

# Units to each side of what changed.
_REACH = 15

_Units = tuple[set[int], set[int]]
_Item = TypeVar("_Item")
UnitAligner = Callable[[Sequence[int], Sequence[int]], Alignment | None]
"""Aligns some units of both sides; ``None`` where they hold too much text."""


def realign_book(
    left: Document,
    right: Document,
    previous: Alignment,
    before: Constraints,
    after: Constraints,
) -> Alignment:
    """Return ``previous``, made under ``before``, as it is under ``after``.

    Only some fifteen units to each side of what changed, in either text, are
    aligned again; everything else stays, so the cost does not grow with the book
    but for the copying of the result. Where these hold too much text for that, the
    whole is aligned anew.
    """

    def again(lefts: Sequence[int], rights: Sequence[int]) -> Alignment | None:
        return align_units(left, right, lefts, rights, after.parted)

    found = realigned((left, right), previous, before, after, again)
    return align_book(left, right, after) if found is None else found


def realigned(
    documents: tuple[Document, Document],
    previous: Alignment,
    before: Constraints,
    after: Constraints,
    again: UnitAligner,
) -> Alignment | None:
    """Return ``previous`` as it is under ``after``, by whatever aligns a few units.

    ``again`` gets unit numbers of both sides in rising order; where it returns
    ``None``, so does this.
    """
    state = _Realignment(*documents, previous, settled_by(after), again)
    touched = _touched(before, after)
    windows = list(state.windows(touched))
    state.release(touched)
    return state.result() if all(map(state.redo, windows)) else None


def _touched(before: Constraints, after: Constraints) -> _Units:
    beads = set(before.fixed) ^ set(after.fixed)
    parted = before.parted ^ after.parted
    return (
        {i for bead in beads for i in bead[0]} | {i for i, _ in parted},
        {j for bead in beads for j in bead[1]} | {j for _, j in parted},
    )


class _Realignment:
    """An alignment in the course of being changed; links and beads stay sorted."""

    def __init__(
        self,
        left: Document,
        right: Document,
        previous: Alignment,
        settled: Settled,
        again: UnitAligner,
    ) -> None:
        self._left, self._right = left, right
        self._again = again
        self._settled = settled
        self._links = list(previous.links)
        self._beads = list(previous.beads)

    def windows(self, touched: _Units) -> Iterator[Excerpt]:
        """Yield the stretches about every touched unit and its partners' places."""
        sizes = (len(self._left.units), len(self._right.units))
        centres = {(i, self._right_place(i, touched)) for i in touched[0]}
        centres |= {(self._left_place(j, touched), j) for j in touched[1]}
        seen: list[tuple[int, int]] = []
        for i, j in sorted(centres):
            if not any(abs(i - a) <= 2 and abs(j - b) <= 2 for a, b in seen):
                seen.append((i, j))
                yield around(i, j, _REACH, sizes)

    def release(self, touched: _Units) -> None:
        """Drop what held the touched units, and put in what is settled of them."""
        on_left, on_right = touched
        fixed = [
            bead
            for bead in self._settled.fixed
            if not (on_left.isdisjoint(bead.left) and on_right.isdisjoint(bead.right))
        ]
        on_left = on_left | {i for bead in fixed for i in bead.left}
        on_right = on_right | {j for bead in fixed for j in bead.right}
        self._links = [
            link
            for link in self._links
            if link.left not in on_left and link.right not in on_right
        ]
        for bead in fixed:
            for i in bead.left:
                for j in bead.right:
                    insort(self._links, Link(i, j, 1.0), key=_link_key)
        self._beads = [
            bead
            for bead in self._beads
            if on_left.isdisjoint(bead.left) and on_right.isdisjoint(bead.right)
        ]
        for bead in fixed:
            insort(self._beads, bead, key=_bead_key)

    def redo(self, window: Excerpt) -> bool:
        """Align again what of ``window`` is not settled or tied to the outside.

        Tell whether it was short enough for that.
        """
        links = _between(self._links, window.left, _first_of_link)
        beads = _between(self._beads, window.left, _first_of_bead)
        kept = self._kept(window, self._links[links], self._beads[beads])
        found = self._again(
            [unit for unit in range(*window.left) if unit not in kept[0]],
            [unit for unit in range(*window.right) if unit not in kept[1]],
        )
        if found is None:
            return False
        stay = [
            link
            for link in self._links[links]
            if link.left in kept[0] or link.right in kept[1]
        ]
        self._links[links] = sorted([*stay, *found.links], key=_link_key)
        held = [bead for bead in self._beads[beads] if bead.left[0] in kept[0]]
        self._beads[beads] = sorted([*held, *found.beads], key=_bead_key)
        return True

    def result(self) -> Alignment:
        """Return the alignment as it is now."""
        return Alignment(tuple(self._beads), tuple(self._links))

    def _kept(
        self, window: Excerpt, links: Sequence[Link], beads: Sequence[Bead]
    ) -> _Units:
        """Return the units of ``window`` that must stay as they are."""
        low, high = window.right
        kept = (set(self._settled.closed_left), set(self._settled.closed_right))
        kept[0].update(link.left for link in links if not low <= link.right < high)
        kept[1].update(
            link.right
            for link in self._links
            if low <= link.right < high
            and not window.left[0] <= link.left < window.left[1]
        )
        for bead in (*self._beads_into(window), *beads):
            outside = not all(window.holds(i, j) for i in bead.left for j in bead.right)
            if outside or not (
                kept[0].isdisjoint(bead.left) and kept[1].isdisjoint(bead.right)
            ):
                kept[0].update(bead.left)
                kept[1].update(bead.right)
        return kept

    def _beads_into(self, window: Excerpt) -> list[Bead]:
        """Return the bead, if any, that begins before ``window`` and ends in it."""
        at = bisect_left(self._beads, window.left[0], key=_first_of_bead)
        return [
            bead
            for bead in self._beads[max(0, at - 1) : at]
            if bead.left[-1] >= window.left[0]
        ]

    def _right_place(self, unit: int, touched: _Units) -> int:
        """Return where on the right the unit would stand, by its neighbours."""
        near = _between(
            self._links, (unit - 10 * _REACH, unit + 10 * _REACH), _first_of_link
        )
        partners = {
            link.left: link.right
            for link in self._links[near]
            if link.left not in touched[0] and link.right not in touched[1]
        }
        return _place(unit, partners)

    def _left_place(self, unit: int, touched: _Units) -> int:
        low, high = unit - 10 * _REACH, unit + 10 * _REACH
        partners = {
            link.right: link.left
            for link in self._links
            if low <= link.right < high
            and link.left not in touched[0]
            and link.right not in touched[1]
        }
        return _place(unit, partners)


def _place(unit: int, partners: dict[int, int]) -> int:
    if not partners:
        return unit
    near = min(partners, key=lambda known: (abs(known - unit), known))
    return max(0, partners[near] + unit - near)


def _between(
    items: Sequence[_Item], span: tuple[int, int], key: Callable[[_Item], int]
) -> slice:
    """Return where the sorted items are whose key is in ``span``."""
    return slice(
        bisect_left(items, span[0], key=key), bisect_left(items, span[1], key=key)
    )


def _link_key(link: Link) -> tuple[int, int]:
    return link.left, link.right


def _bead_key(bead: Bead) -> tuple[int, ...]:
    return bead.left


def _first_of_link(link: Link) -> int:
    return link.left


def _first_of_bead(bead: Bead) -> int:
    return bead.left[0]
