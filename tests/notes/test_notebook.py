from __future__ import annotations

import stat
from dataclasses import replace

import pytest

from tui_app.core.comparison import compare_texts
from tui_app.core.model import Span
from tui_app.errors import UserError
from tui_app.notes.anchoring.new_anchors import (
    gap_anchor,
    quote_anchor,
    row_anchors,
    span_anchor,
)
from tui_app.notes.note import NoteKind, State, Status
from tui_app.notes.notebook import Notebook


def opened(comparison, **more):
    return Notebook.open(comparison.left, comparison.right, **more)


def bodies(notebook):
    return [note.body for note in notebook.notes]


def test_a_note_is_there_when_the_notebook_is_opened_again(comparison):
    note = opened(comparison).add(
        "why?", row_anchors(comparison, 1), kind=NoteKind.QUESTION, tags=["#numbers"]
    )
    assert opened(comparison).notes == (note,)
    assert note.tags == ("numbers",)
    assert note.quotes("left") == ("Twelve workers died while it was built.",)


def test_nothing_is_written_before_the_first_change(comparison, home):
    notebook = opened(comparison)
    assert notebook.notes == ()
    assert not notebook.where.exists()
    assert not (home / "data").exists()


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


def test_edit_resolve_delete(comparison):
    notebook = opened(comparison)
    note = notebook.add("first", row_anchors(comparison, 0))
    note = notebook.edit(note, body="second", tags=["a", "a", " b "])
    assert (note.body, note.tags) == ("second", ("a", "b"))
    note = notebook.resolve(note)
    assert note.status is Status.RESOLVED
    assert opened(comparison).notes == (note,)
    notebook.delete(note)
    assert opened(comparison).notes == ()


def test_undo_and_redo_work_after_a_restart(comparison):
    note = opened(comparison).add("first", row_anchors(comparison, 0))
    opened(comparison).edit(note, body="second")
    assert opened(comparison).undo() == "note changed"
    assert bodies(opened(comparison)) == ["first"]
    assert opened(comparison).undo() == "note added"
    assert bodies(opened(comparison)) == []
    assert opened(comparison).undo() is None
    assert opened(comparison).redo() == "note added"
    assert opened(comparison).redo() == "note changed"
    assert opened(comparison).redo() is None
    assert bodies(opened(comparison)) == ["second"]


def test_a_new_change_ends_what_can_be_done_again(comparison):
    notebook = opened(comparison)
    notebook.add("first", row_anchors(comparison, 0))
    notebook.undo()
    notebook.add("other", row_anchors(comparison, 0))
    assert notebook.redo() is None


def test_undo_leaves_alone_what_somebody_else_wrote(comparison, monkeypatch):
    mine = opened(comparison)
    note = mine.add("mine", row_anchors(comparison, 0))
    monkeypatch.setattr("tui_app.notes.identity.opening.user_name", lambda: "somebody")
    theirs = opened(comparison)
    theirs.edit(note, body="theirs")
    with pytest.raises(UserError, match="changed by somebody else"):
        mine.undo()
    assert bodies(mine) == ["theirs"]


def test_what_somebody_else_overtook_does_not_bar_undo_of_what_was_before(
    comparison, monkeypatch
):
    mine = opened(comparison)
    mine.add("older", row_anchors(comparison, 0))
    note = mine.add("newer", row_anchors(comparison, 1))
    monkeypatch.setattr("tui_app.notes.identity.opening.user_name", lambda: "somebody")
    opened(comparison).edit(note, body="theirs")
    assert mine.undo()
    assert bodies(mine) == ["theirs"]
    with pytest.raises(UserError, match="changed by somebody else"):
        mine.undo()
    assert mine.redo()
    assert sorted(bodies(mine)) == ["older", "theirs"]


def test_two_readers_see_each_other(comparison):
    one, other = opened(comparison), opened(comparison)
    one.add("from one", row_anchors(comparison, 0))
    assert other.poll()
    assert not other.poll()
    other.add("from the other", row_anchors(comparison, 1))
    assert one.poll()
    assert bodies(one) == bodies(other) == ["from one", "from the other"]


def test_two_changes_of_one_note_are_both_kept(comparison):
    one, other = opened(comparison), opened(comparison)
    note = one.add("first", row_anchors(comparison, 0))
    one.edit(note, body="one's")
    other.poll()
    other.edit(note, body="the other's")
    one.poll()
    copy = next(each for each in one.notes if each.conflict_of == note.id)
    kept = next(each for each in one.notes if each.id == note.id)
    assert {copy.body, kept.body} == {"one's", "the other's"}
    one.delete(copy)
    assert [each.id for each in one.notes] == [note.id]


def test_resolving_what_somebody_changed_is_no_conflict(comparison):
    one, other = opened(comparison), opened(comparison)
    note = one.add("first", row_anchors(comparison, 0))
    other.poll()
    other.edit(note, body="second")
    resolved = one.resolve(note)
    assert (resolved.body, resolved.status) == ("second", Status.RESOLVED)
    assert len(one.notes) == 1


