"""From lines in reading order to paragraphs, put together over columns and pages.

A paragraph ends where the lines stand further apart than they do elsewhere, where the
letters become larger or smaller, where the next line is indented, or where a line ends
though the next word would have fitted. At the foot of a column nothing of that can be
seen: there a sentence that is not over runs on.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from tui_app.core.formats.pdf_hyphens import Joiner, without_soft_hyphens
from tui_app.core.formats.pdf_lines import HYPHEN, Line

_OTHER_SIZE = 0.1  # of a line's height, by which another text is larger or smaller
_FURTHER = 1.3  # of the pitch of lines of that size
_INDENT = 0.7  # heights
_NEAR = 0.3  # heights by which the starts of lines may differ
_SHORT = 0.25  # of a column's width that a full line never leaves free
_LONG = 0.6  # of a column's width
_INDENTING = 3  # indented lines, of a document that begins paragraphs so
_HYPHENS = f"-\u2010{HYPHEN}"
_BETWEEN = 12  # paragraphs among which the rest of a sentence is looked for

_OVER = re.compile(r"[.!?:…。！？](?:[\"'”’»)\]]|[⁰¹²³⁴-⁹])*$")
_BULLET = re.compile(r"[•▪■◦‣●○∙·➢➤✓❖]\s*|[–—*-]\s+(?=[\w\"“„«‘'(\[])")
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]\s", re.IGNORECASE)


class Placed(NamedTuple):
    """A line in the order of reading: its page, its column and the column's sides.

    ``page`` counts from 0; ``column`` is a number of its own for each in the document.
    """

    line: Line
    page: int
    column: int
    left: float
    right: float


class Paragraph(NamedTuple):
    """A paragraph: its words and how its letters look.

    ``turns`` are where in it other pages begin: offset and page. ``cells``: it is a
    row of a table, its cells parted by tabs; ``item``: a bullet stood before it;
    ``full``: its last line reaches far into its column.
    """

    text: str
    page: int
    last_page: int
    size: float
    bold: bool
    turns: tuple[tuple[int, int], ...] = ()
    cells: bool = False
    item: bool = False
    column: int = 0
    last_column: int = 0
    full: bool = False


def paragraphs(lines: Sequence[Placed], joiner: Joiner) -> Iterator[Paragraph]:
    """Yield the paragraphs of lines that are one after the other."""
    breaks = _Breaks(lines)
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or breaks.before(index, index - start):
            yield _paragraph(lines[start:index], joiner)
            start = index


def rejoined(parts: Sequence[Paragraph], joiner: Joiner) -> list[Paragraph]:
    """Return the paragraphs, those put together that a table or a figure parts.

    One whose sentence is not over at the foot of a column goes on in the next, behind
    what stands at its top.
    """
    result: list[Paragraph] = []
    taken: set[int] = set()
    for index, part in enumerate(parts):
        if index in taken:
            continue
        rest = _rest(parts, index)
        if rest is None:
            result.append(part)
        else:
            taken.add(rest)
            result.append(_together(part, parts[rest], joiner))
    return result


def _rest(parts: Sequence[Paragraph], index: int) -> int | None:
    """Return which paragraph goes on with the sentence at the foot of the column."""
    part = parts[index]
    if not part.full or part.cells or is_over(part.text):
        return None
    if index + 1 < len(parts) and parts[index + 1].column == part.last_column:
        return None
    for later in range(index + 2, min(index + _BETWEEN, len(parts))):
        rest = parts[later]
        if rest.column > part.last_column + 2:
            return None
        if rest.text[:1].islower() and _is_alike(part, rest):
            before = parts[later - 1]
            parted = is_over(before.text) or not _is_alike(part, before)
            return later if parted else None
    return None


def _is_alike(part: Paragraph, rest: Paragraph) -> bool:
    same = abs(part.size - rest.size) <= _OTHER_SIZE * part.size
    return same and part.bold == rest.bold and not rest.cells and not rest.item


def _together(part: Paragraph, rest: Paragraph, joiner: Joiner) -> Paragraph:
    text = joiner.join(part.text, rest.text)
    before = len(text) - len(rest.text)
    turns = [(before, rest.page)] if rest.page != part.last_page else []
    later = [(before + offset, page) for offset, page in rest.turns]
    return part._replace(
        text=text,
        last_page=rest.last_page,
        turns=(*part.turns, *turns, *later),
        last_column=rest.last_column,
        full=rest.full,
    )


def is_over(text: str) -> bool:
    """Tell whether a sentence ends there."""
    return bool(_OVER.search(text))


class _Breaks:
    """Where paragraphs end, among all the lines."""

    def __init__(self, lines: Sequence[Placed]) -> None:
        self._lines = lines
        self._pitch = _pitches(lines)
        self._rights = _full_rights(lines)
        self._rows = _table_rows(lines)
        self._indents = self._count_indents() >= _INDENTING

    def before(self, index: int, lines: int) -> bool:
        """Tell whether a paragraph ends before the line; it has ``lines`` so far."""
        latest, placed = self._lines[index - 1], self._lines[index]
        if self._rows[index - 1] or self._rows[index]:
            return True
        if self._looks_other(latest.line, placed.line):
            return not self._is_broken_word(latest, placed)
        if latest.column != placed.column:
            return self._ends_with_column(latest, placed)
        if self._stands_off(latest, placed):
            return True
        if _are_centred(latest, placed):
            return False
        return self._begins(index, lines)

    def _looks_other(self, latest: Line, line: Line) -> bool:
        most = _OTHER_SIZE * max(latest.size, line.size)
        return abs(latest.size - line.size) > most

    def _is_broken_word(self, latest: Placed, placed: Placed) -> bool:
        same = latest.column == placed.column
        return same and latest.line.text.endswith(HYPHEN)

    def _stands_off(self, latest: Placed, placed: Placed) -> bool:
        pitch = latest.line.bottom - placed.line.bottom
        usual = self._pitch.get(round(placed.line.size), 1.2 * placed.line.size)
        return pitch < 0 or pitch > _FURTHER * usual

    def _begins(self, index: int, lines: int) -> bool:
        """Tell whether a paragraph begins by its first line or its last one's end."""
        latest, line = self._lines[index - 1], self._lines[index].line
        free = self._free(latest)
        over = is_over(latest.line.text)
        fits = free > _first_word(line) + line.size
        if _is_certain(latest.line, line):
            return not line.text[:1].islower()
        if latest.line.bold != line.bold and fits:
            return True
        shift = line.left - latest.line.left
        if shift > _INDENT * line.size:
            if lines == 1 and _is_item(latest.line.text):
                return fits and over
            runs_on = line.text[:1].islower() and not over
            return fits or (self._returns(index) and not runs_on)
        if shift < -_INDENT * line.size and lines > 1:
            return True
        most = _LONG if line.text[:1].islower() else _SHORT
        return fits and (over or free > most * (latest.right - latest.left))

    def _returns(self, index: int) -> bool:
        """Tell whether the line after stands further left: this one is indented."""
        line = self._lines[index].line
        if index + 1 == len(self._lines):
            return True
        after = self._lines[index + 1]
        if after.column != self._lines[index].column:
            return True
        return after.line.left < line.left - _NEAR * line.size

    def _free(self, placed: Placed) -> float:
        """Return how much of the line is free at its end."""
        return self._rights[placed.column] - placed.line.right

    def _ends_with_column(self, latest: Placed, placed: Placed) -> bool:
        before, line = latest.line, placed.line
        if before.text.endswith(HYPHEN):
            return False
        if _BULLET.match(line.text) or before.bold != line.bold:
            return True
        if line.text[:1].islower():
            return False
        width = max(1.0, latest.right - latest.left)
        if not is_over(before.text):
            return before.right - before.left < _LONG * width
        indented = line.left > placed.left + _INDENT * line.size
        return indented or not self._indents or self._free(latest) > line.size

    def _count_indents(self) -> int:
        """Return how many lines are indented that stand as near as others."""
        return sum(
            latest.column == placed.column
            and placed.line.left - latest.line.left > _INDENT * placed.line.size
            and not self._stands_off(latest, placed)
            for latest, placed in pairwise(self._lines)
        )


