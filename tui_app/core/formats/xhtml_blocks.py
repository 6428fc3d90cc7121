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
footnote, endnote, rearnote (by name)  notes; one inside a passage stands behind it
=====================================  =============================================

Marks of notes, ways back from them and numbers of lines are labels and dropped: no two
formats number notes alike, and the mark would stick to a word. So are the readings of
ruby, and what only programs read. What a person could miss is noted as left out.

Depth and size are bounded by memory alone: nothing here calls itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol
from xml.etree.ElementTree import Element

from tui_app.core.extract import Part
from tui_app.core.formats.taking import Taking, Turn, tidy
from tui_app.core.formats.xhtml_elements import (
    BLOCKS,
    CELLS,
    HEADINGS,
    LISTS,
    holds_notes,
    is_data_table,
    is_label,
    is_note,
    is_number_of_note,
    is_page_break,
    is_verse,
    is_verse_line,
    name_of,
    why_unseen,
)

_LINE_END = "\u2028"
_VERSE_END = (
    "\u2029"  # behind a line of verse, where a `br` may follow and say it again
)
_ONE_END = re.compile("\u2029[ \t\r\n]*\u2028?")


def _take_all(_: Element) -> str | None:
    return None


def _nowhere(_: Element) -> str:
    return ""


class Choices(NamedTuple):
    """What is decided element by element by who has the tree taken.

    ``skip`` returns why an element is left out with all that is in it, ``""`` to do
    so without a note, ``None`` to take it. ``place`` returns the name of the place in
    the document that begins with the element, ``""`` where none does; it is asked
    first, of all elements. ``title`` is the document's: the first heading or
    paragraph of these words is marked so.
    """

    skip: Callable[[Element], str | None] = _take_all
    place: Callable[[Element], str] = _nowhere
    title: str = ""


class Visitor(Protocol):
    """What is told of a tree while it is walked, in the order of the document."""

    def enter(self, element: Element) -> bool:
        """Begin the element; ``False`` passes over all that is in it."""

    def words(self, words: str) -> None:
        """Take words as they stand, white space and all."""

    def leave(self, element: Element) -> None:
        """End an element that was begun."""


def walk(root: Element, visitor: Visitor) -> None:
    """Tell the visitor of the tree, however deep it is."""
    if not visitor.enter(root):
        return
    visitor.words(root.text or "")
    open_ones: list[tuple[Element, Iterator[Element]]] = [(root, iter(root))]
    while open_ones:
        element, children = open_ones[-1]
        child = next(children, None)
        if child is None:
            open_ones.pop()
            visitor.leave(element)
            if open_ones and element.tail:
                visitor.words(element.tail)
        elif visitor.enter(child):
            open_ones.append((child, iter(child)))
            if child.text:
                visitor.words(child.text)
        elif child.tail:
            visitor.words(child.tail)


def words_of(element: Element) -> str:
    """Return all words people can read in the element, hidden ones too."""
    plain = _Plain()
    walk(element, plain)
    return tidy("".join(plain.pieces))


class _Plain:
    def __init__(self) -> None:
        self.pieces: list[str] = []

    def enter(self, element: Element) -> bool:
        if name_of(element) in BLOCKS or name_of(element) == "br":
            self.pieces.append(" ")
        return why_unseen(element) != ""

    def words(self, words: str) -> None:
        self.pieces.append(words)

    def leave(self, element: Element) -> None:
        if name_of(element) in BLOCKS:
            self.pieces.append(" ")


@dataclass(slots=True)
class _Item:
    """An item of a list; its first passage is the item, others are paragraphs."""

    taken: bool = False


