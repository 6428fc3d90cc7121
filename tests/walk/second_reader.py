"""Another reader of the same notes, in a process of its own: one act a line.

Asked on standard input for ``add``, ``edit``, ``delete``, ``undo``, ``redo`` or
``mark``, it answers with a line of JSON: the notes there are then. What it answers is
on disk.
"""

from __future__ import annotations

import json
import sys

from tui_app.core.comparison import compare_files
from tui_app.errors import UserError
from tui_app.notes.anchoring.new_anchors import row_anchors
from tui_app.notes.notebook import Notebook


def main() -> None:
    left, right, notes = sys.argv[1:4]
    comparison = compare_files(left, right)
    book = Notebook.open(comparison.left, comparison.right, notes_path=notes or None)
    for number, line in enumerate(sys.stdin):
        what, which = line.split()
        book.poll()
        try:
            _act(book, comparison, what, int(which), number)
        except UserError as error:
            sys.stderr.write(f"{error}\n")
        told = {note.id: note.body for note in book.notes}
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()


def _act(book, comparison, what, which, number) -> None:
    notes = book.notes
    rows = len(comparison.rows)
    if what == "add" or not notes:
        book.add(
            f"of the second reader {number}", row_anchors(comparison, which % rows)
        )
    elif what == "edit":
        book.edit(notes[which % len(notes)], body=f"edited by the second {number}")
    elif what == "delete":
        book.delete(notes[which % len(notes)])
    elif what == "undo":
        book.undo()
    elif what == "redo":
        book.redo()
    else:
        book.marks.review(comparison, [which % rows])


if __name__ == "__main__":
    main()
