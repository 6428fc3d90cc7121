"""A set line becomes a strip of exactly as many cells as the window has."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from tui_app.core.layout.columns import MARGIN, Columns
from tui_app.core.layout.set_lines import LinePiece, SetLine, TextLine
from tui_app.core.layout.wrapping import NARROW, Wrapper
from tui_app.core.model import Role, Side, opposite
from tui_app.core.text.plurals import counted
from tui_app.review.looks import SOFT_MARKS, Mark
from tui_app.review.row_looks import RowLook
from tui_app.review.signs import Signs
from tui_app.ui.column_guard import MARGIN_STYLE
from tui_app.ui.styles import Palette

_ROLE_STYLES = {
    Role.TITLE: "title",
    Role.HEADING: "title",
    Role.DATELINE: "aside",
    Role.CAPTION: "aside",
    Role.TEASER: "aside",
    Role.BOILERPLATE: "aside",
}

WRAPPER = Wrapper(cell_len)
"""What the lines are set with as well: both count cells as the terminal does."""

_MERGED: Mapping[str, str] = {
    **dict.fromkeys(("removed", "whole-left"), "left-only"),
    **dict.fromkeys(("word-left", "moved-left", "small-left"), "merged-left"),
}
"""What stands for marks where what is gone is struck out, and so needs no more."""

_NOTHING = 3
"""Cells that say that a text has nothing here."""

_ON_THE_COVER = frozenset({"noted", "hit", "hit-current", "selection"})
"""What is marked though the words are covered: nothing of what they say."""

Cells = Sequence[tuple[str, str]]
"""Signs of a cell each, with the names of their styles."""


class LineOfRow(NamedTuple):
    """The ``nth`` of ``lines`` lines of a row from the one with its signs on.

    ``None``: before it.
    """

    nth: int | None = None
    lines: int = 1


ALONE = LineOfRow(0)

_ON_WORDS_OF_BOTH = SOFT_MARKS | {
    *("current-left", "current-right"),
    *("current-rest-left", "current-rest-right"),
}
"""What marks no words that both sides have, though they are within a change."""


class LinePainter(Protocol):
    """Paints the lines of a page into its columns."""

    @property
    def columns(self) -> Columns:
        """Return where the columns stand."""

    def paint(self, line: SetLine, look: RowLook, at: LineOfRow) -> Strip:
        """Return the strip of a row's line, which stands there in its row."""

    def folded(self, count: int, look: RowLook) -> Strip:
        """Return the one line that stands for so many rows."""

    def blank(self) -> Strip:
        """Return a line with nothing on it."""


