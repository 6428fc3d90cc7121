"""The notes of two documents are found, or offered, whatever happened to these."""

from __future__ import annotations

import itertools
import shutil

import pytest

from tui_app.core.comparison import compare, compare_files
from tui_app.core.extract import BEFORE_AND_AFTER
from tui_app.core.loading import load_both
from tui_app.notes.anchoring.new_anchors import row_anchors
from tui_app.notes.note import Draft, NoteKind
from tui_app.notes.notebook import Notebook

MORE = "\n\n".join(f"Sentence {n} is here for company and weight." for n in range(9))


@pytest.fixture
def files(tmp_path, comparison):
    directory = tmp_path / "articles"
    directory.mkdir()
    left, right = directory / "left.txt", directory / "right.txt"
    left.write_text(f"{comparison.left.text}\n\n{MORE}")
    right.write_text(f"{comparison.right.text}\n\n{MORE}")
    return left, right


def opened(left, right):
    comparison = compare_files(left, right)
    return comparison, Notebook.open(comparison.left, comparison.right)


def noted(left, right):
    comparison, notebook = opened(left, right)
    return notebook.add("precious", row_anchors(comparison, 1))


def edit(path):
    path.write_text("Put in front.\n\n" + path.read_text().replace("hour", "while"))
    return path


def rename(path):
    return path.rename(path.with_name("new-" + path.name))


def move(path):
    there = path.parent.parent / "elsewhere"
    there.mkdir(exist_ok=True)
    return path.rename(there / path.name)


def rename_and_edit(path):
    return edit(rename(path))


def keep(path):
    return path


@pytest.mark.parametrize(
    ("change_left", "change_right"),
    list(itertools.product([keep, edit, rename, move, rename_and_edit], repeat=2)),
    ids=lambda change: change.__name__,
)
def test_notes_are_found_or_offered_whatever_happened(files, change_left, change_right):
    note = noted(*files)
    changed = change_left(files[0]), change_right(files[1])
    _, notebook = opened(*changed)
    if not notebook.notes:
        (candidate,) = notebook.candidates
        assert candidate.notes == 1
        assert any("similar" in remark for remark in notebook.remarks)
        notebook.adopt(candidate)
        _, notebook = opened(*changed)
    assert [each.id for each in notebook.notes] == [note.id]


def test_what_was_found_is_remembered_for_the_next_change(files):
    note = noted(*files)
    opened(edit(files[0]), files[1])
    left, right = rename(files[0]), rename(files[1])
    _, notebook = opened(left, right)
    assert [each.id for each in notebook.notes] == [note.id]


def test_other_articles_under_the_same_names_are_asked_about(files):
    noted(*files)
    for path in files:
        path.write_text(f"Entirely other things are told here, {path.name}.")
    _, notebook = opened(*files)
    assert notebook.notes == ()
    assert [candidate.notes for candidate in notebook.candidates] == [1]


def test_one_article_against_many_offers_nothing_of_the_others(files, tmp_path):
    noted(*files)
    third = tmp_path / "third.txt"
    third.write_text("Cats sleep all day and hunt by night, say those who keep them.")
    _, notebook = opened(files[0], third)
    assert notebook.notes == ()
    assert notebook.candidates == ()


def test_a_lost_identity_file_is_made_up_for(files):
    note = noted(*files)
    _, notebook = opened(*files)
    (notebook.where.parent / "pair.json").unlink()
    _, again = opened(*files)
    assert [each.id for each in again.notes] == [note.id]


def test_a_damaged_identity_file_is_made_up_for(files):
    note = noted(*files)
    _, notebook = opened(*files)
    (notebook.where.parent / "pair.json").write_bytes(b'{"docs": 7, "pair": [')
    _, again = opened(rename(files[0]), files[1])
    assert [each.id for each in again.notes] == [note.id]


def test_copies_of_the_same_texts_have_the_same_notes(files, tmp_path):
    note = noted(*files)
    copies = tmp_path / "copies"
    shutil.copytree(files[0].parent, copies)
    _, notebook = opened(copies / "right.txt", copies / "left.txt")
    assert [each.id for each in notebook.notes] == [note.id]


def test_a_draft_of_a_pair_without_notes_follows_an_edit(files):
    comparison, notebook = opened(*files)
    notebook.drafts.save(
        Draft("D", None, NoteKind.NOTE, "typed", (), row_anchors(comparison, 1))
    )
    _, again = opened(edit(files[1]), files[0])
    assert again.notes == ()
    (draft,) = again.drafts.left_behind()
    assert draft.body == "typed"
    assert {anchor.side for anchor in draft.anchors if "Twelve" in anchor.quote} == {
        "right"
    }
    note = again.add(draft.body, draft.anchors)
    _, straight = opened(*files)
    assert straight.notes[0].quotes("left") == note.quotes("right")


def test_a_draft_beside_a_chosen_file_follows_an_edit(files, tmp_path):
    path = tmp_path / "our.jsonl"
    comparison = compare_files(*files)
    notebook = Notebook.open(comparison.left, comparison.right, notes_path=path)
    notebook.add("first", row_anchors(comparison, 1))
    notebook.drafts.save(Draft("D", None, NoteKind.NOTE, "typed", (), ()))
    edited = compare_files(edit(files[0]), files[1])
    again = Notebook.open(edited.left, edited.right, notes_path=path)
    assert [draft.body for draft in again.drafts.left_behind()] == ["typed"]


def test_with_the_notes_of_a_like_pair_come_its_marks_and_drafts(files):
    comparison, notebook = opened(*files)
    notebook.marks.review(comparison, [0])
    notebook.drafts.save(Draft("D", None, NoteKind.NOTE, "typed", (), ()))
    edited, other = opened(*map(rename_and_edit, files))
    marks, drafts = other.marks, other.drafts
    assert (marks.reviewed(edited), drafts.left_behind()) == (frozenset(), ())
    (candidate,) = other.candidates
    other.adopt(candidate)
    (row,) = marks.reviewed(edited)
    assert (
        edited.left.unit_text(edited.rows[row].left[0])
        == "The bridge was opened in 1931."
    )
    assert [draft.body for draft in drafts.left_behind()] == ["typed"]
    marks.review(edited, [row], reviewed=False)
    before = Notebook.open(comparison.left, comparison.right)
    assert before.marks.reviewed(comparison) == frozenset()


def before_and_after(path):
    left, right = load_both(path, path, "sentence", BEFORE_AND_AFTER)
    return compare(left, right), Notebook.open(left, right)


def test_notes_on_a_document_beside_itself_are_found_on_their_sides(tracked_file):
    path = tracked_file("The banks {-close-}{+open+} in May.", MORE)
    comparison, notebook = before_and_after(path)
    assert comparison.left.source == comparison.right.source
    (left, *_) = row_anchors(comparison, 0)
    notebook.add("precious", (left,))
    assert left.side == "left"
    assert [note.body for note in before_and_after(path)[1].notes] == ["precious"]
    tracked_file("The banks open in {-May-}{+June+}.", MORE)  # accepted, changed anew
    comparison, notebook = before_and_after(path)
    (placed,) = notebook.placed(comparison)
    assert [anchor.side for anchor in placed.note.anchors] == ["left"]
    assert comparison.left.text.startswith("The banks open in May")
    assert not notebook.candidates
