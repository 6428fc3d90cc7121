"""What is read from the clipboard, and through whom."""

from __future__ import annotations

import base64
import os
import pty
import threading
from pathlib import Path

import pytest

from tui_app.core.loading import clipboard
from tui_app.core.loading.load import load_document
from tui_app.core.source_names import CLIPBOARD
from tui_app.errors import UserError


@pytest.fixture(autouse=True)
def nothing_else(monkeypatch, tmp_path):
    """Leave no tool but those made here, and no terminal."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setattr(clipboard, "_from_terminal", lambda: None)


def tool(folder: Path, name: str, script: str) -> None:
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


def test_a_tool_of_the_system_gives_the_text(tmp_path):
    tool(tmp_path, "pbpaste", "echo 'The mill stood.'")
    assert load_document(CLIPBOARD, "sentence").text == "The mill stood.\n"


def test_a_tool_of_a_display_is_asked_only_where_there_is_one(tmp_path, monkeypatch):
    tool(tmp_path, "xclip", "echo words")
    with pytest.raises(UserError, match="neither a tool"):
        clipboard.read_clipboard()
    monkeypatch.setenv("DISPLAY", ":0")
    assert clipboard.read_clipboard() == b"words\n"


def test_a_tool_that_fails_gives_way_to_the_next(tmp_path, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":0")
    tool(tmp_path, "xclip", "exit 1")
    tool(tmp_path, "xsel", "echo words")
    assert clipboard.read_clipboard() == b"words\n"


def test_a_tool_that_never_stops_printing_is_heard_to_the_bound(tmp_path, monkeypatch):
    monkeypatch.setattr(clipboard, "LARGEST_TEXT", 100_000)
    tool(tmp_path, "pbpaste", "while :; do echo words; done")
    with pytest.raises(UserError, match="holds more than"):
        clipboard.read_clipboard()


def test_a_tool_that_never_answers_is_ended(tmp_path, monkeypatch):
    monkeypatch.setattr(clipboard, "_PATIENCE", 0.1)
    tool(tmp_path, "pbpaste", "while :; do :; done")
    with pytest.raises(UserError, match="holds no text"):
        clipboard.read_clipboard()


def test_an_empty_clipboard_is_said(tmp_path):
    tool(tmp_path, "pbpaste", "true")
    with pytest.raises(UserError, match="holds no text"):
        clipboard.read_clipboard()


@pytest.mark.parametrize(
    ("says", "heard"),
    [
        (b"\x1b]52;c;" + base64.b64encode(b"words") + b"\x07\x1b[?62c", b"words"),
        (b"\x1b]52;c;" + base64.b64encode(b"words") + b"\x1b\\\x1b[?1;2c", b"words"),
        (b"\x1b[?62;1c", None),
        (b"\x1b]52;c;AAA\x07\x1b[?62c", None),
    ],
)
def test_the_terminal_is_asked_and_believed_only_in_whole_answers(says, heard):
    ours, theirs = pty.openpty()
    try:
        import tty

        tty.setraw(theirs)
        speaking = threading.Thread(target=os.write, args=(ours, says))
        speaking.start()
        assert clipboard._answer(theirs) == heard
        speaking.join()
    finally:
        os.close(ours)
        os.close(theirs)
