"""The list of all facts of two documents."""

import tui_app
from tui_app.core.fact_list import listed_facts

LEFT = """He came on Monday.
All was quiet.
“We shall never leave this old house,” she said.
"""
RIGHT = """He came on Tuesday.
All was quiet.
We shall never leave this old house, she said.
"""


def listed():
    return list(listed_facts(tui_app.compare_texts(LEFT, RIGHT, unit="line")))


def test_every_fact_comes_with_its_row_and_words_in_order():
    date, quote = listed()
    assert (date.row, str(date.kind)) == (0, "date")
    assert (date.left_words, date.right_words) == ("Monday", "Tuesday")
    assert LEFT[date.left.start : date.left.end] == "Monday"
    assert quote.row == 2


def test_both_marks_of_a_quotation_are_one_entry_with_its_words():
    quote = listed()[1]
    assert quote.left_words == "“We shall never leave this old house,”"
    assert quote.right_words is None
    assert quote.right is None


def test_rows_are_compared_one_by_one_when_their_turn_comes():
    comparison = tui_app.compare_texts(LEFT, RIGHT, unit="line")
    next(listed_facts(comparison))
    assert set(comparison._memory) == {0}


def test_the_list_can_be_limited_to_some_rows():
    comparison = tui_app.compare_texts(LEFT, RIGHT, unit="line")
    assert [fact.row for fact in listed_facts(comparison, [2])] == [2]
