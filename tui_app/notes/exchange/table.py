"""Notes as CSV for spreadsheets; the last column carries each annotation whole."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

from tui_app.core.model import Document
from tui_app.notes.exchange.annotation import from_annotation, to_annotation
from tui_app.notes.exchange.arriving import Arrival
from tui_app.notes.model import PlacedNote

_LONGEST_CELL = 50_000_000
_COLUMNS = (
    "row",
    "kind",
    "status",
    "state",
    "tags",
    "body",
    "left",
    "right",
    "created",
    "changed",
    "by",
    "id",
    "annotation",
)


def as_csv(placed: Sequence[PlacedNote], left: Document, right: Document) -> str:
    """Return the notes as a file of comma-separated values."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for one in placed:
        note = one.note
        cells = (
            " ".join(str(row + 1) for row in one.rows),
            note.kind,
            note.status,
            one.state,
            " ".join(note.tags),
            note.body,
            "\n".join(note.quotes("left")),
            "\n".join(note.quotes("right")),
            note.created,
            note.changed,
            note.by,
            note.id,
            json.dumps(to_annotation(note, left, right)),
        )
        writer.writerow([_inert(str(cell)) for cell in cells])
    return out.getvalue()


def _inert(cell: str) -> str:
    """Return the cell so that no spreadsheet takes it for a formula.

    The annotation in the last column keeps the words as they are.
    """
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell


def from_csv(text: str) -> list[Arrival]:
    """Return the notes in such a file; raise ``ValueError`` for a broken one."""
    # The default limit of a cell is below the longest body.
    csv.field_size_limit(_LONGEST_CELL)
    rows = csv.DictReader(io.StringIO(text, newline=""))
    if "annotation" not in (rows.fieldnames or ()):
        raise ValueError("no column “annotation”")
    return [from_annotation(json.loads(row["annotation"] or "null")) for row in rows]
