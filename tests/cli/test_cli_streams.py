"""Standard streams that are closed: a sentence, a status, and nothing in odd places."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

DIPTYCH = f"{shlex.quote(sys.executable)} -m tui_app"


@pytest.fixture
def shell(tmp_path):
    (tmp_path / "a.txt").write_text("One came. Two went.\n")
    (tmp_path / "b.txt").write_text("One came. Two left.\n")

    def run(words, closed):
        done = subprocess.run(  # noqa: S602 - only a shell closes streams so
            f"{DIPTYCH} {words} {closed}",
            shell=True,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
            env=os.environ | {"LC_ALL": "C.UTF-8"},
        )
        return done.returncode, done.stdout, done.stderr

    return run


@pytest.mark.parametrize("words", ["align a.txt b.txt", "diff a.txt b.txt", "config"])
def test_closed_output_is_told_in_one_line(shell, words):
    status, out, err = shell(words, ">&-")
    assert (status, out) == (2, "")
    assert err == "diptych: output: it is closed, what was printed is not complete\n"


@pytest.mark.parametrize("words", ["diff nosuch b.txt", "notes add a.txt b.txt", "x"])
def test_an_error_is_never_written_to_standard_output(shell, words):
    assert shell(words, "2>&-")[:2] == (2, "")


def test_closed_errors_do_no_harm_to_what_is_printed(shell):
    assert shell("align a.txt b.txt --json", "2>&-") == shell(
        "align a.txt b.txt --json", ""
    )


def test_nor_does_closed_input(shell):
    assert shell("diff a.txt b.txt", "<&-") == shell("diff a.txt b.txt", "")
    status, _, err = shell("diff - b.txt", "<&-")
    assert status == 2
    assert err.startswith("diptych: -: standard input is closed")


def test_with_all_closed_the_status_is_left(shell):
    assert shell("diff a.txt b.txt", "<&- >&- 2>&-") == (2, "", "")
    assert shell("a.txt b.txt", "<&- >&- 2>&-") == (2, "", "")


@pytest.fixture
def full(shell):
    if not Path("/dev/full").exists():
        pytest.skip("NOT TESTED: needs /dev/full")
    return shell


@pytest.mark.parametrize(
    "words", ["diff nosuch b.txt", "import passim x", "x", "a.txt"]
)
@pytest.mark.parametrize("closed", ["2>/dev/full", ">/dev/full 2>/dev/full", "2>&-"])
def test_where_no_error_can_be_written_the_status_is_that_of_trouble(
    full, words, closed
):
    # A status of 1 would be taken for differences that were found.
    assert full(words, closed)[:2] == (2, "")


@pytest.mark.parametrize(
    "words", ["diff a.txt b.txt --json", "notes where a.txt b.txt"]
)
def test_so_it_is_where_neither_output_nor_errors_can_be_written(full, words):
    assert full(words, ">/dev/full 2>/dev/full") == (2, "", "")


@pytest.mark.parametrize(
    "words",
    [
        *("align a.txt b.txt", "diff a.txt b.txt", "export a.txt b.txt --format csv"),
        *("pairs a.txt b.txt", "table a.txt b.txt a.txt", "contents a.txt b.txt"),
        *("notes list a.txt b.txt", "notes where a.txt b.txt", "text a.txt"),
        *("import passim a.txt", "completion bash", "git-setup", "config", "--help"),
        *("a.txt b.txt", "."),
    ],
)
def test_no_command_minds_a_closed_input_or_meets_unexpected_trouble(shell, words):
    assert shell(words, "<&-") == shell(words, "")
    status, _, err = shell(words, ">&-")
    assert status in {0, 2}
    assert "unexpected" not in err
    assert err.count("\n") == bool(status)
