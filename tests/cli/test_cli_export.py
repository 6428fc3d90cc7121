"""``diptych export`` writes what was asked for where it was asked for, or says why."""

import csv
import io
import json
import os
import re
import signal
import stat
import threading
import zipfile
from pathlib import Path

import pytest

from tui_app.cli.main import main
from tui_app.core.exports import variants as variants_module
from tui_app.core.exports.forms import BY_NAME

LEFT = "Five came on Monday. The mayor spoke.\n\nNobody asked why.\n"
RIGHT = "Six came on Monday. The mayor talked.\n"

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def pair(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(LEFT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(RIGHT, encoding="utf-8")
    return tmp_path


def export(*words):
    return main(["export", "a.txt", "b.txt", *words])


def note(body, row=1):
    words = ["--row", str(row), "-m", body, "--tag", "numbers"]
    assert main(["notes", "add", "a.txt", "b.txt", *words]) == 0


def printed(capsys, *words):
    capsys.readouterr()
    assert export(*words) == 0
    return capsys.readouterr().out


def complaint(capsys, *words):
    capsys.readouterr()
    assert export(*words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    (line,) = err.splitlines()
    assert re.match(r"diptych: .+: .+", line)
    return line


def rows(text):
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


# What goes out --------------------------------------------------------------------


def test_the_ending_of_the_file_names_the_form(pair):
    assert export("-o", "out.csv") == 0
    assert (pair / "out.csv").read_bytes().startswith(b"\xef\xbb\xbfrow,kind,")
    assert export("-o", "out.md") == 0
    assert (pair / "out.md").read_text().startswith("# Two texts compared")


@pytest.mark.parametrize(("ending", "begins"), [("txt", "{~~Five"), ("XML", "<?xml")])
def test_a_form_is_also_named_by_the_ending_of_its_files(capsys, ending, begins):
    assert export("--format", ending) == 0
    assert capsys.readouterr().out.startswith(begins)


@pytest.mark.parametrize("output", [[], ["-o", "-"]])
def test_without_a_file_it_goes_to_standard_output(capsys, output):
    found = json.loads(printed(capsys, "--format", "json", *output))
    assert found["format"] == "diptych-alignment"
    assert found["left"]["text"] == LEFT


def test_notes_review_marks_and_links_by_hand_go_along(capsys):
    note("who counted?")
    (row, *_) = rows(printed(capsys, "--format", "csv"))
    assert row["note"] == "who counted?"
    (sent,) = json.loads(printed(capsys, "--format", "json"))["notes"]
    assert (sent["body"], sent["rows"], sent["tags"]) == (
        "who counted?",
        [1],
        ["numbers"],
    )
    without = json.loads(printed(capsys, "--format", "json", "--no-notes"))
    assert without["notes"] == []


def test_notes_of_a_file_of_the_users_choice_go_along(capsys):
    words = ["--row", "1", "-m", "mine", "--notes", "n.jsonl"]
    assert main(["notes", "add", "a.txt", "b.txt", *words]) == 0
    assert "mine" not in printed(capsys, "--format", "md")
    assert "mine" in printed(capsys, "--format", "md", "--notes", "n.jsonl")


def test_only_what_is_asked_for_goes_out(capsys):
    note("here", 2)
    kinds = {row["kind"] for row in rows(printed(capsys, "--format", "csv", "--facts"))}
    assert kinds == {"number"}
    only = rows(printed(capsys, "--format", "csv", "--kind", "removed"))
    assert "Nobody asked why." in [row["left"] for row in only]
    both = rows(
        printed(capsys, "--format", "csv", "--kind", "number", "--kind", "removed")
    )
    assert {row["kind"] for row in both} == {"number", "removed"}
    second = rows(printed(capsys, "--format", "csv", "--rows", "2"))
    assert {row["row"] for row in second} == {"2"}
    assert {
        row["row"] for row in rows(printed(capsys, "--format", "csv", "--rows", "2-9"))
    } == {"2", "3"}
    noted = json.loads(printed(capsys, "--format", "json", "--notes-only"))
    assert [row["row"] for row in noted["rows"]] == [2]


def test_notes_on_rows_that_stay_behind_stay_too(capsys):
    note("first", 1)
    note("second", 2)
    found = json.loads(printed(capsys, "--format", "json", "--rows", "2-3"))
    assert [one["body"] for one in found["notes"]] == ["second"]


@pytest.mark.parametrize("form", list(BY_NAME))
@pytest.mark.parametrize("asked", [["--facts"], ["--rows", "1"], ["--kind", "number"]])
def test_no_form_holds_notes_on_rows_that_stay_behind(pair, form, asked):
    note("seen", 1)
    note("unseen", 2)
    note("unseen as well", 3)
    assert export("-o", "out", "--format", form, *asked) == 0
    whole = all_of(pair / "out")
    assert "seen" in whole
    assert "unseen" not in whole


def all_of(place):
    """Return the text of a file, and of all that is packed in it."""
    if not zipfile.is_zipfile(place):
        return place.read_text("utf-8")
    with zipfile.ZipFile(place) as archive:
        return "".join(archive.read(one).decode() for one in archive.namelist())


def test_the_size_of_the_passages_is_the_one_asked_for(capsys):
    found = json.loads(printed(capsys, "--format", "json", "--unit", "paragraph"))
    assert len(found["left"]["units"]) == 2


def test_a_word_file_alone_is_exported_before_and_after(tracked_file, capsys):
    path = tracked_file("{-Five-}{+Six+} came on Monday, and the mayor spoke.")
    assert main(["export", path, "--format", "csv", "--facts"]) == 0
    (row,) = rows(capsys.readouterr().out)
    assert (row["left"], row["right"]) == ("Five", "Six")


# Where it goes --------------------------------------------------------------------


def test_a_file_that_is_there_is_replaced_only_when_forced(pair, capsys):
    (pair / "out.md").write_text("mine")
    assert "--force" in complaint(capsys, "-o", "out.md")
    assert (pair / "out.md").read_text() == "mine"
    assert export("-o", "out.md", "--force") == 0
    assert (pair / "out.md").read_text().startswith("# Two")


@pytest.mark.parametrize("name", ["a.txt", "n.jsonl", "link.txt"])
def test_texts_and_notes_are_never_replaced(pair, capsys, name):
    words = ["--row", "1", "-m", "mine", "--notes", "n.jsonl"]
    assert main(["notes", "add", "a.txt", "b.txt", *words]) == 0
    (pair / "link.txt").symlink_to("b.txt")
    before = (pair / name).read_bytes()
    words = ["-o", name, "--format", "md", "--force", "--notes", "n.jsonl"]
    assert "would replace it" in complaint(capsys, *words)
    assert (pair / name).read_bytes() == before


@pytest.mark.parametrize("words", [["-o", "o.md"], []])
def test_the_notes_of_the_pair_are_never_replaced(pair, capsys, words):
    note("mine")
    capsys.readouterr()
    assert main(["notes", "where", "a.txt", "b.txt"]) == 0
    place = Path(capsys.readouterr().out.strip())
    before = place.read_bytes()
    if words:
        (pair / "o.md").hardlink_to(place)
    words = words or ["-o", str(place), "--format", "md"]
    assert "would replace it" in complaint(capsys, *words, "--force")
    assert place.read_bytes() == before


def test_notes_of_any_pair_are_never_replaced(pair, capsys):
    words = ["--row", "1", "-m", "mine", "--notes", "others.md"]
    assert main(["notes", "add", "a.txt", "b.txt", *words]) == 0
    before = (pair / "others.md").read_bytes()
    line = complaint(capsys, "-o", "others.md", "--force", "--no-notes")
    assert "would replace it" in line
    assert (pair / "others.md").read_bytes() == before


def test_a_name_that_is_too_long_is_one_line(capsys):
    name = "a" * 300 + ".md"
    assert "not written: " in complaint(capsys, "-o", name)
    assert "not written: " in complaint(capsys, "-o", name, "--force")


def test_an_empty_name_is_one_line(capsys):
    assert "no file is named" in complaint(capsys, "-o", "")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_half_way_leaves_the_old_file_alone(pair, monkeypatch, name):
    number = getattr(signal, name)

    def ended(_report):
        yield "row\r\n"
        os.kill(os.getpid(), number)
        yield "1\r\n"

    (pair / "out.csv").write_text("old")
    monkeypatch.setattr(variants_module, "variants", ended)
    with pytest.raises(SystemExit) as left:
        export("-o", "out.csv", "--force")
    assert left.value.code == 128 + number
    assert (pair / "out.csv").read_text() == "old"
    assert not list(pair.glob(".diptych-tmp*"))
    assert signal.getsignal(number) == signal.SIG_DFL


def test_a_signal_that_is_ignored_stays_ignored(pair, monkeypatch):
    def hung_up(_report):
        os.kill(os.getpid(), signal.SIGHUP)
        yield "whole\r\n"

    monkeypatch.setattr(variants_module, "variants", hung_up)
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        assert export("-o", "out.csv") == 0
    finally:
        signal.signal(signal.SIGHUP, before)
    assert (pair / "out.csv").read_text() == "whole\n"


def test_a_folder_that_is_not_there_is_one_line(capsys):
    assert "no such folder" in complaint(capsys, "-o", "no/out.md")


def test_a_folder_is_no_file(pair, capsys):
    (pair / "out.md").mkdir()
    assert "folder" in complaint(capsys, "-o", "out.md")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_one_line(pair, capsys):
    (pair / "shut").mkdir(mode=0o500)
    assert "no permission" in complaint(capsys, "-o", "shut/out.md")


def test_a_full_device_is_one_line(capsys):
    words = ["-o", "/dev/full", "--format", "json"]
    assert "the disk is full" in complaint(capsys, *words)


def test_a_pipe_is_written_to_without_force_and_stays_one(pair):
    os.mkfifo(pair / "pipe")
    received = []
    reader = threading.Thread(
        target=lambda: received.append((pair / "pipe").read_bytes())
    )
    reader.start()
    assert export("-o", "pipe", "--format", "json") == 0
    reader.join()
    assert json.loads(received[0])["left"]["text"] == LEFT
    assert stat.S_ISFIFO((pair / "pipe").lstat().st_mode)


def test_a_link_is_written_through(pair):
    (pair / "kept").mkdir()
    (pair / "out.md").symlink_to("kept/real.md")
    assert export("-o", "out.md") == 0
    assert (pair / "out.md").is_symlink()
    assert (pair / "kept" / "real.md").read_text().startswith("# Two")


# The same in Python ---------------------------------------------------------------


def test_the_example_of_the_documentation_works(pair):
    page = (ROOT / "docs" / "how-to.md").read_text("utf-8")
    section = page.partition("## … send somebody what differs")[2]
    code = section.partition("```python\n")[2].partition("```")[0]
    found = {}
    exec(compile(code, "how-to.md", "exec"), found)  # noqa: S102  # our own page
    assert "Ann spoke." in (pair / "page.html").read_text("utf-8")
    assert "Who counted?" in found["page"]
    assert zipfile.is_zipfile(pair / "redline.docx")
    assert zipfile.is_zipfile(io.BytesIO(found["word_file"]))
    assert {row["kind"] for row in rows((pair / "variants.csv").read_text())} == {
        "number"
    }
    assert "“Five” / “Six”" in (pair / "report.md").read_text("utf-8")
    assert rows(found["table"])[0]["note"] == "Who counted?"
