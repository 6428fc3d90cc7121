"""The second reader as a walk asks it: one act at a time, in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[2]


class OthersNotes:
    """Another reader of ``notes``, started at the first act and after each end.

    ``notes`` is ``None`` for the journal that belongs to the two texts.
    """

    def __init__(self, left: Path, right: Path, notes: Path | None) -> None:
        self._arguments = [str(left), str(right), str(notes or "")]
        self._process: subprocess.Popen[str] | None = None

    def ask(self, act: str, which: int) -> dict[str, str]:
        """Do an act; return the notes there are then, by id, none where it ended.

        It ends where it finds the texts in a state that cannot be read.
        """
        if self._process is None or self._process.poll() is not None:
            self._process = self._started()
        try:
            self._process.stdin.write(f"{act} {which}\n")
            self._process.stdin.flush()
            told = self._process.stdout.readline()
        except BrokenPipeError:
            told = ""
        if told:
            return json.loads(told)
        self.end()
        return {}

    def _started(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.walk.second_reader", *self._arguments],
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def end(self) -> None:
        """End it, if it runs; it must have met nothing else than unreadable texts."""
        if self._process is not None:
            _, trouble = self._process.communicate()
            self._process = None
            assert "Traceback" not in trouble or "UserError" in trouble, trouble
