"""What the fault programs share: a pair, notes by number, acknowledgements, forks.

A program prints one JSON object with its figures and ends with status 0; what the
figures must be is for the tests to say.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import tui_app.notes.anchoring.locator  # noqa: F401 - loaded before forks and faults
from tui_app.core.comparison import Comparison, compare_texts
from tui_app.errors import UserError
from tui_app.notes.anchoring.new_anchors import row_anchors
from tui_app.notes.notebook import Notebook

LEFT = "\n\n".join(f"Left sentence number {n} stands here." for n in range(8))
RIGHT = "\n\n".join(f"Right sentence number {n} stands here." for n in range(8))


def settle_in(directory: Path) -> None:
    """Keep all notes of this process and its forks in a directory."""
    os.environ["XDG_DATA_HOME"] = str(directory / "data")
    os.environ["XDG_STATE_HOME"] = str(directory / "state")


def comparison() -> Comparison:
    """Return the pair that the notes are about."""
    return compare_texts(LEFT, RIGHT)


PAIR = comparison()
ANCHORS = row_anchors(PAIR, 1)


def notebook() -> Notebook:
    """Open the pair's notebook."""
    return Notebook.open(PAIR.left, PAIR.right)


class Acknowledged:
    """Words written down, by any process, when a save has returned."""

    def __init__(self, path: Path) -> None:
        self._fd = os.open(path, os.O_CREAT | os.O_RDWR | os.O_APPEND)

    def add(self, word: str) -> None:
        """Write a word down."""
        os.write(self._fd, word.encode() + b"\n")

    def all(self) -> list[str]:
        """Return all words so far."""
        size = os.fstat(self._fd).st_size
        return os.pread(self._fd, size, 0).decode().splitlines()


def fork(work: Callable[[], None]) -> int:
    """Run ``work`` in a process of its own; return its number."""
    pid = os.fork()
    if pid:
        return pid
    try:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        work()
    except BaseException:  # noqa: BLE001 - a fork must not run on as its parent
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def add_notes(acknowledged: Acknowledged, name: str, ready: int = -1) -> None:
    """Save notes until killed; ``ready`` is a pipe to tell when it begins."""
    book = notebook()
    for number in itertools.count():
        body = f"{name} {number}"
        with contextlib.suppress(UserError):
            book.add(body, ANCHORS)
            acknowledged.add(body)
        if ready >= 0 and number == 0:
            os.write(ready, b"x")


def started(works: list[Callable[[int], None]]) -> list[int]:
    """Fork workers that get a pipe's end; return when all have written to it."""
    reader, writer = os.pipe()
    pids = [fork(lambda work=work: work(writer)) for work in works]
    os.close(writer)
    for _ in works:
        os.read(reader, 1)
    os.close(reader)
    return pids


def kill(pids: list[int]) -> None:
    """End processes at once."""
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
    for pid in pids:
        os.waitpid(pid, 0)


def bodies() -> set[str]:
    """Return what a reader would find now."""
    book = notebook()
    found = {note.body for note in book.notes}
    book.close()
    return found


def pause(least: float, most: float, share: float) -> None:
    """Wait a time between two, by a share from 0 to 1."""
    time.sleep(least + (most - least) * share)


def report(**figures: object) -> None:
    """Print the figures."""
    sys.stdout.write(json.dumps(figures) + "\n")
