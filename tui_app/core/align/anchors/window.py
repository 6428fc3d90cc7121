"""A stretch of both texts aligned for itself, as an article would be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tui_app.core.align.engine import align
from tui_app.core.model import Alignment, Bead, Constraints, Document, Link, Unit


@dataclass(frozen=True, slots=True)
class Window:
    """Units ``left[0]:left[1]`` of one text and ``right[0]:right[1]`` of the other."""

    left: tuple[int, int]
    right: tuple[int, int]

    def holds(self, left: int, right: int) -> bool:
        """Tell whether both units are inside."""
        return (
            self.left[0] <= left < self.left[1]
            and self.right[0] <= right < self.right[1]
        )


def around(left: int, right: int, reach: int, sizes: tuple[int, int]) -> Window:
    """Return the window ``reach`` units about a place in both texts."""
    return Window(
        (max(0, left - reach), min(sizes[0], left + reach + 1)),
        (max(0, right - reach), min(sizes[1], right + reach + 1)),
    )


def align_window(
    left: Document, right: Document, window: Window, constraints: Constraints
) -> Alignment:
    """Return the alignment of what is in ``window``, in the numbers of the whole.

    Fixed beads that lead out of the window keep their units out of it.
    """
    found = align(
        _part(left, window.left),
        _part(right, window.right),
        _within(constraints, window),
    )
    i, j = window.left[0], window.right[0]
    return Alignment(
        tuple(
            Bead(
                tuple(number + i for number in bead.left),
                tuple(number + j for number in bead.right),
                bead.score,
            )
            for bead in found.beads
        ),
        tuple(Link(link.left + i, link.right + j, link.score) for link in found.links),
    )


def _part(document: Document, span: tuple[int, int]) -> Document:
    units = document.units[span[0] : span[1]]
    if not units:
        return replace(document, text="", units=())
    start = units[0].start
    return replace(
        document,
        text=document.text[start : units[-1].end],
        units=tuple(
            Unit(unit.start - start, unit.end - start, unit.paragraph, unit.role)
            for unit in units
        ),
    )


def _within(constraints: Constraints, window: Window) -> Constraints:
    fixed: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    for left, right in constraints.fixed:
        inside = (_numbers(left, window.left), _numbers(right, window.right))
        if (len(inside[0]), len(inside[1])) == (len(left), len(right)):
            fixed.append(inside)
        else:
            fixed += [(inside[0], ()), ((), inside[1])]
    parted = frozenset(
        (i - window.left[0], j - window.right[0])
        for i, j in constraints.parted
        if window.holds(i, j)
    )
    return Constraints(tuple(bead for bead in fixed if bead[0] or bead[1]), parted)


def _numbers(units: Iterable[int], span: tuple[int, int]) -> tuple[int, ...]:
    return tuple(unit - span[0] for unit in units if span[0] <= unit < span[1])
