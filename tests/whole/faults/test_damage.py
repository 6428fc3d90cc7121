"""F5, F9: power cuts and damaged files."""

from __future__ import annotations

import pytest


def test_damaged_files_open_without_a_crash_or_a_wrong_note(run_program, long):
    figures = run_program("corruption", 100_000 if long else 600)
    assert figures["damaged"] >= figures["files"] * 0.95
    assert figures["crashes"] == 0
    assert figures["wrong"] == 0
    assert figures["dropped"] == 0


@pytest.fixture
def loop_disk(as_root, needs, tmp_path):  # noqa: ARG001 - as_root skips
    """A directory on a disk where an image can be mounted."""
    import subprocess

    needs("mkfs.ext4", "mount", "umount")
    if subprocess.run(["losetup", "-f"], capture_output=True, check=False).returncode:
        pytest.skip("NOT TESTED: no loop devices here")
    yield tmp_path
    subprocess.run(["umount", tmp_path / "disk"], capture_output=True, check=False)


def test_a_power_cut_takes_nothing_that_was_acknowledged(run_program, loop_disk, long):
    figures = run_program("power_cuts", 200 if long else 2, directory=loop_disk)
    assert figures["acknowledged"] > 0
    assert figures["lost"] == 0


@pytest.mark.usefixtures("only_long")
def test_without_fsync_a_power_cut_takes_notes(run_program, loop_disk):
    """The control: what the promise costs, and that the test can fail."""
    figures = run_program("power_cuts", 20, "--no-fsync", directory=loop_disk)
    assert figures["cuts_with_loss"] >= 10
