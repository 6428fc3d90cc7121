"""Rows of n:m units, with offsets into the documents."""

from tui_app.core.differences.row_differences import RowCollator
from tui_app.core.model import Document, Relation, Row, Unit


def document(text, *units):
    placed, at = [], 0
    for number, unit in enumerate(units):
        start = text.index(unit, at)
        at = start + len(unit)
        placed.append(Unit(start, at, number))
    return Document(text, None, "", "sentence", tuple(placed))


def changed(left, right):
    return Row(left, right, Relation.CHANGED, 0.9, moved=False)


def words(doc, found, side):
    spans = [getattr(one, side) for one in found]
    return [doc.text[span.start : span.end] if span else None for span in spans]


def test_offsets_point_into_the_documents():
    left = document("Title\n\nHe came in May.", "Title", "He came in May.")
    right = document("He arrived in May.", "He arrived in May.")
    found = RowCollator(left, right).differences(changed((1,), (0,)))
    assert words(left, found, "left") == ["came"]
    assert words(right, found, "right") == ["arrived"]


def test_two_sentences_and_the_one_that_joins_them_share_a_row():
    left = document("He came. He saw it.", "He came.", "He saw it.")
    right = document("He came and he saw it.", "He came and he saw it.")
    found = RowCollator(left, right).differences(changed((0, 1), (0,)))
    assert {"came", "saw", "it"}.isdisjoint(words(left, found, "left"))
    assert "and" in words(right, found, "right")


def test_a_paragraph_break_is_no_difference():
    left = document("He came.\n\nHe saw it.", "He came.", "He saw it.")
    right = document("He came. He saw it.", "He came.", "He saw it.")
    assert RowCollator(left, right).differences(changed((0, 1), (0, 1))) == ()


def test_no_difference_spans_a_hole_between_units():
    text = "We met old friends. THIS IS ELSEWHERE. Dear colleagues came."
    left = document(
        text, "We met old friends.", "THIS IS ELSEWHERE.", "Dear colleagues came."
    )
    right = document("We met nobody came.", "We met nobody came.")
    found = RowCollator(left, right).differences(changed((0, 2), (0,)))
    hole = range(text.index("THIS"), text.index(" Dear"))
    for one in found:
        if one.left:
            assert not set(hole) & set(range(one.left.start, one.left.end))
    assert "".join(w or "" for w in words(left, found, "left")) != ""


def test_the_parts_of_a_difference_cut_at_a_hole_are_tied():
    left = document("We met. X. Old friends.", "We met.", "X.", "Old friends.")
    right = document("We met", "We met")
    found = RowCollator(left, right).differences(changed((0, 2), (0,)))
    assert words(left, found, "left") == [".", "Old friends."]
    assert found[0].group == found[1].group is not None


def test_units_may_come_in_any_order():
    left = document("Second part. First part.", "Second part.", "First part.")
    right = document("First part. Second part.", "First part. Second part.")
    assert RowCollator(left, right).differences(changed((1, 0), (0,))) == ()


def test_a_row_that_is_the_same_or_has_one_side_has_no_differences():
    left, right = document("A b.", "A b."), document("A c.", "A c.")
    collator = RowCollator(left, right)
    same = Row((0,), (0,), Relation.SAME, 1.0, moved=False)
    alone = Row((0,), (), Relation.LEFT_ONLY, None, moved=False)
    assert collator.differences(same) == ()
    assert collator.differences(alone) == ()


def test_a_book_is_never_looked_at_as_a_whole(monkeypatch):
    from tui_app.core.facts import evidence as surroundings

    looked = []
    testimony = surroundings.TextEvidence

    def counted(text):
        looked.append(len(text))
        return testimony(text)

    monkeypatch.setattr(surroundings, "TextEvidence", counted)
    text = "He came in May. " * 50_000
    book = Document(text, None, "", "sentence", (Unit(400_000, 400_015, 0),))
    other = document("He left in May.", "He left in May.")
    collator = RowCollator(book, other)
    assert looked == []
    collator.differences(changed((0,), (0,)))
    collator.differences(changed((0,), (0,)))
    assert len(looked) == 4  # three blocks of the book, the other text
    assert sum(looked) < 60_000
