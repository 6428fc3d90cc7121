"""A book aligned again after the reader settled something: nearby only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui_app.core.align.anchors.window import Window, align_window, around
from tui_app.core.model import Alignment, Bead, Constraints, Document, Link

_REACH = 15

Fixed = tuple[tuple[int, ...], tuple[int, ...]]


def realign(
    left: Document,
    right: Document,
    previous: Alignment,
    before: Constraints,
    after: Constraints,
) -> Alignment:
    """Return ``previous``, made under ``before``, as it is under ``after``.

    Only some fifteen units to each side of what changed, in either text, are
    aligned again; everything else stays, so the cost does not grow with the book
    but for the copying of the result.
    """
    state = _State(left, right, previous, before, after)
    for window in state.windows(previous):
        state.redo(window)
    return state.result()


class _State:
    """An alignment in the course of being changed."""

    def __init__(
        self,
        left: Document,
        right: Document,
        previous: Alignment,
        before: Constraints,
        after: Constraints,
    ) -> None:
        self._left, self._right, self._after = left, right, after
        changed = set(before.fixed) ^ set(after.fixed)
        parted = before.parted ^ after.parted
        self._touched = (
            {i for bead in changed for i in bead[0]} | {i for i, _ in parted},
            {j for bead in changed for j in bead[1]} | {j for _, j in parted},
        )
        fixed = [bead for bead in after.fixed if bead in changed]
        self._links = [
            *(link for link in previous.links if not self._touches(link)),
            *_fixed_links(fixed),
        ]
        self._beads = [
            *(bead for bead in previous.beads if not self._holds_touched(bead)),
            *(_fixed_bead(bead) for bead in fixed if bead[0] and bead[1]),
        ]

    def windows(self, previous: Alignment) -> Iterator[Window]:
        """Yield the stretches about every touched unit and its partners' places."""
        sizes = (len(self._left.units), len(self._right.units))
        there = {link.left: link.right for link in previous.links}
        back = {link.right: link.left for link in previous.links}
        centres = {(i, _place(i, there)) for i in self._touched[0]}
        centres |= {(_place(j, back), j) for j in self._touched[1]}
        seen: list[Window] = []
        for i, j in sorted(centres):
            if not any(window.holds(i, j) for window in seen):
                seen.append(around(i, j, _REACH, sizes))
                yield seen[-1]

    def redo(self, window: Window) -> None:
        """Align again what of ``window`` is not tied to anything outside."""
        inside = [bead for bead in self._beads if _inside(bead, window)]
        tied = _tied(self._links, window)
        constraints = Constraints(
            (
                *self._after.fixed,
                *(((unit,), ()) for unit in sorted(tied[0])),
                *(((), (unit,)) for unit in sorted(tied[1])),
            ),
            self._after.parted,
        )
        dropped = {id(bead) for bead in inside if not _uses(bead, tied)}
        found = align_window(self._left, self._right, window, constraints)
        self._beads = [bead for bead in self._beads if id(bead) not in dropped]
        self._beads += found.beads
        self._links = [
            link
            for link in self._links
            if not window.holds(link.left, link.right)
            or link.left in tied[0]
            or link.right in tied[1]
        ]
        self._links += found.links

    def result(self) -> Alignment:
        """Return the alignment as it is now."""
        self._beads.sort(key=lambda bead: bead.left)
        links = {(link.left, link.right): link for link in self._links}
        return Alignment(tuple(self._beads), tuple(links[key] for key in sorted(links)))

    def _touches(self, link: Link) -> bool:
        return link.left in self._touched[0] or link.right in self._touched[1]

    def _holds_touched(self, bead: Bead) -> bool:
        return not (
            self._touched[0].isdisjoint(bead.left)
            and self._touched[1].isdisjoint(bead.right)
        )


def _tied(links: Iterable[Link], window: Window) -> tuple[set[int], set[int]]:
    """Return the units of ``window`` with a link that leads out of it."""
    tied: tuple[set[int], set[int]] = (set(), set())
    for link in links:
        on_left = window.left[0] <= link.left < window.left[1]
        on_right = window.right[0] <= link.right < window.right[1]
        if on_left and not on_right:
            tied[0].add(link.left)
        elif on_right and not on_left:
            tied[1].add(link.right)
    return tied


def _inside(bead: Bead, window: Window) -> bool:
    return window.holds(bead.left[0], bead.right[0]) and window.holds(
        bead.left[-1], bead.right[-1]
    )


def _uses(bead: Bead, tied: tuple[set[int], set[int]]) -> bool:
    return not (tied[0].isdisjoint(bead.left) and tied[1].isdisjoint(bead.right))


def _fixed_bead(fixed: Fixed) -> Bead:
    return Bead(tuple(sorted(fixed[0])), tuple(sorted(fixed[1])), 1.0)


def _fixed_links(fixed: Iterable[Fixed]) -> list[Link]:
    return [Link(i, j, 1.0) for left, right in fixed for i in left for j in right]


def _place(unit: int, partners: dict[int, int]) -> int:
    """Return where on the other side the unit would stand, by its neighbours."""
    for step in range(10 * _REACH):
        for near in (unit - step, unit + step):
            if near in partners:
                return max(0, partners[near] + unit - near)
    return unit
