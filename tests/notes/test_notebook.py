"""What the reader writes is kept, found again and never lost in silence."""

from __future__ import annotations

from dataclasses import replace

import pytest

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
