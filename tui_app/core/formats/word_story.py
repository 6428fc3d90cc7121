"""One story of a Word file – its body, a note, a comment – as paragraphs and rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tui_app.core.extract import Changes
from tui_app.core.formats.office_lines import (
    Aside,
    Block,
    OfficeLine,
    refuse_deep,
    table_row,
)
from tui_app.core.formats.symbol_font import with_letters
from tui_app.core.formats.taking import CONTENTS, HIDDEN
from tui_app.core.formats.word_markup import (
    WRITTEN,
    Struck,
    all_words,
    child_of,
    is_gone,
    properties_of,
    value_of,
    walk_markup,
    written_words,
)
from tui_app.core.formats.word_styles import WordStyles

_BLOCKS = frozenset({"p", "tbl"})
_RUNS = frozenset({"r", "m:t"})
_NOTES = frozenset({"footnoteReference", "endnoteReference"})
_IN_RUN = WRITTEN | _NOTES | {
    "fldChar", "txbxContent", "commentReference", "lastRenderedPageBreak",
}  # fmt: skip


class NoteReference(NamedTuple):
    """A note that the text refers to: ``footnote`` or ``endnote``, and its number."""

    kind: str
    number: str


class WordStory:
    """Reads stories of one file in the order of their text.

    ``comments`` are those of the file by their numbers; ``notes`` are those referred
    to so far.
    """

    def __init__(
        self,
        name: str,
        changes: Changes,
        styles: WordStyles,
        comments: Mapping[str, Aside],
    ) -> None:
        self.notes: dict[NoteReference, None] = {}
        self._name = name
        self._changes = changes
        self._styles = styles
        self._comments = dict(comments)
        self._page = 1
        self._in_instruction: list[bool] = []
        self._whole_fields = True

    def read(self, root: Element) -> Iterator[Block]:
        """Return the paragraphs and rows of a story, text boxes behind theirs."""
        kinds = [value_of(one, "fldCharType") for one in root.iter("fldChar")]
        self._in_instruction = []
        self._whole_fields = kinds.count("begin") == kinds.count("end")
        return self._blocks(root, 0)

    def _blocks(self, element: Element, nested: int) -> Iterator[Block]:
        refuse_deep(nested, self._name)
        line = OfficeLine()
        for one in walk_markup(element, _BLOCKS, self._changes):
            if isinstance(one, Struck):
                self._strike(line, one)
            elif one.tag == "p":
                if self._gather(one, line) and not line.empty:
                    yield from self._ended(line, nested)
                    line = OfficeLine()
            else:
                yield from self._ended(line, nested)
                line = OfficeLine()
                yield from self._table(one, nested)
        yield from self._ended(line, nested)

    def _ended(self, line: OfficeLine, nested: int) -> Iterator[Block]:
        if not line.empty:
            yield line
        for box in line.boxes:
            yield from self._blocks(box, nested + 1)

    def _table(self, table: Element, nested: int) -> Iterator[Block]:
        rows = list(self._kept(table, "tr", ""))
        cells = [
            one if isinstance(one, Struck) else list(self._kept(one, "tc", "cell"))
            for one in rows
        ]
        only_frames = all(isinstance(row, Struck) or len(row) == 1 for row in cells)
        for row in cells:
            if isinstance(row, Struck):
                yield self._struck_line(row)
                continue
            read = [self._cell(cell, nested + 1) for cell in row]
            yield from table_row(read, only_frames=only_frames)

    def _kept(
        self, element: Element, name: str, prefix: str
    ) -> Iterator[Element | Struck]:
        """Return rows of a table or cells of a row, those that are gone as struck."""
        for one in walk_markup(element, frozenset({name}), self._changes):
            if isinstance(one, Struck):
                yield one
                continue
            why = is_gone(child_of(one, f"{name}Pr"), self._changes, prefix)
            yield Struck(one, why) if why else one

    def _cell(self, cell: Element | Struck, nested: int) -> list[Block]:
        if isinstance(cell, Struck):
            return [self._struck_line(cell)]
        return list(self._blocks(cell, nested)) if len(cell) else []

    def _struck_line(self, struck: Struck) -> OfficeLine:
        line = OfficeLine()
        self._strike(line, struck)
        return line

    def _gather(self, paragraph: Element, line: OfficeLine) -> bool:
        """Add a paragraph to the line; tell whether the line ends with it."""
        if not len(paragraph):
            return True
        properties = properties_of(paragraph, "pPr", self._changes)
        look = self._styles.look_of(properties)
        line.be(look.part, look.level)
        target = OfficeLine() if look.contents or look.hidden else line
        self._runs(walk_markup(paragraph, _RUNS, self._changes), target)
        if target is not line:
            line.leave_out(target.words, CONTENTS if look.contents else HIDDEN)
        mark = child_of(paragraph, "pPr", "rPr")
        if is_gone(mark, self._changes):
            return False
        dropped = value_of(child_of(properties, "framePr"), "dropCap")
        return dropped in {None, "none"}

    def _runs(self, runs: Iterable[Element | Struck], line: OfficeLine) -> None:
        for one in runs:
            if isinstance(one, Struck):
                self._strike(line, one)
            elif one.tag == "m:t":
                line.write(one.text or "")
            else:
                self._run(one, line)

    def _run(self, run: Element, line: OfficeLine) -> None:
        properties = properties_of(run, "rPr", self._changes)
        hidden = OfficeLine() if self._styles.hides(properties) else None
        font = value_of(child_of(properties, "rFonts"), "ascii") or ""
        for one in walk_markup(run, _IN_RUN, self._changes):
            if isinstance(one, Struck):
                self._strike(line, one)
            elif one.tag in WRITTEN:
                if not self._in_outer_instruction():
                    words = with_letters(written_words(one), font)
                    (line if hidden is None else hidden).write(words)
            else:
                self._mark(one, line)
        if hidden is not None:
            line.leave_out(hidden.words, HIDDEN)

    def _mark(self, element: Element, line: OfficeLine) -> None:
        """Take what stands between the words: fields, notes, boxes, comments, pages."""
        name = element.tag
        if name == "fldChar":
            self._step_field(element)
        elif name == "txbxContent":
            line.boxes.append(element)
        elif name == "lastRenderedPageBreak":
            self._page += 1
            line.turn_to(f"page {self._page}")
        elif name == "commentReference":
            aside = self._comments.pop(value_of(element, "id") or "", None)
            if aside is not None:
                line.leave_out(*aside)
        else:
            kind = name.removesuffix("Reference")
            self.notes[NoteReference(kind, value_of(element, "id") or "")] = None

    def _strike(self, line: OfficeLine, struck: Struck) -> None:
        for one in struck.element.iter("fldChar"):
            self._step_field(one)
        line.leave_out(all_words(struck.element), struck.why)

    def _step_field(self, sign: Element) -> None:
        kind = value_of(sign, "fldCharType")
        if kind == "begin":
            self._in_instruction.append(True)
        elif self._in_instruction and kind == "separate":
            self._in_instruction[-1] = False
        elif self._in_instruction and kind == "end":
            self._in_instruction.pop()

    def _in_outer_instruction(self) -> bool:
        """Tell whether words only serve the instruction of a field around theirs."""
        return self._whole_fields and any(self._in_instruction)
