"""What only numbers a passage, or points elsewhere, is a label and no fact."""

import pytest

from tui_app.core.differences.row_differences import differences
from tui_app.core.kinds import Kind


def found(left, right):
    return [
        (
            one.kind,
            left[one.left.start : one.left.end] if one.left else None,
            right[one.right.start : one.right.end] if one.right else None,
        )
        for one in differences(left, right)
    ]


@pytest.mark.parametrize(
    ("left", "right", "labels"),
    [
        ("4. Dogs stay outside.", "5. Dogs stay outside.", [("4", "5")]),
        ("(c) Dogs stay outside.", "(d) Dogs stay outside.", [("(c)", "(d)")]),
        ("iv) Dogs stay outside.", "v) Dogs stay outside.", [("iv", "v")]),
        ("3.1.2 Dogs and cats", "3.1.4 Dogs and cats", [("3.1.2", "3.1.4")]),
        (
            "He may (a) stay, (b) go.",
            "He may (b) stay, (c) go.",
            [("(a)", "(b)"), ("(b)", "(c)")],
        ),
        (
            "The mill closed.[4] Nobody minded.[5]",
            "The mill closed.[5] Nobody minded.[6]",
            [("4", "5"), ("5", "6")],
        ),
        ("The mill closed.³ It rained.", "The mill closed.⁴ It rained.", [("³", "⁴")]),
        (
            "The mill closed. It rained.",
            "The mill closed.[4] It rained.",
            [(None, "4")],
        ),
        (
            "Read the [plan](/files/2019/plan-3.pdf) first.",
            "Read the [plan](/files/2020/plan-8.pdf) first.",
            [("/files/2019/plan-3.pdf", "/files/2020/plan-8.pdf")],
        ),
        (
            "Look at https://example.net/2019/5 for more.",
            "Look at https://example.net/2020/7 for more.",
            [("https://example.net/2019/5", "https://example.net/2020/7")],
        ),
    ],
)
def test_what_numbers_a_passage_or_points_elsewhere_is_a_label(left, right, labels):
    told = [one[1:] for one in found(left, right) if one[0] is Kind.LABEL]
    assert told == labels
    kinds = {one[0] for one in found(left, right)}
    assert kinds <= {Kind.LABEL, Kind.ADDED, Kind.PUNCTUATION}


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("As rule 7 says, go.", "As rule 8 says, go.", ("number", "7", "8")),
        ("Figure 3. The hall.", "Figure 4. The hall.", ("number", "3", "4")),
        (
            "3.5 million fled.",
            "4.5 million fled.",
            ("number", "3.5 million", "4.5 million"),
        ),
        ("He sold [12] cows.", "He sold [15] cows.", ("number", "12", "15")),
        ("It has 9 m² of floor.", "It has 9 m³ of floor.", ("number", "9 m²", "9 m³")),
    ],
)
def test_a_number_in_the_text_stays_one(left, right, words):
    assert [(str(kind), *rest) for kind, *rest in found(left, right)] == [words]


def test_a_day_at_the_head_of_a_line_is_a_date():
    assert found("3. März: Regen in der Stadt", "4. März: Regen in der Stadt") == [
        (Kind.DATE, "3", "4")
    ]
