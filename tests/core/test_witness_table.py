"""What each passage of a text has in several others, and what only they have."""

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.comparison import compare_texts
from tui_app.core.counting import Counting
from tui_app.core.exports.formula_guard import as_it_was
from tui_app.core.exports.witness_forms import table_as_csv, table_as_json
from tui_app.core.witness_table import (
    Holds,
    LonePassage,
    StatedFact,
    WitnessTable,
    lone_lines,
    witness_of,
)

LEFT = """The harbour was closed for five years after the flood.

Engineers said that the work must be finished before winter.

The mayor walked along the quay and spoke to the owners of the boats.

Nobody was hurt when the old crane fell on the stones of the yard."""
PASSAGES = LEFT.split("\n\n")


def witness(right, left=LEFT, **how):
    return witness_of(compare_texts(left, right), **how)


def held(right, left=LEFT):
    return [cell.holds.value for cell in witness(right, left).cells]


def test_a_text_that_is_the_same_has_all_of_it():
    found = witness(LEFT)
    assert {cell.holds for cell in found.cells} == {Holds.THERE}
    assert {cell.alike for cell in found.cells} == {1.0}
    assert found.lone == ()
    assert found.numbers == (4, 0, 0, 0, 0, 0)


def test_what_changed_is_told_with_its_facts():
    found = witness(LEFT.replace("five", "seven").replace("walked", "went"))
    first, second, third, _ = found.cells
    assert (first.holds, second.holds, third.holds) == ("changed", "there", "changed")
    assert first.facts == (StatedFact("number", "five", "seven"),)
    assert third.facts == ()
    assert 0.5 < first.alike < 1
    assert found.numbers.with_facts == 1


def test_what_is_missing_and_what_only_the_other_has_is_told():
    extra = "A dog barked all night long behind the customs house."
    found = witness("\n\n".join([PASSAGES[0], extra, *PASSAGES[2:]]))
    assert [cell.holds.value for cell in found.cells] == [
        "there",
        "missing",
        "there",
        "there",
    ]
    (lone,) = found.lone
    assert (lone.words, lone.after) == (extra, 1)  # as the reader shows it


def test_what_moved_is_told_with_where_it_stands():
    found = witness("\n\n".join([*PASSAGES[1:], PASSAGES[0]]))
    assert [cell.moved for cell in found.cells].count(None) == 3
    assert found.numbers.moved == 1
    assert found.numbers.there == 4


def test_a_fact_is_told_of_the_passage_that_it_is_in():
    left = "It has five rooms. The door is red and was painted by Ann Gray."
    right = "It has seven rooms, and the door is red and was painted by Ann Gray."
    cells = witness(right, left).cells
    assert [len(cell.facts) for cell in cells] == [1, 0]


def test_what_does_not_count_is_no_change():
    right = LEFT.replace("harbour", "HARBOUR")
    assert witness(right).cells[0].holds is Holds.CHANGED
    cell = witness(right, counting=Counting(case=False)).cells[0]
    assert (cell.holds, cell.alike) == (Holds.THERE, 1.0)


def test_a_translation_has_what_answers_and_no_share():
    left = "The house has 12 rooms.\n\nAnn lived here in 1998.\n\nIt is red."
    right = "Das Haus hat 12 Zimmer.\n\nAnn wohnte hier 1999.\n\nEs ist rot."
    found = witness_of(compare_texts(left, right, languages=("en", "de")))
    assert found.across
    assert [cell.holds.value for cell in found.cells] == ["there", "changed", "there"]
    assert {cell.alike for cell in found.cells} == {None}


def test_work_ends_when_the_report_raises():
    def report(_progress):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        witness(LEFT, report=report)


LONE = st.lists(
    st.builds(
        lambda words, after: LonePassage(words, (0, 0), after),
        st.sampled_from(["a b", "A b", "c", "d"]),
        st.integers(-1, 3),
    ),
    max_size=6,
)


@given(st.lists(LONE, min_size=1, max_size=4))
def test_no_passage_of_others_is_lost_or_told_twice(witnesses):
    lines = lone_lines(witnesses)
    for number, passages in enumerate(witnesses):
        told = [line.passages[number] for line in lines if line.passages[number]]
        assert sorted(told) == sorted(passages)
    for line in lines:
        words = {one.words.casefold() for one in line.passages if one}
        assert words == {line.words.casefold()}
    assert [line.after for line in lines] == sorted(line.after for line in lines)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(PASSAGES), max_size=5))
def test_every_passage_of_either_is_in_the_table(passages):
    comparison = compare_texts(LEFT, "\n\n".join(passages))
    found = witness_of(comparison)
    spans = [span for cell in found.cells for span in cell.right]
    spans += [lone.span for lone in found.lone]
    units = {(unit.start, unit.end) for unit in comparison.right.units}
    assert set(map(tuple, spans)) == units
    assert len(found.cells) == len(comparison.left.units)


def table(*rights):
    comparisons = [compare_texts(LEFT, right) for right in rights]
    witnesses = tuple(
        witness_of(one)._replace(name=f"other{number}")
        for number, one in enumerate(comparisons)
    )
    return WitnessTable(comparisons[0].left, witnesses)


EXTRA = '=HYPERLINK("http://x") barked all night long behind the customs house.'


def test_the_csv_has_a_line_for_each_passage_and_no_formula():
    made = table(LEFT.replace("five", "seven"), f"{LEFT}\n\n{EXTRA}", PASSAGES[1])
    text = "".join(table_as_csv(made))
    assert text.startswith("\ufeffpassage,after,start,end,text,other0,other0 alike")
    lines = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [line["passage"] for line in lines] == ["1", "2", "3", "4", ""]
    assert [line["other2"] for line in lines[:4]] == [
        "missing",
        "there",
        "missing",
        "missing",
    ]
    first, last = lines[0], lines[-1]
    assert first["other0 facts"] == "five → seven"
    assert LEFT[int(first["start"]) : int(first["end"])] == first["text"]
    assert last["text"].startswith("'=")
    assert as_it_was(last["text"]) == EXTRA
    assert (last["after"], last["other0"], last["other1"]) == ("4", "", "added")


def test_the_json_says_the_same():
    made = table(LEFT.replace("five", "seven"), f"{LEFT}\n\n{EXTRA}")
    form = json.loads("".join(table_as_json(made)))
    assert form["format"] == "diptych-table"
    assert [one["source"] for one in form["others"]] == ["other0", "other1"]
    assert [one["added"] for one in form["others"]] == [0, 1]
    first = form["passages"][0]
    assert first["in"][0]["state"] == "changed"
    assert first["in"][0]["facts"] == [
        {"kind": "number", "left": "five", "right": "seven"}
    ]
    assert first["in"][1].pop("score") > 0.9
    assert first["in"][1] == {
        "state": "there",
        "alike": 1.0,
        "moved": None,
        "facts": [],
        "right": [[0, len(PASSAGES[0])]],
    }
    (added,) = form["added"]
    assert (added["text"], added["after"], added["in"][0]) == (EXTRA, 4, None)
    start, end = added["in"][1]
    assert f"{LEFT}\n\n{EXTRA}"[start:end] == EXTRA


def test_a_table_of_a_text_without_words_has_no_lines():
    comparison = compare_texts("", "")
    made = WitnessTable(comparison.left, (witness_of(comparison),))
    assert len(list(table_as_csv(made))) == 1
    assert json.loads("".join(table_as_json(made)))["passages"] == []
