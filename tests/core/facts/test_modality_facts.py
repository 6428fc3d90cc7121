"""How sure or binding: modal verbs, hedges, verbs of saying and thinking."""

import pytest

from tui_app.core.facts.pair_character import Habit


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


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("The thief fled over the roof.", "The suspected thief fled over the roof.",
         (None, "suspected")),
        ("The reputed owner of the barn left.", "The owner of the barn left.",
         ("reputed", None)),
        ("The tenant shall repair it.", "The tenant may repair it.", ("shall", "may")),
        ("The tenant, if asked, should pay.", "The tenant, if asked, must pay.",
         ("should", "must")),
        ("He said, that he may go.", "He said, that he must go.", ("may", "must")),
        ("Ask, so that he will go.", "Ask, so that he may go.", ("will", "may")),
    ],
)  # fmt: skip
def test_what_is_only_supposed_is_a_fact(facts, left, right, words):
    assert facts(left, right) == [("modality", *words)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The tenant shall repair it.", "The tenant will repair it."),
        ("The tenant shall repair it.", "The tenant must repair it."),
        ("She said to Tom, kindly, it rains.", "She told Tom kindly that it rains."),
        ("He hid it so that nobody may find it.", "He hid it so that nobody finds it."),
        ("We can stay, should it rain.", "We can stay if it rains."),
        ("It should be noted that it rains.", "Note that it rains."),
        ("An owl appeared unto Ann.", "An owl appeared to Ann."),
        ("It is assumed that it rains.", "It is expected that it rains."),
        ("The man suspected of theft fled.", "The suspect in the theft fled."),
    ],
)  # fmt: skip
def test_what_binds_nobody_and_hedges_nothing_is_no_fact(facts, left, right):
    assert [kind for kind, *_ in facts(left, right)] == []


def test_a_purpose_still_answers_the_same_modal(facts):
    left, right = (
        "He hid it so that we may rest.",
        "He hid it, praying that we may rest.",
    )
    assert facts(left, right) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("They will find the key on the shelf.", "One can get the key from the shelf."),
        ("From the shelf they could see the yard.", "The yard was before their eyes."),
        ("That definitely proves the theft.", "That proves the theft."),
        ("He will feed the goat, boys say.", "Boys say he would feed the goat."),
        ("The goat shall have the barn.", "The barn is for the goat."),
        ("They planned to sell the goat.", "They promised to sell the goat."),
        ("Experts forecast 20 degrees.", "Experts promise 20 degrees."),
    ],
)  # fmt: skip
def test_in_a_retelling_a_modal_of_another_verb_is_no_fact(retold_facts, left, right):
    assert retold_facts(left, right) == []


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("Tomorrow the goat will eat it.", "The goat may eat it by then.",
         ("will", "may")),
        ("We must keep the goat there.", "We should hold the goat there.",
         ("must", "should")),
        ("The goat is in the barn, boys say.", "In the barn is a goat, boys claim.",
         ("say", "claim")),
        ("The goat was stolen on Monday.", "Monday the goat was allegedly stolen.",
         (None, "allegedly")),
    ],
)  # fmt: skip
def test_in_a_retelling_other_strength_stays_a_fact(retold_facts, left, right, words):
    assert retold_facts(left, right) == [("modality", *words)]


def test_a_habit_of_reporting_is_no_fact(retold_facts):
    left, right = "The goat fled, boys say.", "The goat fled, boys claim."
    assert retold_facts(left, right)
    assert retold_facts(left, right, Habit("say", "claim", 9)) == []
