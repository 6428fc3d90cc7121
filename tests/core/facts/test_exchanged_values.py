"""Values that slide or change places are facts, each in its place."""

import pytest


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "Its share grew from 12 percent to 14 percent.",
            "Its share grew from 14 percent to 17 percent.",
            [("number", "12", "14"), ("number", "14", "17")],
        ),
        (
            "Of the members 40 voted for and 52 against.",
            "Of the members 52 voted for and 40 against.",
            [("number", "40", "52"), ("number", "52", "40")],
        ),
        (
            "After 1990, prices in 1991 doubled.",
            "After 1991, prices in 1992 doubled.",
            [("date", "1990", "1991"), ("date", "1991", "1992")],
        ),
        (
            "They play on Monday in Bonn and on Friday in Kiel.",
            "They play on Friday in Bonn and on Monday in Kiel.",
            [("date", "Monday", "Friday"), ("date", "Friday", "Monday")],
        ),
        (
            "Rule 3 changes rule 4.",
            "Rule 4 changes rule 5.",
            [("number", "3", "4"), ("number", "4", "5")],
        ),
    ],
)
def test_each_is_marked_in_its_place(facts, left, right, expected):
    assert sorted(facts(left, right)) == sorted(expected)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Of the members 40 voted for and 52 against.",
            "Of the members 52 voted against and 40 for.",
        ),
        ("In 1990 it was 7, in 1991 it was 9.", "It was 9 in 1991 and 7 in 1990."),
        ("Twelve men and nine women came.", "Nine women and twelve men came."),
    ],
)
def test_the_same_told_in_another_order_is_no_fact(facts, left, right):
    assert facts(left, right) == []
