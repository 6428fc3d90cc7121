"""How a reader of a format puts an extract together, passage after passage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from tui_app.core.column_sequence import MANY
from tui_app.core.extract import (
    NO_METADATA,
    Changes,
    ColumnPassages,
    Extract,
    Format,
    LeftOut,
    Metadata,
    Part,
    Passage,
    PlaceMark,
)
from tui_app.core.model import Progress, Report

Read = TypeVar("Read")

LINE_END = "\u2028"
"""A line end that is meant, in words given to ``Taking``."""

# Why words are left out, said alike of all formats.
HIDDEN = "hidden text"
CONTENTS = "table of contents"
FURNITURE = "header or footer"
COMMENT = "comment"

# White space that markup does not mean, but one space; a no-break space is meant.
_ANY_LOOSE = ("\n", "  ", "\t", "\r", "\f")
_LOOSE = re.compile(r"[ \t\r\n\f]{2,}|[\t\r\n\f]")

# What web pages put where there is nothing: a space without width is no word.
_IS_EMPTY = re.compile(r"[\s\u200b\u2060\ufeff\u00ad]*")

_CLOSE = frozenset({Part.LIST_ITEM, Part.TABLE_ROW, Part.VERSE, Part.CODE})
"""Passages that stand without a blank line between when they belong together."""


class Wanted(NamedTuple):
    """What a reader of a format is asked for beside the bytes.

    ``name`` is that of the document, for complaints; ``changes`` tells what becomes
    of tracked changes. ``report`` is told how far the reading is.
    """

    name: str
    changes: Changes = "accept"
    report: Report | None = None

    def each(self, parts: Iterable[Read], total: int) -> Iterator[Read]:
        """Yield the parts as they are read, of ``total`` or so; each is reported."""
        for number, part in enumerate(parts):
            if self.report is not None:
                self.report(Progress(min(number, total), total))
            yield part


class Turn(NamedTuple):
    """The ``place`` in the document that begins at ``offset`` of a passage's words."""

    offset: int
    place: str


class Taking:
    """The text while it is being taken out of a document.

    Passages are parted by a blank line, so that the text reads well by itself; items
    of one list, rows of one table, verse lines of one stanza and lines of one piece
    of code by a line end only. Say ``apart`` where the next of these begins.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._passages = ColumnPassages()
        self._places: list[PlaceMark] = []
        self._left_out: list[LeftOut] = []
        self._place: str | None = None
        self._size = 0
        self._apart = False

    def __len__(self) -> int:
        return len(self._passages)

    def add(
        self,
        words: str,
        part: Part = Part.PARAGRAPH,
        level: int = 0,
        turns: Sequence[Turn] = (),
    ) -> None:
        """Add a passage; one without words is none.

        White space runs together but for line ends that are meant (``LINE_END``),
        which become newlines. Code keeps all its white space but that around it.
        ``turns`` are places that begin within the passage, a page for instance.
        """
        passage = words.strip("\n").rstrip() if part is Part.CODE else tidy(words)
        if not _IS_EMPTY.fullmatch(passage):
            start = self._add_tidy(passage, part, level)
            for offset, place in _tidied(turns, words):
                self._mark_place(place, start + min(offset, len(passage)))
        elif turns:
            self.at(turns[-1].place)

    def add_row(self, cells: Iterable[str]) -> None:
        """Add a row of a table: its cells joined by a tab, each on one line."""
        row = "\t".join(" ".join(tidy(cell).split("\n")) for cell in cells).strip("\t")
        if row:
            self._add_tidy(row, Part.TABLE_ROW, 0)

    def _add_tidy(self, passage: str, part: Part, level: int) -> int:
        """Add a passage, return where it starts."""
        if self._pieces:
            self._append(self._break_before(part))
        self._apart = False
        start = self._size
        if self._place is not None:
            self._mark_place(self._place, start)
            self._place = None
        self._append(passage)
        self._passages.append(Passage(start, self._size, part, level))
        return start

    def apart(self) -> None:
        """Let a blank line stand before the next passage, whatever it is."""
        self._apart = True

    @property
    def place(self) -> str:
        """Where in the document the next passage stands, ``""`` if nothing was told."""
        if self._place is not None:
            return self._place
        return self._places[-1].name if self._places else ""

    def at(self, place: str) -> None:
        """Tell where in the document the next passage stands; ``""`` tells nothing."""
        self._place = place or self._place

    def leave_out(self, words: str, why: str) -> None:
        """Note what is not taken, and why."""
        left = tidy(words)
        if left:
            self._left_out.append(LeftOut(left, why, self._size))

    def extract(
        self,
        known: Format,
        metadata: Metadata = NO_METADATA,
        remarks: tuple[str, ...] = (),
    ) -> Extract:
        """Return what was taken out of a document of the ``known`` format."""
        return Extract(
            "".join(self._pieces),
            known,
            self._passages if len(self) > MANY else tuple(self._passages),
            metadata,
            tuple(self._places),
            tuple(self._left_out),
            remarks,
        )

    def _break_before(self, part: Part) -> str:
        same = self._passages[-1].part is part
        return "\n" if same and part in _CLOSE and not self._apart else "\n\n"

    def _mark_place(self, place: str, offset: int) -> None:
        if not (self._places and self._places[-1].name == place):
            self._places.append(PlaceMark(offset, place))

    def _append(self, piece: str) -> None:
        self._pieces.append(piece)
        self._size += len(piece)


def _tidied(turns: Sequence[Turn], words: str) -> Iterator[Turn]:
    """Yield the turns with their offsets in the tidied words, in one pass."""
    size = at = 0
    spaced = True  # nothing stands before, or white space that counts already
    for turn in turns:
        piece = words[at : turn.offset]
        at = turn.offset
        length = len(tidy(piece))
        if piece[:1].isspace() and not spaced:
            size += 1
        size += length
        spaced = piece[-1:].isspace() if length else spaced or bool(piece)
        if length and spaced:
            size += 1
        yield Turn(size, turn.place)


def tidy(words: str) -> str:
    """Return the words with single spaces; ``LINE_END`` is one that is meant."""
    if any(loose in words for loose in _ANY_LOOSE):
        words = _LOOSE.sub(" ", words)
    lines = (line.strip() for line in words.split(LINE_END))
    return "\n".join(filter(None, lines))
