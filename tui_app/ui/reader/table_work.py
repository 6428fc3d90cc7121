"""The work on a table of one text against several, beside the screen.

A process does it; where none can be started, or it was killed, a thread does what is
left. Once it is ended, nothing of it is heard any more.
"""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import NamedTuple, cast

from tui_app.core.helper_process import HelperProcess
from tui_app.core.model import Progress
from tui_app.review.witness_work import (
    FoundWitness,
    WitnessJob,
    WitnessProgress,
    found_or_trouble,
    share_of,
)
from tui_app.ui.beside import Abandoned, HandOver, RunBeside

_MODULE = "tui_app.review.witness_process"
_TELL_EVERY = 0.3
_REST = 0.004
"""Seconds of rest at each row where this process has to do the work: keys go first."""


class TableListener(NamedTuple):
    """Whom the work tells how far it is, what it found, and what went wrong."""

    told: Callable[[WitnessProgress], None]
    took: Callable[[FoundWitness], None]
    failed: Callable[[str], None]


class TableWork:
    """One run of the work; ``hand_over`` has a function called on the screen's turn."""

    def __init__(
        self, job: WitnessJob, hand_over: HandOver, listener: TableListener
    ) -> None:
        self._job = job
        self._listener = listener
        self._process = HelperProcess(_MODULE)
        self._beside = RunBeside(hand_over)
        self._beside.at_end(self._process.end)

    def begin(self) -> None:
        """Begin, on a thread of its own."""
        self._beside.begin(self._run)

    def end(self) -> None:
        """Abandon what is left."""
        self._beside.give_up()

    def _run(self) -> None:
        try:
            self._work()
        except Abandoned:
            raise
        except Exception as error:  # noqa: BLE001  # shown; one reads on without it
            trouble = f"{type(error).__name__}: {error}"
            self._beside.tell(partial(self._listener.failed, trouble))

    def _work(self) -> None:
        left = list(self._job.wanted)
        for found in self._found_by_process():
            left.remove(found.number)
            self._beside.tell(partial(self._listener.took, found))
        for number in left:
            found = found_or_trouble(self._job, number, self._reported(number))
            self._beside.tell(partial(self._listener.took, found))

    def _found_by_process(self) -> Iterator[FoundWitness]:
        """Yield what a process finds, as far as it comes."""
        # What the process raises is raised again where its work is done here.
        broken = (OSError, ValueError, EOFError, pickle.UnpicklingError)
        with suppress(*broken), self._process.working_on(self._job) as pipe:
            for _ in iter(bool, True):  # until nothing more comes
                made = pickle.load(pipe)  # noqa: S301 - our own process
                self._beside.go_on()
                if isinstance(made, WitnessProgress):
                    self._beside.tell(partial(self._listener.told, made))
                else:
                    yield cast("FoundWitness", made)

    def _reported(self, number: int) -> Callable[[Progress], None]:
        last = 0.0

        def report(progress: Progress) -> None:
            nonlocal last
            self._beside.go_on()
            now = time.monotonic()
            if now - last >= _TELL_EVERY:
                last = now
                told = WitnessProgress(number, share_of(progress))
                self._beside.tell(partial(self._listener.told, told))
            time.sleep(_REST)

        return report
