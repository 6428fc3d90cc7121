"""``diptych table``: what each passage of a text has in each of several others."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.cells import cell_len

from tui_app.cli.output import mention, mention_remarks, write_export
from tui_app.cli.pair import settings_of
from tui_app.cli.printed_page import PrintedPage, signs_on_paper
from tui_app.cli.shared_options import (
    add_ascii,
    add_changes,
    add_color,
    add_config,
    add_languages,
    add_unit,
    asked_changes,
    asked_languages,
)
from tui_app.cli.work_told import tell
from tui_app.core.exports.witness_forms import TABLE_FORMS, form_of_table, table_pieces
from tui_app.core.exports.writing import refuse_existing, refuse_own, write_made
from tui_app.core.loading import load_document, look_at
from tui_app.core.source_names import STANDARD_INPUT
from tui_app.core.text.direction import is_from_right
from tui_app.core.witness_table import Witness, WitnessTable
from tui_app.errors import UserError
from tui_app.notes.journal.archive import refuse_notes
from tui_app.review.looks import StyledText
from tui_app.review.options import MarkOptions
from tui_app.review.request import Request
from tui_app.review.witness_words import (
    GAP,
    cell_pieces,
    lone_pieces,
    numbers_in_words,
    short_names,
    signs_in_words,
    table_columns,
)
from tui_app.review.witness_work import WitnessJob, found_witness

_STANDARD_OUTPUT = "-"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the texts, the form of the table and where it goes."""
    parser.add_argument(
        "left", metavar="LEFT", help="a text file, or - for standard input"
    )
    parser.add_argument(
        "others", metavar="OTHER", nargs="+", help="the texts to look for it in"
    )
    add_unit(parser)
    add_changes(parser)
    add_languages(parser)
    parser.add_argument(
        "--no-notes", action="store_true", help="leave links made by hand out"
    )
    form = parser.add_mutually_exclusive_group()
    for name in TABLE_FORMS:
        form.add_argument(
            f"--{name}",
            action="store_const",
            const=name,
            dest="form",
            help=f"write {name.upper()}",
        )
    parser.add_argument(
        "-o", metavar="FILE", dest="output", help="the file, .csv or .json (- as else)"
    )
    parser.add_argument(
        "--force", action="store_true", help="replace a file that is there"
    )
    add_ascii(parser)
    add_color(parser)
    add_config(parser)


def run(options: argparse.Namespace) -> int:
    """Print or write the table; return 0."""
    place = _place(options)
    form = options.form or (form_of_table(place) if place else "")
    names = _others(options)
    if place is not None:
        refuse_own(place, options.left, *names)
        refuse_notes(place)
        if not options.force:
            refuse_existing(place)
    table = _table(options, names)
    if place is not None:
        write_made(table_pieces(table, form), place, replace=options.force)
    elif form:
        write_export(table_pieces(table, form))
    else:
        page = PrintedPage(0, options.color)
        weak = settings_of(options).weak_links
        page.write(_Lines(page, table, weak, ascii_only=options.ascii).all())
    return 0


def _place(options: argparse.Namespace) -> Path | None:
    """Return the file to write, ``None`` for standard output."""
    if options.output in (None, _STANDARD_OUTPUT):
        return None
    if not options.output:
        raise UserError("-o", "no file is named", "name one, or - for standard output")
    return Path(options.output)


def _others(options: argparse.Namespace) -> tuple[str, ...]:
    """Return the texts to look in, each once and not the left one.

    Raises ``UserError`` where none is left, or one cannot be read.
    """
    names = Request(options.left, options.left).against_others(options.others).against
    if not names:
        why = "it is the left text itself"
        raise UserError(options.others[0], why, "name another text")
    if len(names) < len(options.others):
        mention("texts named twice, or the left one again, are told once")
    for name in names:
        if name == STANDARD_INPUT:
            continue
        look_at(name)
    return names


# Working it out ----------------------------------------------------------------


def _table(options: argparse.Namespace, names: tuple[str, ...]) -> WitnessTable:
    settings = settings_of(options)
    changes = asked_changes(options.changes, alone=False)
    unit = options.unit or settings.unit
    left = load_document(options.left, unit, changes.left, tell)
    mention_remarks(left)
    job = WitnessJob(
        left,
        names,
        tuple(range(len(names))),
        changes=changes.right,
        languages=settings.with_lists(asked_languages(options)),
        counting=MarkOptions.of(settings).counting,
        with_notes=not options.no_notes,
    )
    return WitnessTable(left, tuple(_witnesses(job)))


