"""A table of variants: one line a difference, as comma-separated values (RFC 4180).

UTF-8 with a byte order mark, which spreadsheets want. A passage that only one text has
is ``removed`` or ``added``, one that stands elsewhere ``moved``; a note stands in the
first line of its row, in one of its own (``note``) where the row has none. Rows count
from 1; offsets are code points, the end exclusive. Cells that a spreadsheet would take
for formulas have an apostrophe in front (``formula_guard``). The last column holds the
notes of the line as Web Annotations, so that they can be read back.
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

MOVED, NOTE = "moved", "note"
"""What a line is where it is no difference of a kind."""


class _Line(NamedTuple):
    kind: str
    left: Span | None = None
    right: Span | None = None


_NOTE_ALONE = _Line(NOTE)


def variants(report: Report) -> Iterator[str]:
    """Yield the table, line by line; rows are compared in turn."""
    yield "\ufeff" + _written(COLUMNS)
    for remark in report.remarks_nowhere:
        yield _written(_cells(report, None, _NOTE_ALONE, (remark,)))
    for row in report.rows():
        remarks = report.remarks_on(row)
        for line in _lines(report, row) or ([_NOTE_ALONE] if remarks else []):
            yield _written(_cells(report, row, line, remarks))
            remarks = ()


def _lines(report: Report, row: int) -> list[_Line]:
    shown, kinds = report.comparison, report.choice.kinds
    of = shown.rows[row]
    left, right = extent(shown.left, of.left), extent(shown.right, of.right)
    if left is None or right is None:
        kind = Kind.ADDED if left is None else Kind.REMOVED
        return [_Line(kind, left, right)] if kind in kinds else []
    moved = [_Line(MOVED, left, right)] if of.moved and kinds == ALL_KINDS else []
    found = report.differences(row)
    return moved + [_Line(one.kind, one.left, one.right) for one in found]


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
    return [*(inert(displayable(cell)) for cell in cells), whole]


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
