"""The keys about notes and review do what the help says; tested without an app."""

import asyncio

import pytest

from tui_app.ui import notes_desk as desks
from tui_app.ui.note_screens.note_box import NoteBox
from tui_app.ui.note_screens.notes_list import NoteChoice, NotesScreen


def placed(made):
    (one,) = made.review.placed
    return one


async def test_a_note_is_on_its_row_and_there_again_in_the_next_run(writer):
    made = await writer()
    await made.do("row-down")
    box = await made.write("must")
    assert isinstance(box, NoteBox)
    assert box.heading == "Note on row 2"
    assert made.reader.said == ["Saved."]
    assert made.review.attention.noted == {1}
    again = await writer()
    assert again.review.attention.noted == {1}
    assert placed(again).note.body == "must"
    assert again.review.notes_here() == ()
    await again.do("next-note")
    assert again.review.row == 1
    assert again.review.notes_here() == ("must",)


async def test_words_of_both_sides_make_one_note(writer):
    made = await writer()
    await made.do("next-difference", "select", "other-side", "select", "side-right")
    assert len(made.review.selected) == 2
    box = await made.write("both")
    assert box.heading == "Note on words of row 1"
    note = placed(made).note
    assert note.quotes("left")
    assert note.quotes("right")
    assert not made.review.selected
    words = made.review.attention.words_noted
    assert {side for side, _ in words} == {"left", "right"}


async def test_a_note_on_a_lone_row_says_what_is_missing_opposite(writer):
    made = await writer()
    lone = next(at for at, row in enumerate(made.rows) if not row[1])
    await made.do(*["row-down"] * lone)
    await made.write("gone")
    (gap,) = [one for one in placed(made).note.anchors if one.side == "right"]
    assert gap.is_gap


async def test_a_note_on_the_whole_comparison_has_no_row(writer):
    made = await writer()
    box = await made.write("all", key="note-on-all")
    assert box.heading == "Note on the whole comparison"
    assert placed(made).note.anchors == ()
    assert placed(made).rows == ()


async def test_a_draft_that_is_left_is_said_to_be_kept_and_gone_on_with(writer):
    made = await writer()
    await made.do("note")
    box, _ = made.reader.opened[-1]
    box.shelf.keep(box.begun)
    await made.close(False)
    assert made.reader.said == ["Not saved yet; the draft is kept, @ lists it."]
    await made.do("note")
    again, _ = made.reader.opened[-1]
    assert again.begun == box.begun
    await made.close(None)
    assert len(made.reader.said) == 1


async def test_a_note_picked_from_the_list_is_gone_to_on_its_side(writer):
    made = await writer()
    await made.do("last-row", "other-side", "select")
    await made.write("there")
    row = made.review.row
    await made.do("first-row", "notes-list")
    listed = await made.close(None)
    assert isinstance(listed, NotesScreen)
    assert made.review.row == 0
    await made.do("notes-list")
    await made.close(NoteChoice("open", placed(made)))
    assert made.review.row == row
    assert made.review.cursor.side == "right"
    await made.do("place-back")
    assert made.review.row == 0


async def test_a_note_without_a_place_leads_nowhere_and_that_is_said(writer):
    made = await writer()
    await made.write("all", key="note-on-all")
    await made.do("row-down", "notes-list")
    await made.close(NoteChoice("open", placed(made)))
    assert made.review.row == 1
    assert made.reader.said[-1] == "This note has no place in the texts."


async def test_editing_from_the_list_comes_back_to_the_list(writer):
    made = await writer()
    await made.write("one")
    await made.do("notes-list")
    await made.close(NoteChoice("edit", placed(made)))
    box = await made.close(None)
    assert (box.heading, box.begun.body) == ("Edit the note", "one")
    assert isinstance(made.reader.opened[-1][0], NotesScreen)


async def test_notes_are_gone_through_in_both_directions_and_the_ends_ring(writer):
    made = await writer()
    for row in (1, 3):
        made.reader.window.go_to(row)
        await made.write(f"on {row}")
    await made.do("first-row", "next-note")
    assert made.review.row == 1
    await made.do("next-note")
    assert made.review.row == 3
    await made.do("next-note")
    assert (made.review.row, made.reader.rung) == (3, 1)
    await made.do("previous-note")
    assert made.review.row == 1


