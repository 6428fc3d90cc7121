"""Work done ahead in a child process: its result, its errors, and its absence."""

import os

import pytest

from tui_app.errors import UserError
from tui_app.ui.ahead import Ahead


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


def test_no_child_is_left_behind():
    Ahead(lambda: 1).result()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
