"""A name that one text has throughout for one of the other is told once."""

from __future__ import annotations

import pytest

from tui_app import compare_texts
from tui_app.core.facts.habits import habits_in_words
from tui_app.core.kinds import Kind

SENTENCES = (
    "The people of the valley brought {} the first bread of the year.",
    "At dawn {} came down from the hill and crossed the river alone.",
    "Nobody in the harbour had seen {} since the ships sailed.",
    "They sang for {} until the fires had burned low.",
    "An old shepherd told {} where the well was.",
    "The gates of the city were opened for {} and closed again.",
    "Then {} spoke to the sailors, and they put down their oars.",
    "The house of {} stands at the end of the road.",
)


def texts(left: str, right: str, *last: str) -> tuple[str, str]:
    ends = last or ("", "")
    return (
        "\n".join([*(one.format(left) for one in SENTENCES), ends[0]]),
        "\n".join([*(one.format(right) for one in SENTENCES), ends[1]]),
    )


def names(left: str, right: str) -> list[tuple[str, str]]:
    comparison = compare_texts(left, right)
    rows = range(len(comparison.rows))
    return [
        (left[one.left.start : one.left.end], right[one.right.start : one.right.end])
        for row in rows
        for one in comparison.differences(row)
        if one.kind is Kind.NAME and one.left and one.right
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [("Hermes", "Mercury"), ("Mercury", "Hermes"), ("Peking", "Cathay")],
)
def test_a_custom_of_naming_is_no_fact_row_by_row(left, right):
    assert names(*texts(left, right)) == []


def test_a_custom_of_naming_is_told_once_and_before_others():
    pair = texts("Hermes shall", "Mercury will")
    told = habits_in_words(compare_texts(*pair).character)
    assert told.startswith('Throughout: "hermes" on the left, "mercury" on the right')
    assert '"shall" on the left, "will" on the right' in told


def test_another_name_than_the_usual_one_is_a_fact():
    ends = "On Monday Hermes sailed to Corinth.", "On Monday Peter sailed to Corinth."
    assert names(*texts("Hermes", "Mercury", *ends)) == [("Hermes", "Peter")]


def test_a_name_changed_now_and_then_is_no_custom():
    left, right = texts("Hermes", "Hermes")
    changed = right.replace("for Hermes", "for Apollo")
    assert names(left, changed) == [("Hermes", "Apollo")] * 2
