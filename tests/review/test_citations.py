"""What a concordance shows of a passage: words, what is about them, what answers."""

import pytest

from tui_app.core.comparison import compare_texts
from tui_app.core.concordance import Occurrence, Sought, concordance
from tui_app.core.model import Span
from tui_app.core.row_places import RowPlaces
from tui_app.review.citations import AROUND, Answered, Citations

LEFT = "The light of the lamp was seen\nfrom afar.\n\nNobody rowed out on that day.\n"
RIGHT = "The light of the candle was seen from afar.\n\nA lamp hung in the old tower.\n"


@pytest.fixture
def cited():
    """Return what is cited of two texts, and the occurrences of a word."""

    def make(left=LEFT, right=RIGHT, words="lamp", **how):
        made = compare_texts(left, right, unit="paragraph")
        found = concordance(made, RowPlaces(made), Sought(words))
        return Citations(made, **how), found.occurrences

    return make


def marked(shown):
    return [(shown.text[m.start : m.end], m.name) for m in shown.marks]


def test_the_words_and_what_stands_for_them_are_marked(cited):
    citations, (first, last) = cited()
    left, right = (citations.in_context(first, side) for side in ("left", "right"))
    assert left.text == "The light of the lamp was seen from afar."
    assert marked(left) == [("lamp", "keyword")]
    assert left.text[left.middle :].startswith("lamp")
    assert marked(right) == [("candle", "listed-right")]
    assert right.text[right.middle :].startswith("candle")
    assert citations.in_context(last, "left") is None
    assert marked(citations.in_context(last, "right")) == [("lamp", "keyword")]


def test_which_words_stand_instead_is_told_of_the_side_that_lacks_them(cited):
    citations, (first, last) = cited()
    assert citations.instead(first) == Answered("right", "candle")
    assert citations.instead(last) == Answered("left", "")
    citations, (both, *_) = cited(LEFT, LEFT)
    assert citations.instead(both) is None


def test_each_answer_is_looked_for_once(cited):
    asked = []

    def answer(*question):
        asked.append(question)
        return ()

    citations, (first, _) = cited(answer=answer)
    for _ in range(3):
        citations.in_context(first, "right")
        citations.instead(first)
    assert len(asked) == 1


def test_without_an_answer_the_passage_is_shown_about_as_far_in(cited):
    left = f"The lamp {'was lit and ' * 60} then it went out by itself."
    right = f"The one {'was lit and ' * 60} then it went out by itself."
    citations, (first, *_) = cited(left, right, answer=lambda *_: ())
    shown = citations.in_context(first, "right")
    assert shown.marks == ()
    assert shown.middle < 20


def test_as_long_as_it_is_not_known_nothing_is_told_to_stand_instead(cited):
    citations, (first, _) = cited(answer=None)
    assert citations.instead(first) is None
    assert citations.in_context(first, "right").marks == ()


def test_between_two_languages_what_is_not_linked_is_not_told_as_missing():
    made = compare_texts("A lamp.", "Eine Lampe.", languages=("en", "de"))
    here, there = Occurrence(0, Span(2, 6), None), (Span(5, 10),)
    citations = Citations(made, lambda *_: ())
    assert citations.instead(here) is None
    citations = Citations(made, lambda *_: there)
    assert citations.instead(here) == Answered("right", "lampe")


def test_a_filter_finds_a_passage_by_words_of_either_side(cited):
    citations, (first, _) = cited()
    words = citations.words(first)
    assert "candle" in words
    assert "lamp" in words


def test_of_a_long_passage_only_what_a_line_may_show_is_taken(cited):
    long = f"{'before ' * 400}lamp{' behind' * 400}."
    citations, (first, *_) = cited(long, long)
    shown = citations.in_context(first, "left")
    assert len(shown.text) == 2 * AROUND + len("lamp")
    assert marked(shown) == [("lamp", "keyword")]
