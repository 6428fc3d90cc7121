"""Stops that end no sentence, whatever stands behind them."""

import pytest

from tui_app.core.segmentation.boundaries import is_no_boundary
from tui_app.core.text.language import Writing, find_writing

ENGLISH = Writing("en", capitals=True)
GERMAN = Writing("de", capitals=True)

SAME_SENTENCE = [
    ("See No.", "5 there.", ENGLISH),
    ("See PP.", "5 there.", ENGLISH),
    ("См. гл.", "5 там.", ENGLISH),
    ("He met Mme.", "Durand.", ENGLISH),
    ("(b)", "The item.", ENGLISH),
    ("xiv.", "The item.", ENGLISH),
    ("the U.", "S. Navy", ENGLISH),
    ("It was 5 p. m.", "Monday then.", ENGLISH),
    ("It rained.", "and it rained.", ENGLISH),
    ("It rained.", "“(and it rained.)", ENGLISH),
    ("It rained", ", then.", ENGLISH),
    ("“Why?”", "Alice Lee asked.", ENGLISH),
    ("Am 3.", "Oktober.", GERMAN),
    ("Von J.", "Meyer", GERMAN),
]
NEW_SENTENCE = [
    ("He was no.", "Five came.", ENGLISH),
    ("It is a piano.", "5 came.", ENGLISH),
    ("He met Ammr.", "Durand.", ENGLISH),
    ("Take a cup.", "S. Navy", ENGLISH),
    ("(seven)", "The item.", ENGLISH),
    ("It was 5 p. m.", "He left.", ENGLISH),
    ("It rained.", "iPhones fell.", ENGLISH),
    ("It rained.", "ⓐ Then.", ENGLISH),
    ("It rained.", "and it rained.", ENGLISH._replace(capitals=False)),
    ("“We won.”", "Alice Lee asked.", ENGLISH),
    ("„Warum?“", "Alice Lee asked.", GERMAN),
    ("Er war 25.", "Die Frau", GERMAN),
    ("Am 3.", "Oktober.", ENGLISH),
    ("Von J.", "Meyer", ENGLISH),
]


@pytest.mark.parametrize(("before", "after", "writing"), SAME_SENTENCE)
def test_a_stop_within_a_sentence_ends_none(before, after, writing):
    assert is_no_boundary(before, after, writing)


@pytest.mark.parametrize(("before", "after", "writing"), NEW_SENTENCE)
def test_what_only_resembles_an_abbreviation_ends_a_sentence(before, after, writing):
    assert not is_no_boundary(before, after, writing)


def test_capitals_count_where_most_sentences_begin_with_one():
    assert find_writing("We came. They left. and so on.").capitals
    assert not find_writing("we came. they left. it rained. And so on.").capitals
    assert find_writing("我们来了。他们走了。").unspaced
