"""The Python interface gives what the contract's JSON says."""

import json
import pickle

import tui_app
from tui_app.core import comparison as module
from tui_app.core.comparison import NO_CONSTRAINTS, compare, compare_again
from tui_app.core.model import Constraints


def test_the_json_of_two_strings_has_rows_links_and_differences():
    found = tui_app.compare_texts(
        "Five came on Monday. He spoke.", "Six came on Monday. He spoke."
    ).to_dict()
    assert json.loads(json.dumps(found)) == found
    assert (found["format"], found["version"]) == ("diptych-alignment", 1)
    assert found["left"]["source"] is None
    assert [(link["left"], link["right"]) for link in found["links"]] == [
        (0, 0),
        (1, 1),
    ]
    first, second = found["rows"]
    assert (first["relation"], second["relation"]) == ("changed", "same")
    (difference,) = first["differences"]
    assert difference == {"kind": "number", "left": [0, 4], "right": [0, 3]}
    assert second["differences"] == []


def test_offsets_are_code_points_of_the_text_given():
    text = "👩‍👩‍👧 came. Ё was here."
    found = tui_app.compare_texts(text, text).to_dict()
    assert found["left"]["text"] == text
    units = found["left"]["units"]
    assert "".join(text[u["start"] : u["end"]] for u in units).replace(" ", "") == (
        text.replace(" ", "")
    )


def test_a_book_leaves_its_differences_out_unless_asked(monkeypatch):
    monkeypatch.setattr(module, "MOST_ROWS", 0)
    comparison = tui_app.compare_texts("Five came.", "Six came.")
    assert "differences" not in comparison.to_dict()["rows"][0]
    assert comparison.to_dict(differences=True)["rows"][0]["differences"]


def test_differences_of_two_strings_are_dicts_when_asked():
    (found,) = tui_app.differences("Five came.", "Six came.")
    assert found.to_dict() == {"kind": "number", "left": [0, 4], "right": [0, 3]}


def test_of_a_book_so_many_rows_are_remembered_and_no_more(monkeypatch):
    monkeypatch.setattr(module, "MOST_REMEMBERED", 2)
    left = "One came. Two came. Three came."
    comparison = tui_app.compare_texts(left, left.replace("came", "went"))
    worked_out = []
    collator = comparison._collator
    whole = collator.differences

    def differences(row):
        worked_out.append(row.left)
        return whole(row)

    monkeypatch.setattr(collator, "differences", differences)
    once = [comparison.differences(row) for row in (0, 1, 2)]
    assert all(once)
    assert [comparison.differences(row) for row in (2, 1, 0)] == once[::-1]
    assert worked_out == [(0,), (1,), (2,), (1,), (0,)]


def _told_again(story):
    """Return the lines of a book, and the same reworded."""
    lines = story(900)
    return lines, [" ".join(line.split()[::2]) for line in lines]


def test_a_link_by_hand_taken_back_brings_the_rows_of_a_book_there_were(
    story, document
):
    left, right = map(document, _told_again(story))
    first = shown = compare(left, right)
    settled, rows = [NO_CONSTRAINTS], [first.rows]
    for unit in range(100, 500, 20):  # twenty of them
        fixed = (*settled[-1].fixed, ((unit,), (unit + 2,)))
        settled.append(Constraints(fixed=fixed))
        shown = compare_again(shown, settled[-1])
        rows.append(shown.rows)
    assert len(set(rows)) == len(rows)
    opened_again = compare(left, right, settled[-1])
    assert opened_again == shown
    for before, there_were in zip(settled[-2::-1], rows[-2::-1], strict=True):
        shown = compare_again(shown, before)
        opened_again = compare_again(opened_again, before)
        assert shown.rows == opened_again.rows == there_were
    assert shown == first


def test_what_was_settled_goes_to_another_process_in_little_more_room(story, document):
    left, right = map(document, _told_again(story))
    one = Constraints(fixed=(((400,), (402,)),))
    first = compare(left, right)
    changed = compare_again(first, one)
    assert len(pickle.dumps(changed)) < 1.5 * len(pickle.dumps(first))
