"""The body of an OpenDocument text as paragraphs and rows, its notes apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tui_app.core.extract import Changes, Part
from tui_app.core.formats.office_lines import (
    TO_FILL_IN,
    Block,
    OfficeLine,
    as_notes,
    refuse_deep,
    table_row,
    told_by,
)
from tui_app.core.formats.open_document_styles import OpenDocumentStyles
from tui_app.core.formats.safe_xml import attribute_of, local_name
from tui_app.core.formats.taking import COMMENT, CONTENTS, HIDDEN, LINE_END

_INDEXES = frozenset({
    "table-of-content", "illustration-index", "table-index", "object-index",
    "user-index", "alphabetical-index",
})  # fmt: skip
_NO_WORDS = frozenset({
    "tracked-changes", "annotation-end", "ruby-text", "title", "desc", "forms",
    "script", "object", "object-ole", "binary-data", "event-listeners", "number",
})  # fmt: skip
_BOXES = frozenset({"text-box", "custom-shape", "rect", "ellipse", "caption"})
_MEANT = _BOXES | {
    "s", "tab", "line-break", "note", "annotation", "change", "change-start",
    "change-end", "soft-page-break", "placeholder", "hidden-paragraph", "hidden-text",
}  # fmt: skip
_CHANGES = frozenset({"change", "change-start", "change-end", "soft-page-break"})
_BLOCKS = frozenset({"p", "h", "table"}) | _CHANGES | _INDEXES
_ROWS = frozenset({"table-row"})
_CELLS = frozenset({"table-cell", "covered-table-cell"})

_DEEPEST_LIST = 10

_LOOSE = re.compile(r"[ \t\r\n]+")
_MOST = 100  # spaces, rows and cells repeated; sheets repeat theirs by the million
_ROOM_TO_REPEAT = 10_000  # characters in all


class _Change(NamedTuple):
    """A tracked change: ``deleted`` holds what is no longer there, if that is it."""

    deleted: Element | None
    told: str


class _Found(NamedTuple):
    """A block, the list it is in (0: none) and whether it opens an item of that."""

    element: Element
    name: str
    level: int
    opens: bool


class OpenDocumentStory:
    """Reads a text, then the notes that were met in it."""

    def __init__(self, name: str, changes: Changes, styles: OpenDocumentStyles) -> None:
        self._name = name
        self._rejects = changes == "reject"
        self._styles = styles
        self._changes: dict[str, _Change] = {}
        self._inserting: dict[str, str] = {}
        self._notes: list[Element] = []
        self._line = OfficeLine()
        self._page = 1
        self._room_to_repeat = _ROOM_TO_REPEAT

    def read(self, root: Element) -> Iterator[Block]:
        """Return the paragraphs and rows of the text, text boxes behind theirs."""
        self._changes = dict(_tracked(root))
        yield from self._blocks(root, 0)

    def read_notes(self) -> Iterator[Block]:
        """Return the notes that were met: footnotes, then endnotes."""
        for kind in ("footnote", "endnote"):
            for note in [
                n for n in self._notes if attribute_of(n, "note-class") == kind
            ]:
                for body in (one for one in note if local_name(one) == "note-body"):
                    yield from as_notes(self._blocks(body, 1))

    def _blocks(self, element: Element, nested: int) -> Iterator[Block]:
        refuse_deep(nested, self._name)
        outer, self._line = self._line, OfficeLine()
        for found in self._found(element):
            yield from self._block(found, nested)
        yield from self._ended(nested)
        self._line = outer

    def _found(self, element: Element) -> Iterator[_Found]:
        """Return the blocks in the element, whatever wraps them."""
        stack = [(iter(element), 0)]
        opens = False
        while stack:
            children, level = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                continue
            name = local_name(child)
            if name in _BLOCKS:
                yield _Found(child, name, level, opens)
                opens = opens and name in _CHANGES
            elif name == "section" and attribute_of(child, "display") == "none":
                self._line.leave_out(all_words(child), HIDDEN)
            elif name not in _NO_WORDS:
                opens = name in {"list-item", "list-header"} or (
                    opens and name != "list"
                )
                stack.append(
                    (iter(child), min(level + (name == "list"), _DEEPEST_LIST))
                )

    def _block(self, found: _Found, nested: int) -> Iterator[Block]:
        if found.name in _INDEXES:
            yield from self._ended(nested)
            self._line.leave_out(all_words(found.element), CONTENTS)
        elif found.name in _CHANGES:
            yield from self._mark(found.element, nested)
        elif found.name == "table":
            if self._inserting:
                self._leave_inserted(all_words(found.element))
                return
            yield from self._ended(nested)
            yield from self._table(found.element, nested)
        else:
            self._line.be(*self._part(found))
            yield from self._inline(found.element, nested)
            if self._inserting:
                self._leave_inserted(LINE_END)
            else:
                yield from self._ended(nested)

    def _part(self, found: _Found) -> tuple[Part, int]:
        part, level = self._styles.part_of(attribute_of(found.element, "style-name"))
        if found.name == "h" and part is not Part.TITLE:
            told = attribute_of(found.element, "outline-level")
            return Part.HEADING, int(told) if told in _LEVELS else level or 1
        if part is Part.PARAGRAPH and found.level and found.opens:
            return Part.LIST_ITEM, found.level
        return part, level

    def _ended(self, nested: int) -> Iterator[Block]:
        """Return the line, text boxes behind it, and begin the next."""
        line, self._line = self._line, OfficeLine()
        if not line.empty:
            yield line
        for box in line.boxes:
            yield from self._blocks(box, nested + 1)

    def _inline(self, paragraph: Element, nested: int) -> Iterator[Block]:
        """Add what is in a paragraph to the line; changes taken back may end it."""
        if self._styles.hides(attribute_of(paragraph, "style-name")) or any(
            local_name(one) == "hidden-paragraph"
            and attribute_of(one, "is-hidden") == "true"
            for one in paragraph
        ):
            self._line.leave_out("".join(paragraph.itertext()), HIDDEN)
            return
        for piece in self._pieces(paragraph):
            if isinstance(piece, str):
                self._write(_LOOSE.sub(" ", piece))
            else:
                yield from self._mark(piece, nested)

    def _pieces(self, element: Element) -> Iterator[str | Element]:
        """Return words, and the elements between them that mean something."""
        yield element.text or ""
        stack = [(iter(element), "")]
        while stack:
            children, tail = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                yield tail
                continue
            name, behind = local_name(child), child.tail or ""
            if name in _MEANT:
                yield child
            elif self._styles.hides(attribute_of(child, "style-name")):
                self._line.leave_out("".join(child.itertext()), HIDDEN)
            elif name not in _NO_WORDS:
                yield child.text or ""
                stack.append((iter(child), behind))
                continue
            yield behind

    def _write(self, words: str) -> None:
        if self._inserting:
            self._leave_inserted(words)
        else:
            self._line.write(words)

    def _leave_inserted(self, words: str) -> None:
        self._line.leave_out(words, next(iter(self._inserting.values())))

    def _mark(self, element: Element, nested: int) -> Iterator[Block]:
        """Take an element that stands between words."""
        name = local_name(element)
        if name in _SIGNS:
            self._write(_SIGNS[name] * _count(element, "c"))
        elif name == "soft-page-break":
            self._page += 1
            self._line.turn_to(f"page {self._page}")
        elif name == "annotation":
            self._line.leave_out(all_words(element), _told(element, COMMENT))
        elif name in _CHANGES:
            yield from self._change(name, attribute_of(element, "change-id"), nested)
        elif self._inserting:
            self._leave_inserted(all_words(element))
        elif name == "note":
            self._notes.append(element)
        elif name in _BOXES:
            self._line.boxes.append(element)
        else:
            why = TO_FILL_IN if name == "placeholder" else HIDDEN
            self._line.leave_out("".join(element.itertext()), why)

    def _change(self, name: str, number: str, nested: int) -> Iterator[Block]:
        change = self._changes.get(number)
        if change is None or (name == "change" and self._inserting):
            return
        if name == "change-end":
            self._inserting.pop(number, None)
        elif name == "change-start" and self._rejects:
            self._inserting[number] = change.told
        elif change.deleted is not None:
            del self._changes[number]  # only once, even in itself
            if not self._rejects:
                self._line.leave_out(all_words(change.deleted), change.told)
                return
            yield from self._taken_back(change.deleted, nested)

    def _taken_back(self, deleted: Element, nested: int) -> Iterator[Block]:
        """Take what was deleted; its last paragraph runs on into the one it is in."""
        refuse_deep(nested, self._name)
        here = self._line.part, self._line.level
        blocks = list(self._found(deleted))
        for number, found in enumerate(blocks):
            is_last = number == len(blocks) - 1
            if found.name not in _PARAGRAPHS:
                yield from self._block(found, nested + 1)
                continue
            self._line.be(*(here if is_last else self._part(found)))
            yield from self._inline(found.element, nested + 1)
            if not is_last:
                yield from self._ended(nested)

    def _table(self, table: Element, nested: int) -> Iterator[Block]:
        rows = [self._cells(row) for row in self._repeated(table, _ROWS)]
        only_frames = all(len(cells) == 1 for cells in rows)
        for cells in rows:
            read = [
                list(self._blocks(cell, nested + 1)) if len(cell) else []
                for cell in cells
            ]
            yield from table_row(read, only_frames=only_frames)

    def _cells(self, row: Element) -> list[Element]:
        """Return the cells of a row; one that spans columns is one."""
        cells: list[Element] = []
        covered = 0
        for cell in self._repeated(row, _CELLS):
            if local_name(cell) == "table-cell":
                covered = _count(cell, "number-columns-spanned") - 1
            elif covered > 0:
                covered -= 1
                continue
            cells.append(cell)
        return cells

    def _repeated(self, element: Element, names: frozenset[str]) -> Iterator[Element]:
        """Return the rows of a table or the cells of a row.

        Those with words are repeated while there is room, empty ones are not.
        """
        stack = [iter(element)]
        while stack:
            child = next(stack[-1], None)
            if child is None:
                stack.pop()
            elif (name := local_name(child)) in names:
                attribute = f"number-{'rows' if names is _ROWS else 'columns'}-repeated"
                yield from [child] * self._times(child, attribute)
            elif name != "table":
                stack.append(iter(child))

    def _times(self, element: Element, attribute: str) -> int:
        times = _count(element, attribute)
        if times == 1 or not (size := len(all_words(element))):
            return 1
        more = min(times - 1, self._room_to_repeat // size)
        self._room_to_repeat -= more * size
        return 1 + more


_PARAGRAPHS = frozenset({"p", "h"})
_SIGNS = {"s": " ", "tab": "\t", "line-break": LINE_END}
_LEVELS = frozenset(map(str, range(1, 11)))


def _count(element: Element, attribute: str) -> int:
    told = attribute_of(element, attribute)
    return max(1, min(int(told), _MOST)) if told.isdecimal() and len(told) < 10 else 1


def _tracked(root: Element) -> Iterator[tuple[str, _Change]]:
    """Return the tracked changes within the root that concern words, by name."""
    regions = (one for one in root.iter() if local_name(one) == "changed-region")
    for region in regions:
        for one in region:
            name = attribute_of(region, "id")
            if local_name(one) == "insertion":
                yield name, _Change(None, _told(one, "inserted"))
            elif local_name(one) == "deletion":
                yield name, _Change(one, _told(one, "deleted"))


def _told(element: Element, what: str) -> str:
    said = {local_name(one): one.text or "" for one in element}
    inner = (one for one in element if local_name(one) == "change-info")
    said |= {local_name(one): one.text or "" for info in inner for one in info}
    return told_by(what, said.get("creator"), said.get("date"))


def all_words(element: Element) -> str:
    """Return the words of all paragraphs in an element, each as a line."""
    paragraphs = (one for one in element.iter() if local_name(one) in _PARAGRAPHS)
    return LINE_END.join("".join(one.itertext()) for one in paragraphs)
