"""A comparison on its way out with all that a reader did with it."""

from __future__ import annotations

from datetime import UTC, datetime

from tui_app.core.comparison import Comparison
from tui_app.core.exports.report import EVERYTHING_OUT, Choice, Report
from tui_app.notes.exchange.remarks import linked_rows, remarks_of
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
        remarks_of(notebook.placed(comparison), left, right),
        marks.reviewed(comparison),
        linked_rows(comparison, marks.constraints(left, right)),
        choice,
        made,
        author,
    ).without_notes_left_behind()
