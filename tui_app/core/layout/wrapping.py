"""Where lines start in a column of so many cells, and how wide characters are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

NARROW = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0377\u0384-\u038a\u0391-\u03a1"
    "\u03a3-\u03ff\u0400-\u0482\u048a-\u052f\u05d0-\u05ea\u0620-\u064a"
    "\u1e00-\u1eff\u2010-\u2015\u2018-\u201f\u2020-\u2024\u2026\u2030-\u203a\u20ac]*"
)
"""Text of characters that take one cell each in every terminal."""

_CLUSTER = re.compile(
    "(?:\u200d.?|.)(?:\u200d.?|[\u0300-\u036f\ufe0e\ufe0f])*", re.DOTALL
)

_NEVER_FIRST = frozenset("，。、；：？！）」』】》〉”’…—～・ー々%,.;:?!)]}»›")

_NEVER_LAST = frozenset("（「『【《〈“‘([{«‹$¥£€")

_SMALLEST = 2

_LONGEST_REMEMBERED = 16


class Wrapper:
    """Wraps text by the cell widths that ``cells`` gives for a string."""

    def __init__(self, cells: Callable[[str], int]) -> None:
        self._cells = cells
        self._width = cache(cells)

    def starts(self, text: str, width: int, indent: int = 0) -> tuple[int, ...]:
        """Return the offset at which each line starts; the first is 0.

        ``width`` is the column in cells (at least 2 are taken), ``indent`` the
        cells that the first line leaves free. Spaces at a break hang at the end of
        the line. A word is cut only where it is longer than the column.
        """
        width = max(width, _SMALLEST)
        if NARROW.fullmatch(text):
            return tuple(_narrow_starts(text, width, indent))
        return tuple(self._wide_starts(text, width, indent))

    def cells(self, text: str) -> int:
        """Return how many cells ``text`` takes."""
        return len(text) if NARROW.fullmatch(text) else self._cells(text)

    def offset_at(self, text: str, cell: int) -> int:
        """Return the offset of the character that covers the cell, at most the end."""
        if NARROW.fullmatch(text):
            return max(0, min(cell, len(text)))
        used = 0
        for at, _cluster, cells in self.clusters(text):
            used += cells
            if used > cell:
                return at
        return len(text)

    def clusters(self, text: str) -> Iterator[tuple[int, str, int]]:
        """Yield offset, text and cells of each cluster; none may be torn apart.

        A character without a width of its own belongs to the one before it.
        """
        start, parts = 0, list[str]()
        for match in _CLUSTER.finditer(text):
            if parts and self._width_of(match[0]):
                yield self._joined(start, parts)
                start, parts = match.start(), []
            parts.append(match[0])
        if parts:
            yield self._joined(start, parts)

    def _joined(self, start: int, parts: list[str]) -> tuple[int, str, int]:
        cluster = "".join(parts)
        return start, cluster, self._width_of(cluster)

    def _width_of(self, cluster: str) -> int:
        """Return the cells of a cluster; those of the usual ones are remembered."""
        known = len(cluster) <= _LONGEST_REMEMBERED
        return self._width(cluster) if known else self._cells(cluster)

    def _wide_starts(self, text: str, width: int, indent: int) -> Iterator[int]:
        yield 0
        start, room = 0, width - indent
        used = since = 0  # cells on the line; cells after the last break
        may_break, before, wide_before = 0, "", False
        for at, cluster, cells in self.clusters(text.rstrip(" ")):
            if cluster == " ":
                before, wide_before = cluster, False
                used += cells
                since += cells
                continue
            if before == " " or (
                (wide_before or cells > 1) and _parts(before, cluster)
            ):
                may_break, since = at, 0
            if used + cells > room and at > start:
                start = may_break if may_break > start else at
                used = since if start == may_break else 0
                yield start
                room = width
            used += cells
            since += cells
            before, wide_before = cluster, cells > 1


def _parts(before: str, after: str) -> bool:
    return (
        bool(before) and before[0] not in _NEVER_LAST and after[0] not in _NEVER_FIRST
    )


def _narrow_starts(text: str, width: int, indent: int) -> Iterator[int]:
    start, room, length = 0, width - indent, len(text.rstrip(" "))
    yield 0
    while length - start > room:
        space = text.rfind(" ", start, start + room + 1)
        if space < 0:
            start += room
        else:
            start = space + 1
        while text[start] == " ":
            start += 1
        yield start
        room = width
