"""A table of variants: one line a difference, as comma-separated values (RFC 4180).

UTF-8 with a byte order mark, which spreadsheets want. A passage that only one text has
is ``removed`` or ``added``, one that stands elsewhere ``moved``; a note stands in the
first line of its row, in one of its own (``note``) where the row has none. Rows count
from 1; offsets are code points, the end exclusive. Cells that a spreadsheet would take
for formulas have an apostrophe in front (``formula_guard``). The last column holds the
notes of the line as Web Annotations, so that they can be read back. Where there is a
base, two more tell how the change stands to it (*new*, *taken back*, *changed again*)
and what the base says; what is ``kept`` of it has lines of its own.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui_app.core.exports.carried_notes import in_cell
from tui_app.core.exports.formula_guard import inert
from tui_app.core.exports.in_context import extent, in_context, place_of, words_of
from tui_app.core.exports.report import Remark, Report
from tui_app.core.from_base.told_from_base import ToldFromBase, words_told
from tui_app.core.kinds import ALL_KINDS, Kind
from tui_app.core.model import Span
from tui_app.core.text.display import displayable

COLUMNS = (
    "row",
    "kind",
    "left",
    "right",
    "left_context",
    "right_context",
    "left_place",
    "right_place",
    "left_start",
    "left_end",
    "right_start",
    "right_end",
    "note",
    "reviewed",
    "linked",
    "annotations",
)

BASE_COLUMNS = ("from_base", "base")
"""What comes last where there is a base: the status of a change, the base's words."""

MOVED, NOTE, KEPT = "moved", "note", "kept"
"""What a line is where it is no difference of a kind."""


class _Line(NamedTuple):
    kind: str
    left: Span | None = None
    right: Span | None = None
    from_base: str = ""
    base: tuple[Span, ...] = ()


_NOTE_ALONE = _Line(NOTE)


def variants(report: Report) -> Iterator[str]:
    """Yield the table, line by line; rows are compared in turn."""
    more = BASE_COLUMNS if report.from_base else ()
    yield "\ufeff" + _written([*COLUMNS, *more])
    for remark in report.remarks_nowhere:
        yield _written(_cells(report, None, _NOTE_ALONE, (remark,)))
    for row in report.rows():
        remarks = report.remarks_on(row)
        for line in _lines(report, row) or ([_NOTE_ALONE] if remarks else []):
            yield _written(_cells(report, row, line, remarks))
            remarks = ()


def _lines(report: Report, row: int) -> list[_Line]:
    shown, kinds = report.comparison, report.choice.kinds
    of, told = shown.rows[row], report.told_from_base(row)
    left, right = extent(shown.left, of.left), extent(shown.right, of.right)
    if left is None or right is None:
        kind = Kind.ADDED if left is None else Kind.REMOVED
        return [_of_base(_Line(kind, left, right), told.whole)] if kind in kinds else []
    found = [_Line(one.kind, one.left, one.right) for one in report.differences(row)]
    if told.differences:
        found = [*map(_of_base, found, told.differences)]
    kept = [_Line(KEPT, b, c, KEPT, (a,)) for a, b, c in told.kept]
    if not of.moved or kinds != ALL_KINDS:
        return found + kept
    return [_Line(MOVED, left, right, str(told.moved or "")), *found, *kept]


def _of_base(line: _Line, told: ToldFromBase | None) -> _Line:
    """Return the line with what is told of it, if anything is."""
    if told is None:
        return line
    return line._replace(from_base=str(told.status), base=told.base)


def _cells(
    report: Report, row: int | None, line: _Line, remarks: Sequence[Remark]
) -> list[str]:
    left, right = report.comparison.left, report.comparison.right
    alone = line is _NOTE_ALONE
    cells = [
        "" if row is None else str(row + 1),
        line.kind,
        _quotes(remarks, "left") if alone else words_of(left, line.left),
        _quotes(remarks, "right") if alone else words_of(right, line.right),
        in_context(left, line.left),
        in_context(right, line.right),
        place_of(left, line.left),
        place_of(right, line.right),
        *_offsets(line.left),
        *_offsets(line.right),
        "\n\n".join(remark.body for remark in remarks),
        "yes" if row in report.reviewed else "",
        "yes" if row in report.linked else "",
    ]
    carried = ", ".join(one.annotation for one in remarks if one.annotation)
    whole = in_cell(f"[{carried}]") if carried else ""
    found = [*(inert(displayable(cell)) for cell in cells), whole]
    if report.from_base:
        words = words_told(report.from_base.base.text, line.base)
        found += [line.from_base, inert(displayable(words))]
    return found


def _quotes(remarks: Sequence[Remark], side: str) -> str:
    quotes = (
        quote
        for one in remarks
        for quote in (one.left_quotes if side == "left" else one.right_quotes)
    )
    return "\n".join(" ".join(quote.split()) for quote in quotes)


def _offsets(span: Span | None) -> tuple[str, str]:
    return (str(span.start), str(span.end)) if span else ("", "")


def _written(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()
