"""Review marks and links by hand hold for the words they were made on."""

from __future__ import annotations

from tui_app.core.comparison import compare_texts
from tui_app.core.segmentation import segment
from tui_app.notes.notebook import Notebook


def opened(comparison):
    return Notebook.open(comparison.left, comparison.right)


def test_reviewed_rows_are_remembered_and_taken_back(comparison):
    notebook = opened(comparison)
    notebook.marks.review(comparison, [0, 2])
    assert opened(comparison).marks.reviewed(comparison) == {0, 2}
    notebook.marks.review(comparison, [2], reviewed=False)
    assert opened(comparison).marks.reviewed(comparison) == {0}
    assert notebook.undo() == "reviewed deleted"
    assert notebook.marks.reviewed(comparison) == {0, 2}
    assert notebook.undo() == "marked as reviewed (2 times)"
    assert notebook.marks.reviewed(comparison) == frozenset()


def test_marks_are_no_notes(comparison):
    notebook = opened(comparison)
    notebook.marks.review(comparison, [0])
    notebook.marks.link(comparison, [0], [0])
    assert notebook.notes == ()
    assert notebook.placed(comparison) == ()


def test_a_paragraph_is_reviewed_when_all_its_sentences_are(comparison):
    notebook = opened(comparison)
    paragraphs = compare_texts(
        comparison.left.text, comparison.right.text, unit="paragraph"
    )
    notebook.marks.review(comparison, [1])
    assert notebook.marks.reviewed(paragraphs) == frozenset()
    notebook.marks.review(comparison, [2])
    assert notebook.marks.reviewed(paragraphs) == {1}
    notebook.marks.review(paragraphs, [0])
    assert notebook.marks.reviewed(comparison) == {0, 1, 2}


def test_words_that_changed_since_are_no_longer_reviewed(comparison, tmp_path):
    notebook = Notebook.open(
        comparison.left, comparison.right, notes_path=tmp_path / "n.jsonl"
    )
    notebook.marks.review(comparison, range(len(comparison.rows)))
    left = "New at the top.\n\n" + comparison.left.text.replace("Twelve", "Thirteen")
    edited = compare_texts(left, comparison.right.text)
    again = Notebook.open(
        edited.left, edited.right, notes_path=tmp_path / "n.jsonl"
    ).marks.reviewed(edited)
    lost = set(range(len(edited.rows))) - again
    assert [
        edited.left.unit_text(edited.rows[row].left[0]) for row in sorted(lost)
    ] == [
        "New at the top.",
        "Thirteen workers died while it was built.",
    ]


def test_a_link_by_hand_is_kept_and_undone(comparison):
    notebook = opened(comparison)
    notebook.marks.link(comparison, [4], [5])
    notebook.marks.unlink(comparison, [0], [0])
    sides = comparison.left, comparison.right
    found = opened(comparison).marks.constraints(*sides)
    assert found.fixed == (((4,), (5,)),)
    assert found.parted == {(0, 0)}
    notebook.undo()
    assert notebook.marks.constraints(*sides).parted == frozenset()


def test_the_newest_link_wins(comparison):
    notebook = opened(comparison)
    sides = comparison.left, comparison.right
    notebook.marks.link(comparison, [0], [0])
    notebook.marks.link(comparison, [0], [1])
    assert notebook.marks.constraints(*sides).fixed == (((0,), (1,)),)
    notebook.marks.unlink(comparison, [0], [1])
    found = notebook.marks.constraints(*sides)
    assert found.fixed == (((0,), (0,)),)
    assert found.parted == {(0, 1)}
    notebook.marks.link(comparison, [0], [1])
    assert notebook.marks.constraints(*sides).fixed == (((0,), (1,)),)
    assert notebook.marks.constraints(*sides).parted == frozenset()


def test_no_counterpart_is_a_link_too(comparison):
    notebook = opened(comparison)
    notebook.marks.link(comparison, [3], [])
    found = notebook.marks.constraints(comparison.left, comparison.right)
    assert found.fixed == (((3,), ()),)


def test_links_hold_for_their_unit_and_follow_an_edit(comparison, tmp_path):
    path = tmp_path / "n.jsonl"
    notebook = Notebook.open(comparison.left, comparison.right, notes_path=path)
    notebook.marks.link(comparison, [4], [5])
    by_paragraph = segment(comparison.left.text, None, "paragraph")
    other = segment(comparison.right.text, None, "paragraph")
    assert notebook.marks.constraints(by_paragraph, other).fixed == ()
    edited = segment("One more.\n\n" + comparison.left.text, None, "sentence")
    again = Notebook.open(edited, comparison.right, notes_path=path)
    assert again.marks.constraints(edited, comparison.right).fixed == (((5,), (5,)),)
