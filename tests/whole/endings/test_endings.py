"""No way of ending leaves a process, loses a note or a draft, or spoils the terminal.

A few cells of the table; the whole: ``python -m tests.whole.endings.endings_table``.
"""

import sys
from pathlib import Path

import pytest

from .endings_table import cells, make_template, run_cell

FEW = {
    ("reading", "the key that quits"),
    ("words in the note box", "SIGTERM"),
    ("words in the note box", "SIGKILL"),
    ("words in the note box", "stopped, then SIGTERM"),
    ("words in the note box", "terminal takes nothing, then SIGTERM"),
    ("saving, the disk hangs", "SIGHUP"),
    ("$EDITOR on a note", "terminal closed"),
    ("$EDITOR on a note", "SIGKILL"),
    ("counting a book", "shell killed"),
    ("export to a file", "SIGTERM"),
    ("export into a pipe", "who reads the pipe ends"),
    ("serve, words in the box", "SIGTERM"),
}


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    if not sys.platform.startswith("linux") or not Path("/proc/self/environ").exists():
        pytest.skip("NOT TESTED: needs the /proc of Linux")
    return make_template(tmp_path_factory.mktemp("template"))


def test_the_few_are_in_the_table():
    assert {(state.name, way.name) for state, way in cells()} >= FEW


@pytest.mark.parametrize(
    ("state", "way"),
    [cell for cell in cells() if (cell[0].name, cell[1].name) in FEW],
    ids=lambda one: one.name,
)
def test_nothing_is_left_or_lost(state, way, template, tmp_path):
    outcome = run_cell(state, way, template, tmp_path / "session")
    assert outcome.wrong == ()
