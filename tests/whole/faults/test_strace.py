"""F2 from outside: errors and kills at the system calls themselves."""

from __future__ import annotations

import pytest


@pytest.mark.usefixtures("only_long")
def test_no_system_call_that_fails_or_kills_loses_a_note(run_program, needs):
    needs("strace")
    figures = run_program("strace_sweep")
    assert figures["runs"] > 100
    assert figures["violations"] == []
    assert figures["crashes"] == 0
