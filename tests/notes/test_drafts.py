"""What was being typed is there again, and only what nobody is typing now."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tui_app.core.segmentation import segment
from tui_app.errors import UserError
from tui_app.notes.anchoring.new_anchors import row_anchors
from tui_app.notes.draft_files import DraftFiles
from tui_app.notes.note import Draft, NoteKind
from tui_app.notes.notebook import Notebook
from tui_app.notes.open_drafts import OpenDrafts


def draft(comparison, body="half a thou", key="KEY"):
    return Draft(
        key,
        "NOTE",
        NoteKind.QUESTION,
        body,
        ("tag",),
        row_anchors(comparison, 1),
        version="V1",
    )


def test_a_draft_comes_back_whole(comparison):
    notebook = Notebook.open(comparison.left, comparison.right)
    notebook.drafts.save(draft(comparison, "old"))
    notebook.drafts.save(draft(comparison))
    (found,) = Notebook.open(comparison.left, comparison.right).drafts.left_behind()
    assert found.changed
    assert (found.key, found.note, found.kind, found.body, found.tags) == (
        "KEY",
        "NOTE",
        NoteKind.QUESTION,
        "half a thou",
        ("tag",),
    )
    assert found.anchors == row_anchors(comparison, 1)
    assert found.version == "V1"
    notebook.drafts.drop("KEY")
    assert notebook.drafts.left_behind() == ()


def test_a_draft_turns_with_the_texts(comparison, turned):
    notebook = Notebook.open(comparison.left, comparison.right)
    notebook.add("head", row_anchors(comparison, 0))
    notebook.drafts.save(draft(comparison))
    (found,) = Notebook.open(turned.left, turned.right).drafts.left_behind()
    assert {a.quote for a in found.anchors if a.side == "right"} == {
        "Twelve workers died while it was built."
    }


def test_what_another_living_reader_writes_is_not_offered(comparison, tmp_path):
    drafts = DraftFiles(tmp_path)
    drafts.save(draft(comparison))
    (path,) = tmp_path.glob("*.json")
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=-1) as other:
        fields = json.loads(path.read_bytes())
        told = Path(f"/proc/{other.pid}/stat").read_text()
        started = told.rpartition(")")[2].split()[19]
        fields["owner"] |= {"pid": other.pid, "started": started}
        path.write_text(json.dumps(fields))
        assert drafts.left_behind() == ()
        other.communicate(b"\n")
    assert [each.body for each in drafts.left_behind()] == ["half a thou"]


def test_a_draft_of_a_killed_reader_is_offered_before_its_number_is_free(
    comparison, tmp_path
):
    drafts = DraftFiles(tmp_path)
    drafts.save(draft(comparison))
    (path,) = tmp_path.glob("*.json")
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=-1) as other:
        fields = json.loads(path.read_bytes())
        told = Path(f"/proc/{other.pid}/stat").read_text()
        started = told.rpartition(")")[2].split()[19]
        fields["owner"] |= {"pid": other.pid, "started": started}
        path.write_text(json.dumps(fields))
        other.kill()
        os.waitid(os.P_PID, other.pid, os.WEXITED | os.WNOWAIT)  # it stays a zombie
        os.kill(other.pid, 0)
        assert [each.body for each in drafts.left_behind()] == ["half a thou"]


def test_a_process_number_used_again_hides_no_draft(comparison, tmp_path):
    drafts = DraftFiles(tmp_path)
    drafts.save(draft(comparison))
    (path,) = tmp_path.glob("*.json")
    fields = json.loads(path.read_bytes())
    fields["owner"] |= {"pid": os.getppid(), "started": "long ago"}
    path.write_text(json.dumps(fields))
    assert len(drafts.left_behind()) == 1


@pytest.mark.parametrize("raw", [b"", b"[]", b"{}", b"\xff", b'{"id":"' + b"x" * 99])
def test_a_damaged_draft_is_no_draft(tmp_path, raw):
    (tmp_path / "x.1.json").write_bytes(raw)
    assert DraftFiles(tmp_path).left_behind() == ()


def test_a_draft_that_cannot_be_kept_says_so(comparison, home):
    (home / "state").write_text("a file where a directory should be")
    notebook = Notebook.open(comparison.left, comparison.right)
    with pytest.raises(UserError, match="draft: not kept"):
        notebook.drafts.save(draft(comparison))


def test_drafts_belong_to_the_file_of_notes(tmp_path):
    pair = segment("One.", None, "sentence"), segment("Two.", None, "sentence")
    half = Draft("k", None, NoteKind.NOTE, "half", (), ())
    mine = Notebook.open(*pair, notes_path=tmp_path / "mine.jsonl")
    mine.drafts.save(half)
    edited = segment("One more.", None, "sentence"), pair[1]
    again = Notebook.open(*edited, notes_path=tmp_path / "mine.jsonl")
    assert [kept.body for kept in again.drafts.left_behind()] == ["half"]
    for other in (tmp_path / "other.jsonl", None):
        assert Notebook.open(*pair, notes_path=other).drafts.left_behind() == ()


def test_a_draft_for_a_file_not_there_yet_turns_with_the_texts(
    comparison, turned, tmp_path
):
    mine = tmp_path / "mine.jsonl"
    on_row = row_anchors(comparison, 1)
    for number, anchors in enumerate((on_row, on_row[:1])):
        notebook = Notebook.open(comparison.left, comparison.right, notes_path=mine)
        kept = Draft(f"k{number}", None, NoteKind.NOTE, "half", (), anchors)
        notebook.drafts.save(kept)
    for pair in (turned, comparison, turned):
        notebook = Notebook.open(pair.left, pair.right, notes_path=mine)
        drafts = notebook.drafts.left_behind()
        assert [one.key for one in drafts] == ["k0", "k1"]
        for found in drafts:
            for one in found.anchors:
                text = pair.document(one.side).text
                assert text[one.start : one.end] == one.quote
            notebook.drafts.save(replace(found, body="half a thought"))
    assert not mine.exists()


def two_readers_with_a_draft_left_behind(comparison):
    left, right = comparison.left, comparison.right
    killed = OpenDrafts(Notebook.open(left, right))
    killed.keep(replace(killed.here(row_anchors(comparison, 1)), body="the tide"))
    readers = []
    for _ in range(2):
        notebook = Notebook.open(left, right)
        drafting = OpenDrafts(notebook)
        drafting.take_up(notebook.drafts.left_behind())
        readers.append((notebook, drafting))
    return readers


def test_a_draft_that_two_readers_are_offered_becomes_one_note(comparison):
    (ours, first), (theirs, second) = two_readers_with_a_draft_left_behind(comparison)
    (draft,), (same,) = first.open_drafts, second.open_drafts
    first.save(draft)
    theirs.poll()
    assert second.open_drafts == ()
    second.save(same)
    ours.poll()
    assert [note.body for note in ours.notes] == ["the tide"]
    assert [note.body for note in theirs.notes] == ["the tide"]


def test_a_draft_saved_and_changed_elsewhere_does_not_come_again(comparison):
    (ours, first), (theirs, second) = two_readers_with_a_draft_left_behind(comparison)
    (same,) = second.open_drafts
    first.save(*first.open_drafts)
    ours.edit(*ours.notes, body="the spring tide")
    second.save(same)
    assert [note.body for note in theirs.notes] == ["the spring tide"]


def test_what_the_second_reader_made_of_the_draft_is_kept_as_well(comparison):
    (_, first), (theirs, second) = two_readers_with_a_draft_left_behind(comparison)
    (same,) = second.open_drafts
    first.save(*first.open_drafts)
    second.save(replace(same, body="the tide came late"))
    assert {note.body for note in theirs.notes} == {"the tide", "the tide came late"}
    assert sum(note.conflict_of is not None for note in theirs.notes) == 1


def test_a_draft_whose_note_was_deleted_can_still_be_saved(comparison):
    (ours, first), (theirs, second) = two_readers_with_a_draft_left_behind(comparison)
    (same,) = second.open_drafts
    first.save(*first.open_drafts)
    ours.delete(*ours.notes)
    second.save(same)
    assert [note.body for note in theirs.notes] == ["the tide"]


def test_a_draft_taken_up_later_hides_no_change_made_since_it_was_begun(comparison):
    left, right = comparison.left, comparison.right
    killed = Notebook.open(left, right)
    killed.add("the tide", row_anchors(comparison, 1))
    writing = OpenDrafts(killed)
    writing.keep(replace(writing.of_note(*killed.notes), body="the ebb"))
    notebook = Notebook.open(left, right)
    notebook.edit(*notebook.notes, body="the spring tide")
    drafting = OpenDrafts(notebook)
    drafting.take_up(notebook.drafts.left_behind())
    drafting.save(*drafting.open_drafts)
    assert {note.body for note in notebook.notes} == {"the spring tide", "the ebb"}
    assert sum(note.conflict_of is not None for note in notebook.notes) == 1
