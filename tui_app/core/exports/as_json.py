"""The JSON of ``diff`` with the rows that go out, and the notes: for programs.

As the contract has it; a row says its number as well (``row``, from 1), and whether it
is reviewed or was linked by hand. With a base each change says how it stands to it.
Each of the ``notes`` holds its annotation.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from tui_app.core.exports.report import Remark, Report
from tui_app.core.from_base.json_from_base import base_form, row_from_base_form
from tui_app.core.json_form import row_form, texts_and_links


def as_json(report: Report) -> Iterator[str]:
    """Yield the JSON piece by piece, pure ASCII; rows are compared in turn."""
    for piece in _pieces(report):
        # The one control character that json leaves as it is.
        yield piece.replace("\x7f", "\\u007f")


def _pieces(report: Report) -> Iterator[str]:
    shown = report.comparison
    links, translation = shown.alignment.links, shown.translation
    yield from texts_and_links(shown.left, shown.right, links, translation)
    if report.from_base:
        yield f', "base": {json.dumps(base_form(report.from_base.base))}'
    yield ', "rows": ['
    yield from _joined(_row(report, row) for row in report.rows())
    yield '], "notes": ['
    yield from _joined(map(_note, report.remarks))
    yield "]}\n"


def _joined(values: Iterable[str]) -> Iterator[str]:
    before = ""
    for value in values:
        yield before + value
        before = ", "


def _row(report: Report, row: int) -> str:
    if report.from_base:
        form = row_from_base_form(report.from_base, row, report.choice.kinds)
    else:
        form = row_form(report.comparison.rows[row])
        form["differences"] = [one.to_dict() for one in report.differences(row)]
    form["row"] = row + 1
    form["reviewed"] = row in report.reviewed
    form["linked"] = row in report.linked
    return json.dumps(form)


def _note(remark: Remark) -> str:
    told = {
        "id": remark.id,
        "kind": remark.kind,
        "body": remark.body,
        "tags": remark.tags,
        "status": remark.status,
        "state": remark.state,
        "rows": [row + 1 for row in remark.rows],
        "left": remark.left_quotes,
        "right": remark.right_quotes,
        "by": remark.by,
        "created": remark.created,
        "annotation": json.loads(remark.annotation) if remark.annotation else None,
    }
    return json.dumps(told)
