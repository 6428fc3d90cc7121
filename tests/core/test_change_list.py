"""The list of all facts of two documents."""

import tui_app
from tui_app.core.change_list import listed_changes, lone_facts

LEFT = """He came on Monday.
All was quiet.
“We shall never leave this old house,” she said.
"""
RIGHT = """He came on Tuesday.
All was quiet.
We shall never leave this old house, she said.
"""


def listed():
    return list(listed_changes(tui_app.compare_texts(LEFT, RIGHT, unit="line")))


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
    next(listed_changes(comparison))
    assert set(comparison._memory) == {0}


def test_the_list_can_be_limited_to_some_rows():
    comparison = tui_app.compare_texts(LEFT, RIGHT, unit="line")
    assert [fact.row for fact in listed_changes(comparison, [2])] == [2]


LONGER = """The hall was opened by Anton Berg.
The roof fell in 1952, and “it was cold for years” said Olaf Lund.
Then 300 crowns were found.
"""
SHORTER = "The hall was opened by Anton Berg.\n"


def test_facts_in_passages_only_one_side_has_are_listed_apart():
    for texts, side in (((LONGER, SHORTER), "left"), ((SHORTER, LONGER), "right")):
        comparison = tui_app.compare_texts(*texts, unit="line")
        assert list(listed_changes(comparison)) == []
        found = [
            (str(fact.kind), getattr(fact, f"{side}_words"))
            for fact in lone_facts(comparison)
        ]
        assert found == [
            ("date", "1952"),
            ("quote", "“it was cold for years”"),
            ("name", "Olaf Lund"),
            ("number", "300 crowns"),
        ]


def test_facts_of_one_side_are_no_differences():
    comparison = tui_app.compare_texts(LONGER, SHORTER, unit="line")
    assert all(row["differences"] == [] for row in comparison.to_dict()["rows"])
