"""The lines of a page in the order they are read: across it, and down its columns.

A gutter is a strip of white between lines of prose to its left and right. What reaches
across it (a headline, a wide abstract) parts the page into bands; in each band the
column to the left is read before that to the right. Sides that are mostly short, as
the cells of a table are, make no columns: what stands side by side there is one line,
its cells parted by a tab.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import fmean, median
from typing import NamedTuple

from tui_app.core.formats.pdf_lines import Line

_LEAST_GUTTER = 0.6  # heights of a line
_LEAST_LINES = 4  # on each side of a gutter
_PROSE = 14  # letters in the mean line of a column of prose
_MOST_ACROSS = 0.4  # of the lines beside a gutter may reach across it
_DENSE = 0.3  # of a column's height that its lines fill
_SPACE = 1.6  # heights between words; cells stand further apart
_MOST_GUTTERS = 12  # on one page, a bound on the work
_MOST_LINES = 3000  # of a page that is looked at for columns


class ColumnLine(NamedTuple):
    """A line with the column it stands in: its number on the page, its sides."""

    line: Line
    column: int
    left: float
    right: float


def read_order(lines: Sequence[Line]) -> list[ColumnLine]:
    """Return the lines of a page in the order they are read, cells joined."""
    blocks = _blocks(list(lines), _MOST_GUTTERS if len(lines) <= _MOST_LINES else 0)
    ordered: list[ColumnLine] = []
    for number, block in enumerate(blocks):
        left = min(line.left for line in block)
        right = max(line.right for line in block)
        ordered.extend(
            ColumnLine(line, number, left, right) for line in _whole_lines(block)
        )
    return ordered


def _blocks(lines: list[Line], most: int) -> Iterator[list[Line]]:
    """Yield the lines of one column after the other, in reading order."""
    gutter = _gutter(lines) if most > 0 else None
    if gutter is None:
        if lines:
            yield lines
        return
    across = [one for one in lines if _crosses(one, gutter)]
    beside = [one for one in lines if not _crosses(one, gutter)]
    for band in _bands(across, beside):
        if _crosses(band[0], gutter):
            yield band
            continue
        middle = (gutter[0] + gutter[1]) / 2
        sides = ([one for one in band if one.left < middle],
                 [one for one in band if one.left >= middle])  # fmt: skip
        for side in sides:
            yield from _blocks(side, most - 1)


def _crosses(line: Line, gutter: tuple[float, float]) -> bool:
    return line.left < gutter[0] - 1 and line.right > gutter[1] + 1


def _bands(across: list[Line], beside: list[Line]) -> Iterator[list[Line]]:
    """Yield what stands across and what stands beside, from the top down."""
    across = sorted(across, key=lambda one: -one.bottom)
    left = sorted(beside, key=lambda one: -one.bottom)
    wide: list[Line] = []
    taken = 0
    for one in across:
        above = taken
        while taken < len(left) and left[taken].bottom > one.bottom + 0.3 * one.size:
            taken += 1
        if taken > above:
            if wide:
                yield wide
            wide = []
            yield left[above:taken]
        wide.append(one)
    if wide:
        yield wide
    if taken < len(left):
        yield left[taken:]


def _gutter(lines: list[Line]) -> tuple[float, float] | None:
    """Return the sides of the strip that parts the lines best, if any does."""
    if len(lines) < 2 * _LEAST_LINES:
        return None
    size = median(line.size for line in lines)
    best: tuple[int, float, float] | None = None
    for left, right, across in _strips(lines):
        if right - left < _LEAST_GUTTER * size:
            continue
        if not _parts(lines, left, right, across):
            continue
        if best is None or (across, left - right) < (best[0], best[1] - best[2]):
            best = (across, left, right)
    return best[1:] if best else None


def _strips(lines: list[Line]) -> Iterator[tuple[float, float, int]]:
    """Yield strips, and how many lines cross each, where fewer do than beside it."""
    events = sorted(
        [(line.left, 1) for line in lines] + [(line.right, -1) for line in lines]
    )
    profile: list[tuple[float, float, int]] = []
    inside = 0
    for (place, step), (following, _) in pairwise(events):
        inside += step
        if following > place:
            profile.append((place, following, inside))
    most = max((count for *_, count in profile), default=0)
    low = _MOST_ACROSS * most
    yield from _lows(profile, low)


def _lows(
    profile: list[tuple[float, float, int]], low: float
) -> Iterator[tuple[float, float, int]]:
    """Yield, of each run of strips crossed by few, the widest of its emptiest."""
    run: list[tuple[float, float, int]] = []
    for strip in [*profile, (0.0, 0.0, int(low) + 1)]:
        if strip[2] <= low:
            run.append(strip)
            continue
        if run:
            yield from _emptiest(run)
        run = []


def _emptiest(
    run: list[tuple[float, float, int]],
) -> Iterator[tuple[float, float, int]]:
    least = min(count for *_, count in run)
    for most in dict.fromkeys((least, least + 1, max(count for *_, count in run))):
        stretch: tuple[float, float] | None = None
        widest = (0.0, 0.0)
        for left, right, count in [*run, (0.0, 0.0, most + 1)]:
            if count <= most:
                stretch = (stretch[0] if stretch else left, right)
            elif stretch:
                if stretch[1] - stretch[0] > widest[1] - widest[0]:
                    widest = stretch
                stretch = None
        yield (*widest, most)


def _parts(lines: list[Line], left: float, right: float, across: int) -> bool:
    """Tell whether prose stands on both sides of the strip."""
    before = [one for one in lines if one.right <= right and one.left < left]
    after = [one for one in lines if one.left >= left and one.right > right]
    if across > _MOST_ACROSS * min(len(before), len(after)):
        return False
    return _is_prose(before) and _is_prose(after) and _stand_beside(before, after)


def _is_prose(lines: list[Line]) -> bool:
    if len(lines) < _LEAST_LINES:
        return False
    if fmean(len(line.text) for line in lines) < _PROSE:
        return False
    height = max(line.top for line in lines) - min(line.bottom for line in lines)
    return sum(line.size for line in lines) > _DENSE * height


def _stand_beside(before: list[Line], after: list[Line]) -> bool:
    """Tell whether the two share enough of the page's height to be columns."""
    top = min(max(one.top for one in before), max(one.top for one in after))
    low = max(min(one.bottom for one in before), min(one.bottom for one in after))
    return top - low > 3 * before[0].size


def _whole_lines(block: list[Line]) -> Iterator[Line]:
    """Yield the lines of a column from the top down, those side by side as one."""
    row: list[Line] = []
    for line in sorted(block, key=lambda one: -(one.bottom + one.top)):
        if row and not _is_beside(row[-1], line):
            yield _one_line(row)
            row = []
        insort(row, line, key=lambda one: one.left)
    if row:
        yield _one_line(row)


def _is_beside(line: Line, other: Line) -> bool:
    overlap = min(line.top, other.top) - max(line.bottom, other.bottom)
    return overlap > 0.5 * min(line.size, other.size)


def _one_line(row: list[Line]) -> Line:
    if len(row) == 1:
        return row[0]
    text = row[0].text
    reach = row[0].right
    for line in row[1:]:
        gap = line.left - reach
        text += ("\t" if gap > _SPACE * line.size else " ") + line.text
        reach = max(reach, line.right)
    widest = max(row, key=lambda one: len(one.text))
    return widest._replace(
        text=text,
        left=row[0].left,
        right=reach,
        bold=all(one.bold for one in row),
    )
