"""Files that earlier versions wrote: read as they were meant, for ever."""

from __future__ import annotations

import shutil
from pathlib import Path

from tui_app.core.comparison import compare_texts
from tui_app.notes.note import NoteKind
from tui_app.notes.notebook import Notebook

GOLDEN = Path(__file__).parent / "golden"
PAIR = compare_texts("One thing. Another thing.", "One thing. A third thing.")


def opened(path):
    return Notebook.open(PAIR.left, PAIR.right, notes_path=path)


def test_a_file_of_version_1_reads_as_it_was_meant(tmp_path):
    path = tmp_path / "notes.jsonl"
    shutil.copy(GOLDEN / "version-1.diptych.jsonl", path)
    book = opened(path)
    question, whole = book.notes
    assert (question.kind, question.body, question.tags, question.by) == (
        NoteKind.QUESTION,
        "Another or a third?",
        ("wording",),
        "ana",
    )
    assert question.quotes("left") == ("Another thing.",)
    assert (whole.body, whole.anchors) == ("About both.", ())
    assert book.remarks == ()
    assert book.marks.reviewed(PAIR) == {0}
    settled = book.marks.constraints(PAIR.left, PAIR.right)
    assert settled.fixed == (((1,), (1,)),)
    assert settled.parted == {(0, 1)}


def test_what_is_added_to_it_leaves_every_old_byte(tmp_path):
    path = tmp_path / "notes.jsonl"
    before = (GOLDEN / "version-1.diptych.jsonl").read_bytes()
    path.write_bytes(before)
    book = opened(path)
    book.edit(book.notes[0], body="changed")
    assert path.read_bytes().startswith(before)
