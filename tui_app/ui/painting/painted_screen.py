"""The last gate before the terminal: it writes what differs from what is shown.

Textual paints a screen as a whole whenever one is opened or closed, and some of it
several times for one act. Here is kept what was written last, as curses does it, and
only other cells are written; columns are addressed as such where letters may not be
as wide as they are counted (``painted_line``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from rich.color import ColorSystem
from rich.console import Console
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from tui_app.ui.column_guard import is_margin
from tui_app.ui.painting.cell_looks import UNSTYLED, Look, blank, look_of, near, turned
from tui_app.ui.painting.letter_cells import Doubt, letter_cells
from tui_app.ui.painting.painted_line import (
    BLANKS,
    NOTHING_KNOWN,
    Cell,
    PaintedLine,
    Stroke,
    changes,
)
from tui_app.ui.plain_style import is_said

_BLANK: Cell = (" ", UNSTYLED)

Piece = tuple[int, Strip]
"""A column, and what is painted from it on."""


class PaintedScreen:
    """What the terminal shows, line by line, as far as it was written here."""

    def __init__(self) -> None:
        self._lines: dict[int, PaintedLine] = {}
        self._pieces: dict[int, Sequence[Piece]] = {}

    def forget(self) -> None:
        """Take nothing for shown: somebody else may have written there."""
        self._lines.clear()
        self._pieces.clear()

    def update(self, update: CompositorUpdate) -> CompositorUpdate:
        """Return an update that writes what of this one is not shown yet."""
        if isinstance(update, LayoutUpdate | ChopsUpdate):
            return _Differing(self, update)
        return update

    def written(
        self, lines: Iterable[tuple[int, Sequence[Piece]]], colours: ColorSystem
    ) -> str:
        """Return what makes the terminal show these pieces of lines, by their number.

        They count as shown from now on.
        """
        pen = _Pen()
        for number, pieces in lines:
            if _are_the_same(pieces, self._pieces.get(number, ())):
                continue
            self._pieces[number] = pieces
            before = self._lines.get(number, NOTHING_KNOWN)
            after = before
            for at, strip in pieces:
                after = after.with_piece(at, _painted(strip, colours))
            self._lines[number] = after
            pen.write(number, after, changes(before, after))
        return pen.finished()


def _are_the_same(pieces: Sequence[Piece], before: Sequence[Piece]) -> bool:
    """Tell whether the very same strips were written last, which never change."""
    return len(pieces) == len(before) and all(
        at == there and strip is old
        for (at, strip), (there, old) in zip(pieces, before, strict=True)
    )


class _Differing(CompositorUpdate):
    """An update of Textual's, of which only what differs is written."""

    def __init__(
        self, screen: PaintedScreen, update: LayoutUpdate | ChopsUpdate
    ) -> None:
        self._screen = screen
        self._update = update

    def render_segments(self, console: Console) -> str:
        """Return what is written to the terminal."""
        # As Strip.render takes it; there is no public name for it.
        colours = console._color_system or ColorSystem.TRUECOLOR  # noqa: SLF001
        return self._screen.written(_lines(self._update), colours)


def _lines(
    update: LayoutUpdate | ChopsUpdate,
) -> Iterator[tuple[int, list[Piece]]]:
    if isinstance(update, LayoutUpdate):
        return _of_layout(update)
    return _of_chops(update)


def _of_layout(update: LayoutUpdate) -> Iterator[tuple[int, list[Piece]]]:
    for number, strips in enumerate(update.strips, update.region.y):
        at, pieces = update.region.x, list[Piece]()
        for strip in strips:
            pieces.append((at, strip))
            at += strip.cell_length
        yield number, pieces


def _of_chops(update: ChopsUpdate) -> Iterator[tuple[int, list[Piece]]]:
    """Yield what of each line is painted anew, from one widget's edge to the next."""
    for number, first, last in update.spans:
        chops: Mapping[int, Strip | None] = update.chops[number]
        ends = update.chop_ends[number]
        yield (
            number,
            [
                (at, strip)
                for end, (at, strip) in zip(ends, chops.items(), strict=False)
                if strip is not None and at < last and end > first
            ],
        )


_MOST_CELLS = 4096
"""Cells of one look that are kept; a text without ideographs has a few hundred."""


class _Cells(dict[str, Cell]):
    """The cells of one look, by their text; the first that are met are made once."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def __missing__(self, text: str) -> Cell:
        look = blank(self._look) if text == " " else self._look
        cell = text, look
        if len(self) < _MOST_CELLS:
            self[text] = cell
        return cell


@lru_cache(512)
def _cells_of(look: Look) -> _Cells:
    return _Cells(look)


def _painted(strip: Strip, colours: ColorSystem) -> PaintedLine:
    """Return the cells of the strip, exactly as many as it says that it has."""
    cells = list[Cell | None]()
    starts = set[int]()
    doubts = list[Doubt]()
    said = False
    for segment in strip:
        if segment.control:
            continue
        letters = letter_cells(segment.text)
        at = len(cells)
        doubts += [doubt.moved(at) for doubt in letters.doubts]
        cell_of = _cells_of(look_of(segment.style, colours))
        cells += map(cell_of.__getitem__, letters.cells)
        if is_margin(segment.style):
            starts |= {at, len(cells)}
        said = said or is_said(segment.style)
    width = strip.cell_length
    last = cells[-1][1] if cells and cells[-1] else UNSTYLED
    cells += [(" ", blank(last))] * (width - len(cells))
    return PaintedLine(
        cells[:width],
        frozenset(start for start in starts if start < width),
        tuple(doubt for doubt in doubts if doubt.at < width),
        said,
    )


class _Pen:
    """Writes cells where they belong, with no more codes than that takes."""

    def __init__(self) -> None:
        self._out = list[str]()
        self._look = UNSTYLED
        self._place: tuple[int, int] | None = None

    def write(self, number: int, line: PaintedLine, strokes: Iterable[Stroke]) -> None:
        """Write what has changed of the line of that number."""
        for stroke in strokes:
            if self._place != (number, stroke.start):
                self._out.append(f"\x1b[{number + 1};{stroke.start + 1}H")
            if stroke.cleared:
                self._clear(line.cells[stroke.start] or _BLANK, stroke)
            for cell in line.cells[stroke.start : stroke.end]:
                self._put(*(cell or _BLANK))
            self._place = (number, stroke.end) if stroke.sure else None

    def _clear(self, cell: Cell, stroke: Stroke) -> None:
        self._turn(near(self._look, blank(cell[1])))
        self._out.append(f"\x1b[{stroke.end - stroke.start}X")

    def _put(self, text: str, look: Look) -> None:
        if look is not self._look:
            self._turn(near(self._look, look) if text in BLANKS else look)
        self._out.append(text)

    def _turn(self, look: Look) -> None:
        if look != self._look:
            self._out.append(turned(self._look, look))
            self._look = look

    def finished(self) -> str:
        """Return what was written; the terminal has no look of its own behind it."""
        self._turn(UNSTYLED)
        return "".join(self._out)
