"""The passages of a tree of (X)HTML elements: what a reader of the page reads.

`Blocks(taking, choices).take(root)` walks a tree of ``xml.etree.ElementTree`` or lxml
(names with or without a namespace, comments and instructions passed over) and adds
what it holds to a `Taking`:

=====================================  =============================================
``h1`` … ``h6``                        a heading with its level
``p``, ``div``, words between blocks   paragraphs; ``br`` is a line end that is meant
``li``, ``dt``, ``dd``                 list items, the level that of nesting; what
                                       follows within the item is a paragraph
``table``                              a passage a row, cells joined by a tab; a table
                                       that only lays out a page: its cells as blocks
``pre``                                lines of code
``figcaption``, ``caption``            captions
verse, poem, stanza (by name)          lines of verse, told by ``br``, block or span
footnote, endnote, rearnote (by name)  notes; those among the text stand at its end,
                                       those in a section of notes where they are
=====================================  =============================================

Marks of notes, ways back from them and numbers of lines are labels and dropped: no two
formats number notes alike, and the mark would stick to a word. So are the readings of
ruby, and what only programs read. What a person could miss is noted as left out.

Depth and size are bounded by memory alone: nothing here calls itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tui_app.core.extract import Part
from tui_app.core.formats.taking import HIDDEN, LINE_END, Taking, Turn
from tui_app.core.formats.xhtml_elements import (
    BLOCKS,
    CELLS,
    HEADINGS,
    LISTS,
    Look,
    element_look,
    is_data_table,
    is_hidden,
    is_note_mark,
    is_number_of_note,
    name_of,
)
from tui_app.core.formats.xhtml_walk import walk, words_of

# Behind a line of verse, where a `br` may follow and say it again.
_VERSE_END = "\u2029"
_ONE_END = re.compile(rf"{_VERSE_END}[ \t\r\n]*{LINE_END}?")


class Choices(NamedTuple):
    """What is decided element by element by who has the tree taken.

    ``skip`` returns why an element is left out with all that is in it, ``""`` to do
    so without a note, ``None`` to take it. ``place`` returns the name of the place in
    the document that begins with the element, ``""`` where none does; it is asked
    of all elements with an attribute, those left out too. ``title`` is the document's:
    the first heading or paragraph of these words is marked so.
    """

    skip: Callable[[Element], str | None] | None = None
    place: Callable[[Element], str] | None = None
    title: str = ""


@dataclass(slots=True)
class _Item:
    """An item of a list; its first passage is the item, others are paragraphs."""

    taken: bool = False


class _Frame(NamedTuple):
    """What words are that stand right here.

    ``depth`` counts the lists around; ``items_are_notes`` holds for lists to come;
    ``rows`` is set within a table of facts, ``lines`` where white space counts,
    ``stays`` in a note that stands with others in a section of notes.
    """

    part: Part = Part.PARAGRAPH
    level: int = 0
    depth: int = 0
    item: _Item | None = None
    items_are_notes: bool = False
    verse: bool = False
    rows: bool = False
    lines: bool = False
    apart: bool = False
    stays: bool = False


@dataclass(slots=True)
class _Gathered:
    """Words gathered for one passage, places that begin in it, cells before it."""

    pieces: list[str] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    size: int = 0
    cells: list[str] | None = None
    has_words: bool = False

    def append(self, words: str) -> None:
        self.pieces.append(words)
        self.size += len(words)
        if not self.has_words and words and not words.isspace():
            self.has_words = True


class _Later(NamedTuple):
    """A note for the end, and the place in the document where it stood."""

    words: str
    place: str


class Blocks:
    """A document, or part after part of one, taken into ``taking``."""

    def __init__(self, taking: Taking, choices: Choices | None = None) -> None:
        self._taking = taking
        self._choices = choices or Choices()
        self._title = " ".join(self._choices.title.split()).casefold()
        self._frames = [_Frame()]
        self._passage = _Gathered()
        self._set_aside: list[_Gathered] = []
        self._later: list[_Later] = []
        self._quoted = 0

    def take(self, root: Element) -> None:
        """Take all that is read in the tree, notes that stood among it at its end."""
        walk(root, self)
        self._flush()
        self._add_later()

    def enter(self, element: Element) -> bool:
        """Begin an element (see `Visitor`)."""
        look = element_look(element)
        if element.attrib and self._choices.place is not None:
            self._turn(self._choices.place(element))
        why = self._why_skipped(element, look)
        if why is not None:
            if why:
                self._taking.leave_out(words_of(element), why)
            return False
        frame = self._frames[-1] if look.plain else self._begin(element, look)
        self._frames.append(frame)
        return True

    def words(self, words: str) -> None:
        """Take words of the element that was begun last (see `Visitor`)."""
        self._passage.append(words)

    def leave(self, element: Element) -> None:
        """End an element (see `Visitor`)."""
        frame = self._frames.pop()
        look = element_look(element)
        if look.plain:
            return
        if look.block:
            self._end_block(look.name, frame)
        if frame.part is Part.NOTE and self._frames[-1].part is not Part.NOTE:
            self._end_note(frame)
        if frame.apart:
            self._taking.apart()
        if look.name == "q":
            self._quoted -= 1
            self._passage.append("’" if self._quoted % 2 else "”")
        elif look.line and frame.verse and not look.block:
            self._passage.append(_VERSE_END)

    def _turn(self, place: str) -> None:
        if not place:
            return
        if self._passage.has_words:
            self._passage.turns.append(Turn(self._passage.size, place))
        else:
            self._taking.at(place)

    def _why_skipped(self, element: Element, look: Look) -> str | None:
        if look.unseen is not None:
            return look.unseen
        if element.attrib and is_hidden(element):
            return HIDDEN
        if self._choices.skip is not None:
            why = self._choices.skip(element)
            if why is not None:
                return why
        if look.plain:
            return None
        if look.label or look.page_break or is_note_mark(element, look):
            return ""
        in_note = self._frames[-1].part is Part.NOTE and not self._passage.has_words
        return "" if in_note and is_number_of_note(element, look) else None

    def _begin(self, element: Element, look: Look) -> _Frame:
        """Return the frame of the element; blocks end the passage before them."""
        name, frame = look.name, self._frames[-1]
        among_notes = frame.items_are_notes and (name == "li" or "note" in look.kinds)
        if look.note or among_notes:
            return self._begin_note(look, frame)
        if look.block:
            return self._begin_block(element, look, frame)
        if name == "br":
            self._passage.append("\n" if frame.lines else LINE_END)
        elif name == "q":
            self._passage.append("‘" if self._quoted % 2 else "“")
            self._quoted += 1
        return frame

    def _begin_note(self, look: Look, frame: _Frame) -> _Frame:
        if frame.part is not Part.NOTE:
            inside = self._passage.cells is not None or (
                not look.block or self._passage.has_words
            )
            if inside:
                self._set_aside.append(self._passage)
                self._passage = _Gathered()
            else:
                self._flush()
        stays = frame.stays or frame.items_are_notes
        return _Frame(Part.NOTE, depth=frame.depth, stays=stays)

    def _end_note(self, frame: _Frame) -> None:
        self._flush(frame)
        if self._set_aside:
            self._passage = self._set_aside.pop()

    def _begin_block(self, element: Element, look: Look, frame: _Frame) -> _Frame:
        name = look.name
        if self._passage.cells is not None:
            self._passage.append(" ")
            return frame
        self._flush()
        if name == "hr":
            self._taking.apart()
        if frame.apart:
            frame = frame._replace(apart=False)
        if look.holds_notes:
            frame = frame._replace(items_are_notes=True)
        if frame.part is Part.NOTE:
            return frame._replace(lines=frame.lines or name == "pre")
        if name in HEADINGS:
            return frame._replace(part=Part.HEADING, level=HEADINGS[name])
        if name in LISTS or name in {"li", "dt", "dd"}:
            return self._in_list(name, frame)
        if name in {"table", "tr"}:
            return self._in_table(element, name, frame)
        return self._plain_block(element, look, frame)

    def _in_list(self, name: str, frame: _Frame) -> _Frame:
        if name not in LISTS:
            level = max(1, frame.depth)
            return frame._replace(part=Part.LIST_ITEM, level=level, item=_Item())
        if frame.depth == 0:
            self._taking.apart()
        return frame._replace(depth=frame.depth + 1, apart=frame.depth == 0)

    def _in_table(self, element: Element, name: str, frame: _Frame) -> _Frame:
        if name == "table":
            self._taking.apart()
            return frame._replace(rows=is_data_table(element), apart=True)
        if frame.rows:
            self._passage.cells = []
        return frame

    def _plain_block(self, element: Element, look: Look, frame: _Frame) -> _Frame:
        if look.name in {"figcaption", "caption"}:
            return frame._replace(part=Part.CAPTION)
        if look.name == "pre":
            frame = frame._replace(lines=True)
        verse = frame.verse or look.verse
        if not verse:
            return frame
        if any(name_of(child) in BLOCKS for child in element):
            self._taking.apart()
            frame = frame._replace(apart=True)
        part = Part.VERSE if frame.part is Part.PARAGRAPH else frame.part
        return frame._replace(part=part, verse=True)

    def _end_block(self, name: str, frame: _Frame) -> None:
        cells = self._passage.cells
        if cells is None:
            self._flush(frame)
        elif name in CELLS:
            cells.append("".join(self._passage.pieces))
            self._passage = _Gathered(cells=cells, turns=self._passage.turns)
        elif name == "tr":
            self._taking.add_row(cells)
            turns = self._passage.turns
            self._passage = _Gathered()
            if turns:
                self._taking.at(turns[-1].place)
        else:
            self._passage.append(" ")

    def _flush(self, frame: _Frame | None = None) -> None:
        """Add the words gathered as a passage of the frame, or of the innermost."""
        passage = self._passage
        if not passage.pieces or passage.cells is not None:
            return
        self._passage = _Gathered()
        if passage.has_words:
            words = "".join(passage.pieces)
            if _VERSE_END in words:
                words = _ONE_END.sub(LINE_END, words)
            self._add(words.rstrip(), frame or self._frames[-1], passage.turns)

    def _add(self, words: str, frame: _Frame, turns: list[Turn]) -> None:
        part = frame.part
        if part is Part.NOTE and (self._set_aside or not frame.stays):
            words = words.replace("\n", LINE_END) if frame.lines else words
            self._later.append(_Later(words, self._here()))
            return
        if frame.lines or part is Part.VERSE:
            self._add_lines(words, part, frame, turns)
        else:
            part, level = self._part_of(words, part, frame)
            self._taking.add(words, part, level, turns)

    def _part_of(self, words: str, part: Part, frame: _Frame) -> tuple[Part, int]:
        if part in {Part.HEADING, Part.PARAGRAPH} and self._is_title(words):
            return Part.TITLE, 0
        if part is Part.LIST_ITEM and frame.item is not None:
            if frame.item.taken:
                return Part.PARAGRAPH, 0
            frame.item.taken = True
        return part, frame.level if part in {Part.HEADING, Part.LIST_ITEM} else 0

    def _is_title(self, words: str) -> bool:
        if not self._title or len(words) > 2 * len(self._title) + 100:
            return False
        if " ".join(words.split()).casefold() != self._title:
            return False
        self._title = ""
        return True

    def _add_lines(
        self, words: str, part: Part, frame: _Frame, turns: list[Turn]
    ) -> None:
        """Add lines of verse or of code, a passage each."""
        code = part in {Part.PARAGRAPH, Part.LIST_ITEM}
        if not code and part is not Part.VERSE:
            self._taking.add(words.replace("\n", LINE_END), part, frame.level, turns)
            return
        words = words.lstrip(f"\n{LINE_END}") if code else words.lstrip()
        lines = words.split("\n") if frame.lines else words.split(LINE_END)
        several = len(lines) > 1
        if several:
            self._taking.apart()
        for line in lines:
            if line.strip():
                self._taking.add(line, Part.CODE if code else part)
            else:
                self._taking.apart()
        if several:
            self._taking.apart()
        if turns:
            self._taking.at(turns[-1].place)

    def _add_later(self) -> None:
        """Add the notes that stood among the text, then go on where it ended."""
        if not self._later:
            return
        last = self._taking.place
        later, self._later = self._later, []
        for one in later:
            self._taking.at(one.place)
            self._taking.add(one.words, Part.NOTE)
        self._taking.at(last)

    def _here(self) -> str:
        """Return the place in the document of the note that ends here."""
        turns = [turn for around in self._set_aside for turn in around.turns]
        return turns[-1].place if turns else self._taking.place
