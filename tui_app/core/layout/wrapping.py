"""Where lines start in a column of so many cells, and how wide characters are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple
from unicodedata import category

from tui_app.core.layout.line_breaks import (
    classes_of,
    is_within_word,
    may_break,
)
from tui_app.core.layout.syllables import (
    Syllable,
    is_syllabic,
    syllable_end,
)
from tui_app.core.text.clusters import are_single, spans

NARROW = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0377\u0384-\u038a\u0391-\u03a1"
    "\u03a3-\u03ff\u0400-\u0482\u048a-\u052f\u05d0-\u05ea\u0620-\u064a"
    "\u1e00-\u1eff\u2010-\u2015\u2018-\u201f\u2020-\u2024\u2026\u2030-\u203a\u20ac]*"
)
"""Text of characters that take one cell each in every terminal."""

# Among narrow characters: signs beside which words part without a space, and spaces
# that may part none: before what closes, behind what opens, several of them.
_PARTING = "|\u00b4\u02c8\u02cc\u02df\u2014"
_OPENING = "(\\[{\u00a1\u00ab\u00bf\u2018\u201a-\u201c\u201e\u201f\u2039"
_NO_BREAK = " [ !),./:;?\\]}\u00bb\u2019\u201d\u203a]"
_UNLIKE_SPACES = re.compile(f"[{_PARTING}]|{_NO_BREAK}|[{_OPENING}] ")
# What has neither of these has none of those, and it is told in a tenth of the time.
_PARTS_OR_OPENS = re.compile(f"[{_PARTING}{_OPENING}]")
_SPACE_THAT_STAYS = re.compile(_NO_BREAK)

_SMALLEST = 2

_LONGEST_REMEMBERED = 16

_JOINER = "\u200d"


class _Measured(NamedTuple):
    """Where clusters start, and the cells before each; the end of the text is last."""

    offsets: Sequence[int]
    cells: Sequence[int]


class Wrapper:
    """Wraps text by the cell widths that ``cells`` gives for a string.

    Terminals disagree about some clusters: whether a vowel sign of Hindi that stands
    beside its letter takes a cell, whether emoji are joined. A line has room for what
    they take at most, or its end would be missing in some.
    """

    def __init__(self, cells: Callable[[str], int]) -> None:
        self._cells = cells
        self._width = cache(cells)
        self._room = cache(self._most_cells)

    def starts(self, text: str, width: int, indent: int = 0) -> tuple[int, ...]:
        """Return the offset at which each line starts; the first is 0.

        ``width`` is the column in cells (at least 2 are taken), ``indent`` the
        cells that the first line leaves free. Spaces at a break hang at the end of
        the line. Lines end where Unicode Standard Annex 14 lets them; within a word
        (behind a hyphen, between syllables, at last anywhere between clusters), or
        between a word and its mark, only where these are longer than the column.
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
        offsets, cells = self._measured(text, self._width_of)
        for at in range(len(offsets) - 1):
            start, end = offsets[at], offsets[at + 1]
            yield start, text[start:end], cells[at + 1] - cells[at]

    def _wide_starts(self, text: str, width: int, indent: int) -> Iterator[int]:
        body = text.rstrip(" ")
        measured = self._measured(body, self._room_of)
        return _starts(body, measured, width, indent)

    def _measured(self, text: str, room_of: Callable[[str], int]) -> _Measured:
        """Measure the clusters; one without cells belongs to the one before it.

        ``room_of`` returns the cells to count; where clusters start is the same.
        """
        if are_single(text):
            widths = list(map(self._width, text))
            if 0 not in widths:
                cells = list(accumulate(widths, initial=0))
                return _Measured(range(len(text) + 1), cells)
        offsets, cells, total = list[int](), list[int](), 0
        for start, end in spans(text):
            joined = start > 0 and text[start - 1] == _JOINER
            cluster = text[start - joined : end]
            if not offsets or (self._width_of(cluster) and not joined):
                offsets.append(start)
                cells.append(total)
            total += room_of(cluster)
        return _Measured([*offsets, len(text)], [*cells, total])

    def _width_of(self, cluster: str) -> int:
        """Return the cells of a cluster; those of the usual ones are remembered."""
        known = len(cluster) <= _LONGEST_REMEMBERED
        return self._width(cluster) if known else self._cells(cluster)

    def _room_of(self, cluster: str) -> int:
        """Return the cells that a cluster takes at most."""
        known = len(cluster) <= _LONGEST_REMEMBERED
        return self._room(cluster) if known else self._most_cells(cluster)

    def _most_cells(self, cluster: str) -> int:
        apart = sum(self._width(one) or category(one) == "Mc" for one in cluster)
        return max(self._cells(cluster), apart)


