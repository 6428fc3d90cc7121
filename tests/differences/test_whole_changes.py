"""Differences tied in a group are listed as the one change that a reader sees."""

from tui_app.core.comparison import compare_texts
from tui_app.core.differences.fact_list import listed_facts
from tui_app.core.model import Kind


def listed(left, right):
    comparison = compare_texts(left, right)
    return [
        (str(one.kind), one.left_words, one.right_words)
        for one in listed_facts(comparison, kinds=frozenset(Kind))
    ]


def test_words_added_and_removed_in_one_place_are_a_rewording():
    assert listed(
        "The long visit achieved concrete results for both sides last summer.",
        "The long visit achieved very practical and good results for both sides "
        "last summer.",
    ) == [("wording", "concrete", "very practical and good")]


def test_words_only_added_stay_added():
    assert listed(
        "The visit brought results for both sides.",
        "The visit brought good new results for both sides.",
    ) == [("added", None, "good new")]
