"""Differences tied in a group are listed as the one change that a reader sees."""

from tui_app.core.change_list import listed_changes
from tui_app.core.comparison import compare_texts
from tui_app.core.kinds import Kind


def listed(left, right):
    comparison = compare_texts(left, right)
    return [
        (str(one.kind), one.left_words, one.right_words)
        for one in listed_changes(comparison, kinds=frozenset(Kind))
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


def test_a_word_alone_between_two_replacements_parts_them_and_stays_unmarked():
    assert listed(
        "They shared a modest common goal recently held in this town.",
        "They shared one wooden common aim kindly kept in this town.",
    ) == [
        ("wording", "a modest", "one wooden"),
        ("wording", "goal recently held", "aim kindly kept"),
    ]


def test_a_word_among_changes_with_nothing_of_one_passage_behind_it_is_order():
    assert listed("They promote shared growth.", "They seek growth together.") == [
        ("wording", "promote shared", "seek growth together"),
        ("order", "growth", "growth"),
    ]


def test_a_number_between_two_changes_stays_unmarked():
    assert listed(
        "They opened modest 17 houses kindly in this town.",
        "They opened wooden 17 shops recently in this town.",
    ) == [
        ("wording", "modest", "wooden"),
        ("wording", "houses kindly", "shops recently"),
    ]


def test_a_word_among_additions_alone_stays_unmarked():
    assert listed(
        "They opened houses in this town.",
        "They opened several large houses quite recently built in this town.",
    ) == [("added", None, "several large"), ("added", None, "quite recently built")]
