"""A workbook (XLSX) written line by line: whatever a text holds, a cell is text.

No cell is a formula, a link or a number because it looks like one. What a cell cannot
hold goes on in the line below, what a sheet cannot hold in the next sheet. Lines wait
in a temporary file; memory holds one at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from itertools import zip_longest
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, NamedTuple, Self
from unicodedata import east_asian_width

from tui_app.core.exports.xml_writing import holdable
from tui_app.core.text.display import pasteable

LONGEST_CELL = 32_767
"""UTF-16 units that a cell can hold."""

MOST_LINES = 1_048_576
"""Lines that a sheet can hold, the header among them."""

_LINE, _HIGHEST = 15, 409
"""Points: the height of a line of text, and the most that a cell can have."""

_AT_ONCE = 1 << 16

_NEAR = 200
"""Characters in which white space is looked for before a cell is cut."""

# A reader would take "_x0041_" for a character, and XlsxWriter does not escape it well
# where a cell has several fonts; "<r>…</r>" it takes for markup of its own. Cut in two,
# with the same look, neither is there.
_MISREAD = re.compile(r"(?<=_)(?=x[0-9a-fA-F]{4}_)|(?<=\A<)(?=r>)")

# With the quote, text that looks like a formula stays text when somebody edits it.
_SHAPE = {"quote_prefix": True, "text_wrap": True, "valign": "top"}

_HEADER = {**_SHAPE, "bold": True, "bottom": 1, "bg_color": "#f5f2ea"}


class CellRun(NamedTuple):
    """Characters in one font; ``look`` names it, empty for the usual one."""

    text: str
    look: str = ""


class Cell(NamedTuple):
    """What stands in a cell; ``right_to_left`` how it is read."""

    runs: tuple[CellRun, ...] = ()
    right_to_left: bool = False


class Font(NamedTuple):
    """How the characters of a look are written; ``colour`` as ``#rrggbb``."""

    colour: str
    bold: bool = False
    italic: bool = False
    underlined: bool = False

    def shape(self) -> dict[str, object]:
        """Return it in the words of XlsxWriter."""
        told = {
            "font_color": self.colour,
            "bold": self.bold,
            "italic": self.italic,
            "underline": int(self.underlined),
        }
        return {name: value for name, value in told.items() if value}


class Column(NamedTuple):
    """A column; ``width`` in characters."""

    name: str
    width: int


