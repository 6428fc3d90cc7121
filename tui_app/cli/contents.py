"""``diptych contents``: the sections of both texts, and how each of them stands."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from tui_app.cli.output import write_json
from tui_app.cli.pair import noted_pair
from tui_app.cli.printed_page import PrintedPage, signs_on_paper
from tui_app.cli.shared_options import (
    add_ascii,
    add_color,
    add_config,
    add_links,
    add_pair,
)
from tui_app.cli.tables import PageLook
from tui_app.core.comparison import Comparison
from tui_app.core.contents.heading import Heading
from tui_app.core.contents.sections import Section, both_headings, sections_of
from tui_app.core.model import Document
from tui_app.core.row_places import RowPlaces
from tui_app.core.text.direction import is_from_right
from tui_app.review.section_numbers import SectionCounter, SectionNumbers, counted_rows
from tui_app.review.section_words import (
    FEW_CELLS,
    HEADS,
    HEADS_ACROSS,
    NUMBER_CELLS,
    NumberWords,
    heading_words,
    number_words,
)

_FEWEST_CELLS = 24
"""Cells with which a heading is worth having a column of its own."""

Told = tuple[Section, SectionNumbers]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the texts and the form of the output."""
    add_pair(parser, also_one=True)
    add_links(parser, "notes and links made by hand")
    parser.add_argument("--json", action="store_true", help="write JSON")
    add_ascii(parser)
    add_color(parser)
    add_config(parser)


def run(options: argparse.Namespace) -> int:
    """Print the sections of both texts; return 0."""
    comparison, done, marks = noted_pair(options)
    headings = both_headings(comparison.left, comparison.right)
    sections = sections_of(comparison, RowPlaces(comparison), headings)
    told: list[Told] = []
    if sections:
        counter = SectionCounter(comparison, counted_rows(comparison, marks), done)
        told = [(one, counter.of(one.rows)) for one in sections]
    if options.json:
        write_json(_form(comparison, told))
    else:
        look = PageLook(options.color, ascii_only=options.ascii)
        _print(comparison, told, look)
    return 0


# As JSON -----------------------------------------------------------------------


def _form(comparison: Comparison, told: Sequence[Told]) -> dict[str, object]:
    return {
        "format": "diptych-contents",
        "version": 1,
        "left": _text(comparison.left),
        "right": _text(comparison.right),
        "rows": len(comparison.rows),
        "sections": [_section(*one) for one in told],
    }


def _text(document: Document) -> dict[str, object]:
    return {"source": document.source, "title": document.title}


def _section(section: Section, numbers: SectionNumbers) -> dict[str, object]:
    rows = section.rows
    return {
        "level": section.level,
        "left": _heading(section.left),
        "right": _heading(section.right),
        "row": section.row + 1,
        "rows": [rows.start + 1, rows.stop] if rows else None,
        "alike": numbers.alike,
        "facts": numbers.facts,
        "left_only": numbers.left_only,
        "right_only": numbers.right_only,
        "moved": numbers.moved,
        "notes": numbers.notes,
        "reviewed": numbers.reviewed,
    }


def _heading(heading: Heading | None) -> dict[str, object] | None:
    if heading is None:
        return None
    return {"text": heading.words, "start": heading.start, "level": heading.level}


# For people --------------------------------------------------------------------


def _print(comparison: Comparison, told: Sequence[Told], look: PageLook) -> None:
    page = PrintedPage(0, look.colour)
    if not told:
        page.write(["No headings are found in these texts."])
        return
    across = comparison.translation is not None
    table = _Lines(page, len(str(len(comparison.rows))), look, across=across)
    page.write(table.head())
    for section, numbers in told:
        page.write(table.lines(section, numbers))


class _Lines:
    """The lines of the table: both headings and the numbers, or one under the other."""

    def __init__(
        self, page: PrintedPage, digits: int, look: PageLook, *, across: bool
    ) -> None:
        self._page = page
        self._digits = digits
        self._signs = signs_on_paper(ascii_only=look.ascii_only)
        self._heads = HEADS_ACROSS if across else HEADS
        beside = page.width - digits - 2
        self._is_short = beside - NUMBER_CELLS < _FEWEST_CELLS
        self._room = max(1, beside - (FEW_CELLS if self._is_short else NUMBER_CELLS))
        self._column = (self._room - 2) // 2
        self._is_stacked = self._column < _FEWEST_CELLS

    def head(self) -> list[str]:
        """Return what stands above the lines."""
        page = self._page
        return [
            page.paint(self._counted(self._heads).rjust(page.width), "aside"),
            page.paint(self._signs.line * page.width, "aside"),
        ]

    def lines(self, section: Section, numbers: SectionNumbers) -> Iterator[str]:
        """Yield the line of a section, or the two."""
        label = self._page.paint(f"{section.row + 1:>{self._digits}}", "aside")
        left = heading_words(section, "left", self._signs.no_words)
        right = heading_words(section, "right", self._signs.no_words)
        counted = self._counted(number_words(numbers, self._signs.left_out))
        if self._is_stacked:
            yield f"{label}  {self._cut(left, self._room)}{counted}"
            if right not in {left, ""}:
                yield f"{' ' * self._digits}  {self._cut(right, self._room)}"
        else:
            both = self._cut(left, self._column) + "  " + self._cut(right, self._column)
            yield f"{label}  {both}{' ' * (self._room % 2)}{counted}"

    def _counted(self, words: NumberWords) -> str:
        return words.short_line if self._is_short else words.line

    def _cut(self, words: str, room: int) -> str:
        indent = " " * (len(words) - len(words.lstrip()))
        cut = self._page.cut(words, room - len(indent), self._signs.left_out)
        blank = " " * (room - cell_len(indent + cut))
        if is_from_right(words):
            return blank + cut + indent
        return indent + cut + blank
