"""How sure or binding: modal verbs, hedges, verbs of saying and thinking."""

import pytest


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("You must pay.", "You have to pay."),
        ("You should go.", "You ought to go."),
        ("It will open soon.", "It is going to open soon."),
        ("It may rain.", "It might rain."),
        ("He can walk.", "He is able to walk."),
        ("He said that he will go.", "He said that he would go."),
        ("It is likely that he goes.", "He will probably go."),
        ("He stressed the risk.", "He emphasised the risk."),
        ("He said it was late.", "He told them it was late."),
        ("The will of the people won.", "The people's wish won."),
        ("It closed due to rain.", "It closed because of rain."),
        ("They ordered the retreat.", "They gave the order to retreat."),
    ],
)
def test_words_of_one_class_are_no_fact(facts, left, right):
    assert facts(left, right) == []


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("You must pay.", "You should pay.", ("must", "should")),
        ("It will rain.", "It may rain.", ("will", "may")),
        ("They found that it grew.", "They believe that it grew.",
         ("found", "believe")),
        ("He noted that it grew.", "He claimed that it grew.", ("noted", "claimed")),
        ("It is expected to rain.", "It will rain.", ("expected to", "will")),
        ("He stole the car.", "He allegedly stole the car.", (None, "allegedly")),
        ("It killed the fish.", "It may have killed the fish.", (None, "may")),
        ("They ordered him to go.", "They asked him to go.", ("ordered", "asked")),
    ],
)  # fmt: skip
def test_another_class_is_marked_on_its_words(facts, left, right, words):
    assert facts(left, right) == [("modality", *words)]


def test_a_denied_ability_is_one_fact(facts):
    left, right = "He remembered the day.", "He could not remember the day."
    assert facts(left, right) == [("negation", None, "could not")]


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("The rule would apply.", "The rule may apply.", ("would", "may")),
        ("They need to sell.", "They want to sell.", ("need to", "want to")),
        ("It clearly shows a bird.", "It shows a bird.", ("clearly", None)),
        ("He was certain of it.", "He was fairly sure of it.",
         ("certain", "fairly sure")),
        ("She promised to pay.", "She offered to pay.", ("promised", "offered")),
    ],
)  # fmt: skip
def test_hedges_and_wishes_have_their_class(facts, left, right, words):
    assert facts(left, right) == [("modality", *words)]
