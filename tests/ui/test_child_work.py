"""Work done in a child process: its result, its errors, and its absence."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tui_app.core.model import Progress
from tui_app.errors import UserError
from tui_app.ui.child_work import ChildWork


def test_the_result_of_the_work_comes_back():
    assert (
        ChildWork(lambda _: {"rows": list(range(100_000))}).result()["rows"][-1]
        == 99_999
    )


def test_what_the_work_raises_is_raised_where_it_is_awaited():
    def fail(_tell):
        raise UserError("a.txt", "cannot be read", "check the name")

    with pytest.raises(UserError, match=r"a\.txt: cannot be read, check the name"):
        ChildWork(fail).result()


def test_the_work_is_done_here_when_the_child_dies():
    parent = os.getpid()

    def die_in_child(_tell):
        if os.getpid() != parent:
            os._exit(9)
        return "done here"

    assert ChildWork(die_in_child).result() == "done here"


def test_the_work_is_done_here_where_there_is_no_fork(monkeypatch):
    monkeypatch.delattr(os, "fork")
    here = os.getpid()
    assert ChildWork(lambda _: os.getpid()).result() == here


def test_no_child_is_left_behind():
    ChildWork(lambda _: 1).result()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_the_result_comes_back_where_the_end_of_children_is_not_told():
    ignored = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        assert ChildWork(lambda _: 1).result() == 1
    finally:
        signal.signal(signal.SIGCHLD, ignored)


class Ears:
    """Hears what a child tells, and leaves once it is told ``enough``."""

    def __init__(self, enough=""):
        self.heard = []
        self._enough = enough

    def wait_for(self, pipe):
        pass

    def tell(self, doing, progress):
        self.heard.append((doing, progress))
        if doing == self._enough:
            raise KeyboardInterrupt


def test_what_the_child_does_is_heard_before_its_result():
    ears = Ears()

    def work(tell):
        tell("reading a.txt", Progress())
        tell("reading b.txt", Progress(1, 4))
        return "read"

    assert ChildWork(work).result(ears) == "read"
    assert ears.heard == [
        ("reading a.txt", Progress()),
        ("reading b.txt", Progress(1, 4)),
    ]


def test_of_one_work_not_every_step_is_told():
    ears = Ears()

    def work(tell):
        for number in range(10_000):
            tell("reading", Progress(number, 10_000))

    ChildWork(work).result(ears)
    assert 1 <= len(ears.heard) < 1000


def test_who_leaves_ends_the_child():
    def work(tell):
        tell("child", Progress(os.getpid()))
        tell("long", Progress())
        time.sleep(600)

    ears = Ears(enough="long")
    with pytest.raises(KeyboardInterrupt):
        ChildWork(work).result(ears)
    _, (child, _) = ears.heard[0]
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


KILLED = """
import os, signal, time
from tui_app.ui.child_work import ChildWork

def work(tell):
    print(os.getpid(), flush=True)
    time.sleep(600)

ChildWork(work)
time.sleep(600)
"""


def test_the_child_ends_with_a_reader_that_is_killed():
    with subprocess.Popen([sys.executable, "-c", KILLED], stdout=subprocess.PIPE) as it:
        int(it.stdout.readline())
        it.kill()
        # Both hold the pipe; it ends when both have ended.
        assert it.stdout.read() == b""
