"""From the letters of a page to its lines, by where they stand.

A piece is what the file draws in one go: letters side by side on one height. Pieces
side by side make a line, with a space where there is a gap or the file has one. A
line ends where the gap is wider than words stand apart, so the lines of two columns,
or the cells of a table, are lines of their own here. Lengths are in points, or in
heights of a line where named so.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui_app.core.formats.pdf_child import LINE_END_HYPHEN, NOTHING
from tui_app.core.formats.pdf_letters import Letters
from tui_app.core.formats.symbol_font import letter_of
from tui_app.core.text.direction import FROM_RIGHT

_NO_GAP = 0.12  # heights between letters of one word
_WORD_GAP = 1.0  # heights between words of a line that is spread to full width
_GAP_OUT_OF_ORDER = 0.45  # heights, where it may also be that between two columns
_BACK = 0.4  # heights that a letter may reach under the one before (kerning)
_RAISED = 0.8  # of the line's height: a mark of a note, an exponent
_AGAIN = 0.3  # heights by which what is drawn twice, to look bold, stands apart
_SAME_HEIGHT = 0.12  # heights by which letters of one piece may differ

_SHARE = 0.08  # of a line's letters that are as large: small capitals are not its size

_LETTER = re.compile(r"[^\W_]")
_LEFTWARD = re.compile(f"[{FROM_RIGHT}]")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in
              range(0xFB00, 0xFB07)}  # fmt: skip
_SOFT_HYPHEN = 0xAD
_SYMBOLS = range(0xF020, 0xF100)
_SIGNS = frozenset({0xF0A7, 0xF0D8, 0xF0FC})  # bullets and ticks of Wingdings
HYPHEN = "\u00ad"
"""Stands for the hyphen at the end of a line, whatever the file has there."""

_ONE_LETTER = _LIGATURES | {_SOFT_HYPHEN: HYPHEN, LINE_END_HYPHEN: HYPHEN, NOTHING: ""}


class Line(NamedTuple):
    """A line, or what of it stands in one column; y upwards.

    ``size`` is the height of its larger letters; it is near the size of the font.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    bold: bool = False


class PageLines(NamedTuple):
    """The lines of a page in the order of the file, and what is no text of it.

    ``letters`` is how many letters it has, ``unreadable`` how many of them say not
    which they are.
    """

    lines: list[Line]
    beside: list[tuple[str, str]]
    letters: int
    unreadable: int


class _Piece(NamedTuple):
    text: str
    left: float
    bottom: float
    right: float
    top: float
    bold: bool
    spaced: bool  # white space stands before it in the file

    @property
    def height(self) -> float:
        return self.top - self.bottom


def page_lines(page: Letters) -> PageLines:
    """Return the lines of the page; turned and unseen text is beside it."""
    codes = page.codes
    seen = (codes > 32) & (codes != 0x7F) & (codes != 0xA0)
    unreadable = int(np.count_nonzero(_unreadable(codes)))
    letters = int(np.count_nonzero(seen)) + unreadable
    turned = _turns(page)
    way = _most(turned[seen]) if seen.any() else 0
    boxes = _upright(page, way)
    kept = seen & (turned == way)
    beside = [(_words(codes, seen & (turned != way)), "turned text or a watermark")]
    outside = kept & ~_inside(page, page.boxes)
    beside.append((_words(codes, outside), "outside the visible page"))
    pieces = list(_pieces(page, boxes, kept & ~outside))
    lines = [_line(one) for one in _joined(_rows(pieces))]
    left = [(words, why) for words, why in beside if words]
    return PageLines([one for one in lines if one.text], left, letters, unreadable)


