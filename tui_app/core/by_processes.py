"""Bytes made of many things, stretch by stretch, by several processes, in order.

The processes are forked: they know all that this one knows, and nothing is sent to
them. Each makes every n-th stretch and hands it over as a whole, so that what one has
not made can be made here.
"""

from __future__ import annotations

import os
import select
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Final

from tui_app.core.forked_child import ForkedChild, forked_child
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
        self._children: list[ForkedChild | None] = []
        self._heard: dict[int, int] = {}
        """The pipe of each child that has more to hand over."""
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
        stretches = self._stretches[which :: self._processes]
        child = forked_child(partial(_hand_over, stretches, self._make))
        self._children.append(child)
        if child is not None:  # else its part is made here
            self._heard[which] = child.made

    def _turn_of(self, number: int) -> bytes:
        which = number % self._processes
        while number not in self._waiting and which in self._heard:
            self._listen(which)
        found = self._waiting.pop(number, None)
        return self._make(self._stretches[number]) if found is None else found

    def _listen(self, which: int) -> None:
        """Take in what is there; of those ahead only as much as may wait."""
        full = sum(map(len, self._waiting.values())) > _MOST_WAITING
        heard = {
            pipe: one for one, pipe in self._heard.items() if one == which or not full
        }
        for pipe in select.select([*heard], [], [])[0]:
            one = heard[pipe]
            made = read_piece(pipe)
            if made is None:
                del self._heard[one]
            else:
                number = one + self._processes * self._handed_over[one]
                self._handed_over[one] += 1
                self._waiting[number] = made

    def _end(self) -> None:
        for child in self._children:
            if child is not None:
                os.close(child.made)
                child.kill()
                child.wait()
                os.close(child.wanting)


def _hand_over(stretches: Sequence[range], make: Make, writing: int) -> None:
    """Write what is made of each stretch.

    What goes wrong here goes wrong again in the parent, which makes what is missing.
    """
    for stretch in stretches:
        write_piece(writing, make(stretch))
