"""Paragraphs and table rows of an office document, on their way into the text.

What Word and OpenDocument files share: a paragraph is gathered piece by piece, as a
tracked paragraph mark may join it with the next one, and what is not taken is kept
beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tui_app.core.extract import Changes, Part
from tui_app.core.formats.own_title import is_title_first
from tui_app.core.formats.refusals import CHECK_ORIGIN
from tui_app.core.formats.taking import FURNITURE, LINE_END, Taking, Turn
from tui_app.core.formats.written_day import first_day
from tui_app.errors import UserError

MOST_NESTED = 30
"""Tables or text boxes within each other."""

TO_FILL_IN = "waits to be filled in"

_LONGEST_AUTHOR = 60
_MOST_TURNS = 100  # pages that a paragraph runs over
_MOST_PARAGRAPHS = 4  # in a cell; with more the table only lays out a text


class Aside(NamedTuple):
    """Words that are not taken, and why."""

    words: str
    why: str


@dataclass(slots=True)
class OfficeLine:
    """A paragraph while it is being gathered.

    ``boxes`` are elements that stand apart from its words: text boxes. ``begun``
    tells that there are words.
    """

    part: Part = Part.PARAGRAPH
    level: int = 0
    boxes: list[Element] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _asides: list[tuple[str, list[str]]] = field(default_factory=list)
    _size: int = 0
    _aside_at: int = -1
    begun: bool = False

    @property
    def words(self) -> str:
        """The words so far."""
        return "".join(self._pieces)

    @property
    def asides(self) -> tuple[Aside, ...]:
        """What is not taken."""
        return tuple(Aside("".join(words), why) for why, words in self._asides)

    @property
    def empty(self) -> bool:
        """Whether nothing came of it: no words, nothing left out, no place."""
        return not (self.begun or self._asides or self.boxes or self.turns)

    def be(self, part: Part, level: int = 0) -> None:
        """Be what the next paragraph is, unless words of one before stand here."""
        if not self.begun:
            self.part, self.level = part, level

    def write(self, words: str) -> None:
        """Add words."""
        if words:
            self._pieces.append(words)
            self._size += len(words)
            self.begun = self.begun or not words.isspace()

    def leave_out(self, words: str, why: str) -> None:
        """Note words that are not taken; those of one change are told as one."""
        last, pieces = self._asides[-1] if self._asides else ("", [])
        if last == why and self._aside_at == self._size:
            pieces.append(words)
        elif words:
            self._asides.append((why, [words]))
        self._aside_at = self._size

    def turn_to(self, place: str) -> None:
        """Let a place in the document begin here."""
        if len(self.turns) == _MOST_TURNS:
            self.turns.pop()
        self.turns.append(Turn(self._size, place))


class TableRow(NamedTuple):
    """A row of a table: the words of its cells."""

    cells: tuple[str, ...]
    asides: tuple[Aside, ...] = ()
    place: str = ""


Block = OfficeLine | TableRow


def table_row(
    cells: Sequence[Sequence[Block]], *, only_frames: bool
) -> Iterator[Block]:
    """Return a row, rows of tables in its cells behind it.

    Where the table ``only_frames`` a text (one column), or a cell holds headings or
    many paragraphs, the table is one for the eye: its paragraphs are taken as such.
    """
    if only_frames or any(_is_laid_out(cell) for cell in cells):
        for cell in cells:
            yield from cell
        return
    lines = [[one for one in cell if isinstance(one, OfficeLine)] for cell in cells]
    yield TableRow(
        tuple(" ".join(line.words for line in cell) for cell in lines),
        tuple(aside for cell in lines for line in cell for aside in line.asides),
        next((t.place for cell in lines for line in cell for t in line.turns), ""),
    )
    for cell in cells:
        yield from (one for one in cell if isinstance(one, TableRow))


def _is_laid_out(cell: Sequence[Block]) -> bool:
    lines = [one for one in cell if isinstance(one, OfficeLine) and one.words.strip()]
    headed = any(one.part in (Part.TITLE, Part.HEADING) for one in lines)
    return headed or len(lines) > _MOST_PARAGRAPHS


def take_blocks(taking: Taking, blocks: Iterable[Block]) -> None:
    """Add the blocks to what is taken, what they leave out behind each."""
    latest: type | None = None
    for block in blocks:
        if isinstance(block, TableRow):
            if latest is OfficeLine:
                taking.apart()
            if block.place:
                taking.at(block.place)
            taking.add_row(block.cells)
        else:
            _take_line(taking, block)
        for aside in block.asides:
            taking.leave_out(*aside)
        latest = type(block)


def _take_line(taking: Taking, line: OfficeLine) -> None:
    if line.part is Part.CODE:
        for turn in line.turns:
            taking.at(turn.place)
        for words in line.words.split(LINE_END):
            taking.add(words, Part.CODE)
    else:
        taking.add(line.words, line.part, line.level, line.turns)


def as_notes(blocks: Iterable[Block]) -> Iterator[Block]:
    """Return the blocks of a note, paragraphs marked as such."""
    for block in blocks:
        if isinstance(block, OfficeLine):
            block.part, block.level = Part.NOTE, 0
        yield block


def leave_out_furniture(taking: Taking, furniture: Iterable[str]) -> None:
    """Note the words of headers and footers as left out, each once."""
    for words in dict.fromkeys(" ".join(one.split()) for one in furniture):
        taking.leave_out(words, FURNITURE)


def find_title(blocks: Iterable[Block], known: str) -> str:
    """Return the title that stands in the text, else the one that is ``known``.

    It is the first paragraph of that style, one of the first three that says the
    title known, or where none is known the only main heading, before all others.
    """
    lines = [one for one in blocks if isinstance(one, OfficeLine) and one.words.strip()]
    headings = [one for one in lines if one.part is Part.HEADING]
    found = next((one for one in lines if one.part is Part.TITLE), None)
    if found is None and known:
        alike = (one for one in lines[:3] if _says(one, known))
        found = next(alike, None)
    elif found is None and is_title_first([one.level for one in headings]):
        found = headings[0]
    if found is None:
        return known
    found.part = Part.TITLE
    return " ".join(found.words.split())


def _says(line: OfficeLine, words: str) -> bool:
    return " ".join(line.words.split()).casefold() == words.casefold()


def said_of_changes(changes: Changes) -> str:
    """Return what to tell the user of a document with tracked changes."""
    if changes == "reject":
        return "its tracked changes are rejected"
    return "its tracked changes are accepted; opened alone it is shown before and after"


def refuse_deep(nested: int, name: str) -> None:
    """Raise ``UserError`` where tables or text boxes stand too deep in each other."""
    if nested > MOST_NESTED:
        why = f"has more than {MOST_NESTED} tables or text boxes within each other"
        raise UserError(name, why, CHECK_ORIGIN)


def told_by(what: str, author: str | None, date: str | None) -> str:
    """Return what somebody did, who and when: ``deleted by Ann, 2024-05-01``."""
    who = " ".join((author or "").split())[:_LONGEST_AUTHOR]
    told = f"{what} by {who}" if who else what
    day = first_day(date or "")
    return f"{told}, {day}" if day else told