def _unreadable(codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    private = (codes >= 0xE000) & (codes < 0xF900)
    control = (codes < 32) & ~np.isin(codes, (9, 10, 13))
    bad: NDArray[np.bool_] = (codes == 0xFFFD) | (codes >= 0xF0000)
    return bad | private | control


def _turns(page: Letters) -> NDArray[np.int32]:
    """Return for each letter by how many degrees it is turned, in steps of 15."""
    angles = np.nan_to_num(page.words["angle"], posinf=0.0, neginf=0.0)
    steps = np.rint(np.degrees(angles) % 360 / 15).astype(np.int32) * 15 % 360
    which = np.searchsorted(page.words["start"], np.arange(len(page.codes)), "right")
    if not len(steps):
        return np.zeros(len(page.codes), np.int32)
    turned: NDArray[np.int32] = steps[np.maximum(which - 1, 0)]
    return turned


def _most(values: NDArray[np.int32]) -> int:
    often: list[tuple[int, int]] = Counter(values.tolist()).most_common(1)
    return often[0][0]


def _upright(page: Letters, way: int) -> NDArray[np.float32]:
    """Return the boxes (left, bottom, right, top) as if the page were not turned."""
    left, top, right, bottom = page.boxes.T
    sides = {
        90: (-top, left, -bottom, right),
        180: (-right, -top, -left, -bottom),
        270: (bottom, -right, top, -left),
    }.get(way, (left, bottom, right, top))
    return np.stack(sides, axis=1)


def _inside(page: Letters, boxes: NDArray[np.float32]) -> NDArray[np.bool_]:
    placed: NDArray[np.bool_] = np.logical_and.reduce(np.isfinite(boxes), axis=1)
    if len(page.box) != 4:
        return placed
    left, bottom, right, top = page.box
    middle_x = (boxes[:, 0] + boxes[:, 2]) / 2
    middle_y = (boxes[:, 1] + boxes[:, 3]) / 2
    wide = (middle_x > left - 1) & (middle_x < right + 1)
    high = (middle_y > bottom - 1) & (middle_y < top + 1)
    inside: NDArray[np.bool_] = placed & wide & high
    return inside


def _words(codes: NDArray[np.uint32], which: NDArray[np.bool_]) -> str:
    if not which.any():
        return ""
    space = codes <= 32
    return "".join(
        _letter(code) for code in codes[which | (space & _behind(which))].tolist()
    ).strip()


def _behind(which: NDArray[np.bool_]) -> NDArray[np.bool_]:
    return np.concatenate(([False], which[:-1]))


def _letter(code: int) -> str:
    if code in _ONE_LETTER:
        return _ONE_LETTER[code]
    if 0xE000 <= code < 0xF900:  # of private use: a letter of a symbol font
        font = "Wingdings" if code in _SIGNS else "Symbol"
        return letter_of(f"{code:x}", font) if code in _SYMBOLS else "\ufffd"
    return chr(code) if code > 32 else " "


def _pieces(
    page: Letters, boxes: NDArray[np.float32], kept: NDArray[np.bool_]
) -> Iterator[_Piece]:
    where = np.flatnonzero(kept)
    if not len(where):
        return
    left, bottom, right, top = boxes[where].T
    height = np.maximum(top - bottom, 0.1)
    apart = np.maximum(left[1:] - right[:-1], left[:-1] - right[1:]) / height[1:]
    moved = np.abs(np.diff(bottom)) + np.abs(np.diff(top))
    skipped = np.diff(where) > 1
    cut = skipped | (moved > _SAME_HEIGHT * height[1:]) | (apart > _NO_GAP)
    starts = np.concatenate(([0], np.flatnonzero(cut) + 1))
    letters = [_letter(code) for code in page.codes[where].tolist()]
    ends = [*starts[1:].tolist(), len(where)]
    yield from map(
        _Piece,
        ["".join(letters[start:end]) for start, end in zip(starts, ends, strict=True)],
        np.minimum.reduceat(left, starts).tolist(),
        np.minimum.reduceat(bottom, starts).tolist(),
        np.maximum.reduceat(right, starts).tolist(),
        np.maximum.reduceat(top, starts).tolist(),
        _bold(page, where[starts]),
        np.concatenate(([False], skipped))[starts].tolist(),
    )


def _bold(page: Letters, where: NDArray[Any]) -> list[bool]:
    which = np.searchsorted(page.words["start"], where, "right") - 1
    bold: list[bool] = (page.words["bold"][which] > 0).tolist()
    return bold


def _rows(pieces: list[_Piece]) -> list[list[_Piece]]:
    """Return the pieces put together as the file draws them one after the other."""
    rows: list[list[_Piece]] = []
    for piece in pieces:
        if rows and _continues(rows[-1][-1], piece, _WORD_GAP):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def _joined(rows: list[list[_Piece]]) -> list[list[_Piece]]:
    """Return the rows with those put together that stand side by side.

    A row the file draws later may continue one it drew before; a row drawn again
    over itself (bold that is none) is taken once.
    """
    joined: list[list[_Piece]] = []
    by_start: dict[tuple[int, int], list[int]] = {}
    by_end: dict[tuple[int, int], list[int]] = {}
    for row in rows:
        first = row[0]
        again = _near(by_start, first)
        if any(_is_again(joined[number], row) for number in again):
            continue
        for number in _near(by_end, first):
            if _continues(joined[number][-1], first, _GAP_OUT_OF_ORDER):
                joined[number].extend(row)
                break
        else:
            number = len(joined)
            joined.append(list(row))
            by_start.setdefault(_cell(first.left, first.bottom), []).append(number)
        latest = joined[number][-1]
        by_end.setdefault(_cell(latest.right, latest.bottom), []).append(number)
    return joined


def _cell(x: float, y: float) -> tuple[int, int]:
    return int(x // 24), int(y // 12)


def _near(cells: dict[tuple[int, int], list[int]], piece: _Piece) -> Iterator[int]:
    """Yield what stands in the cells around the start of the piece."""
    x, y = _cell(piece.left, piece.bottom)
    for near_x in (x - 1, x, x + 1):
        for near_y in (y - 1, y, y + 1):
            yield from reversed(cells.get((near_x, near_y), ())[-8:])


def _is_again(row: list[_Piece], again: list[_Piece]) -> bool:
    """Tell whether the same is drawn again nearly where it stands."""
    if len(again) > len(row):
        return False
    return all(
        one.text == two.text
        and abs(one.left - two.left) + abs(one.top - two.top) < _AGAIN * one.height
        for one, two in zip(row, again, strict=False)
    )


def _continues(before: _Piece, piece: _Piece, most: float) -> bool:
    """Tell whether the piece stands beside the one before, on the same line."""
    overlap = min(before.top, piece.top) - max(before.bottom, piece.bottom)
    if overlap < 0.5 * min(before.height, piece.height):
        return False
    height = max(before.height, piece.height)
    if _is_leftward(piece.text) and _is_leftward(before.text):
        gap = before.left - piece.right
    else:
        gap = piece.left - before.right
    return -_BACK * height <= gap <= most * height


def _is_leftward(text: str) -> bool:
    return _LEFTWARD.search(text) is not None


def _line(pieces: list[_Piece]) -> Line:
    # Signs of mathematics stand in boxes much higher than letters as large.
    lettered = [one for one in pieces if _LETTER.search(one.text)] or pieces
    size = _size(lettered)
    low, high = _core(lettered, size)
    text = "".join(_parts(pieces, size, low))
    bold = sum(len(one.text) for one in pieces if one.bold)
    return Line(
        text.strip(),
        min(one.left for one in pieces),
        low,
        max(one.right for one in pieces),
        high,
        size,
        2 * bold > sum(len(one.text) for one in pieces),
    )


def _size(pieces: list[_Piece]) -> float:
    sizes: Counter[float] = Counter()
    for one in pieces:
        sizes[round(one.height, 1)] += len(one.text)
    least = _SHARE * sizes.total()
    return max(size for size, count in sizes.items() if count >= least)


def _core(pieces: list[_Piece], size: float) -> tuple[float, float]:
    """Return how low and high the letters of the line's own size stand."""
    for one in pieces:
        if abs(one.height - size) <= 0.1:
            return one.bottom, one.top
    return pieces[0].bottom, pieces[0].top


def _parts(pieces: list[_Piece], size: float, low: float) -> Iterator[str]:
    before: _Piece | None = None
    for piece in pieces:
        if before is not None and _is_parted(before, piece, size):
            yield " "
        text = piece.text
        small = piece.height < _RAISED * size
        if small and piece.bottom > low + 0.15 * size and text.isdecimal():
            text = text.translate(_SUPERSCRIPTS)
        yield text
        before = piece


def _is_parted(before: _Piece, piece: _Piece, size: float) -> bool:
    gap = max(piece.left - before.right, before.left - piece.right)
    return gap > _NO_GAP * size or (piece.spaced and gap > -0.05 * size)
