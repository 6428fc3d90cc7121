"""What the commands print is as ever, letter by letter, piped and on a terminal.

Where it is changed on purpose: ``pytest tests/cli --update-snapshots``.
"""

import io
import json
import re
import sys
from difflib import unified_diff
from pathlib import Path
from textwrap import fill

import pytest

from tui_app.cli.main import main

SNAPSHOTS = Path(__file__).parent / "snapshots"
TEXTS = ("left.txt", "right.txt")
PRINTED = {
    "align": ("align", *TEXTS),
    "align-paragraphs": ("align", *TEXTS, "--unit", "paragraph"),
    "align-ascii": ("align", *TEXTS, "--ascii"),
    "diff": ("diff", *TEXTS),
    "diff-facts": ("diff", *TEXTS, "--facts"),
    "notes-list": ("notes", "list", *TEXTS),
    "config": ("config",),
}
JSON = {
    "align-json": ("align", *TEXTS, "--json"),
    "diff-json": ("diff", *TEXTS, "--json"),
    "diff-facts-json": ("diff", *TEXTS, "--facts", "--json"),
}
NUMBER = re.compile(r"\b01[0-9A-Z]{24}\b")
HELPS = (
    "",
    "align",
    "diff",
    "notes",
    "notes list",
    "notes add",
    "notes import",
    "config",
    "git-setup",
    "completion",
)
NOTES = (
    ("--row", "3", "-m", "Seven, says the harbour office", "--tag", "years"),
    ("--left-quote", "John Carter", "--right-quote", "James Carter", "-m", "Who?"),
    ("-m", "Two reports of one day"),
)


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self):
        return True


@pytest.fixture(autouse=True)
def a_hundred_columns(two_reports, tmp_path, monkeypatch):
    assert two_reports
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def unlike_ever(request, own_home):
    """Return a function that tells how what was printed differs from its snapshot."""

    def differences(name, printed):
        printed = NUMBER.sub("NUMBER", printed.replace(str(own_home), "HOME"))
        path = SNAPSHOTS / f"{name}.txt"
        if request.config.getoption("--update-snapshots"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(printed, encoding="utf-8")
        wanted = path.read_text(encoding="utf-8")
        return list(unified_diff(wanted.splitlines(), printed.splitlines(), name))

    return differences


def printed_by(capsys, *words):
    main(words)
    printed = capsys.readouterr()
    assert printed.err == ""
    return printed.out


@pytest.fixture
def noted(capsys):
    for note in NOTES:
        printed_by(capsys, "notes", "add", *TEXTS, *note)


@pytest.mark.usefixtures("noted")
@pytest.mark.parametrize("name", PRINTED)
def test_what_is_printed_into_a_pipe(capsys, unlike_ever, name):
    assert unlike_ever(name, printed_by(capsys, *PRINTED[name])) == []


@pytest.mark.parametrize("name", ["align", "diff", "diff-facts"])
@pytest.mark.parametrize("colours", ["colours", "nocolor"])
def test_what_is_printed_on_a_terminal(monkeypatch, unlike_ever, name, colours):
    monkeypatch.setenv("TERM", "xterm-256color")
    if colours == "nocolor":
        monkeypatch.setenv("NO_COLOR", "1")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    main(PRINTED[name])
    assert (
        unlike_ever(f"{name}-{colours}", terminal.getvalue().replace("\x1b", "␛")) == []
    )


@pytest.mark.parametrize("name", JSON)
def test_what_is_printed_as_json(capsys, unlike_ever, name):
    printed = json.loads(printed_by(capsys, *JSON[name]))
    assert (
        unlike_ever(name, json.dumps(printed, indent=1, ensure_ascii=False) + "\n")
        == []
    )


@pytest.mark.parametrize("command", HELPS)
def test_what_the_help_says(capsys, unlike_ever, command):
    """Where its lines are broken depends on the version of Python."""
    said = printed_by(capsys, *command.split(), "--help").split()
    assert (
        unlike_ever(
            f"{command.replace(' ', '-') or 'diptych'}-help",
            fill(" ".join(said), 88) + "\n",
        )
        == []
    )
