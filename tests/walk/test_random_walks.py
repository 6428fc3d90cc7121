"""The reader walked through at random: no fault, no note lost, rows level."""

import pytest

from .reader_walk import ReaderWalk

STEPS = 60  # ``python -m tests.walk.walk_long`` goes on for as long as one likes


@pytest.mark.parametrize("seed", range(3))
async def test_nothing_goes_wrong_wherever_one_walks(seed, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EDITOR", "true")
    walk = ReaderWalk(seed, tmp_path)
    try:
        await walk.walk(STEPS)
    except BaseException as error:
        error.add_note("\n".join(["the latest steps:", *walk.log[-40:]]))
        raise
    assert walk.taken.total() >= STEPS
