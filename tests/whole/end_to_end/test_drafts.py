"""What is being written survives the end of the program, however it comes."""

import contextlib
import json
import os
import re
import signal
import sys
import time
from pathlib import Path

import pexpect
import pytest

LEFT = "The harbour was closed for five years. The mayor spoke.\n"
RIGHT = "The harbour was closed for seven years. The mayor talked.\n"


def _open(folder: Path, home: Path) -> pexpect.spawn:
    (folder / "a.txt").write_text(LEFT, encoding="utf-8")
    (folder / "b.txt").write_text(RIGHT, encoding="utf-8")
    environment = {
        **os.environ,
        "TERM": "xterm-256color",
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CONFIG_HOME": str(home / "config"),
    }
    command = ["-m", "tui_app", str(folder / "a.txt"), str(folder / "b.txt")]
    child = pexpect.spawn(
        sys.executable, command, env=environment, dimensions=(30, 100), timeout=60
    )
    _await_screen(child, "harbour")
    return child


def _await_screen(child: pexpect.spawn, words: str) -> None:
    child.expect(re.escape(words.encode()))


def _write(child: pexpect.spawn, words: str) -> None:
    # The notes open behind the first screen; the key is pressed until the box is up.
    for _ in range(20):
        child.send("a")
        if child.expect([b"Note on row", pexpect.TIMEOUT], timeout=1.5) == 0:
            break
    child.send(words)
    _await_screen(child, words)


def _drafts(home: Path) -> list[str]:
    return [
        json.loads(path.read_text(encoding="utf-8"))["body"]
        for path in (home / "state").rglob("*.json")
        if "drafts" in path.parts
    ]


def _until(condition, seconds=60.0):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(OSError, ValueError, KeyError):
            if condition():
                return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGINT])
def test_a_signal_loses_nothing_that_was_typed(tmp_path, number):
    child = _open(tmp_path, tmp_path)
    _write(child, "twelve seals")
    _end_by(number, child)
    assert _drafts(tmp_path) == ["twelve seals"]


def _end_by(number: int, child: pexpect.spawn) -> None:
    child.kill(number)
    child.expect(pexpect.EOF)
    child.wait()
    assert b"Traceback" not in (child.before or b"")


def test_a_closed_terminal_loses_nothing_that_was_typed(tmp_path):
    child = _open(tmp_path, tmp_path)
    _write(child, "twelve seals")
    os.close(child.child_fd)
    assert _until(lambda: _drafts(tmp_path) == ["twelve seals"])
    assert _until(lambda: not _alive(child.pid))


def test_what_is_typed_is_kept_without_another_key_and_survives_a_kill(tmp_path):
    child = _open(tmp_path, tmp_path)
    _write(child, "twelve seals")
    assert _until(lambda: _drafts(tmp_path) == ["twelve seals"])
    child.kill(signal.SIGKILL)
    child.wait()
    assert _drafts(tmp_path) == ["twelve seals"]


def test_what_a_signal_ended_is_offered_again_and_once_saved_survives_a_kill(tmp_path):
    child = _open(tmp_path, tmp_path)
    _write(child, "twelve seals")
    _end_by(signal.SIGTERM, child)
    assert _drafts(tmp_path) == ["twelve seals"]
    again = _open(tmp_path, tmp_path)
    _await_screen(again, "draft not saved yet")
    _write(again, "!")
    again.send("\x13")
    _await_screen(again, "Saved")
    again.kill(signal.SIGKILL)
    again.wait()
    (journal,) = (tmp_path / "data").rglob("notes.jsonl")
    assert "twelve seals!" in journal.read_text(encoding="utf-8")
    assert _drafts(tmp_path) == []


def _alive(pid: int) -> bool:
    with contextlib.suppress(ChildProcessError):
        done, _ = os.waitpid(pid, os.WNOHANG)
        if done:
            return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
