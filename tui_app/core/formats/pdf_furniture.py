"""What is printed on each page around the text: running heads, page and line numbers.

Told by repetition: the same words, digits aside, at the same height of several pages,
among the first or last lines there; numbers that count the pages. Where most pages
have a running head at one height, what stands there on the others is one, too, though
its words are others (the name of each section).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from tui_app.core.formats.pdf_lines import Line
from tui_app.core.formats.taking import FURNITURE

PAGE_NUMBER = "page number"
LINE_NUMBERS = "line numbers"

_EDGE = 5  # rows from the top and from the bottom of a page
_NUMBER_EDGE = 8  # for numbers that count the pages: some stand in the margin
_MOST = 0.75  # of the letters of a document
_NEAR = 5.0  # points by which the same head may stand higher or lower
_SLOT_SHARE = 0.4  # of the pages, for a height at which heads stand
_LEAST_PART = 8  # letters of what may be part of a head
_LONGEST_HEAD = 120
_FEWEST_NUMBERS = 8  # of the lines of one page
_ROW = 0.5  # heights

_COUNT = re.compile(
    r"[\[(–—·| -]*(?:(?:page|seite|pagina|página|p\.|s\.|стр\.)\s*)?"
    r"(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|von|de|di|sur|/)\s*\d{1,4})?[\])–—·| -]*",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class _Place(NamedTuple):
    page: int
    at: int
    line: Line
    row: int  # from the nearer edge of the page, from 0

    @property
    def outermost(self) -> bool:
        """Tell whether nothing stands between it and the edge of the page."""
        return self.row == 0


def furniture_by_page(pages: Sequence[Sequence[Line]]) -> list[dict[int, str]]:
    """Return for each page which of its lines are no text, by index, each with why.

    Where hardly anything else would be left, there are none.
    """
    found = _furniture(pages)
    out = sum(
        len(lines[at].text)
        for lines, places in zip(pages, found, strict=True)
        for at in places
    )
    if out > _MOST * sum(len(line.text) for lines in pages for line in lines):
        return [{} for _ in pages]
    return found


def _furniture(pages: Sequence[Sequence[Line]]) -> list[dict[int, str]]:
    found: list[dict[int, str]] = [_line_numbers(lines) for lines in pages]
    edges = [
        place
        for page, lines in enumerate(pages)
        for place in _edge_lines(page, lines, found[page])
    ]
    for place in _repeated(edges):
        found[place.page][place.at] = FURNITURE
    for place in _counting(edges):
        found[place.page][place.at] = PAGE_NUMBER
    for place in _parts_of_heads(edges, found):
        found[place.page].setdefault(place.at, FURNITURE)
    for place in _in_slots(edges, found, pages):
        found[place.page].setdefault(place.at, FURNITURE)
    return found


def _edge_lines(
    page: int, lines: Sequence[Line], numbers: dict[int, str]
) -> Iterator[_Place]:
    """Yield the lines of the first and the last rows of the page."""
    rows: list[list[int]] = []
    order = sorted(range(len(lines)), key=lambda one: -lines[one].bottom)
    for index in order:
        if index in numbers:
            continue
        line = lines[index]
        if rows and lines[rows[-1][0]].bottom - line.bottom < _ROW * line.size:
            rows[-1].append(index)
        else:
            rows.append([index])
    for number, row in enumerate(rows):
        from_edge = min(number, len(rows) - 1 - number)
        if from_edge < _NUMBER_EDGE:
            for index in row:
                yield _Place(page, index, lines[index], from_edge)


def _pattern(text: str) -> str:
    """Return the words as they are on every page: numbers aside, page by page."""
    words = re.sub(r"\d+", "#", text.casefold())
    return re.sub(r"\b[ivxlc]+$|^[ivxlc]+\b", "#", " ".join(words.split()))


def _repeated(edges: Iterable[_Place]) -> Iterator[_Place]:
    alike: defaultdict[str, list[_Place]] = defaultdict(list)
    for place in edges:
        pattern = _pattern(place.line.text)
        if place.row < _EDGE and pattern.strip(" #-–—.|[]()"):
            alike[pattern].append(place)
    for places in alike.values():
        for group in _level(places):
            if len({one.page for one in group}) >= 2 and _spread(group):
                yield from group


def _spread(group: list[_Place]) -> bool:
    """Tell whether the words return often enough for where they stand.

    What returns once may be a headline of two pages, unless it is outermost.
    """
    pages = {one.page for one in group}
    return len(pages) >= 3 or all(one.outermost for one in group)


def _parts_of_heads(
    edges: Sequence[_Place], found: Sequence[dict[int, str]]
) -> Iterator[_Place]:
    """Yield what says, line by line, what the running head of other pages says.

    The first page of a journal or a gazette has it so, in letters as small.
    """
    heads = {
        f" {_pattern(place.line.text)} ": place.line.size
        for place in edges
        if found[place.page].get(place.at) == FURNITURE
    }
    for place in edges:
        words = _pattern(place.line.text)
        if place.at in found[place.page] or len(words) < _LEAST_PART:
            continue
        if place.row >= _EDGE:
            continue
        if any(
            f" {words} " in head and place.line.size <= size + 0.5
            for head, size in heads.items()
        ):
            yield place


def _level(places: list[_Place]) -> Iterator[list[_Place]]:
    """Yield those that stand at about the same height."""
    group: list[_Place] = []
    for place in sorted(places, key=lambda one: one.line.bottom):
        if group and place.line.bottom - group[-1].line.bottom > _NEAR:
            yield group
            group = []
        group.append(place)
    if group:
        yield group


def _counting(edges: Iterable[_Place]) -> Iterator[_Place]:
    """Yield numbers that rise as the pages do."""
    by_offset: defaultdict[int, list[_Place]] = defaultdict(list)
    for place in edges:
        number = _number(place.line.text)
        if number is not None:
            by_offset[number - place.page].append(place)
    for offset, places in by_offset.items():
        for group in _level(places):
            several = len({one.page for one in group}) >= 2
            alone = offset == 1 and all(one.outermost for one in group)
            if several or alone:
                yield from group


def _number(text: str) -> int | None:
    match = _COUNT.fullmatch(text.strip())
    if not match:
        return None
    digits = match[1].lower()
    return int(digits) if digits.isdecimal() else _roman(digits)


def _roman(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters]
    return sum(
        -one if one < after else one
        for one, after in zip(values, [*values[1:], 0], strict=True)
    )


def _in_slots(
    edges: list[_Place],
    found: Sequence[dict[int, str]],
    pages: Sequence[Sequence[Line]],
) -> Iterator[_Place]:
    """Yield what stands, apart from the text, where most pages have a running head."""
    taken = [one for one in edges if one.at in found[one.page]]
    slots = Counter({(one.page, round(one.line.bottom)) for one in taken})
    heights = Counter(height for _, height in slots)
    least = max(3, _SLOT_SHARE * len(pages))
    heads = {height for height, count in heights.items() if count >= least}
    for place in edges:
        line = place.line
        if place.at in found[place.page] or len(line.text) > _LONGEST_HEAD:
            continue
        near = place.row < _EDGE and any(
            abs(line.bottom - height) <= 1.5 for height in heads
        )
        if near and _stands_apart(line, pages[place.page]):
            yield place


def _stands_apart(line: Line, lines: Sequence[Line]) -> bool:
    """Tell whether no text is as near as the next line of a paragraph would be."""
    near = 2.0 * line.size
    return not any(
        0.5 * line.size < abs(other.bottom - line.bottom) < near
        and other.left < line.right
        and line.left < other.right
        for other in lines
    )


def _line_numbers(lines: Sequence[Line]) -> dict[int, str]:
    """Return the numbers of lines that stand in the margin of the page."""
    columns: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if line.text.isdecimal() and len(line.text) <= 3:
            columns["left", round(line.left / 4)].append(index)
            columns["right", round(line.right / 4)].append(index)
    found: dict[int, str] = {}
    for places in columns.values():
        if len(places) >= _FEWEST_NUMBERS and _is_margin(lines, places):
            places.sort(key=lambda one: -lines[one].bottom)
            if _rise([int(lines[one].text) for one in places]):
                found |= dict.fromkeys(places, LINE_NUMBERS)
    return found


def _rise(numbers: Sequence[int]) -> bool:
    """Tell whether the numbers count on in steps as those of lines do."""
    steps = Counter(after - one for one, after in pairwise(numbers))
    step, often = steps.most_common(1)[0]
    return step in {1, 2, 5, 10} and often >= 0.8 * (len(numbers) - 1)


def _is_margin(lines: Sequence[Line], places: list[int]) -> bool:
    others = [line for index, line in enumerate(lines) if index not in set(places)]
    if not others:
        return False
    right = max(lines[one].right for one in places)
    left = min(lines[one].left for one in places)
    return right < median(one.left for one in others) or left > median(
        one.right for one in others
    )
