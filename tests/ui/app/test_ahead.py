"""Work done ahead in a child process: its result, its errors, and its absence."""

import os
import signal
import sys
from select import select

import pytest

from tui_app.errors import UserError
from tui_app.ui.launch import Ahead


def test_the_result_of_the_work_comes_back():
    assert Ahead(lambda: {"rows": list(range(100_000))}).result()["rows"][-1] == 99_999


def test_what_the_work_raises_is_raised_where_it_is_awaited():
    def fail():
        raise UserError("a.txt", "cannot be read", "check the name")

    with pytest.raises(UserError, match=r"a\.txt: cannot be read, check the name"):
        Ahead(fail).result()


def test_the_work_is_done_here_when_the_child_dies():
    parent = os.getpid()

    def die_in_child():
        if os.getpid() != parent:
            os._exit(9)
        return "done here"

    assert Ahead(die_in_child).result() == "done here"


def test_the_work_is_done_here_where_there_is_no_fork(monkeypatch):
    monkeypatch.delattr(os, "fork")
    here = os.getpid()
    assert Ahead(os.getpid).result() == here


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has wider pipes")
def test_the_child_goes_on_before_its_result_is_asked_for():
    reading, writing = os.pipe()
    ahead = Ahead(lambda: bytes(500_000), lambda _: os.write(writing, b"on"))
    assert select([reading], [], [], 30)[0]
    assert len(ahead.result()) == 500_000
    assert ahead.more() == 2
    for end in (reading, writing):
        os.close(end)


def test_no_child_is_left_behind():
    Ahead(lambda: 1).result()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_more_is_made_of_the_result_in_the_child():
    ahead = Ahead(lambda: 20, lambda result: (result + 1, os.getpid()))
    assert ahead.result() == 20
    more, process = ahead.more()
    assert more == 21
    assert process != os.getpid()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_the_result_does_not_wait_for_more_of_it():
    reading, writing = os.pipe()
    ahead = Ahead(lambda: 1, lambda _: os.read(reading, 1))
    assert ahead.result() == 1
    os.write(writing, b"!")
    assert ahead.more() == b"!"
    os.close(reading)
    os.close(writing)


@pytest.mark.parametrize("end", [lambda _: os._exit(9), lambda _: 1 / 0])
def test_there_is_no_more_where_the_child_dies_over_it(end):
    ahead = Ahead(lambda: 1, end)
    assert ahead.result() == 1
    assert ahead.more() is None
    assert ahead.more() is None


def test_there_is_no_more_where_there_is_no_fork(monkeypatch):
    monkeypatch.delattr(os, "fork")
    ahead = Ahead(lambda: 1, lambda _: 2)
    assert ahead.result() == 1
    assert ahead.more() is None


def test_more_comes_back_where_the_end_of_children_is_not_told():
    ignored = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        ahead = Ahead(lambda: 1, lambda result: result + 1)
        assert (ahead.result(), ahead.more()) == (1, 2)
    finally:
        signal.signal(signal.SIGCHLD, ignored)
