"""No article and no other file is taken for a file of notes, or written over."""

import subprocess
import sys
from pathlib import Path

import pytest

from tui_app.cli.main import main

TEXT = "One came here. Two went there.\n"


@pytest.fixture(autouse=True)
def texts(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["a.txt", "./b.txt", "c.txt"])
def test_a_file_that_holds_something_else_is_no_file_of_notes(texts, capsys, name):
    words = ["notes", "add", "a.txt", "b.txt", "--notes", name, "--row", "1"]
    assert main([*words, "-m", "x"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "another file" in line
    assert (texts / name).read_text(encoding="utf-8") == TEXT


def test_an_empty_file_may_become_one(texts, capsys):
    (texts / "n.jsonl").touch()
    words = ["notes", "add", "a.txt", "b.txt", "--notes", "n.jsonl", "--row", "1"]
    assert main([*words, "-m", "x"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("name", ["a.txt", "b.txt", "n.jsonl"])
def test_an_export_takes_the_place_of_nothing_it_is_about(texts, capsys, name):
    notes = ["--notes", "n.jsonl"]
    assert main(["notes", "add", "a.txt", "b.txt", "-m", "x", *notes]) == 0
    before = (texts / name).read_bytes()
    words = ["notes", "export", "a.txt", "b.txt", "-o", name, "--format", "csv"]
    assert main([*words, *notes]) == 2
    assert "replace it" in capsys.readouterr().err
    assert (texts / name).read_bytes() == before


def test_an_empty_quote_is_no_place(capsys):
    words = ["notes", "add", "a.txt", "b.txt", "--left-quote", "", "-m", "x"]
    assert main(words) == 2
    assert "not in the left text" in capsys.readouterr().err


def test_a_full_disk_under_the_output_is_one_line():
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tui_app", "align", "a.txt", "b.txt"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "not complete" in line
