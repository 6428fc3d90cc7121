"""The process that counts: at the lowest priority, as long as somebody listens.

It reads a pickled ``CountJob`` from standard input and writes records to standard
output: eight bytes with a length, then counted rows. When all are written it keeps
them.
"""

from __future__ import annotations

import gc
import os
import sys
from itertools import islice
from typing import cast

from tui_app.core.helper_process import job_of_reader
from tui_app.core.joined_bytes import joined
from tui_app.review.row_counting.count_job import CountJob
from tui_app.review.row_counting.counting_work import (
    KnownCounts,
    count_rows,
    in_stretches,
    known_rows,
    marks_digest,
    pair_digest,
)
from tui_app.review.row_counting.kept_counts import KeptCounts

_TELL_EVERY = 4.0
"""Seconds after which rows are told of, be they few."""


def main() -> None:
    """Count for the process at the other ends of the pipes."""
    # Rows leave no circles behind: to look for some takes a fifth of the time.
    gc.disable()
    job = cast("CountJob", job_of_reader())
    try:
        _count(job)
        status = 0
    except BrokenPipeError:
        status = 1
    os._exit(status)  # the thread still waits, and holds nothing


def _count(job: CountJob) -> None:
    comparison = job.comparison()
    known = known_rows(comparison, job.rows, job.known)
    rows = islice(count_rows(comparison, job.marks, job.first, known), job.how_many)
    counted = []
    for stretch in in_stretches(rows, _TELL_EVERY):
        sys.stdout.buffer.write(joined(stretch.to_bytes()))
        sys.stdout.buffer.flush()
        counted.append(stretch)
    if job.keep_in is not None and job.how_many == len(comparison.rows):
        pair, marks = pair_digest(comparison, job.rows), marks_digest(job.marks)
        counted.sort(key=lambda one: one.first)
        made = KnownCounts(job.rows, pair, marks, tuple(counted))
        KeptCounts(*job.keep_in).write(made)
