"""A comparison on its way out with all that a reader did with it."""

from __future__ import annotations

from datetime import UTC, datetime

from tui_app.core.comparison import Comparison
from tui_app.core.exports.report import EVERYTHING_OUT, Choice, Remark, Report
from tui_app.notes.exchange.remarks import linked_rows, remarks_of
from tui_app.notes.notebook import Notebook


def report_with_notes(
    comparison: Comparison,
    notebook: Notebook | None,
    choice: Choice = EVERYTHING_OUT,
    author: str = "",
) -> Report:
    """Return what goes out; without a notebook the comparison alone.

    ``author`` is who a form names for its changes.
    """
    made = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if notebook is None:
        return Report(comparison, choice=choice, made=made, author=author)
    left, right, marks = comparison.left, comparison.right, notebook.marks
    reviewed = marks.reviewed(comparison)
    remarks = remarks_of(notebook.placed(comparison), left, right)
    return Report(
        comparison,
        tuple(one for one in remarks if _goes_out(one, choice, reviewed)),
        reviewed,
        linked_rows(comparison, marks.constraints(left, right)),
        choice,
        made,
        author,
    )


def _goes_out(remark: Remark, choice: Choice, reviewed: frozenset[int]) -> bool:
    """Tell whether the note is on a row that goes out; those on none go with all."""
    if not remark.rows:
        return choice.rows is None
    hidden = choice.unreviewed_only and remark.rows[0] in reviewed
    return not hidden and (choice.rows is None or remark.rows[0] in choice.rows)
