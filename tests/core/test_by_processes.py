"""What several processes make comes in order, and whole, whatever becomes of them."""

import os
import signal
import subprocess
import sys
import threading

import pytest

from tui_app.core import by_processes
from tui_app.core.by_processes import made_in_order

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is forked")

HERE = os.getpid()


@pytest.fixture(autouse=True)
def two_processors(monkeypatch):
    monkeypatch.setattr(by_processes, "AT_ONCE", 10)
    monkeypatch.setattr(by_processes, "_processors", lambda: 2)


def said(numbers):
    return f"{[*numbers]}".encode()


def maker(_):
    return b"%d" % os.getpid()


@pytest.mark.parametrize("count", [0, 1, 10, 11, 95, 100])
def test_everything_is_there_once_in_order(count):
    starts = range(0, count, 10)
    expected = [said(range(start, min(start + 10, count))) for start in starts]
    assert list(made_in_order(count, said)) == expected


def test_two_other_processes_take_turns():
    makers = list(made_in_order(60, maker))
    assert b"%d" % HERE not in makers
    assert makers == makers[:2] * 3
    assert len(set(makers)) == 2


def test_of_large_things_a_stretch_holds_fewer(monkeypatch):
    monkeypatch.setattr(by_processes, "_SIZE_AT_ONCE", 1000)
    made = made_in_order(9, said, size=3000)
    assert list(made) == [said(range(start, start + 3)) for start in (0, 3, 6)]
    assert b"%d" % HERE not in made_in_order(9, maker, size=3000)
    assert list(made_in_order(3, maker, size=1000)) == [b"%d" % HERE]


def test_few_things_are_made_here():
    assert list(made_in_order(10, maker)) == [b"%d" % HERE]


def test_so_is_all_where_there_is_one_processor(monkeypatch):
    monkeypatch.setattr(by_processes, "_processors", lambda: 1)
    assert set(made_in_order(60, maker)) == {b"%d" % HERE}


def test_so_is_all_beside_other_threads():
    over = threading.Event()
    waiting = threading.Thread(target=over.wait)
    waiting.start()
    try:
        assert set(made_in_order(60, maker)) == {b"%d" % HERE}
    finally:
        over.set()
        waiting.join()


def test_so_is_all_where_no_process_can_be_started(monkeypatch):
    def fork():
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", fork)
    assert set(made_in_order(60, maker)) == {b"%d" % HERE}


def test_what_a_killed_process_leaves_undone_is_made_here():
    def make(numbers):
        if numbers.start == 40 and os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return said(numbers)

    assert list(made_in_order(95, make)) == list(map(said, stretches(95)))


def stretches(count):
    return [range(at, min(at + 10, count)) for at in range(0, count, 10)]


def test_an_error_is_that_of_the_stretch_when_its_turn_comes():
    def make(numbers):
        if numbers.start == 30:
            raise ValueError("no")
        return said(numbers)

    made = made_in_order(95, make)
    assert [next(made) for _ in range(3)] == list(map(said, stretches(30)))
    with pytest.raises(ValueError, match="no"):
        next(made)


def test_pieces_larger_than_any_pipe_come_whole():
    def make(numbers):
        return bytes([numbers.start]) * 3_000_000

    sizes = [(piece[0], len(piece)) for piece in made_in_order(40, make)]
    assert sizes == [(start, 3_000_000) for start in (0, 10, 20, 30)]


def test_who_is_ahead_waits_when_enough_is_there(monkeypatch):
    monkeypatch.setattr(by_processes, "_MOST_WAITING", 0)
    assert list(made_in_order(95, said)) == list(map(said, stretches(95)))


def test_closed_early_no_process_is_left():
    made = made_in_order(1_000_000, maker)
    children = {int(next(made)), int(next(made))}
    made.close()
    for child in children:
        with pytest.raises(ProcessLookupError):
            os.kill(child, 0)


PROGRAM = """
import os, sys, time
from tui_app.core import by_processes
by_processes._processors = lambda: 2
by_processes.AT_ONCE = 10
def make(numbers):
    if numbers.start >= 20:
        time.sleep(600)
    return b"%d" % os.getpid()
for child in by_processes.made_in_order(1000, make):
    print(child.decode(), flush=True)
"""


def test_the_processes_end_when_the_one_that_wants_them_is_killed():
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE
    ) as parent:
        for _ in range(2):
            parent.stdout.readline()
        parent.kill()
        # The children hold the pipe, too: it ends when all of them have.
        assert parent.communicate(timeout=20) == (b"", None)


BUSY = """
import re
from tui_app.core.forked_child import end_when_unwanted
end_when_unwanted(0)
print("begins", flush=True)
re.match("(a+)+b", "a" * 60)
"""
"""Is busy for years in one call that lets no other thread of the process work."""


def test_a_process_ends_in_the_middle_of_a_long_call():
    command = [sys.executable, "-c", BUSY]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe) as process:
        try:
            assert process.stdout.readline() == b"begins\n"
            process.stdin.close()
            assert process.wait(timeout=60) == -signal.SIGIO
        finally:
            process.kill()
