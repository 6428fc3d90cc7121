"""Long work beside the screen: aligning, counting, learning words, reading others.

A thread for each. They hand over calls, which are made on the screen's turn; what
belongs to work given up meanwhile is not called any more. The threads are daemons and
stop at their next report: quitting never waits for them.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Generic, NamedTuple, TypeVar

from tui_app.core.comparison import Comparison
from tui_app.core.freed_memory import give_back_memory, keep_nothing_large
from tui_app.core.model import Progress, Report
from tui_app.disk.paths import counts_folder
from tui_app.errors import UserError
from tui_app.review.counts import likeness_before_counting
from tui_app.review.new_rows import Job
from tui_app.review.options import MarkOptions
from tui_app.review.row_counting.counted_rows import CountedRows
from tui_app.review.row_counting.counting_work import (
    MANY_ROWS,
    count_rows,
    in_stretches,
)
from tui_app.review.row_counting.long_count import LongCount
from tui_app.review.text_map import TextMap
from tui_app.ui.beside import Abandoned, HandOver, RunBeside
from tui_app.ui.housekeeping import keep_what_is_there

_TELL_EVERY = 0.15
_TELL_COUNTS_EVERY = 0.5
"""Seconds; each telling paints the map and the status line."""
_QUIET = 1.0
_ANSWER = 0.2
_PATIENCE = 5.0
"""Seconds that the answer to a key is left alone; that counts wait for it at most."""
_STINT = 0.02
_SLICE = 0.004
_REST = 0.008
"""Seconds of counting and of rest after them: a key finds the interpreter free two
times of three, and the processor is left to what the reader waits for."""


Made = TypeVar("Made")
Counted = TypeVar("Counted")


class WhatToCount(NamedTuple):
    """A comparison, which of its differences count, and the row to begin with."""

    comparison: Comparison
    marks: MarkOptions
    first: int = 0


class Aligned(NamedTuple):
    """Rows to be shown; ``complete`` tells that no better ones will follow."""

    comparison: Comparison
    text_map: TextMap
    complete: bool


class Listener(NamedTuple):
    """Whom an alignment tells how far it is, what it made, and what went wrong."""

    told: Callable[[Progress], None]
    took: Callable[[Aligned], None]
    failed: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Pupil(Generic[Made]):
    """Whom a lesson tells how far it is, what was learnt, and what went wrong."""

    told: Callable[[Progress], None]
    took: Callable[[Made], None]
    failed: Callable[[str], None]


class Background:
    """Runs one alignment, one count, one lesson about a thing, the latest asked for.

    ``hand_over`` has a function called on the screen's turn; any thread may ask.
    """

    def __init__(self, hand_over: HandOver) -> None:
        self._hand_over = hand_over
        self._aligning = RunBeside(hand_over)
        self._counting = RunBeside(hand_over)
        self._long_count: LongCount | None = None
        self._lessons: dict[str, RunBeside] = {}
        self._keys = _Keys()
        # A thread that computes gives the interpreter up this often (seconds); at
        # the usual 5 ms a key would wait for it several times on its way.
        sys.setswitchinterval(0.001)

    def touch(self) -> None:
        """Leave the machine alone for a moment: the reader is busy with keys."""
        self._keys.pressed()

    def stop(self) -> None:
        """Abandon all work."""
        self._aligning.give_up()
        self._counting.give_up()
        for about in list(self._lessons):
            self.forget(about)

    def stop_counting(self) -> None:
        """Abandon the count."""
        self._counting.give_up()

    def align(self, job: Job, listener: Listener) -> None:
        """Run the job, and no other any more."""
        self._aligning.give_up()
        self._aligning = run = RunBeside(self._hand_over)
        run.begin(lambda: _align(run, self._keys, job, listener))

    def learn(
        self,
        lesson: Callable[[Report], Made],
        pupil: Pupil[Made],
        about: str = "words",
    ) -> None:
        """Run the lesson, and no other about this any more."""
        self.forget(about)
        self._lessons[about] = run = RunBeside(self._hand_over)
        run.begin(lambda: _learn(run, self._keys, lesson, pupil))

    def forget(self, about: str) -> None:
        """Abandon the lesson about this, if there is one."""
        if about in self._lessons:
            self._lessons.pop(about).give_up()

    def count_base(
        self, rows: Iterable[Counted], counted: Callable[[list[Counted]], None]
    ) -> None:
        """Count, bit by bit, what of the rows stands how to the base."""
        self.forget("base counts")
        self._lessons["base counts"] = run = RunBeside(self._hand_over)
        run.begin(lambda: _tell_stretches(run, self._keys, rows, counted))

    def count(
        self,
        what: WhatToCount,
        counted: Callable[[CountedRows], None],
        estimated: Callable[[float], None],
    ) -> None:
        """Look through all rows; tell of them bit by bit, of many an estimate before.

        ``counted`` is told rows that it has not been told before, ``estimated`` the
        share of the texts that is alike, unless all is known at once. Many rows are
        counted by another process.
        """
        self._counting.give_up()
        self._counting = run = RunBeside(self._hand_over)
        tell_all = partial(_tell_all, run, self._keys, counted)
        comparison, marks, first = what
        if len(comparison.rows) <= MANY_ROWS:
            # They are counted before a key is felt.
            rows = _gently(run, None, count_rows(comparison, marks, first))
            few = in_stretches(rows, _TELL_COUNTS_EVERY)
            run.begin(lambda: tell_all(few))
            return
        gently = partial(_gently, run, self._keys)
        latest = self._long_count
        self._long_count = many = LongCount(
            comparison, marks, first, latest, counts_folder, gently
        )
        run.at_end(many.end)
        run.begin(lambda: _count_many(run, comparison, many, tell_all, estimated))


class _Keys:
    """When a key was pressed last; who computes lets the keys go first."""

    def __init__(self) -> None:
        self._pressed = 0.0

    def pressed(self) -> None:
        self._pressed = time.monotonic()

    @property
    def are_quiet(self) -> bool:
        return self._since_last >= _QUIET

    @property
    def was_answered(self) -> bool:
        """Tell whether the screen had the time to answer the last one."""
        return self._since_last >= _ANSWER

    @property
    def _since_last(self) -> float:
        return time.monotonic() - self._pressed


# Aligning ----------------------------------------------------------------------


def _reported(run: RunBeside, keys: _Keys, told: Callable[[Progress], None]) -> Report:
    """Return what work reports to: it tells at times, and lets the keys go first."""
    last = 0.0

    def report(progress: Progress) -> None:
        nonlocal last
        run.go_on()
        now = time.monotonic()
        if now - last >= _TELL_EVERY:
            last = now
            run.tell(lambda: told(progress))
        if not keys.are_quiet:
            time.sleep(_STINT)  # the keys go first, but it never stands still

    return report


def _align(run: RunBeside, keys: _Keys, job: Job, listener: Listener) -> None:
    keep_nothing_large()
    try:
        for aligned in _with_maps(job(_reported(run, keys, listener.told))):
            run.tell(partial(listener.took, aligned))
        keep_what_is_there()
        give_back_memory()
    except Abandoned:
        raise
    except Exception as error:  # noqa: BLE001  # shown; the texts stay
        trouble = f"{type(error).__name__}: {error}"
        run.tell(lambda: listener.failed(trouble))


def _with_maps(steps: Iterable[Comparison]) -> Iterator[Aligned]:
    """Yield the rows with their maps, the last once more as complete."""
    last: Aligned | None = None
    for comparison in steps:
        # Of a book both take tenths of a second, which no key should wait for.
        comparison.read_whole()
        text_map = TextMap(comparison, provisional=False)
        last = Aligned(comparison, text_map, complete=False)
        yield last
    if last is not None:
        yield last._replace(complete=True)


# Learning ----------------------------------------------------------------------


def _learn(
    run: RunBeside, keys: _Keys, lesson: Callable[[Report], Made], pupil: Pupil[Made]
) -> None:
    try:
        made = lesson(_reported(run, keys, pupil.told))
        run.tell(lambda: pupil.took(made))
    except Abandoned:
        raise
    except UserError as error:
        run.tell(partial(pupil.failed, str(error)))
    except Exception as error:  # noqa: BLE001  # shown; one reads on without it
        trouble = f"{type(error).__name__}: {error}"
        run.tell(lambda: pupil.failed(trouble))


# Counting ----------------------------------------------------------------------


def _count_many(
    run: RunBeside,
    comparison: Comparison,
    many: LongCount,
    tell_all: Callable[[Iterable[CountedRows]], None],
    estimated: Callable[[float], None],
) -> None:
    if not many.knows_all():
        alike = likeness_before_counting(comparison)
        if alike is not None:
            run.tell(lambda: estimated(alike))
    tell_all(many)


def _tell_all(
    run: RunBeside,
    keys: _Keys,
    counted: Callable[[CountedRows], None],
    rows: Iterable[CountedRows],
) -> None:
    """Tell of the rows in the pauses between keys, if they come soon enough."""
    for stretch in rows:
        patience = time.monotonic() + _PATIENCE
        while not keys.was_answered and time.monotonic() < patience:
            run.wait(_STINT)
        run.tell(partial(counted, stretch))


def _tell_stretches(
    run: RunBeside,
    keys: _Keys,
    rows: Iterable[Counted],
    counted: Callable[[list[Counted]], None],
) -> None:
    waiting: list[Counted] = []
    told = time.monotonic()
    for row in _gently(run, keys, rows):
        waiting.append(row)
        if time.monotonic() - told >= _TELL_COUNTS_EVERY:
            run.tell(partial(counted, waiting))
            waiting, told = [], time.monotonic()
    run.tell(partial(counted, waiting))


def _gently(
    run: RunBeside, keys: _Keys | None, rows: Iterable[Counted]
) -> Iterator[Counted]:
    """Yield the rows as they are counted here; the keys, if any, go first."""
    rested = time.monotonic()
    for row in rows:
        run.go_on()
        yield row
        if time.monotonic() - rested > _SLICE:
            time.sleep(_REST)
            rested = time.monotonic()
        while keys is not None and not keys.are_quiet:
            run.wait(_STINT)  # counts can wait
