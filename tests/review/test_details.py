"""The details of a row say what changed, from what to what."""

from tui_app.core.comparison import compare_texts
from tui_app.core.counting import Counting
from tui_app.core.kinds import FACTS, KINDS, Kind
from tui_app.review.details import changes_of, row_details
from tui_app.review.looks import LOOKS, look_of

LEFT = (
    "The harbour was closed for five years. "
    "The mayor said the boats were lost in the storm."
)
RIGHT = (
    "The harbour was closed for seven years. "
    "The mayor said the ships were lost in the storm!"
)


def changed_rows(comparison):
    return [n for n, row in enumerate(comparison.rows) if row.relation == "changed"]


def test_every_kind_has_a_name_and_marks():
    assert set(KINDS) == set(Kind)
    assert all(
        look_of(kind, side) in LOOKS for kind in Kind for side in ("left", "right")
    )
    assert list(KINDS)[: len(FACTS)] == [kind for kind in KINDS if kind in FACTS]


def test_facts_come_first_in_the_details():
    comparison = compare_texts(
        "He said there were five of them here.", "She told there are six of them here."
    )
    details = row_details(comparison, changed_rows(comparison)[0])
    kinds = [change.kind in FACTS for change in details.changes]
    assert kinds == sorted(kinds, reverse=True)
    assert details.facts == sum(kinds)


def test_what_does_not_count_comes_last_and_is_said_to():
    comparison = compare_texts(LEFT, RIGHT)
    row = changed_rows(comparison)[-1]
    details = row_details(comparison, row, Counting(punctuation=False))
    assert [change.counted for change in details.changes][-1] is False
    assert details.changes[-1].kind is Kind.PUNCTUATION


def test_both_ends_of_a_change_are_one_line():
    comparison = compare_texts(
        "They called it a plan for the town.", 'They called it "a plan" for the town.'
    )
    details = row_details(comparison, changed_rows(comparison)[0])
    quoted = [change for change in details.changes if change.kind is Kind.QUOTE]
    assert [change.right for change in quoted] == ['"a plan"']


def test_the_facts_of_a_row_have_their_words_and_a_place_to_go_to():
    comparison = compare_texts(LEFT, RIGHT)
    row = changed_rows(comparison)[0]
    (fact,) = changes_of(comparison, row)
    assert (fact.kind, fact.left, fact.right) == (Kind.NUMBER, "five", "seven")
    assert fact.around.side == "right"
    assert fact.around.before.endswith("closed for ")
    assert fact.around.after.startswith(" years")
    assert comparison.differences(row)[fact.index].kind is Kind.NUMBER
