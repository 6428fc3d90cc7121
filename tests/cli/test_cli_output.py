"""What align and diff print: tables that fit, JSON as promised, exit statuses."""

import io
import json
import os
import re
import subprocess
import sys

import pytest
from rich.cells import cell_len

from tui_app.cli.main import main
from tui_app.core import comparison
from tui_app.core.text.display import displayable

LEFT = (
    "A visit ends\n\nThe minister met five guests on Monday. They spoke of trade. "
    "Nobody was sad about it at all. The weather stayed fine until the end.\n"
)
RIGHT = (
    "A visit ends\n\nThe minister met more than five guests on Monday. They talked of "
    "trade. The weather stayed fine until the end. A dinner followed in the evening.\n"
)


@pytest.fixture(autouse=True)
def texts(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    (tmp_path / "a.txt").write_text(LEFT)
    (tmp_path / "b.txt").write_text(RIGHT)
    return tmp_path


def run(capsys, *words):
    status = main(words)
    printed = capsys.readouterr()
    assert printed.err == ""
    return status, printed.out


def test_the_table_shows_every_unit_beside_its_counterpart(capsys):
    status, printed = run(capsys, "align", "a.txt", "b.txt")
    assert status == 0
    lines = printed.splitlines()
    both = [line for line in lines if line.count("weather") == 2]
    assert len(both) == 1
    assert any(line.startswith((" 1 =", "1 =")) for line in lines)
    assert sum("dinner" in line for line in lines) == 1
    assert "\x1b" not in printed


@pytest.mark.parametrize("width", [20, 33, 40, 80, 200])
@pytest.mark.parametrize("command", ["align", "diff"])
def test_lines_fit_the_terminal(capsys, monkeypatch, texts, command, width):
    monkeypatch.setenv("COLUMNS", str(width))
    (texts / "b.txt").write_text(RIGHT + "他说：“我来了。你走吧！”然后离开了。" * 3)
    _, printed = run(capsys, command, "a.txt", "b.txt")
    longest = max(map(cell_len, printed.splitlines()))
    assert longest <= width
    flat = "".join(printed.split())
    assert all(word in flat for word in ("minister", "dinner", "trade"))


def test_plain_signs_are_ascii(capsys):
    for command in ("align", "diff"):
        _, printed = run(capsys, command, "a.txt", "b.txt", "--ascii")
        assert printed.isascii()


def test_a_terminal_without_unicode_gets_what_it_can_show(texts):
    (texts / "a.txt").write_text("“Ein Müller” kam an. Er ging.", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tui_app", "diff", "a.txt", "b.txt"],
        env={"PYTHONIOENCODING": "ascii", "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert done.stderr == ""
    assert "?Ein M?ller? kam an." in done.stdout


def test_a_terminal_has_the_colours_and_the_signs_that_it_can_show(monkeypatch):
    class Terminal(io.StringIO):
        encoding = "utf-8"

        def isatty(self):
            return True

    def printed():
        terminal = Terminal()
        monkeypatch.setattr(sys, "stdout", terminal)
        main(["diff", "a.txt", "b.txt"])
        return terminal.getvalue()

    monkeypatch.setenv("TERM", "xterm-256color")
    coloured = printed()
    assert "\x1b[1;4;33mfive" in coloured
    assert "\x1b[1;4;94mmore than five" in coloured
    for name in ("FORCE_COLOR", "NO_COLOR"):  # set to nothing they say nothing
        monkeypatch.setenv(name, "")
        assert printed() == coloured
    monkeypatch.setenv("NO_COLOR", "1")
    plain = printed()
    assert "\x1b[1;4mfive" in plain
    assert not re.search(r"\x1b\[[\d;]*(3|9)\dm", plain)
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in printed()
    assert not plain.isascii()
    monkeypatch.setenv("TERM", "linux")
    assert printed().isascii()


def test_colour_forced_by_nothing_goes_into_no_pipe(capsys, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "")
    assert "\x1b" not in run(capsys, "diff", "a.txt", "b.txt")[1]


def test_json_is_the_contracts(capsys):
    status, printed = run(capsys, "align", "a.txt", "b.txt", "--json")
    found = json.loads(printed)
    assert status == 0
    assert (found["format"], found["version"]) == ("diptych-alignment", 1)
    assert found["left"]["source"] == "a.txt"
    assert found["left"]["title"] == "A visit ends"
    assert found["left"]["text"] == LEFT
    for side in ("left", "right"):
        units = [n for row in found["rows"] for n in row[side]]
        assert sorted(units) == list(range(len(found[side]["units"])))
    assert all("differences" not in row for row in found["rows"])


def test_json_of_diff_has_differences_in_offsets_of_the_texts(capsys):
    status, printed = run(capsys, "diff", "a.txt", "b.txt", "--json")
    found = json.loads(printed)
    assert status == 1
    numbers = [
        (found["left"]["text"][slice(*one["left"])] if one["left"] else None)
        for row in found["rows"]
        for one in row["differences"]
        if one["kind"] == "number"
    ]
    assert len(numbers) == 1
    _, printed = run(capsys, "diff", "a.txt", "b.txt", "--json", "--facts")
    kinds = [
        one["kind"] for r in json.loads(printed)["rows"] for one in r["differences"]
    ]
    assert kinds == ["number"]


@pytest.mark.parametrize("choice", [[], ["--facts"]])
def test_json_of_diff_has_the_differences_of_a_book_too(capsys, monkeypatch, choice):
    monkeypatch.setattr(comparison, "MOST_ROWS", 0)
    status, printed = run(capsys, "diff", "a.txt", "b.txt", "--json", *choice)
    assert status == 1
    assert any(row["differences"] for row in json.loads(printed)["rows"])


def test_json_is_ascii_and_loses_nothing(capsys, texts):
    odd = "中文 𝔘 \x7f \x9b \u202e \x1b end."
    (texts / "a.txt").write_text(odd)
    _, printed = run(capsys, "align", "a.txt", "b.txt", "--json")
    assert printed.isascii()
    assert displayable(printed) == printed
    assert json.loads(printed)["left"]["text"] == odd


def test_diff_prints_rows_that_differ_and_their_differences(capsys):
    status, printed = run(capsys, "diff", "a.txt", "b.txt")
    assert status == 1
    assert "other words" in printed
    assert "weather" not in printed
    status, printed = run(capsys, "diff", "a.txt", "b.txt", "--facts")
    assert status == 1
    assert "more than" in printed
    assert "other words" not in printed
    assert "dinner" not in printed


def test_exit_status_of_diff_is_that_of_diff(capsys, texts):
    assert run(capsys, "diff", "a.txt", "a.txt")[0] == 0
    assert run(capsys, "diff", "a.txt", "b.txt")[0] == 1
    (texts / "c.txt").write_text(LEFT.replace("spoke", "talked"))
    assert run(capsys, "diff", "a.txt", "c.txt")[0] == 1
    assert run(capsys, "diff", "a.txt", "c.txt", "--facts")[0] == 0
    (texts / "d.txt").write_text(LEFT.replace(" ", "  ").replace("\n", "\r\n"))
    assert run(capsys, "diff", "a.txt", "d.txt")[0] == 0


def test_units_are_chosen(capsys):
    for unit, number in (("sentence", 5), ("paragraph", 2), ("line", 2)):
        _, printed = run(capsys, "align", "a.txt", "b.txt", "--json", "--unit", unit)
        assert len(json.loads(printed)["left"]["units"]) == number


def test_standard_input_is_a_side(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(RIGHT.encode())))
    _, printed = run(capsys, "align", "a.txt", "-", "--json")
    assert json.loads(printed)["right"] | {"units": 0} == {
        "source": "-",
        "title": "A visit ends",
        "text": RIGHT,
        "units": 0,
    }


def test_a_guessed_encoding_is_said_on_standard_error(capsys, texts):
    (texts / "a.txt").write_bytes(
        "Der Müller ist schön und die Brücke.".encode("cp1252")
    )
    assert main(["align", "a.txt", "b.txt"]) == 0
    printed = capsys.readouterr()
    (line,) = printed.err.splitlines()
    assert line.startswith("diptych: a.txt: read as windows-1252")
    assert "Müller" in printed.out


def test_trouble_is_one_line_even_where_there_were_remarks(capsys, texts):
    (texts / "a.txt").write_bytes("Der Müller ist da.".encode("cp1252"))
    assert main(["notes", "add", "a.txt", "b.txt", "-m", "x", "--row", "99"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert run(capsys, "diff", "b.txt", "b.txt")[0] == 0


def test_settings_are_printed_as_toml_with_comments(capsys):
    status, printed = run(capsys, "config")
    assert status == 0
    assert printed.startswith("# settings: ")
    assert "[keys]" in printed


def test_what_a_text_does_throughout_is_said_once(capsys, texts):
    (texts / "a.txt").write_text(
        "He called it “a shame”.\n\nShe had “no idea” of it.\n"
    )
    (texts / "b.txt").write_text("He called it a shame.\n\nShe had no idea of it.\n")
    status, printed = run(capsys, "diff", "a.txt", "b.txt", "--facts")
    assert status == 0
    assert printed.count("Throughout: no quotation marks on the right") == 1
    _, plain = run(capsys, "diff", "a.txt", "b.txt", "--json")
    assert "Throughout" not in plain


def test_diff_writes_the_page_that_export_writes_but_for_notes(capsysbinary):
    assert main(["diff", "a.txt", "b.txt", "--html"]) == 1
    printed = capsysbinary.readouterr().out.decode()
    assert printed.startswith("<!doctype html>")
    assert printed.endswith("</html>")
    assert main(["export", "a.txt", "b.txt", "--no-notes", "--format", "html"]) == 0
    exported = capsysbinary.readouterr().out.decode()
    assert printed == re.sub(" on <time [^<]*</time>", "", exported)


def test_diff_writes_a_page_of_facts_alone(capsysbinary):
    assert main(["diff", "a.txt", "b.txt", "--html", "--facts"]) == 1
    printed = capsysbinary.readouterr().out.decode()
    assert "more than five" in printed
    assert "dinner" not in printed.partition("</header>")[2]
