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
