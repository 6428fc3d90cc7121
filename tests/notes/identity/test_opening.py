"""Whatever the file of notes is like: read what can be read, harm nothing."""

from __future__ import annotations

import stat

import pytest

from tui_app.core.comparison import compare_texts
from tui_app.errors import UserError
from tui_app.notes.anchoring.new_anchors import (
    row_anchors,
)
from tui_app.notes.notebook import Notebook


def opened(comparison, **more):
    return Notebook.open(comparison.left, comparison.right, **more)


def bodies(notebook):
    return [note.body for note in notebook.notes]


def test_a_file_of_the_users_choice_tells_no_directories(comparison, tmp_path):
    from tui_app.core.comparison import compare_files

    left, right = tmp_path / "a.txt", tmp_path / "b.txt"
    left.write_text(comparison.left.text)
    right.write_text(comparison.right.text)
    compared = compare_files(left, right)
    path = tmp_path / "our.diptych.jsonl"
    notebook = opened(compared, notes_path=path)
    notebook.add("shared", row_anchors(compared, 0))
    assert notebook.where == path.resolve()
    assert str(tmp_path) not in path.read_text()
    turned = compare_files(right, left)
    found = opened(turned, notes_path=path)
    assert found.notes[0].quotes("right") == notebook.notes[0].quotes("left")
    assert opened(compared).notes == ()


def test_a_file_about_other_documents_is_said_so(comparison, tmp_path):
    path = tmp_path / "notes.jsonl"
    opened(comparison, notes_path=path).add("x", row_anchors(comparison, 0))
    other = compare_texts("Nothing of that kind.", "Something else again.")
    assert any(
        "other documents" in remark for remark in opened(other, notes_path=path).remarks
    )


def test_damage_is_reported_kept_and_steps_aside(comparison):
    notebook = opened(comparison)
    for n in range(3):
        notebook.add(f"note {n}", row_anchors(comparison, n))
    raw = notebook.where.read_bytes().split(b"\n")
    raw[2] = raw[2].replace(b"note 1", b"NOTE 1")
    notebook.where.write_bytes(b"\n".join(raw))
    again = opened(comparison)
    assert bodies(again) == ["note 0", "note 2"]
    assert any("1 damaged line" in remark for remark in again.remarks)
    again.add("note 3", row_anchors(comparison, 3))
    assert raw[2] in again.where.read_bytes()


def test_a_torn_last_line_does_not_swallow_the_next_note(comparison):
    notebook = opened(comparison)
    notebook.add("whole", row_anchors(comparison, 0))
    with notebook.where.open("ab") as file:
        file.write(b'{"crc":"00000000","v":1,"op":"put","id":"to')
    opened(comparison).add("next", row_anchors(comparison, 1))
    assert bodies(opened(comparison)) == ["whole", "next"]


def test_a_newer_versions_file_is_read_and_never_written(comparison):
    from tui_app.notes.journal.records import encode

    notebook = opened(comparison)
    notebook.add("old", row_anchors(comparison, 0))
    with notebook.where.open("ab") as file:
        file.write(encode({"v": 99, "op": "put", "id": "X"}))
    before = notebook.where.read_bytes()
    newer = opened(comparison)
    assert bodies(newer) == ["old"]
    assert not newer.writable
    assert any("newer version" in remark for remark in newer.remarks)
    with pytest.raises(UserError, match="newer version"):
        newer.add("no", row_anchors(comparison, 0))
    newer.close()
    assert notebook.where.read_bytes() == before


def test_what_is_no_ordinary_file_is_refused_in_one_line(comparison, tmp_path):
    import os

    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe"):
        with pytest.raises(UserError) as caught:
            opened(comparison, notes_path=path)
        assert "\n" not in str(caught.value)


def test_a_linked_notes_file_stays_a_link(comparison, tmp_path):
    target = tmp_path / "target.jsonl"
    link = tmp_path / "link.jsonl"
    link.symlink_to(target)
    opened(comparison, notes_path=link).add("through", row_anchors(comparison, 0))
    assert link.is_symlink()
    assert bodies(opened(comparison, notes_path=target)) == ["through"]


def test_files_merged_line_by_line_hold_the_notes_of_both(comparison, tmp_path):
    """As git does with ``merge=union``."""
    ours, theirs = tmp_path / "ours.jsonl", tmp_path / "theirs.jsonl"
    base = opened(comparison, notes_path=ours)
    note = base.add("base", row_anchors(comparison, 0))
    theirs.write_bytes(ours.read_bytes())
    common = len(ours.read_bytes())
    base.edit(note, body="ours")
    other = opened(comparison, notes_path=theirs)
    other.edit(note, body="theirs")
    other.add("new", row_anchors(comparison, 1))
    ours.write_bytes(ours.read_bytes() + theirs.read_bytes()[common:])
    assert sorted(bodies(opened(comparison, notes_path=ours))) == [
        "new",
        "ours",
        "theirs",
    ]


def test_files_are_private_whatever_the_umask(comparison, home):
    import os

    before = os.umask(0)
    try:
        opened(comparison).add("secret", row_anchors(comparison, 0))
    finally:
        os.umask(before)
    for path in (home / "data").rglob("*"):
        wanted = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == wanted, path
