"""A few units of a book, aligned as an article is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui_app.core.align.articles.article import align_articles, are_articles
from tui_app.core.model import Alignment, Bead, Constraints, Document, Link, SomeUnits


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Units ``left[0]:left[1]`` of one text and ``right[0]:right[1]`` of the other."""

    left: tuple[int, int]
    right: tuple[int, int]

    def holds(self, left: int, right: int) -> bool:
        """Tell whether both units are inside."""
        return (
            self.left[0] <= left < self.left[1]
            and self.right[0] <= right < self.right[1]
        )

    def units(self) -> SomeUnits:
        """Return all units inside, none of them parted."""
        return SomeUnits(
            tuple(range(*self.left)), tuple(range(*self.right)), frozenset()
        )


def around(left: int, right: int, reach: int, sizes: tuple[int, int]) -> Excerpt:
    """Return the window ``reach`` units about a place in both texts."""
    return Excerpt(
        (max(0, left - reach), min(sizes[0], left + reach + 1)),
        (max(0, right - reach), min(sizes[1], right + reach + 1)),
    )


def around_eye(eye: int, reach: int, sizes: tuple[int, int]) -> Excerpt:
    """Return the window about a unit of the left and as far through the right."""
    return around(eye, eye * sizes[1] // max(1, sizes[0]), reach, sizes)


def align_units(left: Document, right: Document, some: SomeUnits) -> Alignment | None:
    """Return how some units of both texts belong together, by their numbers there.

    ``None`` means that they hold too much text to be compared unit with unit.
    """
    lefts, rights, parted = some
    parts = _part(left, lefts), _part(right, rights)
    if not are_articles(*parts):
        return None
    place = (
        {n: at for at, n in enumerate(lefts)},
        {n: at for at, n in enumerate(rights)},
    )
    apart = frozenset(
        (place[0][i], place[1][j]) for i, j in parted if i in place[0] and j in place[1]
    )
    found = align_articles(*parts, Constraints((), apart))
    return Alignment(
        tuple(
            Bead(
                tuple(lefts[number] for number in bead.left),
                tuple(rights[number] for number in bead.right),
                bead.score,
            )
            for bead in found.beads
        ),
        tuple(
            Link(lefts[link.left], rights[link.right], link.score)
            for link in found.links
        ),
    )


def _part(document: Document, numbers: Sequence[int]) -> Document:
    """Return the document with some of its units, and no more text than theirs."""
    if not numbers:
        return replace(document, text="", units=())
    start = document.units[numbers[0]].start
    units = [document.units[number] for number in numbers]
    return replace(
        document,
        text=document.text[start : units[-1].end],
        units=tuple(
            unit._replace(start=unit.start - start, end=unit.end - start)
            for unit in units
        ),
    )
