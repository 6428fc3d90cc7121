"""From links to beads: units that are each other's main counterpart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

import numpy as np

from tui_app.core.align.anchors.evidence import Linked
from tui_app.core.align.anchors.ticker import Ticker
from tui_app.core.model import Bead, Link

# Overlapping links would tie a whole chapter into one bead; beads that both stand
# already are joined up to this many units.
_MOST = 12


def beads_of(
    linked: Linked, links: Sequence[Link], ticker: Ticker, *, turned: bool
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


def links_of(linked: Linked) -> list[Link]:
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
