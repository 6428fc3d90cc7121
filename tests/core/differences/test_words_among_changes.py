"""A word that stays while all about it changes: when it is told with the changes."""

import pytest

from tui_app.core.differences.row_differences import differences
from tui_app.core.kinds import Kind


def marked(left: str, right: str):
    return [
        (one.kind, left[slice(*one.left)])
        for one in differences(left, right)
        if one.left and one.right
    ]


@pytest.mark.parametrize(
    ("left", "right", "word"),
    [
        (
            "They promote shared growth.",
            "They seek growth together.",
            "growth",
        ),
        (
            "The ferry stopped for heavy winter storms all week.",
            "The ferry stopped for storms from the north all week.",
            "storms",
        ),
        (
            "We met bakers, clerks, and miners.",
            "We met farmers, tailors, miners and people of other trades.",
            "miners",
        ),
    ],
)
def test_a_word_with_changes_on_another_side_of_it_changed_its_order(left, right, word):
    assert (Kind.ORDER, word) in marked(left, right)
    assert (Kind.ORDER, word) in marked(right, left)


@pytest.mark.parametrize(
    ("left", "right", "word"),
    [
        ("The side gained little ground.", "The side won little favour.", "little"),
        ("They sold a whole wooden boat.", "They sold a boat.", "boat"),
        ("He drew a boat on paper.", "He drew a tall boat quickly on paper.", "boat"),
    ],
)
def test_a_word_between_replacements_or_mere_additions_is_untouched(left, right, word):
    covered = "".join(
        left[slice(*one.left)] for one in differences(left, right) if one.left
    )
    assert word not in covered