async def test_reviewed_rows_are_counted_hidden_and_undone(writer):
    made = await writer()
    await made.do("reviewed")
    assert made.review.attention.reviewed == {0}
    assert made.review.row == 1
    assert made.review.reviewed_count == 1
    await made.do("unreviewed-only")
    assert len(made.reader.window.panes.page.items) == len(made.rows) - 1
    await made.do("unreviewed-only", "undo")
    assert not made.review.attention.reviewed
    await made.do("redo")
    assert made.review.attention.reviewed == {0}
    await made.do("first-row", "next-unreviewed")
    assert made.review.row == 1
    await made.do("first-row", "reviewed")
    assert not made.review.attention.reviewed


async def test_one_key_a_row_reviews_the_whole_and_says_that_it_is_done(writer):
    made = await writer()
    last = len(made.rows) - 1
    await made.do("row-down")
    await made.do(*["reviewed"] * last)
    assert made.review.row == last
    assert made.reader.said == ["All below is reviewed; 1 row above not yet."]
    await made.do("first-row", "reviewed")
    assert made.review.attention.reviewed == set(range(last + 1))
    assert made.reader.said[1:] == ["All rows are reviewed."]
    await made.do("next-unreviewed")
    assert made.reader.rung == 1


async def test_rows_reviewed_before_are_passed_over(writer):
    made = await writer()
    made.reader.window.go_to(1)
    await made.do("reviewed", "first-row", "reviewed")
    assert made.review.attention.reviewed == {0, 1}
    assert made.review.row == 2
    await made.do("place-back")  # no place is left behind but by jumps
    assert made.review.row != 1


async def test_undoing_a_mark_leads_back_to_its_row(writer):
    made = await writer()
    await made.do("reviewed", "reviewed", "last-row", "undo")
    assert made.review.row == 1
    assert made.review.attention.reviewed == {0}
    await made.do("last-row", "redo")
    assert made.review.row == 1


async def test_who_wants_to_stay_on_the_row_stays(writer):
    made = await writer(after_marking="stay")
    await made.do("reviewed")
    assert made.review.attention.reviewed == {0}
    assert made.review.row == 0
    await made.do("reviewed")
    assert not made.review.attention.reviewed


async def test_a_fold_is_reviewed_as_one(writer):
    made = await writer("Same here.\n\n" * 3 + "Five.", "Same here.\n\n" * 3 + "Six.")
    await made.do("fold-same", "reviewed")
    assert made.review.attention.reviewed == {0, 1, 2}
    assert made.review.row == 3
    await made.do("undo")
    assert not made.review.attention.reviewed
    assert made.review.row == 0


async def test_a_row_reviewed_where_such_rows_are_hidden_goes_at_once(writer):
    made = await writer()
    await made.do("unreviewed-only", "reviewed")
    assert len(made.reader.window.panes.page.items) == len(made.rows) - 1
    assert made.review.row == 1


async def test_reviewed_rows_are_those_of_the_rows_on_the_screen(writer):
    made = await writer()
    await made.do("row-down", "reviewed", "unreviewed-only")
    assert made.review.hidden == {1}
    made.reader.window.show(made.review.comparison)
    assert not made.review.hidden
    await made.desk.refresh()
    assert made.review.hidden == {1}


async def test_without_notes_nothing_is_done_and_that_is_said(writer, tmp_path):
    (tmp_path / "n.jsonl").mkdir()
    made = await writer()
    (said,) = made.reader.said
    assert said.startswith("Notes cannot be opened.")
    await made.do("note", "reviewed", "undo", "notes-list", "unlink")
    assert {one.strip(".") for one in made.reader.said[1:]} == {
        "The notes are not open"
    }
    assert not made.reader.opened


async def test_a_key_pressed_early_waits_for_the_notes_but_not_for_ever(
    writer, tmp_path, monkeypatch
):
    early = await writer(opened=False)
    pressed = asyncio.ensure_future(early.do("note"))
    await asyncio.sleep(0)
    assert not pressed.done()
    await early.open(tmp_path / "n.jsonl")
    await pressed
    assert isinstance(early.reader.opened[-1][0], NoteBox)
    monkeypatch.setattr(desks, "NOTES_PATIENCE", 0.01)
    never = await writer(opened=False)
    await never.do("notes-list")
    assert never.reader.said == ["The notes are not open."]


@pytest.mark.parametrize("name", ["reviewed", "unlink", "join-rows", "split-row"])
async def test_before_the_alignment_rows_are_not_settled(writer, name):
    made = await writer(aligned=False)
    await made.do(name)
    assert made.reader.said == ["The texts are still being aligned."]
