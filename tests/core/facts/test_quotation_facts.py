"""Quotation marks gained or lost, and other words between them."""

import pytest


def test_a_short_quotation_is_marked_whole(facts):
    left, right = "He called it reckless and left.", 'He called it "reckless" and left.'
    assert facts(left, right) == [("quote", "reckless", '"reckless"')]


def test_of_a_long_quotation_the_marks_are_marked(facts):
    left = '"We shall never leave this house," the old man said.'
    right = "We shall never leave this house, the old man said."
    assert facts(left, right) == [("quote", '"', None), ("quote", '"', None)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("“We won,” he said.", '"We won," he said.'),
        ("He spoke of ‘waste’.", "He spoke of “waste”."),
        ('"We won," said the captain.', 'The captain said: "We won."'),
        ("The players' union met.", "The union of the players met."),
        ("He didn't go.", "He didn’t go."),
        ('He called it "waste".', "He called it „waste“."),
    ],
)
def test_the_form_of_the_marks_is_no_fact(facts, left, right):
    assert facts(left, right) == []


def test_other_words_between_marks_are_a_fact(facts):
    left, right = '"The sea is calm," he said.', '"The sea is rough," he said.'
    assert facts(left, right) == [("quote", "calm", "rough")]


def test_the_same_change_outside_the_marks_is_none(facts):
    left, right = 'The calm man said "no".', 'The tired man said "no".'
    assert facts(left, right) == []


def test_a_quotation_that_goes_on_beyond_the_passage_is_one(facts):
    left, right = 'He said: "The sea is calm.', 'He said: "The sea is rough.'
    assert facts(left, right) == [("quote", "calm", "rough")]


def test_words_changed_inside_marks_come_pair_by_pair(facts):
    left = 'He said "the old plan will fail badly" and left the town.'
    right = 'He said "the new scheme will fail badly" and left the town.'
    assert facts(left, right) == [("quote", "old", "new"), ("quote", "plan", "scheme")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Northern Lights", "Winter Journey"),
        ("dead on arrival", "going nowhere"),
        ("fell asleep", "gave up"),
    ],
)
def test_a_quotation_of_other_words_altogether_is_one_fact(facts, one, other):
    left, right = (
        f'The critic called it "{words}" last week.' for words in (one, other)
    )
    assert facts(left, right) == [("quote", one, other)]


def test_an_opposite_between_marks_is_another_quotation(facts):
    left, right = 'He calls it "a good plan".', 'He calls it "a bad plan".'
    assert facts(left, right) == [("quote", "good", "bad")]


def test_a_known_name_in_a_quotation_stays_a_name(facts):
    left, right = '"Go to Paris," she said.', '"Go to Berlin," she said.'
    assert facts(left, right) == [("name", "Paris", "Berlin")]
