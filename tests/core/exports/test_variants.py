"""The table of variants: one line a difference, safe in a spreadsheet, read by csv."""

import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.comparison import compare_texts
from tui_app.core.exports.report import Choice, Remark, Report
from tui_app.core.exports.variants import COLUMNS, variants
from tui_app.core.kinds import Kind


def table(report):
    text = "".join(variants(report))
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_each_difference_is_a_line_with_its_words_and_where_they_stand(report):
    lines = table(report())
    (line,) = [one for one in lines if one["kind"] == "number"]
    assert (line["row"], line["left"], line["right"]) == ("1", "five", "seven")
    assert line["left_context"] == (
        "The mill stood by the river for [five] years. The owner of the old mill never "
        "came…"
    )
    assert (line["left_start"], line["left_end"]) == ("32", "36")
    assert (line["right_start"], line["right_end"]) == ("32", "37")


def test_passages_of_one_text_and_moved_ones_are_lines_too(report, comparison):
    lines = table(report())
    words = {one["kind"]: one["left"] or one["right"] for one in lines}
    assert words["removed"] == "Tickets cost two pence, children went free."
    assert words["added"] == "A lamp burned in the window all night long."
    assert words["moved"].startswith("The owner of the old mill")
    told = sum(len(comparison.differences(n)) for n in range(len(comparison.rows)))
    assert len(lines) == told + 3


def test_only_the_kinds_and_rows_asked_for_are_told(report):
    only = table(report(choice=Choice(kinds=frozenset({Kind.DATE}))))
    assert [one["kind"] for one in only] == ["date"]
    first = table(report(choice=Choice(rows=range(1))))
    assert {one["row"] for one in first} == {"1"}


def test_notes_and_review_marks_stand_beside_the_differences(report, remark):
    lines = table(report(remark("well?"), reviewed=frozenset({0})))
    line = next(one for one in lines if one["row"] == "1")
    assert (line["note"], line["reviewed"]) == ("well?", "yes")
    (carried,) = json.loads(line["annotations"])
    assert carried["body"]["value"] == "well?"
    assert sum(bool(one["note"]) for one in lines) == 1


def test_a_note_without_a_difference_beside_it_has_a_line_of_its_own(report, remark):
    same = next(
        number
        for number, row in enumerate(report().comparison.rows)
        if row.relation == "same" and not row.moved
    )
    lines = table(report(remark("here", (same,)), remark("lost", ())))
    alone = [one for one in lines if one["kind"] == "note"]
    assert [(one["row"], one["note"]) for one in alone] == [
        ("", "lost"),
        (str(same + 1), "here"),
    ]
    assert alone[0]["left"] == "five"


def test_no_cell_of_texts_or_notes_is_a_formula(remark):
    left = "=cmd() stood here.\n\n-5 degrees; =1+1 were measured."
    right = "@SUM stood here.\n\n+7 degrees; =2+2 were measured."
    body = "=HYPERLINK(1)\n@x;+y"
    report = Report(compare_texts(left, right), (remark(body),))
    text = "".join(variants(report)).removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[0] == list(COLUMNS)
    for row in rows[1:]:
        for cell in row:
            for part in cell.replace("\n", ";").split(";"):
                assert not part.strip().startswith(("=", "+", "-", "@"))


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_any_texts_and_notes_make_a_table_of_whole_lines(left, right, body):
    remarks = (Remark("", body), Remark("", body, (0,)))
    report = Report(compare_texts(left, right), remarks)
    text = "".join(variants(report)).removeprefix("\ufeff")
    assert not any(char in text for char in "\x00\x07\x1b\x7f\x9b\u202e")
    for row in csv.reader(io.StringIO(text, newline=""), strict=True):
        assert len(row) == len(COLUMNS)