def test_the_other_way_round_it_is_the_same_pair(comparison, turned):
    note = opened(comparison).add("left", row_anchors(comparison, 1))
    other = opened(turned)
    assert other.notes[0].quotes("right") == note.quotes("left")
    back = other.add("turned", [span_anchor(turned.left, "left", Span(0, 10))])
    assert back.quotes("left") == ("The bridge",)
    there = opened(comparison).notes[1]
    assert there.anchors[0].side == "right"
    (again,) = [p for p in other.placed(turned) if p.note.body == "turned"]
    assert again.rows == (0,)


def test_notes_stand_in_the_order_of_rows(comparison):
    notebook = opened(comparison)
    notebook.add("row 3", row_anchors(comparison, 3))
    notebook.add("row 1", row_anchors(comparison, 1))
    notebook.add("whole")
    placed = notebook.placed(comparison)
    assert [(p.note.body, p.rows) for p in placed] == [
        ("whole", ()),
        ("row 1", (1,)),
        ("row 3", (3,)),
    ]
    assert {p.state for p in placed} == {State.PLACED}
    left = placed[1].left[0]
    assert comparison.left.text[left.start : left.end].startswith("Twelve")


def test_words_on_both_sides_and_a_gap(comparison):
    notebook = opened(comparison)
    anchors = [
        quote_anchor(comparison.left, "left", "Twelve   workers"),
        quote_anchor(comparison.right, "right", "Fifteen workers"),
        gap_anchor(comparison.right, "right", 0),
    ]
    note = notebook.add("numbers differ", anchors)
    (placed,) = notebook.placed(comparison)
    assert note.quotes("left") == ("Twelve workers",)
    assert note.quotes("right") == ("Fifteen workers",)
    assert placed.rows == (1,)
    assert placed.right[1] == Span(0, 0)


def test_a_row_without_counterpart_is_marked_as_missing_there(comparison):
    row = next(n for n, row in enumerate(comparison.rows) if not row.right)
    left, right = row_anchors(comparison, row, missing=True)
    assert left.quote == "Children went free."
    assert right.is_gap
    assert right.prefix.endswith("Tickets cost two pence.")
    notebook = opened(comparison)
    notebook.add("missing", [left, right])
    assert notebook.placed(comparison)[0].rows == (row,)


def test_a_quote_that_is_not_there_or_twice_is_refused(comparison):
    with pytest.raises(UserError, match="not in the left text"):
        quote_anchor(comparison.left, "left", "Fifteen workers")
    with pytest.raises(UserError, match=r"\d times in the left text"):
        quote_anchor(comparison.left, "left", "in 19")


def test_too_long_is_said_and_nothing_is_saved(comparison):
    notebook = opened(comparison)
    with pytest.raises(UserError, match="shorten it"):
        notebook.add("x" * 2_000_000)
    with pytest.raises(UserError, match="tag"):
        notebook.add("x", tags=["y" * 101])
    assert notebook.notes == ()


def test_what_could_not_be_read_again_is_not_written(comparison):
    notebook = opened(comparison)
    kept = notebook.add("kept", row_anchors(comparison, 0))
    before = notebook.where.read_bytes()
    for anchors in (
        row_anchors(comparison, 0) * 2000,
        [replace(kept.anchors[0], start=0, end=1 << 40)],
        [replace(kept.anchors[0], quote="x" * 100_000)] * 400,
    ):
        with pytest.raises(UserError, match="not saved"):
            notebook.add("lost", anchors)
    assert notebook.where.read_bytes() == before
    assert opened(comparison).notes == notebook.notes == (kept,)


def test_tags_in_use_come_most_used_first(comparison):
    notebook = opened(comparison)
    notebook.add("a", tags=["rare", "common"])
    notebook.add("b", tags=["common"])
    assert notebook.tags == ("common", "rare")


def test_an_edited_text_keeps_its_notes(comparison, tmp_path):
    from tui_app.core.comparison import compare_files

    left, right = tmp_path / "a.txt", tmp_path / "b.txt"
    left.write_text(comparison.left.text)
    right.write_text(comparison.right.text)
    before = compare_files(left, right)
    notebook = opened(before)
    notebook.add("kept", row_anchors(before, 4))
    notebook.add("words", [quote_anchor(before.left, "left", "an hour")])
    left.write_text(
        "A new beginning.\n\n" + left.read_text().replace("an hour", "long")
    )
    after = compare_files(left, right)
    placed = {p.note.body: p for p in opened(after).placed(after)}
    assert placed["kept"].state is State.PLACED
    assert after.left.text[placed["kept"].left[0].start :].startswith("Children")
    assert placed["words"].state in (State.REVIEW, State.ORPHAN, State.CHANGED)
    assert placed["words"].note.quotes("left") == ("an hour",)


def test_an_orphan_is_put_elsewhere_and_a_proposal_accepted(comparison):
    notebook = opened(comparison)
    note = notebook.add("moved", row_anchors(comparison, 1))
    notebook.reattach(note, row_anchors(comparison, 2))
    (placed,) = notebook.placed(comparison)
    assert placed.rows == (2,)
    assert notebook.accept(placed).anchors == placed.note.anchors


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
