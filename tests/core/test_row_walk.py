"""Rows in turn are all the rows, and what differs in them is what differs."""

import os

import pytest

import tui_app
from tui_app.core import by_processes
from tui_app.core.row_walk import rows_in_turn

LEFT = "".join(f"In year {n} the boats came.\n" for n in range(40)) + "Only we.\n" * 3
RIGHT = "".join(f"In year {n} five ships came.\n" for n in range(40))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is forked")
@pytest.mark.parametrize("across", [False, True])
def test_what_other_processes_work_out_is_what_is_worked_out_here(monkeypatch, across):
    monkeypatch.setattr(by_processes, "AT_ONCE", 5)
    monkeypatch.setattr(by_processes, "_processors", lambda: 2)
    here = tui_app.compare_texts(LEFT, RIGHT, "line", across=across)
    there = tui_app.compare_texts(LEFT, RIGHT, "line", across=across)
    rows = list(enumerate(here.rows))
    assert list(rows_in_turn(there)) == [number for number, _ in rows]
    assert [there.stated(number) for number, _ in rows] == [
        here.stated(number) for number, _ in rows
    ]
    both = [number for number, row in rows if row.left and row.right]
    expected = list(map(here.differences, both))
    assert any(expected) or across
    monkeypatch.setattr(type(there.collator()), "differences", None)  # nobody asks it
    assert list(map(there.differences, both)) == expected


def test_of_few_rows_nothing_is_worked_out_before_it_is_asked_for(monkeypatch):
    comparison = tui_app.compare_texts(LEFT, RIGHT, "line")
    monkeypatch.setattr(type(comparison), "differences", None)
    assert list(rows_in_turn(comparison)) == list(range(len(comparison.rows)))
