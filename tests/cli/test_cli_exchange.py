"""Notes go out to a file and come back from it, into another place, without loss."""

import json

import pytest

from tui_app.cli.main import main

LEFT = "Five came on Monday. The mayor spoke.\n"
RIGHT = "More than five came on Monday. The mayor talked.\n"


@pytest.fixture
def pair(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(LEFT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(RIGHT, encoding="utf-8")
    return ["a.txt", "b.txt"]


def _run(capsys, *words: str) -> tuple[int, str, str]:
    status = main(list(words))
    out, err = capsys.readouterr()
    return status, out, err


def _listed(capsys, pair, *words):
    _, out, _ = _run(capsys, "notes", "list", *pair, "--json", *words)
    return json.loads(out)


@pytest.mark.parametrize("name", ["n.jsonld", "n.md", "n.csv", "n.html"])
def test_every_form_carries_the_notes_to_another_place(pair, capsys, name, tmp_path):
    body = "five — *more*\nthan <five>"
    _run(capsys, "notes", "add", *pair, "--row", "1", "-m", body, "--tag", "numbers")
    _run(capsys, "notes", "add", *pair, "--left-quote", "mayor", "-m", "who?")
    before = _listed(capsys, pair)
    assert len(before) == 2

    status, out, _ = _run(capsys, "notes", "export", *pair, "-o", name)
    assert (status, out) == (0, "2 notes written\n")
    other = ["--notes", str(tmp_path / "other.jsonl")]
    status, out, _ = _run(capsys, "notes", "import", *pair, name, *other)
    assert (status, out) == (0, "2 new\n")
    assert _listed(capsys, pair, *other) == before

    _, out, _ = _run(capsys, "notes", "import", *pair, name, *other)
    assert out == "0 new, 2 known already\n"
    assert _listed(capsys, pair, *other) == before


def test_a_quote_that_is_not_there_is_left_out_and_said(pair, capsys, tmp_path):
    selector = {"type": "TextQuoteSelector", "exact": "Six came"}
    annotation = {
        "type": "Annotation",
        "body": {"type": "TextualBody", "value": "well"},
        "target": {"source": "x", "selector": selector},
    }
    (tmp_path / "x.json").write_text(json.dumps(annotation), encoding="utf-8")
    status, out, err = _run(capsys, "notes", "import", *pair, "x.json")
    assert status == 1
    assert "left out" in out
    assert "Six came" in err
    assert _listed(capsys, pair) == []


def test_a_huge_file_is_refused_not_cut(pair, capsys, tmp_path):
    with (tmp_path / "n.md").open("wb") as file:
        file.write(b"# Notes\n")
        file.truncate(257 << 20)
    status, _, err = _run(capsys, "notes", "import", *pair, "n.md")
    assert status == 2
    assert "larger than 256 MB" in err
    assert _listed(capsys, pair) == []


def test_a_device_is_no_file_of_notes(pair, capsys):
    words = ["notes", "import", *pair, "/dev/zero", "--format", "csv"]
    status, _, err = _run(capsys, *words)
    assert status == 2
    assert "is a device" in err


@pytest.mark.parametrize("name", ["missing.md", "n.doc", "broken.json"])
def test_a_file_that_cannot_be_taken_is_one_line(pair, capsys, tmp_path, name):
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    status, out, err = _run(capsys, "notes", "import", *pair, name)
    assert (status, out) == (2, "")
    assert err.startswith("diptych: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize("name", ["n.html", "n.md", "n.csv", "n.json", "n.docx"])
def test_an_export_gives_the_notes_to_another_place(pair, capsys, name, tmp_path):
    body = "five — *more*\nthan <five>; =1+1"
    _run(capsys, "notes", "add", *pair, "--row", "1", "-m", body, "--tag", "numbers")
    _run(capsys, "notes", "add", *pair, "--left-quote", "mayor", "-m", "who?")
    before = _listed(capsys, pair)
    assert _run(capsys, "export", *pair, "-o", name) == (0, "", "")
    other = ["--notes", str(tmp_path / "other.jsonl")]
    status, out, _ = _run(capsys, "notes", "import", *pair, name, *other)
    assert (status, out) == (0, "2 new\n")
    assert _listed(capsys, pair, *other) == before


def test_a_note_whose_place_is_gone_in_this_copy_is_taken_and_told(
    pair, capsys, tmp_path
):
    _run(capsys, "notes", "add", *pair, "--left-quote", "The mayor spoke", "-m", "who?")
    _run(capsys, "notes", "add", *pair, "--left-quote", "on Monday", "-m", "when?")
    _run(capsys, "export", *pair, "-o", "n.md")
    (tmp_path / "a.txt").write_text(LEFT.replace("The mayor spoke.", "It rained."))
    other = ["--notes", str(tmp_path / "other.jsonl")]
    status, out, err = _run(capsys, "notes", "import", *pair, "n.md", *other)
    assert (status, out) == (
        0,
        "2 new, 1 of them without a sure place here, listed as such\n",
    )
    assert err == "diptych: no sure place: “The mayor spoke”\n"
    states = {one["body"]: one["state"] for one in _listed(capsys, pair, *other)}
    assert states["when?"] == "placed"
    assert states["who?"] in {"orphan", "review"}
