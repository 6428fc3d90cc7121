"""A space lost or added between letters is spelling, and nothing is made of it."""

import pytest

from tui_app.core.differences.row_differences import differences
from tui_app.core.kinds import Kind


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("The hall is under ground now.", "The hall is underground now.", None),
        ("They came from theriver bank.", "They came from the river bank.", None),
        ("It was un able to move.", "It was unable to move.", ("un able", "unable")),
        ("He went in to town.", "He went into town.", ("in to", "into")),
        ("The inkeeper of theold inn", "The inkeeper of the old inn", None),
        ("See part 3on cats.", "See part 3 on cats.", None),
    ],
)
def test_lost_and_added_spaces_are_spelling(left, right, words):
    found = differences(left, right)
    assert [one.kind for one in found] == [Kind.SPELLING]
    if words:
        ours, theirs = found[0].left, found[0].right
        assert (left[ours.start : ours.end], right[theirs.start : theirs.end]) == words


def test_a_space_between_figures_makes_another_number():
    kinds = {one.kind for one in differences("It has 1 5 rooms.", "It has 15 rooms.")}
    assert kinds != {Kind.SPELLING}


def test_a_word_hyphenated_at_the_end_of_a_line_is_the_same_word():
    assert differences("a forty-\ntwo year wait", "a forty-two year wait") == []


@pytest.mark.parametrize(
    ("broken", "whole", "words"),
    [
        ("It was an un-\ntidy old room.", "It was an untidy old room.", "un-\ntidy"),
        ("He said the in- accurate map", "He said the inaccurate map", "in- accurate"),
        ("They re-\nfused all help.", "They refused all help.", "re-\nfused"),
        ("Dis- loyal men left.", "Disloyal men left.", "Dis- loyal"),
        ("The im‐\nmobile crane", "The immobile crane", "im‐\nmobile"),
        ("The im\u00ad\nmobile crane", "The immobile crane", "im\u00ad\nmobile"),
        ("The bargain- ing ended.", "The bargaining ended.", "bargain- ing"),
        ("Nicht die Un-\nruhe im Saal", "Nicht die Unruhe im Saal", "Un-\nruhe"),
    ],
)
def test_a_word_broken_at_a_line_and_joined_is_spelling_and_denies_nothing(
    broken, whole, words
):
    for left, right in ((broken, whole), (whole, broken)):
        found = differences(left, right)
        assert [one.kind for one in found] == [Kind.SPELLING]
    ours = found[0].right
    assert broken[ours.start : ours.end] == words


def test_a_hyphen_inside_a_word_that_nothing_broke_is_no_lost_space():
    kinds = {one.kind for one in differences("He re-signed at noon.", "He resigned.")}
    assert kinds != {Kind.SPELLING}
