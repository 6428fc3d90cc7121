"""Long work beside the screen: aligning, and counting what differs.

The threads are daemons and stop at the next report when nobody wants their result
any more: quitting never waits for them.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress

from textual.message import Message
from textual.message_pump import MessagePump

from tui_app.core.comparison import Comparison
from tui_app.core.likeness import (
    estimated_likeness,
)
from tui_app.core.model import Progress, Relation
from tui_app.review.alignments import Job, Made
from tui_app.review.counts import MANY_ROWS, Tally, _lump, tally
from tui_app.review.options import MarkOptions
from tui_app.review.outline import Outline
from tui_app.review.stops import is_comparable
from tui_app.ui import housekeeping as garbage
from tui_app.ui import housekeeping as memory

_TELL_EVERY = 0.15

_TELL_COUNTS_EVERY = 0.5

"""Seconds; each telling paints the map and the status line."""

_QUIET = 1.0

_STINT = 0.02

_SLICE = 0.004

_REST = 0.008

"""Seconds of counting and of rest after them: a key finds the interpreter free two
times of three, and the processor is left to what the reader waits for."""


class Abandoned(Exception):  # noqa: N818  # no error: nobody wants the result any more
    """Raised in a job whose result is not wanted any more."""


class Aligning(Message):
    """How far the alignment is."""

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self.progress = progress


class Aligned(Message):
    """A better comparison is there; ``complete`` tells that none will follow."""

    def __init__(self, made: Made, outline: Outline, *, complete: bool) -> None:
        super().__init__()
        self.made = made
        self.outline = outline
        self.complete = complete


class AlignmentFailed(Message):
    """There will be no better comparison."""

    def __init__(self, trouble: str) -> None:
        super().__init__()
        self.trouble = trouble


class Tallied(Message):
    """Rows of ``comparison`` that have been looked through."""

    def __init__(self, comparison: Comparison, tallies: dict[int, Tally]) -> None:
        super().__init__()
        self.comparison = comparison
        self.tallies = tallies


class Estimated(Message):
    """How much of the two texts is alike, until the rows have been looked through."""

    def __init__(self, comparison: Comparison, alike: float | None) -> None:
        super().__init__()
        self.comparison = comparison
        self.alike = alike


class Background:
    """Runs one alignment and one count at a time, the latest asked for."""

    def __init__(self, listener: MessagePump) -> None:
        self._listener = listener
        self._aligning = threading.Event()
        self._counting = threading.Event()
        self._touched = 0.0
        # A thread that computes gives the interpreter up this often (seconds); at
        # the usual 5 ms a key would wait for it several times on its way.
        sys.setswitchinterval(0.001)

    def touch(self) -> None:
        """Leave the machine alone for a moment: the reader is busy with keys."""
        self._touched = time.monotonic()

    def stop(self) -> None:
        """Abandon all work."""
        self._aligning.set()
        self._counting.set()

    def align(self, job: Job) -> None:
        """Run the job; :class:`Aligning` and :class:`Aligned` tell of it."""
        self._aligning.set()
        self._aligning = given_up = threading.Event()
        threading.Thread(target=self._run, args=(job, given_up), daemon=True).start()

    def _run(self, job: Job, given_up: threading.Event) -> None:
        told = 0.0

        def hand_on(message: Message) -> None:
            if given_up.is_set():
                raise Abandoned
            self._listener.post_message(message)

        def report(progress: Progress) -> None:
            nonlocal told
            now = time.monotonic()
            if now - told >= _TELL_EVERY:
                told = now
                hand_on(Aligning(progress))
            elif given_up.is_set():
                raise Abandoned
            self._give_way(now)

        memory.keep_nothing_large()
        with suppress(Abandoned):
            try:
                _do(job(report), hand_on)
                garbage.keep()
                memory.give_back()
            except Abandoned:
                raise
            except Exception as error:  # noqa: BLE001  # shown; the texts stay
                hand_on(AlignmentFailed(f"{type(error).__name__}: {error}"))

    def count(self, comparison: Comparison, look: MarkOptions) -> None:
        """Look through all rows; :class:`Tallied` tells of it bit by bit."""
        self._counting.set()
        self._counting = given_up = threading.Event()
        threading.Thread(
            target=self._count, args=(comparison, look, given_up), daemon=True
        ).start()

    def _count(
        self, comparison: Comparison, look: MarkOptions, given_up: threading.Event
    ) -> None:
        from tui_app.core.differences import RowCollator

        # A collator of its own: nothing is shared with the thread that paints,
        # and the differences of a whole book are not kept.
        collator = RowCollator(comparison.left, comparison.right)
        if len(comparison.rows) > MANY_ROWS:
            alike = estimated_likeness(comparison)
            self._listener.post_message(Estimated(comparison, alike))
        found: dict[int, Tally] = {}
        told = rested = time.monotonic()
        for number, row in enumerate(comparison.rows):
            if given_up.is_set():
                return
            if is_comparable(comparison, number):
                found[number] = tally(collator.differences(row), look, comparison)
            elif row.relation is not Relation.SAME:
                found[number] = _lump(comparison, number)
            now = time.monotonic()
            if now - told > _TELL_COUNTS_EVERY:
                self._listener.post_message(Tallied(comparison, found))
                found, told = {}, now
            if now - rested > _SLICE:
                time.sleep(_REST)
                rested = time.monotonic()
            self._wait_for_a_pause(given_up)
        self._listener.post_message(Tallied(comparison, found))

    def _give_way(self, now: float) -> None:
        """Let the keys go first, but never stand still for them."""
        if now - self._touched < _QUIET:
            time.sleep(_STINT)

    def _wait_for_a_pause(self, given_up: threading.Event) -> None:
        """Stand still while the reader is moving: counts can wait."""
        while time.monotonic() - self._touched < _QUIET:
            if given_up.wait(_STINT):
                return


def _do(steps: Iterable[Made], hand_on: Callable[[Message], None]) -> None:
    last: tuple[Made, Outline] | None = None
    for made in steps:
        # Of a book it takes a tenth of a second, which no key should wait for.
        last = made, Outline(made.comparison, provisional=False)
        hand_on(Aligned(*last, complete=False))
    if last is not None:
        hand_on(Aligned(*last, complete=True))
