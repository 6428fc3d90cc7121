"""Long work beside the screen: rows are aligned, and what differs in them counted.

Two threads at most. They hand over calls, which are made on the screen's turn; what
belongs to work given up meanwhile is not called any more. The threads are daemons and
stop at their next report: quitting never waits for them.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from typing import NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.model import Progress
from tui_app.review.alignments import Job, Made
from tui_app.review.counts import Tally, likeness_before_counting, row_tally
from tui_app.review.options import MarkOptions
from tui_app.review.outline import Outline
from tui_app.ui.housekeeping import give_back, keep, keep_nothing_large

_TELL_EVERY = 0.15
_TELL_COUNTS_EVERY = 0.5
"""Seconds; each telling paints the map and the status line."""
_QUIET = 1.0
_STINT = 0.02
_SLICE = 0.004
_REST = 0.008
"""Seconds of counting and of rest after them: a key finds the interpreter free two
times of three, and the processor is left to what the reader waits for."""


class Aligned(NamedTuple):
    """Rows to be shown; ``complete`` tells that no better ones will follow."""

    made: Made
    outline: Outline
    complete: bool


class Listener(NamedTuple):
    """Whom an alignment tells how far it is, what it made, and what went wrong."""

    told: Callable[[Progress], None]
    took: Callable[[Aligned], None]
    failed: Callable[[str], None]


class Abandoned(Exception):  # noqa: N818  # no error: nobody wants the result any more
    """Raised in a job whose result is not wanted any more."""


class Background:
    """Runs one alignment and one count at a time, the latest asked for.

    ``hand_over`` has a function called on the screen's turn; any thread may ask.
    """

    def __init__(self, hand_over: Callable[[Callable[[], None]], object]) -> None:
        self._hand_over = hand_over
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
        self.stop_counting()

    def stop_counting(self) -> None:
        """Abandon the count."""
        self._counting.set()

    def align(self, job: Job, listener: Listener) -> None:
        """Run the job, and no other any more."""
        self._aligning.set()
        self._aligning = given_up = threading.Event()
        _begin(self._run, job, listener, given_up)

    def _run(self, job: Job, listener: Listener, given_up: threading.Event) -> None:
        last = 0.0

        def report(progress: Progress) -> None:
            nonlocal last
            now = time.monotonic()
            if given_up.is_set():
                raise Abandoned
            if now - last >= _TELL_EVERY:
                last = now
                self._tell(given_up, lambda: listener.told(progress))
            self._give_way(now)

        def hand_on(aligned: Aligned) -> None:
            if given_up.is_set():
                raise Abandoned
            self._tell(given_up, lambda: listener.took(aligned))

        keep_nothing_large()
        with suppress(Abandoned):
            try:
                _do(job(report), hand_on)
                keep()
                give_back()
            except Abandoned:
                raise
            except Exception as error:  # noqa: BLE001  # shown; the texts stay
                trouble = f"{type(error).__name__}: {error}"
                self._tell(given_up, lambda: listener.failed(trouble))

    def _tell(self, given_up: threading.Event, call: Callable[[], None]) -> None:
        """Have the call made, unless other work has been asked for until then."""
        self._hand_over(lambda: None if given_up.is_set() else call())

    def count(
        self,
        comparison: Comparison,
        marks: MarkOptions,
        counted: Callable[[dict[int, Tally]], None],
        estimated: Callable[[float], None],
    ) -> None:
        """Look through all rows; tell of them bit by bit, of many an estimate before.

        ``estimated`` is told the share of the texts that is alike, ``counted`` the
        tallies of rows that it has not been told before.
        """
        self.stop_counting()
        self._counting = given_up = threading.Event()
        _begin(self._count, comparison, marks, counted, estimated, given_up)

    def _count(
        self,
        comparison: Comparison,
        marks: MarkOptions,
        counted: Callable[[dict[int, Tally]], None],
        estimated: Callable[[float], None],
        given_up: threading.Event,
    ) -> None:
        from tui_app.core.differences.row_differences import RowCollator

        alike = likeness_before_counting(comparison)
        if alike is not None:
            self._tell(given_up, lambda: estimated(alike))
        # A collator of its own: nothing is shared with the thread that paints,
        # and the differences of a whole book are not kept.
        collator = RowCollator(comparison.left, comparison.right)
        found: dict[int, Tally] = {}
        told = rested = time.monotonic()
        for row in range(len(comparison.rows)):
            if given_up.is_set():
                return
            tallied = row_tally(comparison, row, collator, marks)
            if tallied is not None:
                found[row] = tallied
            now = time.monotonic()
            if now - told > _TELL_COUNTS_EVERY:
                self._tell(given_up, partial(counted, found))
                found, told = {}, now
            if now - rested > _SLICE:
                time.sleep(_REST)
                rested = time.monotonic()
            self._wait_for_a_pause(given_up)
        self._tell(given_up, partial(counted, found))

    def _give_way(self, now: float) -> None:
        """Let the keys go first, but never stand still for them."""
        if now - self._touched < _QUIET:
            time.sleep(_STINT)

    def _wait_for_a_pause(self, given_up: threading.Event) -> None:
        """Stand still while the reader is moving: counts can wait."""
        while time.monotonic() - self._touched < _QUIET:
            if given_up.wait(_STINT):
                return


def _begin(work: Callable[..., None], *arguments: object) -> None:
    threading.Thread(target=work, args=arguments, daemon=True).start()


def _do(steps: Iterable[Made], hand_on: Callable[[Aligned], None]) -> None:
    last: Aligned | None = None
    for made in steps:
        # Of a book it takes a tenth of a second, which no key should wait for.
        outline = Outline(made.comparison, provisional=False)
        last = Aligned(made, outline, complete=False)
        hand_on(last)
    if last is not None:
        hand_on(last._replace(complete=True))
