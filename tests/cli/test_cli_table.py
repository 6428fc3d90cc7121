"""``diptych table``: what each passage of a text has in each of several others."""

import csv
import io
import json
import os

import pytest
from rich.cells import cell_len

from tui_app.cli.main import main
from tui_app.core.segmentation import segment
from tui_app.notes.notebook import Notebook

LEFT = """The harbour was closed for five years after the flood.

Engineers said that the work must be finished before winter.

The mayor walked along the quay and spoke to the owners of the boats."""
PASSAGES = LEFT.split("\n\n")
EXTRA = "A dog barked all night long behind the customs house."
TEXTS = {
    "a.txt": LEFT,
    "b.txt": LEFT.replace("five", "seven"),
    "c.txt": "\n\n".join([EXTRA, *PASSAGES[1:]]),
    "d.txt": f"{LEFT}\n\n{EXTRA}",
}


@pytest.fixture
def texts(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return list(TEXTS)


def printed(capsys, *words):
    assert main(["table", *words]) == 0
    return capsys.readouterr().out


def test_people_get_the_texts_with_numbers_and_a_line_for_each_passage(texts, capsys):
    lines = printed(capsys, *texts).splitlines()
    assert lines[0] == "1  b.txt"
    assert lines[1].startswith("   2 there, 1 changed (1 with facts that differ)")
    assert any(line.startswith("= there · ≈ ~ ? changed") for line in lines)
    first = next(line for line in lines if "harbour" in line)
    assert "!1" in first
    assert first.rstrip().endswith("=")
    assert "−" in first
    at = lines.index("Only in the others:")
    assert EXTRA[:20] in lines[at + 1]
    assert lines[at + 1].count("+") == 2
    assert len(lines) == at + 2


@pytest.mark.parametrize("columns", ["24", "40", "60", "80", "200"])
@pytest.mark.parametrize("ascii_only", [True, False])
def test_it_fits_the_terminal_with_however_many_texts(
    texts, capsys, monkeypatch, tmp_path, columns, ascii_only
):
    del texts
    monkeypatch.setenv("COLUMNS", columns)
    others = [f"other-with-a-long-name-{number}.txt" for number in range(30)]
    for name in others:
        (tmp_path / name).write_text(TEXTS["b.txt"] if "1" in name else LEFT)
    out = printed(capsys, "a.txt", *others, *["--ascii"][: int(ascii_only)])
    assert max(map(cell_len, out.splitlines())) <= int(columns)
    assert out.isascii() or not ascii_only
    # Every text has a column, in one table or in several below each other.
    shown = [line for line in out.splitlines() if line.split()[:1] == ["1"]]
    cells = sum(line.count("=") + line.count("!") for line in shown)
    assert cells >= 30


def test_programs_get_json_and_spreadsheets_csv(texts, capsys, tmp_path):
    form = json.loads(printed(capsys, *texts, "--json"))
    assert [one["source"] for one in form["others"]] == ["b.txt", "c.txt", "d.txt"]
    assert [one["in"][1]["state"] for one in form["passages"]] == [
        "missing",
        "there",
        "there",
    ]
    assert printed(capsys, *texts, "-o", "out.csv") == ""
    text = (tmp_path / "out.csv").read_bytes().decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text)))
    assert [line["d.txt"] for line in lines] == ["there", "there", "there", "added"]
    assert printed(capsys, *texts, "--csv").removeprefix("\ufeff") == text


def test_a_file_that_is_there_is_replaced_only_when_told_so(texts, capsys, tmp_path):
    place = tmp_path / "out.json"
    place.write_text("mine")
    assert main(["table", *texts, "-o", "out.json"]) == 2
    assert "--force replaces it" in capsys.readouterr().err
    assert place.read_text() == "mine"
    printed(capsys, *texts, "-o", "out.json", "--force")
    assert json.loads(place.read_text())["format"] == "diptych-table"
    assert main(["table", "a.txt", "b.txt", "-o", "b.txt", "--csv", "--force"]) == 2
    assert (tmp_path / "b.txt").read_text() == TEXTS["b.txt"]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["a.txt"], "required: OTHER"),
        (["a.txt", "none.txt"], "none.txt: there is no such file"),
        (["a.txt", "."], "folder"),
        (["a.txt", "binary"], "binary"),
        (["a.txt", "empty.txt"], "empty"),
        (["a.txt", "a.txt"], "left text itself"),
        (["a.txt", "b.txt", "-o", "out.txt"], "ending names no form"),
        (["a.txt", "b.txt", "-o", ""], "no file is named"),
        (["a.txt", "b.txt", "--csv", "--json"], "not allowed with"),
        (["a.txt", "b.txt", "-o", "none/out.csv"], "none/out.csv"),
        (["-", "-"], "left text itself"),
    ],
)
def test_trouble_is_one_line(texts, capsys, tmp_path, words, why):
    del texts
    (tmp_path / "binary").write_bytes(os.urandom(20) + b"\x00" * 900)
    (tmp_path / "empty.txt").write_text("")
    assert main(["table", *words]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert why in said.err


def test_a_text_named_twice_is_told_once(texts, capsys):
    assert main(["table", "a.txt", *texts, *texts, "--json"]) == 0
    said = capsys.readouterr()
    assert len(json.loads(said.out)["others"]) == 3
    assert said.err == (
        "diptych: texts named twice, or the left one again, are told once\n"
    )


def test_links_by_hand_are_those_of_each_pair(texts, capsys):
    left, right = (segment(TEXTS[name], name, "sentence") for name in texts[:2])
    from tui_app.core.comparison import compare

    notebook = Notebook.open(left, right)
    notebook.marks.unlink(compare(left, right), (0,), (0,))
    notebook.close()
    states = [
        [one["state"] for one in json.loads(out)["passages"][0]["in"]]
        for out in (
            printed(capsys, *texts, "--json"),
            printed(capsys, *texts, "--json", "--no-notes"),
        )
    ]
    assert states == [["missing", "missing", "there"], ["changed", "missing", "there"]]


def test_standard_input_may_be_one_of_the_texts(texts, capsys, monkeypatch):
    del texts
    from io import BytesIO, TextIOWrapper

    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(LEFT.encode())))
    form = json.loads(printed(capsys, "-", "b.txt", "--json"))
    assert form["left"]["source"] == "-"
    assert len(form["passages"]) == 3
