"""The process that works out the table of one text against several.

It reads a pickled ``WitnessJob`` and writes, pickled one after the other, how far it is
(``WitnessProgress``) and what it found (``FoundWitness``).
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
import time
from functools import partial
from typing import cast

from tui_app.core.helper_process import job_of_reader
from tui_app.core.model import Progress
from tui_app.review.witness_work import (
    WitnessJob,
    WitnessProgress,
    found_or_trouble,
    share_of,
)

_TELL_EVERY = 0.3


def main() -> None:
    """Work for the process at the other ends of the pipes."""
    gc.disable()  # what is compared leaves no circles behind
    job = cast("WitnessJob", job_of_reader())
    status = 0
    try:
        for number in job.wanted:
            _write(found_or_trouble(job, number, _Teller(number)))
    except BrokenPipeError:
        status = 1
    os._exit(status)  # the thread still waits, and holds nothing


class _Teller:
    """Tells now and then how far the work on a text is."""

    def __init__(self, number: int) -> None:
        self._write = partial(WitnessProgress, number)
        self._told = time.monotonic()

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._told >= _TELL_EVERY:
            self._told = now
            _write(self._write(share_of(progress)))


def _write(made: object) -> None:
    pickle.dump(made, sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)
    sys.stdout.buffer.flush()
