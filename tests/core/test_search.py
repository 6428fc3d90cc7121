import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.search import Query, QueryError, find

FAIR = settings(max_examples=80, deadline=None)


def hits(text: str, words: str, **how) -> list[str]:
    return [text[span.start : span.end] for span in find(text, Query(words, **how))]


def test_small_letters_find_capitals_and_capitals_only_themselves():
    text = "China and china"
    assert hits(text, "china") == ["China", "china"]
    assert hits(text, "China") == ["China"]
    assert hits(text, "China", case=False) == ["China", "china"]


def test_plain_words_are_no_pattern():
    assert hits("a [1] b (x.y) axy", "[1]") == ["[1]"]
    assert hits("a [1] b (x.y) axy", "x.y") == ["x.y"]


def test_a_space_finds_any_white_space():
    assert hits("human\n  rights", "human rights") == ["human\n  rights"]


def test_straight_signs_find_curly_ones():
    assert hits("the “century’s” lie", '"century\'s"') == ["“century’s”"]
    assert hits("counter‑terrorism", "counter-terrorism") == ["counter‑terrorism"]


def test_whole_words_do_not_end_within_a_word():
    assert hits("right rights bright", "right", whole_words=True) == ["right"]
    assert hits("see (a) b", "(a)", whole_words=True) == ["(a)"]


def test_a_regular_expression_is_one_when_asked():
    assert hits("17 years, 5 times", r"\d+ \w+", regex=True) == ["17 years", "5 times"]


def test_an_expression_that_is_none_says_why():
    with pytest.raises(QueryError):
        Query("(", regex=True).pattern()


def test_an_empty_query_and_empty_matches_find_nothing():
    assert hits("abc", "") == hits("abc", "  ") == hits("abc", "x*", regex=True) == []


@FAIR
@given(st.text(max_size=60), st.text(min_size=1, max_size=5))
def test_what_is_there_is_found(text, words):
    if words.strip() == words and words in text:
        assert hits(text, words)


@FAIR
@given(st.text(max_size=20), st.text(max_size=40))
def test_no_query_crashes(words, text):
    for regex in (False, True):
        try:
            list(find(text, Query(words, regex=regex, whole_words=True)))
        except QueryError:
            assert regex
