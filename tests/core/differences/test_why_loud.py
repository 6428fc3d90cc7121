"""Every loud mark says in one sentence why it is loud."""

import pytest

from tui_app.core.comparison import compare_texts
from tui_app.core.differences.phrases import Grade
from tui_app.core.differences.why_loud import reason
from tui_app.core.kinds import FACTS, Kind
from tui_app.review.details import row_details


@pytest.mark.parametrize("kind", sorted(FACTS))
@pytest.mark.parametrize("words", [("this", "that"), ("this", ""), ("", "that")])
def test_every_kind_of_fact_has_a_reason(kind, words):
    assert reason(kind, *words)


EXPLAINED = FACTS | {Kind.UNTRANSLATED, Kind.LENGTH}
"""Facts, and what the words alone would not explain."""


@pytest.mark.parametrize("kind", sorted(EXPLAINED))
def test_what_is_found_between_languages_has_one_whatever_side(kind):
    assert reason(kind, "this", "that")


@pytest.mark.parametrize("kind", sorted(set(Kind) - EXPLAINED))
def test_what_is_plain_to_see_needs_none(kind):
    assert reason(kind, "this", "that") == ""


@pytest.mark.parametrize("kind", sorted(FACTS))
def test_the_side_that_has_the_words_alone_is_named(kind):
    assert "left" in reason(kind, "this", "")
    assert "right" in reason(kind, "", "this")


def test_quotation_marks_that_came_are_told_from_words_changed():
    assert "right" in reason(Kind.QUOTE, "a plan", "“a plan”")
    assert "changed" in reason(Kind.QUOTE, "“a plan”", "“a dream”")


def test_the_details_of_a_row_say_why():
    comparison = compare_texts(
        "The boats of the harbour returned after five days, wet and slow.",
        "As the fishermen of the island had foretold, the boats of the harbour"
        " returned after seven days, wet and slow.",
    )
    changes = row_details(comparison, 0).changes
    loud = [change for change in changes if change.grade >= Grade.PASSAGE]
    assert {Grade.FACT, Grade.PASSAGE} == {change.grade for change in loud}
    assert all(change.reason for change in loud)
    assert [change.grade for change in changes] == sorted(
        (change.grade for change in changes), reverse=True
    )


def test_a_quotation_in_other_words_is_said_to_be_one():
    comparison = compare_texts(
        "“No boat may leave the harbour before noon,” she said to the crew.",
        "“The harbour is closed to all traffic until midday,” she told the crew.",
    )
    (row,) = (n for n, row in enumerate(comparison.rows) if row.left and row.right)
    quiet = [one for one in row_details(comparison, row).changes if one.reason]
    assert [one.reason for one in quiet] == ["quoted in other words"]
    assert [one.grade for one in quiet] == [Grade.WORDING]
