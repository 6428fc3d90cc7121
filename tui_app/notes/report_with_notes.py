"""A comparison on its way out with all that a reader did with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime

from tui_app.core.comparison import Comparison
from tui_app.core.exports.report import EVERYTHING_OUT, Choice, Remark, Report
from tui_app.core.model import Constraints, Document
from tui_app.notes.exchange.annotation import to_annotation
from tui_app.notes.note import PlacedNote
from tui_app.notes.notebook import Notebook


def report_with_notes(
    comparison: Comparison,
    notebook: Notebook | None,
    choice: Choice = EVERYTHING_OUT,
    author: str = "",
) -> Report:
    """Return what goes out, notes of rows that stay behind left out.

    Without a notebook that is the comparison alone.

    ``author`` is who a form names for its changes.
    """
    made = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if notebook is None:
        return Report(comparison, choice=choice, made=made, author=author)
    left, right, marks = comparison.left, comparison.right, notebook.marks
    return Report(
        comparison,
        tuple(_remark(one, left, right) for one in notebook.placed(comparison)),
        marks.reviewed(comparison),
        frozenset(_linked_rows(comparison, marks.constraints(left, right))),
        choice,
        made,
        author,
    ).without_notes_left_behind()


def _remark(one: PlacedNote, left: Document, right: Document) -> Remark:
    """Return the note as it goes out; it carries its whole annotation."""
    note = one.note
    return Remark(
        id=note.id,
        body=note.body,
        rows=one.rows,
        left=one.left,
        right=one.right,
        left_quotes=note.quotes("left"),
        right_quotes=note.quotes("right"),
        tags=note.tags,
        kind=str(note.kind),
        status=str(note.status),
        state=str(one.state),
        by=note.by,
        created=note.created,
        annotation=json.dumps(to_annotation(note, left, right)),
    )


def _linked_rows(comparison: Comparison, settled: Constraints) -> Iterator[int]:
    """Yield the rows that are what was linked by hand."""
    fixed = set(settled.fixed)
    for number, row in enumerate(comparison.rows):
        if (row.left, row.right) in fixed:
            yield number
