from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAMS = Path(__file__).parent / "programs"


def pytest_addoption(parser):
    parser.addoption(
        "--long", action="store_true", help="run the fault tests at their full length"
    )


@pytest.fixture
def long(request):
    """Whether the full length is wanted: ``pytest tests/whole/faults --long``."""
    return bool(request.config.getoption("--long", default=False))


@pytest.fixture
def only_long(long):
    if not long:
        pytest.skip("takes minutes: run `python -m pytest tests/whole/faults --long`")


@pytest.fixture
def as_root():
    if os.geteuid() != 0:
        pytest.skip("NOT TESTED: needs root (mounts, other users)")


@pytest.fixture
def needs():
    """Skip loudly where a program is missing."""

    def check(*names):
        for name in names:
            if shutil.which(name) is None:
                pytest.skip(f"NOT TESTED: needs the program {name}")

    return check


@pytest.fixture
def run_program(tmp_path, capsys):
    """Run a fault program in a directory of its own; return its figures."""

    def run(name, *arguments, directory=None):
        place = directory or tmp_path
        done = subprocess.run(
            [sys.executable, PROGRAMS / f"{name}.py", place, *map(str, arguments)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        figures = json.loads(done.stdout.splitlines()[-1])
        with capsys.disabled():
            sys.stdout.write(f"\n  {name} {' '.join(map(str, arguments))}: {figures}\n")
        return figures

    return run


@pytest.fixture
def mounted(as_root, needs, tmp_path):  # noqa: ARG001 - as_root skips
    """Mount something on a directory; it is unmounted in the end."""
    needs("mount", "umount")
    places = []

    def mount(*arguments):
        place = tmp_path / f"mount{len(places)}"
        place.mkdir()
        done = subprocess.run(
            ["mount", *arguments, place], capture_output=True, text=True, check=False
        )
        if done.returncode:
            pytest.skip(f"NOT TESTED: cannot mount here: {done.stderr.strip()}")
        places.append(place)
        return place

    yield mount
    for place in places:
        subprocess.run(["umount", "-l", place], check=False)
