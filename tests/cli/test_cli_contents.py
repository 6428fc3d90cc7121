"""``diptych contents``: the sections of both texts for people and for programs."""

import json

import pytest

from tui_app.cli.main import main

PROSE = "The keeper lit the lamp before the storm came and went down to the quay."
LEFT = (
    f"CHAPTER I.\n\n{PROSE}\n\nFive boats were lost.\n\nCHAPTER II.\n\n{PROSE[::-1]}\n"
)
RIGHT = f"CHAPTER I.\n\n{PROSE}\n\nSeven boats were lost.\n"


@pytest.fixture
def texts(tmp_path):
    for name, text in (("a.txt", LEFT), ("b.txt", RIGHT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]


@pytest.fixture
def asked(texts, capsys):
    def ask(*options):
        assert main(["contents", *texts, *options]) == 0
        return capsys.readouterr().out

    return ask


def test_programs_get_every_section_with_its_numbers(asked, texts):
    form = json.loads(asked("--json"))
    assert (form["format"], form["version"], form["rows"]) == ("diptych-contents", 1, 5)
    assert form["left"]["source"] == texts[0]
    first, second = form["sections"]
    assert first["left"] == {"text": "CHAPTER I.", "start": 0, "level": 1}
    assert first["right"]["text"] == "CHAPTER I."
    assert first["rows"] == [1, 3]
    assert (first["facts"], first["left_only"], first["reviewed"]) == (1, 0, 0)
    assert 0.9 < first["alike"] < 1
    assert second["right"] is None
    assert (second["row"], second["left_only"], second["alike"]) == (4, 2, 0)


def test_notes_are_counted_where_they_begin_unless_they_are_left_out(asked, texts):
    main(["notes", "add", *texts, "--row", "2", "-m", "lamp?"])
    asked()
    counts = [one["notes"] for one in json.loads(asked("--json"))["sections"]]
    assert counts == [1, 0]
    counts = [
        one["notes"] for one in json.loads(asked("--json", "--no-notes"))["sections"]
    ]
    assert counts == [0, 0]


@pytest.mark.parametrize("columns", ["40", "60", "80", "200"])
def test_people_get_a_table_that_fits_the_terminal(asked, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    lines = asked().splitlines()
    assert all(len(line) <= int(columns) for line in lines)
    assert "alike" in lines[0]
    assert "CHAPTER II." in "".join(lines)


def test_texts_without_headings_are_said_to_have_none(tmp_path, capsys):
    path = tmp_path / "plain.txt"
    path.write_text(PROSE, encoding="utf-8")
    assert main(["contents", str(path), str(path)]) == 0
    assert "No headings" in capsys.readouterr().out
    assert main(["contents", str(path), str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["sections"] == []
