"""F1, F7, F8: processes that end in the middle of a save, readers side by side."""

from __future__ import annotations

import pytest


def test_nothing_acknowledged_is_lost_when_writers_are_killed(run_program, long):
    figures = run_program("kill_rounds", 200 if long else 2)
    assert figures["acknowledged"] >= (10_000 if long else 20)
    assert figures["lost"] == 0
    assert figures["unloadable"] == 0


def test_nothing_is_lost_beside_a_compaction_that_is_killed_too(run_program, long):
    figures = run_program("kill_rounds", 100 if long else 1, "--compact")
    assert figures["lost"] == 0
    assert figures["unloadable"] == 0


@pytest.mark.usefixtures("only_long")
def test_without_the_lock_notes_are_lost(run_program):
    """The control: what the lock is for."""
    assert run_program("kill_rounds", 20, "--no-lock")["lost"] > 0
