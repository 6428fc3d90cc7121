"""Negation: what one side says and the other denies, by whatever words."""

import pytest


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("He did not answer.", "He refused to answer."),
        ("The plan was not legal.", "The plan was illegal."),
        ("It is not impossible to win.", "It is possible to win."),
        ("No one was hurt.", "Nobody was hurt."),
        ("He can't remember it.", "He is unable to remember it."),
        ("Prices did not change.", "Prices remained unchanged."),
        ("She was not aware of it.", "She was unaware of it."),
        ("He does not have money.", "He lacks money."),
        ("It is not only cheap but good.", "It is cheap and good."),
        ("He never came.", "He did not ever come."),
        ("She always carried it.", "She was never without it."),
        ("It has yet to be signed.", "It has not been signed yet."),
        ("He does not think it is realistic.", "He considers it unrealistic."),
        ("It is the largest lake there.", "No lake there is larger."),
        ("They hid it under the guise of aid.", "They hid it in the disguise of aid."),
        ("He never fails to wave.", "He waves."),
        ("There is no doubt that it works.", "It works."),
        ("It is not safe or clean.", "It is not safe and not clean."),
        ("It starts if it does not rain.", "It starts unless it rains."),
        ("She is the leader.", "She is the No. 1."),
        ("He wants not to win only, but to shine.", "He wants to win and to shine."),
    ],
)
def test_denying_in_other_words_is_no_fact(facts, left, right):
    assert facts(left, right) == []


def test_before_and_after_are_a_matter_of_time(facts):
    left, right = "He left before the war.", "He left after the war."
    assert facts(left, right) == [("date", "before", "after")]


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("The man is known to us.", "The man is not known to us.", (None, "not")),
        ("They have plans to sell.", "They have no plans to sell.", (None, "no")),
        ("He did not answer the call.", "He answered the call.", ("did not", None)),
        ("The road is safe.", "The road is unsafe.", ("safe", "unsafe")),
        ("It was harmful to us.", "It was harmless to us.", ("harmful", "harmless")),
        ("Prices rose sharply.", "Prices fell sharply.", ("rose", "fell")),
        ("He left with a coat.", "He left without a coat.", ("with", "without")),
        ("They failed to reach the hut.", "They reached the hut.",
         ("failed to", None)),
        ("It is cheaper than ours.", "It is more expensive than ours.",
         ("cheaper", "expensive")),
        ("The letter arrived.", "The letter never arrived.", (None, "never")),
        ("Yes, we can do it.", "No, we can do it.", ("Yes", "No")),
        ("It ends if he pays.", "It ends unless he pays.", ("if", "unless")),
    ],
)  # fmt: skip
def test_a_denial_is_marked_on_what_denies(facts, left, right, words):
    assert facts(left, right) == [("negation", *words)]


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("Nobody saw the fire.", "Somebody saw the fire.", ("Nobody", "Somebody")),
        ("They found no link.", "They found a link.", ("no", "a")),
        ("The firm cannot pay.", "The firm can pay.", ("cannot", "can")),
        ("The neighbours heard nothing in the night.",
         "The residents heard something in the hours of darkness.",
         ("nothing", "something")),
    ],
)  # fmt: skip
def test_what_asserts_in_the_place_of_a_negator_is_shown_with_it(
    facts, left, right, words
):
    assert facts(left, right) == [("negation", *words)]


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("The match was held.", "The match was called off.", ("held", "called off")),
        ("They backed the plan.", "They turned down the plan.",
         ("backed", "turned down")),
        ("The clinic has a doctor.", "The clinic lacks a doctor.", ("has", "lacks")),
        ("They overestimated it.", "They underestimated it.",
         ("overestimated", "underestimated")),
    ],
)  # fmt: skip
def test_opposites_may_be_a_verb_with_its_particle(facts, left, right, words):
    assert facts(left, right) == [("negation", *words)]


def test_a_verb_denied_by_its_auxiliary_may_be_another_verb(facts):
    left = "The governor has signed the bill."
    right = "The governor has not put his name to the bill."
    assert facts(left, right) == [("negation", None, "not")]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The match was called off.", "The match was cancelled."),
        ("The clinic has no doctors.", "The clinic lacks doctors."),
        ("The law is no longer in force.", "The law has ceased to be in force."),
        ("Not one of the boats returned.", "None of the boats came back."),
    ],
)
def test_the_same_denied_by_other_words_is_no_fact(facts, left, right):
    assert facts(left, right) == []


def test_each_item_of_a_list_is_denied_by_itself(facts):
    left = "The flat is old, damp and dear."
    right = "The flat is not old, not damp and not dear."
    assert facts(left, right) == [("negation", None, "not")] * 3


def test_a_denial_undone_opposite_a_plain_denial_is_a_fact(facts):
    left = "The bid was rejected by the board after a talk."
    right = "The bid was not turned down by the board after a talk."
    assert facts(left, right) == [("negation", None, "not")]