class Painter:
    """Paints lines into the columns.

    ``set_off`` is the side whose text stands below the other's in one column, with a
    rule beside it; it is ``pale`` where it is in another language.
    """

    def __init__(
        self,
        columns: Columns,
        palette: Palette,
        signs: Signs,
        *,
        set_off: Side | None = None,
        pale: bool = False,
    ) -> None:
        self.columns = columns
        self._set_off = set_off
        self._pale = set_off if pale else None
        self._style = palette.style
        self._signs = signs

    def paint(self, line: SetLine, look: RowLook, at: LineOfRow = ALONE) -> Strip:
        """Return the strip of a row's line."""
        width = self.columns.window
        signs = _signs_on_line(look.signs, self.columns.signs, at)
        segments = (
            self._two_sides(line, look, signs)
            if self.columns.apart
            else self._one_column(line, look, signs)
        )
        return Strip(segments).adjust_cell_length(width, self._style())

    def folded(self, count: int, look: RowLook) -> Strip:
        """Return the one line that stands for so many rows.

        They are the same on both sides, or the text that is read has none of them.
        """
        columns = self.columns
        if look.empty:
            line = SetLine(first=True)
            signs = _signs_on_line(look.signs, columns.signs, ALONE)
            words = self._left_out(count, look.empty)
            told = self._one_column(line, look, signs, words)
            return Strip(told).adjust_cell_length(columns.window, self._style())
        ground = ("cursor",) if look.cursor else ()
        bar = self._signs.bar if look.cursor else " "
        word = f"{self._signs.fold} {count} rows the same"
        start = columns.left - MARGIN if columns.apart else 0
        segments = [
            Segment(" " * start, self._style()),
            Segment(bar + " ", self._style(*ground, "gutter")),
            Segment(word, self._style(*ground, "fold")),
        ]
        strip = Strip(segments).extend_cell_length(columns.window, self._style(*ground))
        return strip.crop(0, columns.window)

    def _left_out(self, count: int, empty: Side) -> str:
        passages = counted(count, "passage", "passages")
        told = f" {passages} only on the {opposite(empty)}"
        fits = len(told) + _NOTHING <= self.columns.text
        return self._signs.nothing * _NOTHING + (told if fits else f" {count}")

    def blank(self) -> Strip:
        """Return a line with nothing on it."""
        return Strip.blank(self.columns.window, self._style())

    def _two_sides(
        self, line: SetLine, look: RowLook, signs: Cells
    ) -> Iterator[Segment]:
        columns = self.columns
        yield Segment(" " * (columns.left - MARGIN), self._style())
        yield from self._side(line, "left", look)
        yield from self._gutter(look, signs)
        yield from self._side(line, "right", look)

    def _side(self, line: SetLine, side: Side, look: RowLook) -> Iterator[Segment]:
        ground = _ground(look, side)
        text = line.side(side)
        yield self._margin(line, text, side, look, ground)
        if text is None and line.first and look.empty == side:
            yield from self._nothing(ground)
            return
        yield from self._text(text, look, ground, covered=look.covered == side)

    def _nothing(self, ground: tuple[str, ...], told: str = "") -> Iterator[Segment]:
        """Yield the sign of a text without a counterpart, or words for many."""
        room = self.columns.text
        words = (told or self._signs.nothing * _NOTHING)[:room]
        yield Segment(words, self._style(*ground, "fold" if told else "empty"))
        yield Segment(" " * (room - len(words)), self._style(*ground))

    def _one_column(
        self, line: SetLine, look: RowLook, signs: Cells, left_out: str = ""
    ) -> Iterator[Segment]:
        side: Side = "right" if line.left is None and line.right else "left"
        active = look.cursor or side
        ground = _ground(look, active)
        yield Segment(" " * self.columns.gutter, self._style())
        yield from self._gutter(look, signs)
        text = line.left or line.right
        alone = line.both or look.empty == active or not text
        yield self._margin(line, text, active if alone else side, look, ground)
        if text is None and line.first:
            yield from self._nothing(ground, left_out)
            return
        covered = look.covered == side and not line.both
        yield from self._text(text, look, ground, covered=covered)

    def _margin(
        self,
        line: SetLine,
        text: TextLine | None,
        side: Side,
        look: RowLook,
        ground: tuple[str, ...],
    ) -> Segment:
        bar = self._signs.rule if text and side == self._set_off else " "
        if look.cursor == side:
            bar = self._signs.bar
        elif look.apart == side and line.first:
            bar = self._signs.apart
        gap = self._signs.gap if text and text.gap else " "
        return Segment(bar + gap, self._style(*ground, f"{side}-only") + MARGIN_STYLE)

    def _gutter(self, look: RowLook, signs: Cells) -> Iterator[Segment]:
        ground = ("cursor-other",) if look.cursor else ()
        yield Segment(" " * self.columns.lead, self._style(*ground))
        for sign, name in signs:
            yield Segment(sign, self._style(*ground, name))
        left = self.columns.signs - len(signs)
        yield Segment(" " * left, self._style(*ground))

    def _text(
        self,
        text: TextLine | None,
        look: RowLook,
        ground: tuple[str, ...],
        *,
        covered: bool,
    ) -> Iterator[Segment]:
        width = self.columns.text
        if text is None:
            yield Segment(" " * width, self._style(*ground))
            return
        base = (*ground, _ROLE_STYLES.get(text.role, "text"))
        if text.indent:
            yield Segment(" " * text.indent, self._style(*ground))
        used = text.indent
        for piece in text.pieces:
            if covered:
                yield from self._covered(piece, look, ground)
            else:
                yield from self.piece(piece, look, base)
            used += WRAPPER.cells(piece.text)
        yield Segment(" " * max(0, width - used), self._style(*ground))

    def piece(
        self, piece: LinePiece, look: RowLook, base: tuple[str, ...]
    ) -> Iterator[Segment]:
        """Yield the words of a piece as they are marked, over the styles named."""
        if piece.tone == "removed" and not piece.text.isspace():
            base = (*base, "merged-removed")
        if self._pale and piece.side == self._pale:
            base = (*base, f"pale-{piece.side}")
        for text, names in self._styled(piece, _marks(piece, look)):
            yield Segment(text, self._style(*base, *names))

    def _covered(
        self, piece: LinePiece, look: RowLook, ground: tuple[str, ...]
    ) -> Iterator[Segment]:
        """Yield a sign for each cell of the words; they are not to be seen."""
        marks = look.marks(piece.side) if piece.side else ()
        seen = [mark for mark in marks if mark.name in _ON_THE_COVER]
        for text, names in self._styled(piece, seen):
            signs = self._signs.cover * WRAPPER.cells(text)
            yield Segment(signs, self._style(*ground, "covered", *names))

    def _styled(
        self, piece: LinePiece, marks: Iterable[Mark]
    ) -> Iterator[tuple[str, Iterable[str]]]:
        """Yield the piece in stretches, each with the names of its marks."""
        marks = [
            mark for mark in marks if mark.start < piece.end and mark.end > piece.start
        ]
        for start, end in pairwise(self._cuts(piece, marks)):
            names = (
                mark.name for mark in marks if mark.start < end and mark.end > start
            )
            yield piece.text[start - piece.start : end - piece.start], names

    def _cuts(self, piece: LinePiece, marks: Iterable[Mark]) -> list[int]:
        """Return where the style changes; never within a cluster."""
        cuts = {piece.start, piece.end}
        for mark in marks:
            cuts |= {max(mark.start, piece.start), min(mark.end, piece.end)}
        if len(cuts) > 2 and not NARROW.fullmatch(piece.text):
            cuts = self._untorn(piece, cuts)
        return sorted(cuts)

    def _untorn(self, piece: LinePiece, cuts: set[int]) -> set[int]:
        clusters = WRAPPER.clusters(piece.text)
        borders = [piece.start + at for at, *_ in clusters] + [piece.end]
        return {borders[bisect_right(borders, cut) - 1] for cut in cuts} | {piece.start}


def _marks(piece: LinePiece, look: RowLook) -> Sequence[Mark]:
    """Return the marks of the piece's side, merged as they suit what it says."""
    if piece.side is None:
        return ()
    marks = look.marks(piece.side)
    if piece.tone == "common":
        return [mark for mark in marks if mark.name not in _ON_WORDS_OF_BOTH]
    if piece.tone == "removed":
        names = (_MERGED.get(mark.name, mark.name) for mark in marks)
        return [
            mark._replace(name=name) for mark, name in zip(marks, names, strict=True)
        ]
    return marks


def _ground(look: RowLook, side: Side) -> tuple[str, ...]:
    if look.cursor is None:
        return ()
    return ("cursor",) if look.cursor == side else ("cursor-other",)


def _signs_on_line(signs: Cells, room: int, at: LineOfRow) -> Cells:
    """Return the signs of a line: each in its place, where that fits into ``room``.

    Else they stand close together, on the row's next lines as well; of more than these
    have room for the last ones stay, as they say more than how certain a link is.
    """
    if at.nth is None:
        return ()
    if len(signs) <= room:
        return () if at.nth else signs
    told = [sign for sign in signs if sign[0] != " "][-room * at.lines :]
    return told[room * at.nth : room * (at.nth + 1)]
