"""What a command is at stands on the terminal until what it prints may stand there."""

import io
import os
import sys

import pytest

from tui_app.cli import work_told

ERASED = "\r\x1b[K"


class Terminal(io.StringIO):
    """Stands for standard error."""

    def isatty(self):
        return True


@pytest.fixture
def told_on(monkeypatch):
    """Return a function that tells of long work, on a terminal that it returns."""

    def tell():
        terminal = Terminal()
        # Not before the test itself runs: pytest puts its own there.
        monkeypatch.setattr(sys, "stderr", terminal)
        work_told.begin_to_tell()
        work_told.tell("aligning")
        work_told._told.show()
        return terminal

    yield tell
    work_told.tell_no_more()


def test_it_makes_room_for_whoever_reads_a_pipe(told_on, monkeypatch):
    terminal = told_on()
    reading, writing = os.pipe()
    with os.fdopen(reading), os.fdopen(writing, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        work_told.tell_no_more_beside_output()
        work_told.tell("writing")
    assert terminal.getvalue() == f"{ERASED}aligning{ERASED}"


def test_it_goes_on_while_a_file_is_written(told_on, monkeypatch, tmp_path):
    terminal = told_on()
    with (tmp_path / "out").open("w") as file:
        monkeypatch.setattr(sys, "stdout", file)
        work_told.tell_no_more_beside_output()
        work_told.tell("writing")
    assert terminal.getvalue() == f"{ERASED}aligning{ERASED}writing"
