"""Differences become phrases: what a reader sees as one change, and its weight."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.differences.phrases import CLAUSE, Grade, phrases, worth_marking
from tui_app.core.differences.row_differences import differences
from tui_app.core.kinds import FACTS, Kind
from tui_app.core.model import Difference, Span


def found(left: str, right: str):
    return phrases(differences(left, right), left, right)


def words(left: str, right: str):
    return [
        (one.words("left", left), one.words("right", right))
        for one in found(left, right)
        if one.grade is not Grade.SMALL
    ]


def grades(left: str, right: str):
    return [one.grade for one in found(left, right)]


def test_what_stands_together_is_one_phrase():
    left = "The mayor answered questions in a talk with the local radio."
    right = "The mayor answered questions."
    assert words(left, right) == [("in a talk with the local radio", "")]


def test_words_of_grammar_between_two_changes_do_not_part_them():
    left = "They praised the courage of the sailors."
    right = "They praised the bravery of the crew."
    assert words(left, right) == [("courage of the sailors", "bravery of the crew")]


def test_an_equal_word_of_content_parts_two_changes():
    left = "Heavy waves damaged the old harbour."
    right = "Strong waves damaged the ancient harbour."
    assert words(left, right) == [("Heavy", "Strong"), ("old", "ancient")]


def test_no_phrase_goes_over_the_end_of_a_sentence_or_a_quotation_mark():
    for text in ("They felt tired. It rained.", "It was old, “the rain”, they say."):
        first, last = text.index("tired") if "tired" in text else 7, len(text) - 7
        made = [
            Difference(Kind.WORDING, span, span)
            for span in (Span(first, first + 3), Span(last, last + 3))
        ]
        assert len(phrases(made, text, text)) == 2


ANEW = tuple(
    f"The guide said “{words} for the work that it needs” and {verb}."
    for words, verb in (
        ("we cannot build here, and the council will hardly find money", "left"),
        ("nobody puts a house on swamp, nor has our town anything spare", "went"),
    )
)


def test_a_quotation_told_anew_is_one_phrase_that_leaves_out_the_clauses_it_keeps():
    anew, outside = (one for one in found(*ANEW) if one.grade is not Grade.SMALL)
    assert anew.retold
    assert not outside.retold
    assert anew.words("left", ANEW[0]).startswith("we cannot build here")
    for side, text in zip(("left", "right"), ANEW, strict=True):
        assert "the work that it needs" not in anew.words(side, text)
        assert len(anew.spans(side)) == 1
    assert outside.words("left", ANEW[0]) == "left"


def test_a_fact_in_a_quotation_told_anew_stays_a_change_of_its_own():
    left = "“No boat may leave the harbour before five days are over,” she said."
    right = "“The harbour is closed to all traffic for seven days,” she said."
    changes = [one for one in found(left, right) if one.grade is not Grade.SMALL]
    assert [(one.grade, one.retold) for one in changes] == [
        (Grade.WORDING, True),
        (Grade.FACT, False),
    ]
    assert "five" not in changes[0].words("left", left)


def test_what_is_only_left_out_of_a_quotation_is_not_told_anew():
    left = "“We met them by the old lighthouse, long before the storm,” she said."
    right = "“We met them,” she said."
    assert not any(one.retold for one in found(left, right))


def test_a_fact_stays_a_change_of_its_own_within_a_phrase():
    left = "The storm destroyed five houses on the coast."
    right = "The gale wrecked seven homes on the coast."
    changes = found(left, right)
    (fact,) = [one for one in changes if one.grade is Grade.FACT]
    assert fact.words("left", left).startswith("five")
    assert {one.kind for one in fact.differences} <= FACTS
    assert all(
        FACTS.isdisjoint(d.kind for d in one.differences)
        for one in changes
        if one is not fact
    )


def test_a_word_of_grammar_alone_is_small():
    assert grades("He knew that it was late.", "He knew it was late.") == [Grade.SMALL]
    assert grades("They left, and we stayed.", "They left and we stayed.") == [
        Grade.SMALL
    ]


@pytest.mark.parametrize(
    "pair",
    [
        ("Children may swim here.", "Only children may swim here."),
        ("We ate bread or cheese.", "We ate bread and cheese."),
        ("They met before lunch.", "They met after lunch."),
    ],
)
def test_a_word_of_grammar_that_says_something_is_not_small(pair):
    assert max(grades(*pair)) >= Grade.WORDING


def test_a_clause_only_one_side_has_is_a_passage():
    left = "The bridge was closed."
    right = "The bridge was closed, although the drivers had asked for more time."
    assert grades(left, right) == [Grade.PASSAGE]


def test_a_title_or_a_name_only_one_side_has_is_none():
    left = "The harbour master Anna Berg opened the bridge."
    right = "Anna Berg opened the bridge."
    assert grades(left, right) == [Grade.WORDING]


def test_what_is_told_anew_at_about_the_same_length_is_no_passage():
    left = "She gave an account of everything that had gone wrong."
    right = "She described in detail which mistakes had been made there."
    assert Grade.PASSAGE not in grades(left, right)
    shown = [stretch.grade for one in found(left, right) for stretch in one.left]
    assert Grade.PASSAGE not in shown


def test_a_passage_within_other_words_is_still_told():
    left = "The council agreed."
    right = "The council, which had met for three long evenings in a row, consented."
    stretches = [stretch.grade for one in found(left, right) for stretch in one.right]
    assert Grade.PASSAGE in stretches


def test_small_changes_are_worth_a_mark_where_nothing_else_differs():
    left, right = "The Harbour is open.", "The harbour is open."
    small = found(left, right)
    assert [one.grade for one in small] == [Grade.SMALL]
    assert worth_marking(small, small=False) == small
    both = found("The Harbour is wide open.", "The harbour is quite shut.")
    assert Grade.SMALL not in [one.grade for one in worth_marking(both, small=False)]
    assert worth_marking(both, small=True) == both


def test_a_phrase_is_told_without_the_comma_it_begins_with():
    left = "The crew left the island."
    right = "The crew, tired and hungry, left the island."
    assert words(left, right) == [("", "tired and hungry")]


def test_what_is_written_without_spaces_is_counted_by_characters():
    left = "他们星期一来了。"
    right = "他们星期一来了，因为老师昨天晚上给他们打了电话。"
    assert Grade.PASSAGE in grades(left, right)


TEXTS = st.lists(
    st.sampled_from(
        [
            *",.;“”5中文",
            *("the", "of", "and", "was", "not", "only", "red", "seven"),
            *("harbour", "Harbour", "boats"),
        ]
    ),
    max_size=14,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
def test_every_difference_is_in_one_phrase_which_covers_it(left, right):
    given_ = differences(left, right)
    made = phrases(given_, left, right)
    held = [one for phrase in made for one in phrase.differences]
    assert sorted(held, key=given_.index) == list(given_)
    for side in ("left", "right"):
        covered = [stretch for phrase in made for stretch in phrase.stretches(side)]
        for one in given_:
            span = one.span(side)
            if span is not None:
                assert any(
                    stretch.span.start <= span.start and span.end <= stretch.span.end
                    for stretch in covered
                )


@settings(max_examples=100, deadline=None)
@given(TEXTS, TEXTS)
def test_facts_are_never_less_than_facts_and_nothing_else_is(left, right):
    for phrase in phrases(differences(left, right), left, right):
        facts = [one.kind in FACTS for one in phrase.differences]
        assert all(facts) == any(facts) == (phrase.grade is Grade.FACT)


def test_a_passage_has_the_words_of_a_clause():
    for count in range(1, 9):
        added = " ".join(["grey"] * count)
        (change,) = found("The sea is calm.", f"The sea is calm {added} .")
        assert (change.grade is Grade.PASSAGE) == (count >= CLAUSE)