def _pitches(lines: Sequence[Placed]) -> dict[int, float]:
    """Return for each size how far apart lines of it stand, in points."""
    pitches: defaultdict[int, list[float]] = defaultdict(list)
    for latest, placed in pairwise(lines):
        pitch = latest.line.bottom - placed.line.bottom
        size = placed.line.size
        if latest.column == placed.column and 0 < pitch < 3 * size:
            pitches[round(size)].append(pitch)
    return {size: _usual(some) for size, some in pitches.items() if len(some) > 2}


def _usual(pitches: list[float]) -> float:
    """Return the commonest pitch; where none is common, one of the smaller ones."""
    steps = Counter(round(2 * pitch) for pitch in pitches)
    step, often = steps.most_common(1)[0]
    if 3 * often > len(pitches):
        return step / 2
    return sorted(pitches)[len(pitches) // 4]


def _full_rights(lines: Sequence[Placed]) -> dict[int, float]:
    """Return for each column how far its full lines reach."""
    reaches: defaultdict[int, list[float]] = defaultdict(list)
    for placed in lines:
        reaches[placed.column].append(placed.line.right)
    return {
        column: sorted(some)[(9 * len(some)) // 10] if len(some) > 9 else max(some)
        for column, some in reaches.items()
    }


def _table_rows(lines: Sequence[Placed]) -> list[bool]:
    """Tell which lines are rows of a table: cells apart, on the lines beside, too."""
    cells = ["\t" in placed.line.text for placed in lines]
    around = zip([False, *cells], cells, [*cells[1:], False], strict=False)
    return [one and (before or after) for before, one, after in around]


def _is_certain(latest: Line, line: Line) -> bool:
    """Tell whether the words say what is between: part of a word, or an item's start.

    The second begins with its bullet or number, the first with a small letter.
    """
    if _BULLET.match(line.text):
        return True
    if latest.text[-1:] in _HYPHENS:
        return line.text[:1].islower()
    return bool(_NUMBERED.match(line.text)) and is_over(latest.text)


def _is_item(text: str) -> bool:
    """Tell whether a bullet or a number stands before the words."""
    return bool(_BULLET.match(text) or _NUMBERED.match(text))


def _first_word(line: Line) -> float:
    """Return about how wide the first word of the line is."""
    word = len(line.text.split(maxsplit=1)[0]) if line.text.strip() else 0
    return word * (line.right - line.left) / max(1, len(line.text))


def _are_centred(latest: Placed, placed: Placed) -> bool:
    """Tell whether both lines stand in the middle, one of them away from the sides."""
    sides = [
        (one.line.left - one.left, one.right - one.line.right)
        for one in (latest, placed)
    ]
    size = placed.line.size
    level = all(abs(before - after) < 0.5 * size for before, after in sides)
    return level and max(before for before, _ in sides) > 2 * size


def _paragraph(lines: Sequence[Placed], joiner: Joiner) -> Paragraph:
    first = lines[0]
    cells = "\t" in first.line.text and len(lines) == 1
    bullet = None if cells else _BULLET.match(first.line.text)
    pieces: list[str] = []
    turns: list[tuple[int, int]] = []
    page, size = first.page, 0
    for placed in lines:
        words = placed.line.text if cells else placed.line.text.replace("\t", " ")
        if not pieces:
            pieces.append(words[bullet.end() :] if bullet else words)
            continue
        joined = joiner.join(pieces[-1], words)
        pieces[-1:] = [without_soft_hyphens(joined[: -len(words)]), words]
        size += len(pieces[-2])
        if placed.page != page:
            page = placed.page
            turns.append((size, page))
    return Paragraph(
        without_soft_hyphens("".join(pieces)),
        first.page,
        page,
        median(placed.line.size for placed in lines),
        all(placed.line.bold for placed in lines),
        tuple(turns),
        cells=cells,
        item=bullet is not None,
        column=first.column,
        last_column=lines[-1].column,
        full=_is_full(lines[-1]),
    )


def _is_full(placed: Placed) -> bool:
    reach = placed.line.right - placed.left
    return reach > _LONG * (placed.right - placed.left)


def body_size(lines: Iterable[Line]) -> float:
    """Return the height of most letters of the document."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(2 * line.size) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0
