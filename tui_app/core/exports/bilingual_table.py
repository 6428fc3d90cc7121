"""A bilingual table: a line each row, both texts side by side, in a workbook (XLSX).

Each side stands there as it is read, to the last character, with the marks of the page
as fonts: facts bold and underlined, other words bold, in the colour of their side.
Control characters are pictures of themselves. A passage that is too long for a cell
goes on in the line below, under the same row number (``workbook``). Notes on the
whole, and those whose place is lost, stand in front.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import pairwise

from tui_app.core.differences.phrases import Grade, Phrase
from tui_app.core.exports.in_context import extent, place_of
from tui_app.core.exports.page_rows import (
    MOVED,
    PageMark,
    PageRow,
    PageRows,
    PageUnit,
    ShownRun,
)
from tui_app.core.exports.report import Remark, Report
from tui_app.core.exports.workbook import Cell, CellRun, Column, Font, Workbook
from tui_app.core.exports.xml_writing import as_moment
from tui_app.core.kinds import KINDS, WEIGHT
from tui_app.core.model import SIDES, Document, Relation, Side

_SAMPLED = 5000
"""Characters that tell in which direction a text is read."""

_LEFT, _RIGHT = Font("#8f4f00"), Font("#1a5aa8")

_FONTS = {
    "left": _LEFT._replace(bold=True),
    "right": _RIGHT._replace(bold=True),
    "left fact": Font("#5f2e00", bold=True, underlined=True),
    "right fact": Font("#05346a", bold=True, underlined=True),
    "left order": _LEFT._replace(italic=True),
    "right order": _RIGHT._replace(italic=True),
    "left soft": _LEFT,
    "right soft": _RIGHT,
}

_STANDS = {
    Relation.SAME: "same",
    Relation.CHANGED: "changed",
    Relation.LEFT_ONLY: "only left",
    Relation.RIGHT_ONLY: "only right",
}


def bilingual_table(report: Report) -> Iterator[bytes]:
    """Yield the workbook, first an empty piece for each row as it is compared.

    Raises ``OSError`` where there is no room for temporary files.
    """
    comparison = report.comparison
    rows = PageRows(report)
    turned = {side: _is_right_to_left(comparison.document(side)) for side in SIDES}
    with Workbook(_columns(report), _FONTS) as book:
        _describe(book, report)
        for remark in report.remarks_nowhere:
            book.add(None, _nowhere(remark))
        for number in report.rows():
            row = rows.row(number)
            book.add(row.number, _cells(report, row, turned))
            yield b""
        yield from book.pieces()


def _columns(report: Report) -> tuple[Column, ...]:
    return (
        Column("row", 7),
        Column(_header(report, "left"), 60),
        Column(_header(report, "right"), 60),
        Column("how they stand", 14),
        Column("facts", 28),
        Column("changes", 18),
        Column("left place", 14),
        Column("right place", 14),
        Column("note", 40),
        Column("reviewed", 10),
    )


def _header(report: Report, side: Side) -> str:
    title = report.comparison.document(side).called
    language = report.comparison.translation and report.language(side)
    name = f"{side} ({language})" if language else side
    return f"{name}: {title}" if title else name


def _describe(book: Workbook, report: Report) -> None:
    titles = (report.comparison.left.called, report.comparison.right.called)
    moment = as_moment(report.made)
    book.describe(
        " | ".join(filter(None, titles)),
        report.author,
        datetime.fromisoformat(moment) if moment else None,
    )


def _cells(report: Report, row: PageRow, turned: dict[Side, bool]) -> list[Cell]:
    comparison = report.comparison
    content = comparison.rows[row.number - 1]
    places = (
        place_of(document, extent(document, content.units(side)))
        for side in SIDES
        for document in (comparison.document(side),)
    )
    return [
        Cell(tuple(_side(row.left, "left")), turned["left"]),
        Cell(tuple(_side(row.right, "right")), turned["right"]),
        _plain(_standing(row, across=comparison.translation is not None)),
        _plain(_facts(report, row.phrases)),
        _plain(_changes(row.phrases)),
        *map(_plain, places),
        _plain(_notes(row.remarks)),
        _plain("yes" if row.reviewed else ""),
    ]


def _plain(text: str) -> Cell:
    return Cell((CellRun(text),) if text else ())


def _side(units: Iterable[PageUnit], side: Side) -> Iterator[CellRun]:
    """Yield the passages, neighbours with the white space between, others apart."""
    for one, following in pairwise((*units, None)):
        if one is None:
            return
        for stretch in one.stretches:
            yield CellRun(_as_read(stretch.runs), _look(stretch.marks, side))
        if following is not None:
            between = _as_read(one.after)
            meets = one.end + len(between) == following.start
            yield CellRun(between if meets else " ")


def _as_read(runs: Iterable[ShownRun]) -> str:
    """Return the characters of the text itself."""
    return "".join(
        "".join(chr(int(code, 16)) for code in run.codes.split()) or run.text
        for run in runs
    )


def _look(marks: Iterable[PageMark], side: Side) -> str:
    """Return the name of the font: the loudest mark counts."""
    changed = [mark for mark in marks if mark.phrase >= 0]
    if not changed:
        return ""
    loudest = changed[-1]
    if loudest.grade == Grade.SMALL:
        return f"{side} soft" if "alone" in loudest.classes else ""
    if "only" in loudest.classes:  # a whole row, in which bold would mark nothing
        return f"{side} soft"
    if loudest.grade == Grade.FACT:
        return f"{side} fact"
    return f"{side} order" if loudest.look == MOVED else side


def _standing(row: PageRow, *, across: bool) -> str:
    reworded = across and row.relation is Relation.CHANGED
    told = ["linked" if reworded else _STANDS[row.relation]]
    if row.moved:
        told.append(f"moved {row.direction}")
    if row.linked:
        told.append("linked by hand")
    return ", ".join(told)


def _facts(report: Report, found: Iterable[Phrase]) -> str:
    facts = (one for one in found if one.grade is Grade.FACT)
    return "\n".join(_fact(report, one) for one in facts)


def _fact(report: Report, fact: Phrase) -> str:
    """Return a fact in words: its kind, and what either side has."""
    left, right = (
        fact.words(side, report.comparison.document(side).text) for side in SIDES
    )
    name = KINDS[fact.differences[0].kind].name
    if left and right:
        return f"{name}: {left} → {right}"
    return f"{name}, only {'left' if left else 'right'}: {left or right}"


def _changes(found: Iterable[Phrase]) -> str:
    """Return the names of the kinds that are no facts, each once."""
    kinds = {one.kind for phrase in found for one in phrase.differences}
    quiet = (kind for kind in sorted(kinds, key=WEIGHT.__getitem__))
    return ", ".join(KINDS[kind].name for kind in quiet if not KINDS[kind].fact)


def _notes(remarks: Iterable[Remark]) -> str:
    return "\n\n".join(map(_note, remarks))


def _note(remark: Remark) -> str:
    tags = " ".join(f"#{tag}" for tag in remark.tags)
    by = f"— {remark.by}" if remark.by else ""
    return "\n".join(filter(None, (remark.body, tags, by)))


def _nowhere(remark: Remark) -> list[Cell]:
    quotes = ("\n".join(those) for those in (remark.left_quotes, remark.right_quotes))
    after = (Cell(),) * 4
    return [*map(_plain, quotes), _plain("note"), *after, _plain(_note(remark)), Cell()]


def _is_right_to_left(document: Document) -> bool:
    classes = [unicodedata.bidirectional(one) for one in document.text[:_SAMPLED]]
    return classes.count("R") + classes.count("AL") > classes.count("L")
