"""``diff --json`` of a book: its rows come from several processes, and none is left."""

import json
import os
import signal
import subprocess
import sys

import pytest

import tui_app
from tui_app.cli.main import main
from tui_app.core import by_processes

DIPTYCH = [sys.executable, "-m", "tui_app"]


def book(lines, word):
    return "".join(f"In year {n} the {n % 97} {word} came.\n" for n in range(lines))


@pytest.fixture
def books(tmp_path):
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text(book(9000, "boats"))
    right.write_text(book(9000, "ships"))
    return str(left), str(right)


@pytest.mark.parametrize("processors", [1, 2])
def test_the_json_is_the_same_however_many_make_it(
    tmp_path, capsys, monkeypatch, processors
):
    monkeypatch.setattr(by_processes, "AT_ONCE", 7)
    monkeypatch.setattr(by_processes, "_processors", lambda: processors)
    left, right = tmp_path / "a.txt", tmp_path / "b.txt"
    left.write_text(book(50, "boats") + "“Ё” 中文 \x7f.\n")
    right.write_text(book(50, "ships"))
    asked = ["diff", str(left), str(right), "--unit", "line", "--json"]
    assert main(asked) == 1
    whole = tui_app.compare_files(left, right, "line").to_dict()
    out = capsys.readouterr().out
    assert json.loads(out) == whole
    assert out == json.dumps(whole).replace("\x7f", "\\u007f") + "\n"


def started(books):
    return subprocess.Popen(
        [*DIPTYCH, "diff", *books, "--unit", "line", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def is_left(group):
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_reader_that_goes_ends_all_processes_without_a_word(books):
    with started(books) as diff:
        diff.stdout.read(10)
        diff.stdout.close()
        assert diff.stderr.read() == b""
        assert diff.wait(60) == 141
    assert not is_left(diff.pid)


def test_so_does_the_interrupt_key(books):
    with started(books) as diff:
        head = diff.stdout.read(1_000_000)  # the texts; rows are under way
        assert head.startswith(b"{")
        os.killpg(diff.pid, signal.SIGINT)
        diff.stdout.close()
        assert diff.stderr.read() == b""
        assert diff.wait(60) == 130
    assert not is_left(diff.pid)
