"""The process that counts, seen from the reader: listened to, ended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from tui_app.core.helper_process import HelperProcess
from tui_app.core.joined_bytes import LENGTH
from tui_app.review.row_counting.count_job import CountJob
from tui_app.review.row_counting.counted_rows import CountedRows

_MODULE = "tui_app.review.row_counting.counting_process"


class ChildEndedError(Exception):
    """The process could not be started, or ended before everything was counted."""


class CountingChild:
    """Processes that count, one after the other.

    ``end`` may be called from any thread, at any time: from then on it ``is_over``.
    """

    def __init__(self) -> None:
        self._process = HelperProcess(_MODULE)

    @property
    def is_over(self) -> bool:
        """Tell whether nobody wants it to count any more."""
        return self._process.is_over

    def count(self, job: CountJob) -> Iterator[CountedRows]:
        """Yield the rows of the job as they are counted.

        Raises ``ChildEndedError``.
        """
        try:
            with self._process.working_on(job) as pipe:
                yield from _told(pipe, job)
        except (OSError, ValueError) as error:
            raise ChildEndedError from error

    def end(self) -> None:
        """End the process at once; one that is not started yet will not be."""
        self._process.end()


def _told(pipe: IO[bytes], job: CountJob) -> Iterator[CountedRows]:
    """Yield what comes; raises ``OSError`` and ``ValueError``."""
    left = job.how_many
    while left > 0:
        length = pipe.read(LENGTH.size)
        if len(length) < LENGTH.size:
            raise ChildEndedError
        counted = CountedRows.from_bytes(pipe.read(*LENGTH.unpack(length)))
        left -= len(counted.tallies)
        yield counted
    pipe.read()  # it keeps them now, and ends