def _witnesses(job: WitnessJob) -> Iterator[Witness]:
    for number in job.wanted:
        found = found_witness(job, number)
        for remark in found.remarks:
            mention(remark)
        if found.witness is not None:
            yield found.witness


# For people --------------------------------------------------------------------


class _Lines:
    """The lines of the table: the texts, each passage with its signs, what is added.

    Texts for which there is no room beside each other come in a table below.
    """

    def __init__(
        self,
        page: PrintedPage,
        table: WitnessTable,
        weak_below: float,
        *,
        ascii_only: bool,
    ) -> None:
        self._page = page
        self._table = table
        self._weak_below = weak_below
        self._names = short_names([one.name for one in table.witnesses])
        self._lone = table.lone
        self._signs = signs_on_paper(ascii_only=ascii_only)
        self._digits = len(str(max(1, len(table.left.units))))
        count = len(table.witnesses)
        self._columns = table_columns(page.width - self._digits - 2, count)
        self._room = page.width - self._digits - 2 - self._columns.cells

    def all(self) -> Iterator[str]:
        """Yield all lines."""
        yield from self._texts()
        yield ""
        for line in self._page.wrapped(signs_in_words(self._signs), 0):
            yield self._page.paint(line, "aside")
        count = len(self._table.witnesses)
        for first in range(0, count, self._columns.many):
            shown = range(first, min(first + self._columns.many, count))
            yield ""
            yield from self._part(shown)

    def _texts(self) -> Iterator[str]:
        digits = len(str(len(self._table.witnesses)))
        for number, one in enumerate(self._table.witnesses, 1):
            label = f"{number:>{digits}}  "
            name = self._page.cut(one.name, self._page.width - len(label), self._cut)
            yield label + self._page.paint(name, "title")
            said = numbers_in_words(one.numbers)
            for line in self._page.wrapped(said, len(label)):
                yield self._page.paint(line, "aside")

    @property
    def _cut(self) -> str:
        return self._signs.left_out

    def _part(self, shown: range) -> Iterator[str]:
        page, lead = self._page, " " * (self._digits + 2)
        width = self._columns.width
        heads = "".join(" " * GAP + self._head(number, width) for number in shown)
        yield page.paint(lead + " " * self._room + heads, "aside")
        yield page.paint(self._signs.line * page.width, "aside")
        left, witnesses = self._table.left, self._table.witnesses
        for number in range(len(left.units)):
            held = (
                cell_pieces(
                    witnesses[one].cells[number],
                    self._signs,
                    self._weak_below,
                    full=self._columns.full,
                )
                for one in shown
            )
            yield self._line(str(number + 1), left.unit_text(number), "text", held)
        yield from self._lone_lines(shown)

    def _head(self, number: int, width: int) -> str:
        name = f" {self._names[number]}" if self._columns.full else ""
        head = self._page.cut(f"{number + 1}{name}", width, self._cut)
        return head + " " * (width - cell_len(head))

    def _lone_lines(self, shown: range) -> Iterator[str]:
        lone = [
            one for one in self._lone if any(one.passages[number] for number in shown)
        ]
        if lone:
            yield ""
            yield self._page.paint("Only in the others:", "title")
        for line in lone:
            held = (
                lone_pieces(
                    line.passages[number] is not None,
                    self._signs,
                    full=self._columns.full,
                )
                for number in shown
            )
            yield self._line("", line.words, "right-only", held)

    def _line(
        self,
        label: str,
        words: str,
        look: str,
        held: Iterator[Sequence[StyledText]],
    ) -> str:
        page = self._page
        text = page.cut(words, self._room, self._cut)
        blank = " " * (self._room - cell_len(text))
        before, after = (blank, "") if is_from_right(words) else ("", blank)
        cells = (
            " " * GAP + "".join(page.paint(text, look) for text, look in pieces)
            for pieces in held
        )
        start = page.paint(f"{label:>{self._digits}}  ", "aside")
        return start + before + page.paint(text, look) + after + "".join(cells)