class _Frame(NamedTuple):
    """What words are that stand right here.

    ``depth`` counts the lists around; ``items_are_notes`` holds for lists to come;
    ``rows`` is set within a table of facts, ``lines`` where white space counts.
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
        self.has_words = self.has_words or not (words.isspace() or not words)


class _Later(NamedTuple):
    words: str
    part: Part


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
        """Take all that is read in the tree."""
        walk(root, self)
        self._flush()
        self._add_later()

    def enter(self, element: Element) -> bool:
        """Begin an element (see `Visitor`)."""
        self._turn(self._choices.place(element))
        why = self._why_skipped(element)
        if why is not None:
            if why:
                self._taking.leave_out(words_of(element), why)
            return False
        self._frames.append(self._begin(element))
        return True

    def words(self, words: str) -> None:
        """Take words of the element that was begun last (see `Visitor`)."""
        self._passage.append(words)

    def leave(self, element: Element) -> None:
        """End an element (see `Visitor`)."""
        name = name_of(element)
        frame = self._frames[-1]
        if name in BLOCKS:
            self._end_block(name)
        self._frames.pop()
        if frame.part is Part.NOTE and self._frames[-1].part is not Part.NOTE:
            self._end_note()
        if frame.apart:
            self._taking.apart()
        if name == "q":
            self._quoted -= 1
            self._passage.append("’" if self._quoted % 2 else "”")
        elif name not in BLOCKS and frame.verse and is_verse_line(element):
            self._passage.append(_VERSE_END)

    def _turn(self, place: str) -> None:
        if not place:
            return
        if self._passage.has_words:
            self._passage.turns.append(Turn(self._passage.size, place))
        else:
            self._taking.at(place)

    def _why_skipped(self, element: Element) -> str | None:
        why = why_unseen(element)
        if why is None:
            why = self._choices.skip(element)
        if why is not None:
            return why
        frame = self._frames[-1]
        in_note = frame.part is Part.NOTE and not self._passage.has_words
        label = is_label(element) or (in_note and is_number_of_note(element))
        return "" if label or is_page_break(element) else None

    def _begin(self, element: Element) -> _Frame:
        """Return the frame of the element; blocks end the passage before them."""
        name, frame = name_of(element), self._frames[-1]
        if is_note(element) or (name == "li" and frame.items_are_notes):
            return self._begin_note(name, frame)
        if name in BLOCKS:
            return self._begin_block(element, name, frame)
        if name == "br":
            self._passage.append("\n" if frame.lines else _LINE_END)
        elif name == "q":
            self._passage.append("‘" if self._quoted % 2 else "“")
            self._quoted += 1
        return frame

    def _begin_note(self, name: str, frame: _Frame) -> _Frame:
        if frame.part is not Part.NOTE:
            inside = self._passage.cells is not None or (
                name not in BLOCKS or self._passage.has_words
            )
            if inside:
                self._set_aside.append(self._passage)
                self._passage = _Gathered()
            else:
                self._flush()
        return _Frame(Part.NOTE, depth=frame.depth)

    def _end_note(self) -> None:
        self._flush(Part.NOTE)
        if self._set_aside:
            self._passage = self._set_aside.pop()

    def _begin_block(self, element: Element, name: str, frame: _Frame) -> _Frame:
        if self._passage.cells is not None:
            self._passage.append(" ")
            return frame
        self._flush()
        if name == "hr":
            self._taking.apart()
        frame = frame._replace(apart=False)
        if holds_notes(element):
            frame = frame._replace(items_are_notes=True)
        if frame.part is Part.NOTE:
            return frame._replace(lines=frame.lines or name == "pre")
        if name in HEADINGS:
            return frame._replace(part=Part.HEADING, level=HEADINGS[name])
        if name in LISTS or name in {"li", "dt", "dd"}:
            return self._in_list(name, frame)
        if name in {"table", "tr"}:
            return self._in_table(element, name, frame)
        return self._plain_block(element, name, frame)

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

    def _plain_block(self, element: Element, name: str, frame: _Frame) -> _Frame:
        if name in {"figcaption", "caption"}:
            return frame._replace(part=Part.CAPTION)
        verse = frame.verse or is_verse(element)
        if verse and any(name_of(child) in BLOCKS for child in element):
            self._taking.apart()
            frame = frame._replace(apart=True)
        if verse and frame.part is Part.PARAGRAPH:
            frame = frame._replace(part=Part.VERSE)
        return frame._replace(verse=verse, lines=frame.lines or name == "pre")

    def _end_block(self, name: str) -> None:
        cells = self._passage.cells
        if cells is None:
            self._flush()
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

    def _flush(self, part: Part | None = None) -> None:
        """Add the words gathered as a passage of what the innermost frame is."""
        passage, frame = self._passage, self._frames[-1]
        if not passage.pieces or passage.cells is not None:
            return
        self._passage = _Gathered()
        words = _ONE_END.sub(_LINE_END, "".join(passage.pieces))
        if passage.has_words:
            self._add(words.rstrip(), part or frame.part, frame, passage.turns)

    def _add(self, words: str, part: Part, frame: _Frame, turns: list[Turn]) -> None:
        if part is Part.NOTE and self._set_aside:
            self._later.append(_Later(words, part))
            return
        if frame.lines or part is Part.VERSE:
            self._add_lines(words, part, frame, turns)
        else:
            part, level = self._part_of(words, part, frame)
            self._taking.add(words, part, level, turns)
        self._add_later()

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
            self._taking.add(words.replace("\n", _LINE_END), part, frame.level, turns)
            return
        words = words.lstrip("\n\u2028") if code else words.lstrip()
        lines = words.split("\n") if frame.lines else words.split(_LINE_END)
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
        """Add the notes that stood inside the passage that was added."""
        if self._set_aside or self._passage.cells is not None:
            return
        later, self._later = self._later, []
        for one in later:
            self._taking.add(one.words, one.part)
