"""What a line of the terminal shows, and which of its cells are to be written anew.

A letter that the terminal draws wider or narrower than it is counted moves what is
written behind it. A line therefore consists of fields: each begins with a widget, a
column or behind a gap, and what is written there is sent to its own column. A field in
which such a letter stands is written as a whole or not at all, and what it may run
over is written after it: first the blanks behind its text, then the text, so that it
runs over these. Of any other field the text is written as a whole, too, where a letter
of it has changed: whoever takes what is written as it comes (a screen reader, a
recording, a log) meets phrases and not the letters by which two of them differ.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from operator import and_, ne
from typing import NamedTuple

from tui_app.ui.column_guard import FENCE
from tui_app.ui.painting.cell_looks import Look
from tui_app.ui.painting.letter_cells import Doubt

Cell = tuple[str, Look]
"""A cluster and its look; the cells behind a wide one's first have no text."""

_GAP = re.compile(b"\x00\x00+(?=\x01)")
"""Blank cells that part two fields."""

_RUN = re.compile(b"\x01+")

_NEAR = 4
"""Cells that are sooner written again than passed over."""

BLANKS = frozenset({" ", FENCE})
"""What cells without a letter hold."""


class Field(NamedTuple):
    """A field from a column to another, of which ``text`` ends the text.

    ``more`` is how far the text may reach beyond it; ``less``: it may end before it.
    """

    start: int
    end: int
    text: int
    more: int = 0
    less: bool = False


class PaintedLine(NamedTuple):
    """The cells of a line, ``None`` where it is not known what the terminal shows.

    ``starts`` are the columns where a widget or a column of text begins, ``doubts``
    the letters whose width is not agreed on. ``said``: it is what one is at, where that
    is to be heard.
    """

    cells: list[Cell | None]
    starts: frozenset[int] = frozenset()
    doubts: tuple[Doubt, ...] = ()
    said: bool = False

    def with_piece(self, at: int, piece: PaintedLine) -> PaintedLine:
        """Return the line with ``piece`` from a column on."""
        end = at + len(piece.cells)
        cells = self.cells + [None] * (end - len(self.cells))
        cells[at:end] = piece.cells
        outside = {start for start in self.starts if not at < start < end}
        inside = {at, end, *(at + start for start in piece.starts)}
        kept = [one for one in self.doubts if not at <= one.at < end]
        new = [one.moved(at) for one in piece.doubts]
        return PaintedLine(
            cells,
            frozenset(outside | inside),
            tuple(sorted(kept + new)),
            piece.said,
        )

    def doubtful_fields(self) -> Iterator[Field]:
        """Yield the fields that hold a letter whose width is not agreed on."""
        if not self.doubts:
            return
        columns = [doubt.at for doubt in self.doubts]
        for start, end in pairwise(self._borders()):
            here = self.doubts[bisect_left(columns, start) : bisect_left(columns, end)]
            if here:
                text = self._text_end(start, end)
                more = sum(one.more for one in here)
                yield Field(start, end, text, more, any(one.less for one in here))

    def phrases(self) -> Iterator[tuple[int, int]]:
        """Yield from where to where the text of each field stands."""
        for start, end in pairwise(self._borders()):
            yield start, self._text_end(start, end)

    def _text_end(self, start: int, end: int) -> int:
        while end > start and _is_blank(self.cells[end - 1]):
            end -= 1
        return end

    def _borders(self) -> list[int]:
        """Return where fields begin, and the end of the line."""
        borders = {0, len(self.cells), *self.starts}
        held = bytes(not _is_blank(cell) for cell in self.cells)
        borders.update(match.end() for match in _GAP.finditer(held))
        return sorted(borders)


NOTHING_KNOWN = PaintedLine([])
"""A line of which it is not known what the terminal shows."""


