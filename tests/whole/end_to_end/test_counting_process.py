"""A book is counted beside the reader, which nothing about that can harm."""

import contextlib
import os
import random
import re
import signal
import time
from pathlib import Path

import pexpect
import pytest

ROWS = 4000
COUNTED = re.compile(rb"[^~\d]\d+% alike")
PATIENCE = 60  # seconds; only a hang takes so long


def book(seed):
    """Return a text of short paragraphs, in which the seed changes some words."""
    dice, changes = random.Random(1), random.Random(seed)  # noqa: S311
    syllables = [a + b for a in "bdfglmnprst" for b in ("a", "e", "i", "o", "u", "an")]
    words = ["".join(dice.choices(syllables, k=3)) for _ in range(3000)]
    rows = [dice.choices(words, k=14) for _ in range(ROWS)]
    changed = (
        " ".join(changes.choice(words) if changes.random() < 0.1 else w for w in row)
        for row in rows
    )
    return "\n\n".join(f"{row.capitalize()}." for row in changed)


LEFT, RIGHT = book(2), book(3)


@pytest.fixture
def cache(tmp_path, monkeypatch):
    place = tmp_path / "CACHE"
    monkeypatch.setenv("XDG_CACHE_HOME", str(place))
    return place


@pytest.fixture
def open_book(open_terminal, cache):  # noqa: ARG001 - where counts are kept
    return lambda: open_terminal(LEFT, RIGHT, "--unit", "line", size=(30, 120))


def until(condition):
    """Return what the condition comes to once that is true, or when patience ends."""
    for _ in range(PATIENCE * 100):
        found = condition()
        if found:
            break
        time.sleep(0.01)
    return found


def children(process):
    """Return the processes that any thread of the process started."""
    if not Path("/proc/self/task").exists():
        pytest.skip("NOT TESTED: needs /proc")
    found = []
    for file in Path(f"/proc/{process}/task").glob("*/children"):
        found += map(int, file.read_text().split())
    return found


def counters(process):
    return [one for one in children(process) if b"row_counting" in command_of(one)]


def command_of(process):
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:  # it has ended
        return b""


def counter_of(opened):
    """Wait for the process that counts, while the terminal reads what is shown."""

    def look():
        pump(opened)
        return counters(opened.pid)

    return until(look)[0]


def pump(opened):
    with contextlib.suppress(pexpect.TIMEOUT):
        opened.read_nonblocking(1 << 16, timeout=0)


def is_gone(process):
    return until(lambda: not command_of(process))


def left(opened):
    """Quit, and return the exit status."""
    opened.send("q")
    opened.expect(pexpect.EOF)
    opened.close()
    return opened.exitstatus


def test_a_second_opening_finds_the_counts_of_the_first(open_book, cache):
    for _ in range(2):
        opened = open_book()
        opened.expect(COUNTED)
        assert until(lambda: list(cache.rglob("*.counts")))
        assert left(opened) == 0
    assert len(list(cache.rglob("*.counts"))) == 1


def test_who_quits_while_it_counts_leaves_no_process(open_book):
    opened = open_book()
    counter = counter_of(opened)
    assert left(opened) == 0
    assert is_gone(counter)


def test_a_reader_that_is_killed_leaves_no_process(open_book):
    opened = open_book()
    counter = counter_of(opened)
    os.kill(opened.pid, signal.SIGKILL)
    assert is_gone(counter)


def test_a_reader_whose_terminal_closes_leaves_no_process(open_book):
    opened = open_book()
    counter = counter_of(opened)
    opened.close(force=False)
    assert is_gone(counter)


def test_where_the_counting_processes_are_killed_all_is_counted_all_the_same(
    open_book,
):
    opened = open_book()
    first = counter_of(opened)
    os.kill(first, signal.SIGKILL)
    assert is_gone(first)
    second = counter_of(opened)
    os.kill(second, signal.SIGKILL)
    opened.expect(COUNTED)
    assert left(opened) == 0


@pytest.mark.parametrize("kind", ["a file", "damaged", "a link to itself"])
def test_a_cache_that_cannot_be_used_is_passed_by(open_book, cache, kind):
    if kind == "a file":
        cache.write_text("no folder")
    elif kind == "a link to itself":
        cache.symlink_to(cache)
    else:
        first = open_book()
        first.expect(COUNTED)
        (kept,) = until(lambda: list(cache.rglob("*.counts")))
        assert left(first) == 0
        kept.write_bytes(kept.read_bytes()[:-100])
    opened = open_book()
    opened.expect(COUNTED)
    assert left(opened) == 0


def test_two_readers_of_one_pair_do_not_disturb_each_other(open_book, cache):
    both = [open_book(), open_book()]
    for opened in both:
        opened.expect(COUNTED)
    for opened in both:
        assert left(opened) == 0
    assert len(list(cache.rglob("*.counts"))) == 1
