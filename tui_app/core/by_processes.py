"""Bytes made of many things, stretch by stretch, by several processes, in order.

The processes are forked: they know all that this one knows, and nothing is sent to
them. Each makes every n-th stretch and hands it over as a whole, so that what one has
not made can be made here.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Final, NoReturn

from tui_app.core.joined_bytes import read_piece, write_piece

AT_ONCE: Final = 2_000
"""Things of a stretch: processes that begin anew more often learn words twice."""

_SIZE_AT_ONCE: Final = 600_000
"""What the things of a stretch are large together, as so many rows of a book are."""

MOST_PROCESSES: Final = 2

_MOST_WAITING: Final = 16 << 20
"""Bytes made before their turn; who is ahead waits then."""

Make = Callable[[range], bytes]
"""Makes the bytes of the things with these numbers."""


def made_in_order(count: int, make: Make, size: int = 0) -> Iterator[bytes]:
    """Yield what ``make`` makes of ``count`` things, stretch by stretch, in order.

    Few things, or things of a process that has threads (which a fork would lose), are
    made here, as is what a process that was killed leaves undone. ``size`` is how large
    all are together: stretches of large ones hold fewer. Closed early, as by
    an error or the interrupt key, the iterator ends all processes before it ends.
    """
    length = stretch_length(count, size)
    starts = range(0, count, length)
    stretches = [range(start, min(start + length, count)) for start in starts]
    processes = processes_for(count, size)
    if processes > 1:
        yield from _Crew(stretches, make, processes).made()
    else:
        yield from map(make, stretches)


def stretch_length(count: int, size: int = 0) -> int:
    """Return how many of the things are a stretch; ``size`` is that of all."""
    return max(1, min(AT_ONCE, _SIZE_AT_ONCE * count // size)) if size else AT_ONCE


def processes_for(count: int, size: int = 0) -> int:
    """Return how many processes would make so many things; 1 stands for this one."""
    forks = hasattr(os, "fork") and threading.active_count() == 1
    stretches = -(-count // stretch_length(count, size))
    return min(MOST_PROCESSES, _processors(), stretches) if forks else 1


def _processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let the interrupt key wait; a process forked meanwhile never hears it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Crew:
    """Processes at work on stretches, seen from the one that wants them."""

    def __init__(self, stretches: Sequence[range], make: Make, processes: int) -> None:
        self._stretches = stretches
        self._make = make
        self._processes = processes
        self._children: list[int] = []
        self._pipes: list[int | None] = []
        self._wanting: list[int] = []
        self._waiting: dict[int, bytes] = {}
        self._handed_over = [0] * processes

    def made(self) -> Iterator[bytes]:
        """Yield the bytes of each stretch when its turn comes."""
        try:
            for which in range(self._processes):
                with _uninterrupted():
                    self._start(which)
            for number in range(len(self._stretches)):
                yield self._turn_of(number)
        finally:
            with _uninterrupted():
                self._end()

    def _start(self, which: int) -> None:
        reading, writing = os.pipe()
        # As long as this end is open somebody wants what the process makes.
        wanted, wanting = os.pipe()
        self._wanting.append(wanting)
        try:
            child = os.fork()
        except OSError:  # no room for one more: its part is made here
            for one in (reading, writing, wanted):
                os.close(one)
            self._pipes.append(None)
            return
        if not child:
            for one in self._wanting:
                os.close(one)
            stretches = self._stretches[which :: self._processes]
            _work_and_end(stretches, self._make, writing, wanted)
        os.close(writing)
        os.close(wanted)
        self._children.append(child)
        self._pipes.append(reading)

    def _turn_of(self, number: int) -> bytes:
        which = number % self._processes
        while number not in self._waiting and self._pipes[which] is not None:
            self._listen(which)
        found = self._waiting.pop(number, None)
        return self._make(self._stretches[number]) if found is None else found

    def _listen(self, which: int) -> None:
        """Take in what is there; of those ahead only as much as may wait."""
        full = sum(map(len, self._waiting.values())) > _MOST_WAITING
        heard = {
            pipe: one
            for one, pipe in enumerate(self._pipes)
            if pipe is not None and (one == which or not full)
        }
        for pipe in select.select([*heard], [], [])[0]:
            one = heard[pipe]
            made = read_piece(pipe)
            if made is None:
                os.close(pipe)
                self._pipes[one] = None
            else:
                number = one + self._processes * self._handed_over[one]
                self._handed_over[one] += 1
                self._waiting[number] = made

    def _end(self) -> None:
        for pipe in self._pipes:
            if pipe is not None:
                os.close(pipe)
        for child in self._children:
            # Nobody can be waited for where the signal of ended children is ignored,
            # as whoever started this program may have left it.
            with suppress(ProcessLookupError, ChildProcessError):
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)
        for one in self._wanting:
            os.close(one)


def _work_and_end(
    stretches: Sequence[range], make: Make, writing: int, wanted: int
) -> NoReturn:
    """Hand over each stretch; end this process without what the parent does at its end.

    What goes wrong here goes wrong again in the parent, which makes what is missing.
    """
    try:
        end_when_unwanted(wanted)
        for stretch in stretches:
            write_piece(writing, make(stretch))
    finally:
        os._exit(0)


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