class Stroke(NamedTuple):
    """Cells to be written from a column to another, one behind the other.

    ``sure``: each of them is where it is counted to be afterwards, and the cursor
    behind the last. ``cleared``: the cells are blanked before.
    """

    start: int
    end: int
    sure: bool = True
    cleared: bool = False


def changes(before: PaintedLine, after: PaintedLine) -> list[Stroke]:
    """Return what is to be written, in this order, for ``after`` to be shown.

    ``before`` is what is shown by now.
    """
    if after.said and not before.said:
        before = NOTHING_KNOWN
    elif before.cells == after.cells:
        return []
    old = before.cells + [None] * (len(after.cells) - len(before.cells))
    dirty = list(map(ne, old, after.cells))
    for start, end in after.phrases():
        if True in dirty[start:end]:
            dirty[start:end] = [True] * (end - start)
    fields = list(after.doubtful_fields())
    for span in _unsure_spans([*before.doubtful_fields(), *fields]):
        _spread(dirty, span, fields)
    if None in after.cells:
        known = (cell is not None for cell in after.cells)
        dirty = list(map(and_, dirty, known))
    written = [_strokes_of(field) for field in fields if dirty[field.start]]
    within = {column for one in fields for column in range(one.start, one.end)}
    written += ([stroke] for stroke in _sure_strokes(dirty, after.cells, within))
    return [stroke for strokes in sorted(written, key=min) for stroke in strokes]


def _unsure_spans(fields: Iterable[Field]) -> Iterable[tuple[int, int]]:
    """Return the stretches that these fields cover, those that overlap joined."""
    spans = list[tuple[int, int]]()
    for start, end, *_ in sorted(fields):
        if spans and start < spans[-1][1]:
            spans[-1] = spans[-1][0], max(end, spans[-1][1])
        else:
            spans.append((start, end))
    return spans


def _spread(dirty: list[bool], span: tuple[int, int], fields: Iterable[Field]) -> None:
    """Let a whole stretch be written where a part of it is, and what it may reach."""
    start, end = span
    if not any(dirty[start:end]):
        return
    inside = (field for field in fields if start <= field.start < end)
    reach = max([end, *(field.text + field.more for field in inside)])
    dirty[start:reach] = [True] * len(dirty[start:reach])


def _strokes_of(field: Field) -> list[Stroke]:
    """Return how a field is written in which a letter is of doubtful width."""
    text = Stroke(field.start, field.text, sure=False, cleared=field.less)
    blanks = [Stroke(field.text, field.end)] if field.text < field.end else []
    return [*blanks, text]


def _sure_strokes(
    dirty: list[bool], cells: Sequence[Cell | None], others: Collection[int]
) -> Iterator[Stroke]:
    """Yield how the rest is written, never a part of a wide letter."""
    for column in others:
        dirty[column] = False
    open_one: Stroke | None = None
    for run in _RUN.finditer(bytes(dirty)):
        start, end = _letters_at(*run.span(), cells)
        if open_one and _goes_on(range(open_one.end, start), cells, others):
            open_one = open_one._replace(end=end)
            continue
        if open_one:
            yield open_one
        open_one = Stroke(start, end)
    if open_one:
        yield open_one


def _goes_on(gap: range, cells: Sequence[Cell | None], others: Collection[int]) -> bool:
    """Tell whether the cells of a gap are sooner written again than passed over."""
    return len(gap) <= _NEAR and not any(
        at in others or cells[at] is None for at in gap
    )


def _letters_at(start: int, end: int, cells: Sequence[Cell | None]) -> tuple[int, int]:
    """Return where the letters begin and end that have these cells."""
    while start and _is_rest(cells[start]):
        start -= 1
    while end < len(cells) and _is_rest(cells[end]):
        end += 1
    return start, end


def _is_rest(cell: Cell | None) -> bool:
    return cell is not None and not cell[0]


def _is_blank(cell: Cell | None) -> bool:
    return cell is None or cell[0] in BLANKS
