"""What is written for one file of notes is not offered for another."""

from tui_app.core.segmentation import segment
from tui_app.notes.note import Draft, NoteKind
from tui_app.notes.notebook import Notebook


def test_drafts_belong_to_the_file_of_notes(tmp_path):
    pair = segment("One.", None, "sentence"), segment("Two.", None, "sentence")
    draft = Draft("k", None, NoteKind.NOTE, "half", (), ())
    mine = Notebook.open(*pair, notes_path=tmp_path / "mine.jsonl")
    mine.drafts.save(draft)
    edited = segment("One more.", None, "sentence"), pair[1]
    again = Notebook.open(*edited, notes_path=tmp_path / "mine.jsonl")
    assert [kept.body for kept in again.drafts.left_behind()] == ["half"]
    for other in (tmp_path / "other.jsonl", None):
        assert Notebook.open(*pair, notes_path=other).drafts.left_behind() == ()
