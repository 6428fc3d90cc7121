"""A selection grows by words, sentences and paragraphs, forth and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.model import Span
from tui_app.core.segmentation import segment
from tui_app.core.text.clusters import border
from tui_app.review.selection import (
    Selection,
    paragraph_at,
    sentence_after,
    sentence_at,
    sentence_before,
    word_after,
    word_at,
    word_before,
)

TEXT = "The ferry's well-known captain left. He came back!\n\nNobody asked: why?"
DOCUMENT = segment(TEXT, None, "sentence")
LETTERS = st.text("ab'-. \n", max_size=60)


def words_of(document):
    """Return all words as one meets them, going on from the first."""
    found = [word_at(document, 0)]
    while (after := word_after(document, found[-1])) != found[-1]:
        found.append(after)
    return found


def shown(span):
    return TEXT[span.start : span.end]


def test_both_ends_are_selected_whichever_is_first():
    ferry, captain = Span(4, 11), Span(23, 30)
    forth = Selection("left", ferry, ferry).to(captain)
    back = Selection("left", captain, captain).to(ferry)
    assert forth.span == back.span == Span(4, 30)
    assert forth.text(DOCUMENT) == "ferry's well-known captain"


def test_words_are_whole_and_marks_are_words():
    words = [shown(span) for span in words_of(DOCUMENT)]
    assert words[:6] == ["The", "ferry's", "well-known", "captain", "left", "."]
    assert words[-3:] == [":", "why", "?"]


@given(LETTERS.filter(str.strip))
def test_back_is_the_way_forth_turned_round(text):
    document = segment(text, None, "sentence")
    forth = words_of(document)
    back = [forth[-1]]
    while (before := word_before(document, back[-1])) != back[-1]:
        back.append(before)
    assert back[::-1] == forth


def test_a_word_longer_than_any_line_comes_back_whole():
    long = "x" * 1000
    document = segment(f"{long} end", None, "sentence")
    assert word_before(document, Span(1001, 1004)) == Span(0, 1000)


@given(LETTERS, st.integers(0, 70))
def test_there_is_a_place_for_every_offset(text, offset):
    span = word_at(segment(text, None, "sentence"), offset)
    assert 0 <= span.start <= span.end <= len(text)
    if text.strip() and offset < len(text) and not text[offset].isspace():
        assert span.start <= offset < span.end


def test_between_words_the_next_is_meant_and_behind_all_the_last_of_the_line():
    assert shown(word_at(DOCUMENT, TEXT.index(" captain"))) == "captain"
    assert shown(word_at(DOCUMENT, len(TEXT))) == "?"


@pytest.mark.parametrize("step", [sentence_after, sentence_before])
def test_sentences_end_where_the_text_does(step):
    span, seen = sentence_at(DOCUMENT, TEXT.index("came")), []
    while not seen or span != seen[-1]:
        seen.append(span)
        span = step(DOCUMENT, span)
    last = "Nobody asked: why?" if step is sentence_after else "The ferry's"
    assert shown(seen[-1]).startswith(last)
    assert len(seen) == 2


def test_a_paragraph_is_selected_from_its_first_sentence_to_its_last():
    first, second = TEXT.split("\n\n")
    for offset in (0, TEXT.index("came"), len(first) - 1):
        assert shown(paragraph_at(DOCUMENT, offset)) == first
    assert shown(paragraph_at(DOCUMENT, TEXT.index("why"))) == second


@pytest.mark.parametrize(
    "words",
    [
        ["अन्तर्राष्ट्रीय", "स्वतन्त्रता", "है"],
        ["בְּרֵאשִׁית", "בָּרָא"],
        ["می\u200cخواهم", "بروم"],
        ["cafe\u0301", "l’été"],
        ["👩\u200d👩\u200d👧", "🇫🇷", "1\ufe0f\u20e3"],
        ["ภาษาไทยที่ดี", "กำ"],
    ],
)
def test_a_word_has_its_marks_and_joiners(words):
    document = segment(" ".join(words), None, "sentence")
    span, found = word_at(document, 0), []
    for _ in words:
        found.append(document.text[span.start : span.end])
        span = word_after(document, span)
    assert found == words
    assert word_at(document, len(words[0]) - 1) == Span(0, len(words[0]))


@given(
    st.lists(
        st.sampled_from(
            ["a", " ", "-", "न", "क्षि", "ก็", "👩‍👩‍👧", "🇫🇷", "e\u0301", "한"]
        )
    ).map("".join),
    st.data(),
)
def test_no_selection_by_words_begins_or_ends_within_a_cluster(text, data):
    document = segment(text, None, "sentence")
    offset = data.draw(st.integers(0, len(text)))
    span = word_at(document, offset)
    assert border(text, span.start) == span.start
    assert border(text, span.end) == span.end