class Workbook(AbstractContextManager["Workbook"]):
    """A workbook in the making, with the same columns on each sheet.

    The first column has numbers, the others text. ``fonts`` are those of the looks.
    Within ``with``; its temporary files go after.
    """

    def __init__(self, columns: Sequence[Column], fonts: Mapping[str, Font]) -> None:
        from xlsxwriter import Workbook as Book

        self._columns = columns
        self._fonts = fonts
        self._folder = TemporaryDirectory(prefix="diptych-")
        self._place = Path(self._folder.name, "book.xlsx")
        options = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
            "tmpdir": self._folder.name,
            "use_zip64": True,
        }
        self._book: Any = Book(str(self._place), options)
        self._formats: dict[tuple[str, bool], Any] = {}
        self._centred: Any = self._book.add_format({**_SHAPE, "align": "center"})
        self._sheet: Any = None
        self._line = MOST_LINES

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close and delete the temporary files."""
        for sheet in self._book.worksheets():
            sheet.row_data_fh.close()
        self._folder.cleanup()

    def __enter__(self) -> Self:
        return self

    def describe(self, title: str, author: str, created: datetime | None) -> None:
        """Say of the file what it is called, who made it, and when."""
        told = {"title": title, "author": author}
        clean = {name: holdable(value) for name, value in told.items() if value}
        self._book.set_properties(clean | ({"created": created} if created else {}))

    def add(self, number: int | None, cells: Sequence[Cell]) -> None:
        """Write a line; what is too long goes on in more, of the same number."""
        columns = [list(_cut(_safe(cell))) for cell in cells]
        for line in zip_longest(*columns, fillvalue=Cell()):
            self._write(number, line)

    def pieces(self) -> Iterator[bytes]:
        """Yield the whole file; nothing can be added then. Raises ``OSError``."""
        from xlsxwriter.exceptions import FileCreateError

        if self._sheet is None:
            self._begin_sheet()
        self._end_sheet()
        try:
            self._book.close()
        except FileCreateError as error:
            raise error.args[0] from error
        with self._place.open("rb") as made:
            while piece := made.read(_AT_ONCE):
                yield piece

    def _write(self, number: int | None, cells: Iterable[Cell]) -> None:
        if self._line >= MOST_LINES:
            self._begin_sheet()
        if number is not None:
            self._sheet.write_number(self._line, 0, number, self._centred)
        present = [(at, cell) for at, cell in enumerate(cells, 1) if cell.runs]
        for place, cell in present:
            self._write_cell(place, cell)
        self._set_height(
            _lines_in("".join(run.text for run in cell.runs), self._columns[at].width)
            for at, cell in present
        )
        self._line += 1

    def _set_height(self, needed: Iterable[int]) -> None:
        """Make the line as high as needed: not every program works it out."""
        if (height := max(needed, default=1)) > 1:
            self._sheet.set_row(self._line, min(height * _LINE, _HIGHEST))

    def _write_cell(self, place: int, cell: Cell) -> None:
        (text, look), *more = cell.runs
        if more:
            shape = self._format("", cell.right_to_left)
            tokens = [
                token for run in cell.runs for token in (self._font(run.look), run.text)
            ]
            self._sheet.write_rich_string(self._line, place, *tokens, shape)
        else:
            shape = self._format(look, cell.right_to_left)
            self._sheet.write_string(self._line, place, text, shape)

    def _end_sheet(self) -> None:
        self._sheet.autofilter(0, 0, self._line - 1, len(self._columns) - 1)

    def _begin_sheet(self) -> None:
        if self._sheet is not None:
            self._end_sheet()
        count = len(self._book.worksheets())
        self._sheet = sheet = self._book.add_worksheet(f"Rows {count + 1}")
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        header = self._book.add_format(_HEADER)
        self._line = 0
        for place, column in enumerate(self._columns):
            sheet.set_column(place, place, column.width)
            sheet.write_string(0, place, holdable(pasteable(column.name)), header)
        self._set_height(_lines_in(one.name, one.width) for one in self._columns)
        self._line = 1

    def _font(self, look: str) -> Any:
        return self._format(look, False)

    def _format(self, look: str, right_to_left: bool) -> Any:
        key = look, right_to_left
        if key not in self._formats:
            font = self._fonts.get(look)
            shape = _SHAPE | (font.shape() if font else {})
            if right_to_left:
                shape |= {"reading_order": 2, "align": "right"}
            self._formats[key] = self._book.add_format(shape)
        return self._formats[key]


def _lines_in(text: str, width: int) -> int:
    """Return about how many lines the text takes in a column of that width."""
    return sum(max(1, ceil(_width(line) / width)) for line in text.split("\n"))


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(one) in "WF" else 1 for one in text)


def _safe(cell: Cell) -> Cell:
    """Return the cell with pictures of what gives commands; neighbours joined.

    What is invisible stays: right-to-left writing needs it.
    """
    joined: list[CellRun] = []
    for text, look in cell.runs:
        clean = holdable(pasteable(text))
        if joined and joined[-1].look == look:
            joined[-1] = CellRun(joined[-1].text + clean, look)
        elif clean:
            joined.append(CellRun(clean, look))
    return cell._replace(runs=tuple(joined))


def _cut(cell: Cell) -> Iterator[Cell]:
    """Yield the cell in parts that a cell can hold, an empty one as it is."""
    text = "".join(run.text for run in cell.runs)
    start = 0
    while True:
        end = start + _that_fit(text, start)
        yield cell._replace(runs=tuple(_runs_within(cell.runs, start, end)))
        start = end
        if start >= len(text):
            return


def _that_fit(text: str, start: int) -> int:
    """Return how many characters from there a cell can hold, best to a space."""
    head = text[start : start + LONGEST_CELL]
    while (over := _units(head) - LONGEST_CELL) > 0:
        head = head[: len(head) - (over + 1) // 2]
    if start + len(head) >= len(text):
        return len(head)
    spaces = (at for at in range(len(head), 0, -1) if head[at - 1].isspace())
    space = next(spaces, 0)
    return space if space > len(head) - _NEAR else len(head)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _runs_within(runs: Iterable[CellRun], start: int, end: int) -> Iterator[CellRun]:
    at = 0
    for text, look in runs:
        part = text[max(0, start - at) : max(0, end - at)]
        at += len(text)
        for piece in _MISREAD.split(part):
            if piece:
                yield CellRun(piece, look)
