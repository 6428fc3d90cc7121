"""The details of a row and the list of facts say what changed, from what to what."""

import pytest

from tui_app.core.comparison import compare_texts
from tui_app.core.counting import Counting
from tui_app.core.kinds import FACTS, KINDS, Kind
from tui_app.review.details import changes_of, row_details
from tui_app.review.looks import LOOKS, look_of
from tui_app.review.signs import link_sign
from tui_app.ui.reader.details_panel import DetailsPanel
from tui_app.ui.screens.facts_list import FactsScreen
from tui_app.ui.screens.goto import GoToScreen, row_named

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


def test_the_facts_of_a_row_have_their_words_and_a_place_to_go_to():
    comparison = compare_texts(LEFT, RIGHT)
    row = changed_rows(comparison)[0]
    (fact,) = changes_of(comparison, row)
    assert (fact.kind, fact.left, fact.right) == (Kind.NUMBER, "five", "seven")
    assert "closed for seven years" in fact.around
    assert comparison.differences(row)[fact.index].kind is Kind.NUMBER


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


async def test_the_panel_says_certainty_in_words_and_likeness_in_numbers(open_reader):
    made = compare_texts(LEFT, RIGHT)
    row = changed_rows(made)[0]
    app = open_reader(LEFT, RIGHT)
    async with app.run_test(size=(160, 30)) as pilot:
        await pilot.press(*"j" * row, "i")
        (text,) = app.screen.query("DetailsPanel > Static")
        head = str(text.content).split("\n")[0]
        assert link_sign(made.rows[row].score, 0.4).word in head
        assert "link " in head
        assert "% alike" in head
        assert "100%" not in head


async def test_the_panel_shows_words_of_both_sides_and_hides_again(
    open_reader, screen_lines
):
    app = open_reader()
    async with app.run_test(size=(90, 30)) as pilot:
        await pilot.press("j", "i")
        await pilot.pause()
        text = "\n".join(screen_lines(app))
        assert "five → seven" in text
        await pilot.press("i")
        await pilot.pause()
        assert app.screen.query_one(DetailsPanel).details is None


async def test_the_list_of_facts_filters_and_jumps(open_reader):
    app = open_reader()
    async with app.run_test(size=(90, 30)) as pilot:
        await pilot.press("I")
        await pilot.pause()
        assert isinstance(app.screen, FactsScreen)
        facts = [entry.value for entry in app.screen.picks.entries]
        assert [(fact.left, fact.right) for fact in facts] == [
            ("five", "seven"),
            ("must", "should"),
        ]
        await pilot.press(*"should", "enter")
        await pilot.pause()
        assert app.screen.review.row == facts[1].row


@pytest.mark.parametrize(
    ("text", "row"),
    [("1", 0), ("57", 56), ("0", 0), ("999", 100), ("0%", 0), ("50%", 50),
     ("100 %", 100), ("33,3%", 33), ("", None), ("heading", None), ("-3", None),
     ("1e3", None)],
)  # fmt: skip
def test_a_row_is_named_by_number_or_percent(text, row):
    assert row_named(text, 101) == row


def test_there_is_no_row_in_nothing():
    assert row_named("1", 0) is None


async def test_going_to_a_row_by_number(open_reader):
    app = open_reader()
    async with app.run_test(size=(90, 30)) as pilot:
        await pilot.press(":")
        await pilot.pause()
        assert isinstance(app.screen, GoToScreen)
        await pilot.press("3", "enter")
        await pilot.pause()
        assert app.screen.review.row == 2
