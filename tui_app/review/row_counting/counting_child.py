"""The process that counts, seen from the reader: started, listened to, ended."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress

from tui_app.core.joined_bytes import LENGTH
from tui_app.review.row_counting.count_job import CountJob
from tui_app.review.row_counting.counted_rows import CountedRows

_PROGRAM = """\
import sys
sys.path[:] = sys.argv[1:]
from tui_app.review.row_counting.counting_process import main
main()
"""


class ChildEndedError(Exception):
    """The process could not be started, or ended before everything was counted."""


class CountingChild:
    """Processes that count, one after the other.

    ``end`` may be called from any thread, at any time: from then on it ``is_over``.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self.is_over = False

    def count(self, job: CountJob) -> Iterator[CountedRows]:
        """Yield the rows of the job as they are counted.

        Raises ``ChildEndedError``.
        """
        try:
            process = self._start()
        except (OSError, ValueError) as error:  # ValueError: a path with a null in it
            raise ChildEndedError from error
        try:
            yield from _talk(process, job)
        except (OSError, ValueError) as error:
            raise ChildEndedError from error
        finally:
            _close(process)

    def end(self) -> None:
        """End the process at once; one that is not started yet will not be."""
        with self._guard:
            self.is_over = True
            if self._process is not None:
                self._process.kill()

    def _start(self) -> subprocess.Popen[bytes]:
        with self._guard:
            if self.is_over or not sys.executable:
                raise ChildEndedError
            # -P: no module is taken from the folder of the texts. A group of its own
            # hears no signal of the terminal; a session of its own would be given as
            # much of the processor as the reader's, whatever its priority (autogroups,
            # sched(7)).
            self._process = subprocess.Popen(  # noqa: S603 - the program itself
                [sys.executable, "-P", "-c", _PROGRAM, *map(_absolute, sys.path)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                process_group=0,
            )
            return self._process


def _absolute(place: str) -> str:
    return place or os.getcwd()  # noqa: PTH109 - as sys.path has it


def _talk(process: subprocess.Popen[bytes], job: CountJob) -> Iterator[CountedRows]:
    """Hand over the job and yield what comes; raises ``OSError`` and ``ValueError``."""
    if process.stdin is None or process.stdout is None:
        raise ValueError("no pipes")
    pickle.dump(job, process.stdin, pickle.HIGHEST_PROTOCOL)
    process.stdin.flush()
    left = job.how_many
    while left > 0:
        length = process.stdout.read(LENGTH.size)
        if len(length) < LENGTH.size:
            raise ChildEndedError
        counted = CountedRows.from_bytes(process.stdout.read(*LENGTH.unpack(length)))
        left -= len(counted.tallies)
        yield counted
    process.stdout.read()  # it keeps them now, and ends


def _close(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    for pipe in (process.stdin, process.stdout):
        with suppress(OSError):  # what was not written will not be read
            if pipe is not None:
                pipe.close()
    process.wait()
