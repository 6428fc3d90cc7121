"""Work done in a child process: its result, its errors, and its absence."""

import os
import signal

import pytest

from tui_app.errors import UserError
from tui_app.ui.launch import ChildWork


def test_the_result_of_the_work_comes_back():
    assert (
        ChildWork(lambda: {"rows": list(range(100_000))}).result()["rows"][-1] == 99_999
    )


def test_what_the_work_raises_is_raised_where_it_is_awaited():
    def fail():
        raise UserError("a.txt", "cannot be read", "check the name")

    with pytest.raises(UserError, match=r"a\.txt: cannot be read, check the name"):
        ChildWork(fail).result()


def test_the_work_is_done_here_when_the_child_dies():
    parent = os.getpid()

    def die_in_child():
        if os.getpid() != parent:
            os._exit(9)
        return "done here"

    assert ChildWork(die_in_child).result() == "done here"


def test_the_work_is_done_here_where_there_is_no_fork(monkeypatch):
    monkeypatch.delattr(os, "fork")
    here = os.getpid()
    assert ChildWork(os.getpid).result() == here


def test_no_child_is_left_behind():
    ChildWork(lambda: 1).result()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_the_result_comes_back_where_the_end_of_children_is_not_told():
    ignored = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        assert ChildWork(lambda: 1).result() == 1
    finally:
        signal.signal(signal.SIGCHLD, ignored)
