"""A child that makes something for this process, forked: it knows all that this knows.

It ends with who wants it, however that ends, and without what this does at its end.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple


class ForkedChild(NamedTuple):
    """A child at work.

    ``number`` is that of its process; what it makes comes through the pipe ``made``. As
    long as ``wanting`` is open it is wanted. Who listens closes both, and waits.
    """

    number: int
    made: int
    wanting: int

    def kill(self) -> None:
        """End it at once."""
        with suppress(ProcessLookupError):
            os.kill(self.number, signal.SIGKILL)

    def wait(self) -> None:
        """Wait until it has ended."""
        # Nobody can be waited for where the signal of ended children is ignored, as
        # whoever started this program may have left it.
        with suppress(ChildProcessError):
            os.waitpid(self.number, 0)


def forked_child(work: Callable[[int], object]) -> ForkedChild | None:
    """Fork a child for the work, which is given the pipe to write to.

    ``None`` where none can be forked: no room for one more, or another system. What
    goes wrong in the child is not told; what it has not made is to be made here.
    """
    if not hasattr(os, "fork"):
        return None
    made, writing = os.pipe()
    wanted, wanting = os.pipe()
    try:
        number = os.fork()
    except OSError:
        for end in (made, writing, wanted, wanting):
            os.close(end)
        return None
    if not number:
        try:
            os.close(made)
            os.close(wanting)
            end_when_unwanted(wanted)
            work(writing)
        finally:
            os._exit(0)
    os.close(writing)
    os.close(wanted)
    return ForkedChild(number, made, wanting)


def end_when_unwanted(wanted: int) -> None:
    """Have this process end when the other end of a pipe of its own is closed.

    Nothing ever comes from there. Whoever holds it need not be able to say goodbye:
    the system closes it, however that process ends. To be called by the main thread.
    """

    def wait() -> None:
        os.read(wanted, 1)
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
    if sys.platform != "win32":
        _end_by_signal(wanted)


def _end_by_signal(wanted: int) -> None:
    """Have the system end this process, which has no time for a thread in long calls.

    It sends SIGIO (``O_ASYNC``, fcntl(2)) to who reads a pipe that is closed.
    """
    import fcntl

    with suppress(OSError):  # a system that has it for sockets only
        signal.signal(signal.SIGIO, signal.SIG_DFL)
        fcntl.fcntl(wanted, fcntl.F_SETOWN, os.getpid())
        flags = fcntl.fcntl(wanted, fcntl.F_GETFL)
        fcntl.fcntl(wanted, fcntl.F_SETFL, flags | os.O_ASYNC)