def _starts(body: str, measured: _Measured, width: int, indent: int) -> Iterator[int]:
    """Yield where the lines of a text start that has no space at its end."""
    yield 0
    offsets, cells = measured
    last = len(offsets) - 1
    first, room = 0, width - indent
    cutter: _Cutter | None = None
    while cells[last] - cells[first] > room and last - first > 1:
        full = bisect_right(cells, cells[first] + room, first) - 1
        cutter = cutter or _Cutter(body, measured)
        first = cutter.cut(first, max(full, first + 1))
        yield offsets[first]
        room = width


class _Cutter:
    """Cuts a line of a text that goes on, at places counted in clusters."""

    def __init__(self, body: str, measured: _Measured) -> None:
        self._body = body
        self._offsets, self._cells = measured
        self._classes = classes_of(body)

    def cut(self, first: int, full: int) -> int:
        """Return where the line from ``first`` ends that has room up to ``full``."""
        poor = 0
        for place in range(self._behind_spaces(full), first, -1):
            at = self._offsets[place]
            allowed = may_break(self._classes, at)
            if allowed and not is_within_word(self._classes, at):
                return place
            if allowed or self._body[at - 1] == " ":
                poor = poor or place
        return poor or self._between_syllables(first, full)

    def _behind_spaces(self, place: int) -> int:
        offsets, body = self._offsets, self._body
        while body[offsets[place] : offsets[place + 1]] == " ":
            place += 1
        return place

    def _between_syllables(self, first: int, full: int) -> int:
        """Return where a word is cut that is longer than the line.

        A syllable that surely ends is preferred in the second half of the line.
        """
        ends = [self._syllable(place) for place in range(first + 1, full + 1)]
        if ends[-1] is None:
            return full
        latest = {end: place for place, end in enumerate(ends, first + 1)}
        sure = latest.get(Syllable.ENDS, first)
        likely = max(sure, latest.get(Syllable.MAY_END, first))
        cells = self._cells
        half = 2 * (cells[sure] - cells[first]) >= cells[full] - cells[first]
        if sure > first and half:
            return sure
        if ends[-1] is Syllable.GOES_ON and likely > first:
            return likely
        return full

    def _syllable(self, place: int) -> Syllable | None:
        before, start, end = (self._offsets[at] for at in (place - 1, place, place + 1))
        after = self._body[start:end]
        if not is_syllabic(after[0]):
            return None
        return syllable_end(self._body[before:start], after)


def _narrow_starts(text: str, width: int, indent: int) -> Iterator[int]:
    """Yield where the lines of a narrow text start, most of which end at a space."""
    yield 0
    start, room, length = 0, max(1, width - indent), len(text.rstrip(" "))
    if length <= room:
        return
    hinted = _PARTS_OR_OPENS.search(text) or _SPACE_THAT_STAYS.search(text)
    cutter: _Cutter | None = None
    while length - start > room:
        full = start + room
        space = text.rfind(" ", start, full + 1)
        if space < 0 or (
            hinted and _UNLIKE_SPACES.search(text, max(start, space - 2), full + 2)
        ):
            cutter = cutter or _Cutter(text[:length], _each(length))
            start = cutter.cut(start, full)
        else:
            start = space + 1
            while text[start] == " ":
                start += 1
        yield start
        room = width


def _each(length: int) -> _Measured:
    """Measure a narrow text: each character is a cluster of one cell."""
    each = range(length + 1)
    return _Measured(each, each)
