"""A process of the program's own for long work: started, listened to, ended.

It runs ``main`` of a module, reads one pickled job from standard input and writes what
it makes to standard output. Standard input stays open as long as somebody listens: what
comes of it then is its end, and ends the process (``job_of_reader``).
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO

from tui_app.core.forked_child import end_when_unwanted

_PROGRAM = """\
import sys
from importlib import import_module
module, *sys.path[:] = sys.argv[1:]
import_module(module).main()
"""

_LOWEST = 19


class HelperProcess:
    """Processes that run one module, one after the other.

    ``end`` may be called from any thread, at any time: from then on it ``is_over``.
    """

    def __init__(self, module: str) -> None:
        self._module = module
        self._guard = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self.is_over = False

    @contextmanager
    def working_on(self, job: object) -> Iterator[IO[bytes]]:
        """Start a process on the job; yield what it writes, and end it afterwards.

        Raises ``OSError`` and ``ValueError`` where it cannot be started or talked to.
        """
        process = self._start()
        try:
            if process.stdin is None or process.stdout is None:
                raise ValueError("no pipes")
            pickle.dump(job, process.stdin, pickle.HIGHEST_PROTOCOL)
            process.stdin.flush()
            yield process.stdout
        finally:
            end_module(process)

    def end(self) -> None:
        """End the process at once; one that is not started yet will not be."""
        with self._guard:
            self.is_over = True
            if self._process is not None:
                self._process.kill()

    def _start(self) -> subprocess.Popen[bytes]:
        with self._guard:
            if self.is_over:
                raise OSError("no process is wanted")
            self._process = start_module(self._module)
            return self._process


def start_module(module: str) -> subprocess.Popen[bytes]:
    """Start a process that runs ``main`` of a module, with pipes to both its ends.

    Raises ``OSError`` where none can be started.
    """
    if not sys.executable:
        raise OSError("no process can be started")
    # -P: no module is taken from the folder of the texts. A group of its own hears no
    # signal of the terminal; a session of its own would be given as much of the
    # processor as the reader's, whatever its priority (autogroups, sched(7)).
    return subprocess.Popen(  # noqa: S603 - the program itself
        [sys.executable, "-P", "-c", _PROGRAM, module, *map(_absolute, sys.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        process_group=0,
    )


def _absolute(place: str) -> str:
    return place or os.getcwd()  # noqa: PTH109 - as sys.path has it


def end_module(process: subprocess.Popen[bytes]) -> None:
    """End the process at once, and close the pipes."""
    process.kill()
    for pipe in (process.stdin, process.stdout):
        # What was not written will not be read; a thread may still be at it.
        with suppress(OSError, ValueError):
            if pipe is not None:
                pipe.close()
    process.wait()


def job_of_reader() -> object:
    """Return the job, in the process; from now on it ends with the reader.

    It runs at the lowest priority: keys go first.
    """
    with suppress(OSError):
        os.nice(_LOWEST)
    job = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own reader
    end_when_unwanted(sys.stdin.fileno())
    return job
