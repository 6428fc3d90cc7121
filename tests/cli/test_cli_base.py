"""``--base``: diff and export tell what is new, taken back, changed again, kept."""

import csv
import io
import json

import pytest

from tui_app.cli.main import main

BASE = """The council met on Monday. It voted for the plan by five to two.

The mayor said that the bridge must be mended. Nobody spoke of the old school.
"""
LEFT = """The council met on Tuesday. It voted against the plan by five to two.

The mayor said that the bridge should be mended.
"""
RIGHT = """The council met on Monday. It voted against the plan by six to two.

The mayor said that the bridge may be mended. A lamp burned all night in the window.
"""


@pytest.fixture(autouse=True)
def three(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, text in (("a", BASE), ("b", LEFT), ("c", RIGHT)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def diff(*words, base="a.txt"):
    return main(["diff", "b.txt", "c.txt", "--base", base, *words])


def exported(form, capsys, *words):
    asked = ["b.txt", "c.txt", "--base", "a.txt", "--format", form, "--no-notes"]
    assert main(["export", *asked, *words]) == 0
    return capsys.readouterr().out


def test_the_table_tells_each_change_and_what_the_base_says(capsys):
    assert diff() == 1
    printed = " ".join(capsys.readouterr().out.split())
    assert "Tuesday → Monday taken back; base: Monday" in printed
    assert "five → six new kept; base: for → against" in printed
    assert "should → may changed again; base: must" in printed
    assert "kept; base: Nobody spoke of the old school. → —" in printed
    counts = "2 new, 1 taken back, 1 changed again, 2 kept"
    assert printed.endswith(f"changes since the base: {counts}")


def test_facts_alone_leave_out_what_is_kept(capsys):
    assert diff("--facts") == 1
    assert "kept; base" not in capsys.readouterr().out


@pytest.mark.parametrize("command", ["diff", "export"])
def test_the_json_holds_the_base_and_every_status(command, capsys):
    if command == "diff":
        assert diff("--json") == 1
        told = json.loads(capsys.readouterr().out)
    else:
        told = json.loads(exported("json", capsys))
    base, left = told["base"]["text"], told["left"]["text"]
    assert (told["base"]["source"], base) == ("a.txt", BASE)
    found = {}
    for row in told["rows"]:
        for one in row["differences"]:
            words = left[slice(*one["left"])]
            found[words] = (
                one["from_base"],
                [base[slice(*span)] for span in one["base"]],
            )
    assert found == {
        "Tuesday": ("taken back", ["Monday"]),
        "five": ("new", []),
        "should": ("changed again", ["must"]),
    }
    kept = [one for row in told["rows"] for one in row["kept"]]
    assert [base[slice(*one["base"])] for one in kept] == [
        "for",
        "Nobody spoke of the old school.",
    ]
    assert told["rows"][-1]["from_base"] == "new"
    assert told["rows"][0]["from_base"] is told["rows"][0]["moved_from_base"] is None


def test_without_a_base_the_json_is_as_ever(capsys):
    assert main(["diff", "b.txt", "c.txt", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert "base" not in told
    assert "from_base" not in told["rows"][0]


def test_the_table_of_variants_has_two_more_columns(capsys):
    text = exported("csv", capsys).removeprefix("\ufeff")
    lines = [*csv.DictReader(io.StringIO(text, newline=""))]
    assert [(one["kind"], one["from_base"], one["base"]) for one in lines] == [
        ("date", "taken back", "Monday"),
        ("number", "new", ""),
        ("kept", "kept", "for"),
        ("modality", "changed again", "must"),
        ("kept", "kept", "Nobody spoke of the old school."),
        ("added", "new", ""),
    ]


def test_page_and_report_tell_it_too(capsys):
    page = exported("html", capsys)
    assert "1 taken back" in page
    assert 'title="since the base: taken back"' in page
    report = exported("md", capsys)
    assert "Row 1, date, taken back: “Tuesday” / “Monday”" in report
    assert "## Kept of what the left text changed in the base" in report


def test_a_base_that_tells_nothing_is_remarked_on(capsys):
    assert diff(base="b.txt") == 1
    assert "--base: the base says what the left text says" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("base", "why"),
    [
        ("nowhere.txt", "diptych: nowhere.txt: there is no such file"),
        ("binary", "diptych: binary: looks binary"),
        ("", "diptych: '': is no file name"),
        ("german.txt", "diptych: --base german.txt: three versions must be in one"),
    ],
)
def test_a_base_that_is_none_is_told_in_one_line(three, base, why, capsys):
    (three / "binary").write_bytes(bytes(range(256)) * 8)
    german = (
        "Der Rat trat am Montag zusammen. Er stimmte mit fünf zu zwei Stimmen für den "
        "Plan. Die Bürgermeisterin sagte, dass die Brücke repariert werden muss. "
        "Niemand sprach von der alten Schule, die im Winter ihr Dach verloren hatte.\n"
    )
    (three / "german.txt").write_text(german, encoding="utf-8")
    assert diff(base=base) == 2
    told = capsys.readouterr().err
    assert told.startswith(why)
    assert told.count("\n") == 1


def test_only_one_text_comes_from_standard_input(capsys):
    assert main(["diff", "-", "c.txt", "--base", "-"]) == 2
    assert "only one text can be standard input" in capsys.readouterr().err


def test_the_base_is_no_place_for_the_export(capsys):
    asked = ["b.txt", "c.txt", "--base", "a.csv", "-o", "a.csv", "--force"]
    assert main(["export", *asked]) == 2
    assert "a.csv" in capsys.readouterr().err
