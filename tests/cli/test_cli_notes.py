"""Notes without the reader: what add prints is on disk, what list says is true."""

import json

import pytest

from tui_app.cli.main import main


@pytest.fixture(autouse=True)
def texts(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("One came here. Two went there. Three stayed home.")
    (tmp_path / "b.txt").write_text("One came here. Two went away. Three stayed home.")
    return tmp_path


def run(capsys, *words):
    action, *rest = words
    assert main(["notes", action, "a.txt", "b.txt", *rest]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    return printed.out


def complaint(capsys, *words):
    action, *rest = words
    assert main(["notes", action, "a.txt", "b.txt", *rest]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    return line


def test_a_note_on_a_row_is_listed_with_everything(capsys):
    number = run(
        capsys, "add", "--row", "2", "-m", "Look here", "--tag", "facts", "--tag", "two"
    ).strip()
    (found,) = json.loads(run(capsys, "list", "--json"))
    assert found == {
        "id": number,
        "kind": "note",
        "body": "Look here",
        "tags": ["facts", "two"],
        "status": "open",
        "state": "placed",
        "rows": [2],
        "left": ["Two went there."],
        "right": ["Two went away."],
    }


def test_a_note_on_quotes_finds_its_row(capsys):
    run(
        capsys,
        "add",
        "-m",
        "x",
        "--left-quote",
        "stayed home",
        "--right-quote",
        "Three",
    )
    (found,) = json.loads(run(capsys, "list", "--json"))
    assert found["rows"] == [3]
    assert (found["left"], found["right"]) == (["stayed home"], ["Three"])


def test_a_note_on_the_whole_needs_no_place(capsys):
    run(capsys, "add", "-m", "All of it")
    assert json.loads(run(capsys, "list", "--json"))[0]["rows"] == []


def test_rows_follow_the_unit(capsys):
    run(capsys, "add", "--row", "1", "-m", "x", "--unit", "paragraph")
    (found,) = json.loads(run(capsys, "list", "--json", "--unit", "paragraph"))
    assert found["rows"] == [1]


def test_the_list_is_readable(capsys):
    run(capsys, "add", "--row", "2", "-m", "First line\nsecond line", "--tag", "t")
    printed = run(capsys, "list")
    assert "row 2" in printed
    assert "#t" in printed
    assert "    second line\n" in printed
    assert "  left: Two went there.\n" in printed


def test_no_notes_are_an_empty_list(capsys):
    assert run(capsys, "list") == ""
    assert json.loads(run(capsys, "list", "--json")) == []


def test_where_tells_the_file_that_add_writes(capsys, texts):
    mine = texts / "mine.jsonl"
    run(capsys, "add", "-m", "kept", "--notes", str(mine))
    assert "kept" in mine.read_text("utf-8")
    assert run(capsys, "where", "--notes", str(mine)).strip() == str(mine)
    assert run(capsys, "where").strip() != str(mine)
    assert json.loads(run(capsys, "list", "--json")) == []


def test_what_cannot_be_added_is_said(capsys):
    assert "there is no such row" in complaint(capsys, "add", "--row", "4", "-m", "x")
    assert "there is no such row" in complaint(capsys, "add", "--row", "0", "-m", "x")
    assert "the note is empty" in complaint(capsys, "add", "--row", "1")
    assert "the note is empty" in complaint(capsys, "add", "--row", "1", "-m", " ")
    line = complaint(capsys, "add", "-m", "x", "--left-quote", "not in it")
    assert "not in the left text" in line
    two = ("--row", "1", "--left-quote", "One")
    assert "two places" in complaint(capsys, "add", "-m", "x", *two)
    assert json.loads(run(capsys, "list", "--json")) == []
