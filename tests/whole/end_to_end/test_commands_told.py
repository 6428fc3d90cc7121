"""What a command is at is said on the terminal, and gone when it prints."""

import json
import os

import pexpect
import pytest

from .ended_program import ended

ERASED = "\r\x1b[K"


@pytest.mark.parametrize("command", [["align"], ["diff", "--json"], ["export"]])
def test_what_is_read_is_told_until_it_is_printed(command, open_terminal, slow):
    more = ["--format", "csv"] if command == ["export"] else []
    words = [command[0], "left.txt", "right.txt", *command[1:], *more]
    running = open_terminal("Five came.\n", None, command=words)
    running.expect_exact("reading right.txt")
    slow.write_bytes(b"Seven came.\n")
    running.expect_exact(ERASED)
    running.expect(pexpect.EOF)
    assert b"reading" not in running.before
    assert b"Five" in running.before


@pytest.mark.usefixtures("slow")
def test_ctrl_c_ends_it_at_once_and_takes_the_line_away(open_terminal):
    words = ["diff", "left.txt", "right.txt"]
    running = open_terminal("Five came.\n", None, command=words)
    running.expect_exact("reading right.txt")
    running.sendcontrol("c")
    running.expect_exact(ERASED)
    assert ended(running) == 130


def test_notes_that_do_not_come_are_waited_for_aloud(open_terminal, tmp_path):
    os.mkfifo(tmp_path / "notes.json")
    words = ["notes", "import", "left.txt", "right.txt", "notes.json"]
    running = open_terminal("Five came.\n", "Seven came.\n", command=words)
    running.expect_exact("reading notes.json")
    note = {
        "type": "Annotation",
        "body": {"type": "TextualBody", "value": "who?"},
        "target": {
            "source": "left.txt",
            "selector": {"type": "TextQuoteSelector", "exact": "Five came"},
        },
    }
    (tmp_path / "notes.json").write_text(json.dumps([note]))
    running.expect_exact(ERASED)
    running.expect(pexpect.EOF)
    assert b"1 new" in running.before
