"""F10: what is being typed when the program or the terminal goes away."""

from __future__ import annotations

import contextlib
import itertools
import signal
import sys
import time
from pathlib import Path

import pexpect
import pytest

from tui_app.core.loading import load_document
from tui_app.notes.notebook import Notebook

SEEDS = Path(__file__).parents[3] / "seeds"
LEFT, RIGHT = (next(SEEDS.glob(f"{name}_*.txt")) for name in ("001", "004"))
PER_SECOND = 20
SECONDS = 2.5


@pytest.fixture
def new_home(tmp_path, monkeypatch):
    """Return a function that moves into a home where nothing was typed yet."""
    monkeypatch.setenv("TERM", "xterm-256color")

    def move(name):
        for kind in ("DATA", "STATE", "CONFIG"):
            monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / name / kind))

    return move


def reader_in_a_box():
    """Start the reader in a terminal and open a note's box."""
    child = pexpect.spawn(
        sys.executable,
        ["-m", "tui_app", str(LEFT), str(RIGHT)],
        dimensions=(30, 120),
        encoding="utf-8",
        timeout=60,
    )
    child.expect("Ma Zhaoxu")
    child.expect(r"1/\d+")
    drain(child, 0.5)
    for _ in range(10):  # a key pressed before the notes are open does nothing
        child.send("a")
        if child.expect([r"(?i)ctrl\+s|\^s", pexpect.TIMEOUT], timeout=5) == 0:
            drain(child, 0.3)
            return child
    raise AssertionError("the box does not open")


def drain(child, seconds):
    """Read what the program writes, so that it never waits for us."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with contextlib.suppress(pexpect.TIMEOUT, pexpect.EOF):
            child.read_nonblocking(100_000, timeout=0.02)


def typed(child):
    letters = itertools.islice(itertools.cycle("abcdefghij"), int(PER_SECOND * SECONDS))
    text = ""
    for letter in letters:
        child.send(letter)
        text += letter
        drain(child, 1 / PER_SECOND)
    return text


def kept():
    """Return what is offered at the next start."""
    sides = (load_document(path, "sentence") for path in (LEFT, RIGHT))
    drafts = Notebook.open(*sides).drafts.left_behind()
    return drafts[-1].body if drafts else ""


@pytest.mark.parametrize(
    ("how", "seconds_lost"),
    [("SIGKILL", 2.0), ("SIGTERM", 0), ("SIGHUP", 0), ("closed terminal", 0)],
)
def test_what_was_typed_is_offered_again(new_home, how, seconds_lost, long):
    if not long and how != "SIGTERM":
        pytest.skip("takes a minute: run `python -m pytest tests/whole/faults --long`")
    for number in range(25 if long else 1):
        new_home(str(number))
        child = reader_in_a_box()
        text = typed(child)
        if how == "closed terminal":
            child.ptyproc.delayafterclose = 3  # the program ends by itself, or else
            child.close()
        else:
            child.kill(getattr(signal, how))
        deadline = time.monotonic() + 60
        while child.isalive() and time.monotonic() < deadline:
            time.sleep(0.05)
        found = kept()
        assert text.startswith(found)
        assert len(text) - len(found) <= seconds_lost * PER_SECOND
