"""Tidying drops history and nothing else."""

from __future__ import annotations

from tui_app.notes.anchoring.new_anchors import row_anchors
from tui_app.notes.notebook import Notebook


def opened(comparison, **more):
    return Notebook.open(comparison.left, comparison.right, **more)


def rewritten(comparison, times, **more):
    """A notebook with one note that was changed very often."""
    book = opened(comparison, **more)
    note = book.add("0", row_anchors(comparison, 0))
    for number in range(1, times):
        note = book.edit(note, body=f"{number} " + "x" * 2000)
    return book


def test_history_is_dropped_and_nothing_else(comparison):
    book = rewritten(comparison, 250)
    book.add("kept", row_anchors(comparison, 1))
    notes, size = book.notes, book.where.stat().st_size
    watching = opened(comparison)
    with book.where.open("ab") as file:
        file.write(b"a damaged line\n")
    book.close()
    assert book.where.stat().st_size < size / 2
    assert b"a damaged line\n" in book.where.read_bytes()
    assert watching.poll()
    assert watching.notes == notes
    assert opened(comparison).notes == notes


def test_a_file_whose_line_ends_were_changed_on_its_way_is_read_and_tidied(comparison):
    book = rewritten(comparison, 250)
    notes, size = book.notes, book.where.stat().st_size
    there = book.where.read_bytes().replace(b"\n", b"\r\n")
    book.where.write_bytes(there + b"\r\n")
    again = opened(comparison)
    assert again.notes == notes
    assert again.remarks == ()
    again.add("after it", row_anchors(comparison, 1))
    again.close()
    last = opened(comparison)
    assert [one.body for one in last.notes] == [notes[0].body, "after it"]
    assert last.where.stat().st_size < size / 2


def test_the_latest_changes_can_still_be_undone(comparison):
    rewritten(comparison, 250).close()
    book = opened(comparison)
    for _ in range(99):
        assert book.undo() == "note changed"
    assert book.notes[0].body.startswith("150 ")


def test_the_last_three_states_are_kept(comparison):
    for _ in range(5):
        rewritten(comparison, 250).close()
    where = opened(comparison).where
    backups = list(where.parent.glob("*.bak"))
    assert len(backups) == 3
    assert all(backup.stat().st_size > where.stat().st_size for backup in backups)


def test_a_file_of_the_users_choice_is_never_rewritten(comparison, tmp_path):
    path = tmp_path / "ours.jsonl"
    book = rewritten(comparison, 250, notes_path=path)
    before = path.read_bytes()
    book.close()
    assert path.read_bytes() == before


def test_two_readers_may_tidy_and_write_in_turn(comparison):
    one, other = rewritten(comparison, 250), opened(comparison)
    one.close()
    other.add("after", row_anchors(comparison, 1))
    assert [note.body[:5] for note in opened(comparison).notes] == ["249 x", "after"]


def test_a_note_whose_version_was_tidied_away_can_still_be_changed(comparison):
    book = opened(comparison)
    note = book.add("first", row_anchors(comparison, 0))
    changed = note
    for number in range(250):
        changed = book.edit(changed, body=f"{number} " + "x" * 2000)
    book.close()
    again = opened(comparison)
    assert again.edit(note, body="after all").body == "after all"
    assert [each.body for each in again.notes] == ["after all"]
