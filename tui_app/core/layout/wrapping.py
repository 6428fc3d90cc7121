"""Where lines start in a column of so many cells, and how wide characters are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from tui_app.core.layout.line_breaks import (
    FIRST_SYLLABIC,
    LAST_SYLLABIC,
    Syllable,
    ends_word,
    parts,
    syllable_end,
)

NARROW = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0377\u0384-\u038a\u0391-\u03a1"
    "\u03a3-\u03ff\u0400-\u0482\u048a-\u052f\u05d0-\u05ea\u0620-\u064a"
    "\u1e00-\u1eff\u2010-\u2015\u2018-\u201f\u2020-\u2024\u2026\u2030-\u203a\u20ac]*"
)
"""Text of characters that take one cell each in every terminal."""

_CLUSTER = re.compile(
    "(?:\u200d.?|.)(?:\u200d.?|[\u0300-\u036f\ufe0e\ufe0f])*", re.DOTALL
)

_SMALLEST = 2

_LONGEST_REMEMBERED = 16


# An offset, and the cells before it from the beginning of the text. Bare pairs, since
# there is one for nearly each character of Chinese.
_Place = tuple[int, int]
_START = (0, 0)


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
        room, total = width - indent, 0
        start = word = _START
        syllables = _Syllables()
        before, wide_before = " ", False
        for at, cluster, cells in self.clusters(text.rstrip(" ")):
            wide = cells > 1
            if cluster != " ":
                if before == " " or ((wide_before or wide) and parts(before, cluster)):
                    word = at, total
                elif FIRST_SYLLABIC <= cluster[0] <= LAST_SYLLABIC:
                    word = syllables.note(before, cluster, (at, total)) or word
                if total - start[1] + cells > room and at > start[0]:
                    ends_well = word[0] > start[0]
                    start = word if ends_well else syllables.cut(start, (at, total))
                    yield start[0]
                    room = width
            total += cells
            before, wide_before = cluster, wide


class _Syllables:
    """Where a word without spaces may be cut, the latest places of each sort."""

    def __init__(self) -> None:
        self._sure = self._likely = self._never = _START

    def note(self, before: str, after: str, here: _Place) -> _Place | None:
        """Note what the place between two clusters is; return one that parts words."""
        if ends_word(before, after):
            return here
        match syllable_end(before, after):
            case Syllable.ENDS:
                self._sure = self._likely = here
            case Syllable.MAY_END:
                self._likely = here
            case Syllable.GOES_ON:
                self._never = here
        return None

    def cut(self, start: _Place, here: _Place) -> _Place:
        """Return where the line from ``start`` ends that is full at ``here``.

        A syllable that surely ends is preferred in the second half of the line.
        """
        used = here[1] - start[1]
        if 2 * (self._sure[1] - start[1]) >= used:
            return self._sure
        if here == self._never and self._likely > start:
            return self._likely
        return here


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
