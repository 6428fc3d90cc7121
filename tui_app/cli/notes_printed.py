"""Notes on standard output, for people, for programs, as a file to keep."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from tui_app.cli.output import write_json
from tui_app.cli.work_told import tell_no_more_beside_output
from tui_app.core.comparison import Comparison
from tui_app.core.text.display import displayable
from tui_app.notes.exchange.note_files import NoteForm, write_notes
from tui_app.notes.note import PlacedNote


def print_json(placed: Sequence[PlacedNote]) -> None:
    """Print what a program asks of notes: words, state, rows from 1, passages."""
    write_json([_as_json(one) for one in placed])


def _as_json(placed: PlacedNote) -> dict[str, object]:
    note = placed.note
    return {
        "id": note.id,
        "kind": str(note.kind),
        "body": note.body,
        "tags": list(note.tags),
        "status": str(note.status),
        "state": str(placed.state),
        "rows": [row + 1 for row in placed.rows],
        "left": list(note.quotes("left")),
        "right": list(note.quotes("right")),
    }


def print_file(
    placed: Sequence[PlacedNote], comparison: Comparison, form: NoteForm
) -> None:
    """Print what a file of the notes would hold; a terminal gets what is safe."""
    text = write_notes(placed, comparison.left, comparison.right, form)
    tell_no_more_beside_output()
    sys.stdout.write(displayable(text) if sys.stdout.isatty() else text)
