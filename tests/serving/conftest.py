"""The reader served, on two texts made for it."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PATIENCE = 60  # seconds; only a hang takes so long


class Served:
    """``diptych serve`` on two texts; ``address`` is what it printed."""

    def __init__(self, arguments, folder) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tui_app", "serve", *arguments],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.lines = [self.process.stdout.readline() for _ in range(2)]
        self.address = self.lines[1].strip()
        assert self.address, self.process.stderr.read()
        self.origin, self.token = self.address.split("/?token=")

    def readers(self):
        """Return the numbers of the processes that it started."""
        number = self.process.pid
        return Path(f"/proc/{number}/task/{number}/children").read_text().split()

    def until_readers(self, count) -> None:
        """Wait until there are so many readers."""
        end = time.monotonic() + PATIENCE
        while len(self.readers()) != count:
            assert time.monotonic() < end, self.readers()
            time.sleep(0.05)

    def end(self, number=signal.SIGINT):
        """End it; return its status and what it printed meanwhile."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        out, errors = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, out, errors


LEFT = "The harbour was closed for five years. The mayor spoke of xylophones.\n"
RIGHT = "The harbour was closed for seven years. The mayor talked of xylophones.\n"


@pytest.fixture
def texts(tmp_path):
    """Return a folder with two texts in it."""
    (tmp_path / "left.txt").write_text(LEFT, encoding="utf-8")
    (tmp_path / "right.txt").write_text(RIGHT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def serve(texts):
    """Return a function that serves the two texts, or others."""
    running = []

    def start(*arguments):
        served = Served(arguments or ("left.txt", "right.txt"), texts)
        running.append(served)
        return served

    yield start
    for served in running:
        served.end()
