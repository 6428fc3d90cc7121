"""F2, F6 in process: every call to the system fails once, or from then on for ever.

The long run does the same from outside, with strace, and with kills.
"""

from __future__ import annotations

import errno
import fcntl
import itertools
import os
import sys
from pathlib import Path

import pytest

PROGRAMS = Path(__file__).parent / "programs"
CALLS = {
    "open": os,
    "write": os,
    "fsync": os,
    "replace": os,
    "link": os,
    "mkdir": os,
    "flock": fcntl,
}


@pytest.fixture
def scenario(monkeypatch, tmp_path):
    monkeypatch.syspath_prepend(str(PROGRAMS))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    import scenario

    yield scenario
    for name in ("scenario", "common"):
        sys.modules.pop(name, None)


class Fault:
    """Makes a function fail at its ``when``-th call, or from it on."""

    def __init__(self, call, number, when, *, for_ever):
        self.call = call
        self.number = number
        self.when = when
        self.for_ever = for_ever
        self.calls = 0

    def __call__(self, *arguments, **named):
        self.calls += 1
        due = self.calls >= self.when if self.for_ever else self.calls == self.when
        if due:
            raise OSError(self.number, os.strerror(self.number))
        return self.call(*arguments, **named)


def test_without_faults_the_session_does_all_it_says(scenario):
    expected = scenario.Expected()
    scenario.session(expected)
    assert expected.errors == 0
    assert expected.bodies == {"a": {"a2"}, "b": {"b1"}, "-": {None}, "c": {"c1"}}
    assert scenario.violations(expected) == []


@pytest.mark.parametrize(
    ("number", "for_ever"),
    [(errno.EIO, False), (errno.ENOSPC, True)],
    ids=["EIO-once", "ENOSPC-for-ever"],
)
@pytest.mark.parametrize("name", CALLS)
def test_no_failing_call_loses_a_note(
    scenario, monkeypatch, tmp_path, long, name, number, for_ever
):
    found = []
    for when in itertools.count(1, 1 if long else 4):
        home = tmp_path / str(when)
        monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
        monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
        module = CALLS[name]
        fault = Fault(getattr(module, name), number, when, for_ever=for_ever)
        expected = scenario.Expected()
        with monkeypatch.context() as patch:
            patch.setattr(module, name, fault)
            scenario.session(expected)
        if fault.calls < when:
            break
        found += [f"call {when}: {each}" for each in scenario.violations(expected)]
    assert found == []
    assert when > 1, "the call is never made"


def test_a_failed_fsync_is_answered_by_a_new_file(scenario, monkeypatch):
    book = scenario.common.notebook()
    book.add("first", scenario.common.ANCHORS)
    before = book.where.stat().st_ino
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", Fault(os.fsync, errno.EIO, 1, for_ever=False))
        book.add("second", scenario.common.ANCHORS)
    assert book.where.stat().st_ino != before
    assert scenario.common.bodies() == {"first", "second"}
    assert [note.body for note in book.notes] == ["first", "second"]


def test_an_fsync_that_always_fails_is_said_and_takes_nothing(scenario, monkeypatch):
    from tui_app.errors import UserError

    book = scenario.common.notebook()
    book.add("first", scenario.common.ANCHORS)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", Fault(os.fsync, errno.EIO, 1, for_ever=True))
        with pytest.raises(UserError, match="not saved: the disk reports an error"):
            book.add("second", scenario.common.ANCHORS)
    assert scenario.common.bodies() == {"first"}
    book.add("third", scenario.common.ANCHORS)
    assert scenario.common.bodies() == {"first", "third"}


def test_a_file_system_without_locks_gets_a_lock_file(scenario, monkeypatch):
    monkeypatch.setattr(
        fcntl, "flock", Fault(fcntl.flock, errno.ENOLCK, 1, for_ever=True)
    )
    book = scenario.common.notebook()
    book.add("first", scenario.common.ANCHORS)
    lock = book.where.with_name("notes.jsonl.lock")
    assert not lock.exists()
    import socket

    lock.write_text(f"{socket.gethostname()} 999999999")
    book.add("second", scenario.common.ANCHORS)
    assert scenario.common.bodies() == {"first", "second"}


def test_a_lock_held_for_ever_is_said(scenario, monkeypatch):
    from tui_app.errors import UserError

    book = scenario.common.notebook()
    book.add("first", scenario.common.ANCHORS)
    monkeypatch.setattr("tui_app.disk.locking.LOCK_PATIENCE", 0.05)
    with book.where.open("r+b") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(UserError, match="another program holds the lock"):
            book.add("second", scenario.common.ANCHORS)
    book.add("third", scenario.common.ANCHORS)
