"""What stands for words on the other side is the word that answers, or its place."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.core import answering_words as module
from tui_app.core.answering_words import answering_words
from tui_app.core.comparison import Comparison, compare_texts
from tui_app.core.model import Alignment, Bead, Relation, Row, Span
from tui_app.core.segmentation import segment


def one_row(left, right):
    documents = [segment(text, None, "sentence") for text in (left, right)]
    units = tuple(tuple(range(len(one.units))) for one in documents)
    row = Row(*units, Relation.CHANGED, 1.0, moved=False)
    return Comparison(*documents, Alignment((Bead(*units, 1.0),), ()), (row,))


def answers(made, words, side="left"):
    text = made.document(side).text
    span = Span(text.index(words), text.index(words) + len(words))
    other = made.document("right" if side == "left" else "left").text
    return [other[one.start : one.end] for one in answering_words(made, 0, side, span)]


@pytest.mark.parametrize(
    ("left", "words", "right", "stands"),
    [
        ("The light of the lamp.", "lamp", "The light of the candle.", ["candle"]),
        ("The light of the lamp.", "light", "The lights of the lamp.", ["lights"]),
        ("I saw the beast come up.", "beast", "I saw the living thing come up.",
         ["living thing"]),
        ("He came home by train.", "by train", "He came home.", []),
        ("He went, at noon, home.", "at noon", "At noon he went home.", ["At noon"]),
        ("A swift beast: it ran.", "beast", "A swift steed, O men: it ran.", ["steed"]),
    ],
)  # fmt: skip
def test_what_answers_in_one_language(left, words, right, stands):
    assert answers(one_row(left, right), words) == stands


def test_it_is_told_of_both_sides():
    made = one_row("The light of the lamp.", "The light of the candle.")
    assert answers(made, "candle", "right") == ["lamp"]


def test_offsets_are_those_of_the_texts_also_over_units_apart():
    left = segment("A boat lay there. It rained. The lamp was lit.", None, "sentence")
    right = segment("A ship lay there, and the candle was lit.", None, "sentence")
    row = Row((0, 2), (0,), Relation.CHANGED, 1.0, moved=False)
    made = Comparison(left, right, Alignment((), ()), (row,))
    assert answers(made, "lamp") == ["candle"]
    assert answers(made, "candle", "right") == ["lamp"]
    assert answers(made, "rained") == []


def test_a_passage_told_anew_has_no_words_that_answer():
    made = one_row(
        "We hold that the lamp he had bought was of no use to anybody at all.",
        "We hold seven other views on what came to pass in those dark days at all.",
    )
    assert answers(made, "lamp") == []


def test_a_row_of_one_side_and_one_too_long_have_none(monkeypatch):
    made = compare_texts("Only here is a lamp.", "")
    assert answers(made, "lamp") == []
    monkeypatch.setattr(module, "READ_WHOLE", 10)
    assert answers(one_row("A lamp was lit.", "A lamp was lit."), "lamp") == []


TEXTS = st.lists(
    st.sampled_from(["lamp", "lamps", "the", "candle", "went", ",", ".", "7"]),
    min_size=1,
    max_size=12,
).map(" ".join)


@given(TEXTS, TEXTS, st.data())
def test_answers_are_words_of_the_other_side_in_order(left, right, data):
    made = one_row(left, right)
    start = data.draw(st.integers(0, len(left) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(left))))
    found = answering_words(made, 0, "left", span)
    assert all(right[one.start : one.end].strip() for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
