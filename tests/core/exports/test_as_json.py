"""The JSON that goes out is that of ``diff``, with the rows chosen and the notes."""

import json

from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.comparison import compare_texts
from tui_app.core.exports.as_json import as_json
from tui_app.core.exports.report import Choice, Remark, Report


def written(report):
    text = "".join(as_json(report))
    assert text.isascii()
    assert text.isprintable() or text[:-1].isprintable()
    return json.loads(text)


def test_all_of_it_is_the_contracts_json_and_more(report, comparison):
    found = written(report(reviewed=frozenset({1}), linked=frozenset({0})))
    assert found.pop("notes") == []
    more = [
        (row.pop("row"), row.pop("reviewed"), row.pop("linked"))
        for row in found["rows"]
    ]
    assert found == comparison.to_dict()
    assert more[:3] == [(1, False, True), (2, True, False), (3, False, False)]


def test_chosen_rows_keep_their_numbers_and_tell_chosen_kinds(report):
    found = written(report(choice=Choice().facts()))
    kinds = [[one["kind"] for one in row["differences"]] for row in found["rows"]]
    assert kinds == [["number"], ["date"]]
    assert [row["row"] for row in found["rows"]] == [1, 3]


def test_notes_go_out_as_the_command_lists_them_and_with_their_annotation(
    report, remark
):
    (note,) = written(report(remark("well?")))["notes"]
    assert (note["body"], note["rows"], note["left"]) == ("well?", [1], ["five"])
    assert note["annotation"]["body"]["value"] == "well?"


@given(st.text(max_size=50), st.text(max_size=50), st.text(max_size=50))
def test_any_texts_and_notes_come_back(left, right, body):
    found = written(Report(compare_texts(left, right), (Remark("", body),)))
    assert (found["left"]["text"], found["right"]["text"]) == (left, right)
    assert found["notes"][0]["body"] == body
