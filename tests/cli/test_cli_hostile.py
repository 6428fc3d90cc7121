"""Nothing a text, a name or a note holds steers the terminal that shows it."""

import re
import sys
import unicodedata

import pexpect
import pytest

from tui_app.cli.main import main

HOSTILE = {
    "clipboard": "A\x1b]52;c;UFdORUQ=\x07Z",
    "title": "\x1b]0;owned\x07 and \x1b]2;owned\x1b\\",
    "link": "\x1b]8;;http://x.org\x1b\\click\x1b]8;;\x1b\\",
    "device control": "\x1bP0;1|17/6f\x1b\\ \x1b_Gx\x1b\\",
    "asks for a reply": "\x1b[6n \x1b[c \x1b[?2026$p",
    "reset": "\x1bc never ends \x1b]",
    "one character codes": "\u009b31m red \u009d0;T\u009c",
    "over the line": "ab\b\bXY \x0b\x0c\x0e\x0f\x7f\x00",
    "turned round": "abc\u202edef\u2066x\u2069 \u200e\u200f\u061c",
    "invisible": "a\u200bb\u2060c\ufeffd\U000e0041e\u2028f",
    "markup": "[/] [/foo] [bold]x[/] [@click=app.quit]q[/] [sic] [ \\[ $error :smile:",
    "scripts": "می\u200cخواهم 👨\u200d👩\u200d👧 שלום 中文",
}
STYLE = re.compile(r"\x1b\[[0-9;]*m")


def unsafe(printed):
    allowed = {"\n", "\u200c", "\u200d"}
    return [
        character
        for character in STYLE.sub("", printed)
        if character not in allowed
        and unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    ]


@pytest.fixture(params=HOSTILE)
def hostile(request, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    raw = HOSTILE[request.param]
    text = f"{raw}\n\nThe first {raw} of all. The second one.\n"
    (tmp_path / "a.txt").write_text(text, newline="")
    (tmp_path / "b.txt").write_text(text.replace("first", "third"), newline="")
    return raw


def shown(capsys, *words):
    main(words)
    printed = capsys.readouterr()
    assert unsafe(printed.out) == []
    assert unsafe(printed.err) == []
    return printed.out + printed.err


@pytest.mark.parametrize("command", ["align", "diff"])
def test_texts_are_shown_safely_and_nothing_is_lost(hostile, capsys, command):
    printed = shown(capsys, command, "a.txt", "b.txt", "--unit", "line")
    visible = [character for character in hostile if character.isprintable()]
    assert all(character in printed for character in visible)
    shown(capsys, command, "a.txt", "b.txt", "--json")


def test_names_and_arguments_are_shown_safely(hostile, capsys):
    name = hostile.replace("\x00", "").replace("/", "-")
    shown(capsys, "align", name, "b.txt")
    shown(capsys, name)
    shown(capsys, f"--{hostile}")
    shown(capsys, "align", "a.txt", "b.txt", "--unit", hostile)
    said = shown(capsys, "notes", hostile, "a.txt", "b.txt")
    assert said.startswith("diptych: ")


def test_notes_are_shown_safely(hostile, capsys):
    shown(capsys, "notes", "add", "a.txt", "b.txt", "-m", hostile, "--tag", hostile)
    shown(capsys, "notes", "add", "a.txt", "b.txt", "-m", "x", "--row", "1")
    shown(capsys, "notes", "list", "a.txt", "b.txt")
    shown(capsys, "notes", "list", "a.txt", "b.txt", "--json")
    name = "n\x1b]0;x\x07.jsonl"
    said = shown(capsys, "notes", "where", "a.txt", "b.txt", "--notes", name)
    assert "␛]0;x␇.jsonl" in said


def test_a_terminal_gets_colours_and_nothing_else(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    raw = "\n\n".join(HOSTILE.values())
    (tmp_path / "a.txt").write_text(raw, newline="")
    (tmp_path / "b.txt").write_text(raw.replace("a", "e"), newline="")
    printed, status = pexpect.run(
        f"{sys.executable} -m tui_app diff a.txt b.txt",
        env={"TERM": "xterm-256color", "PATH": "", "COLUMNS": "120", "LANG": "C.UTF-8"},
        encoding="utf-8",
        withexitstatus=True,
    )
    assert status == 1
    assert STYLE.search(printed)
    assert unsafe(printed.replace("\r\n", "\n")) == []
