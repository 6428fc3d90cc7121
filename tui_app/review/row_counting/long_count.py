"""Many rows counted: those that are known first, the others by a process of its own.

Where no process can be had, or one after the other is killed, they are counted here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from tui_app.core.comparison import Comparison
from tui_app.review.options import MarkOptions
from tui_app.review.pair_key import NotToldError, pair_key
from tui_app.review.row_counting.count_job import CountedText, CountJob, KeepIn
from tui_app.review.row_counting.counted_rows import CountedRows, RowsToCount
from tui_app.review.row_counting.counting_child import ChildEndedError, CountingChild
from tui_app.review.row_counting.counting_work import (
    CountedRow,
    KnownCounts,
    count_rows,
    in_stretches,
    known_rows,
    marks_digest,
    pair_digest,
)
from tui_app.review.row_counting.kept_counts import KeptCounts

_PROCESSES = 2
"""How often a process is started; the second goes on where the first was killed."""

_TELL_EVERY = 0.5
"""Seconds after which rows counted here are told of."""

Gently = Callable[[Iterable[CountedRow]], Iterable[CountedRow]]
"""Yields the same, and rests now and then."""


class LongCount:
    """Counts the rows of a comparison from ``first`` on.

    Ask what it knows, then iterate, both once and on one thread; ``end`` may be called
    on any other.

    ``latest`` is the count before this one, of whatever it was. ``folder`` is where
    counts are kept. ``gently`` is asked to keep the processor free where the rows are
    counted here.
    """

    def __init__(
        self,
        comparison: Comparison,
        marks: MarkOptions,
        first: int,
        latest: LongCount | None,
        folder: Callable[[], Path],
        gently: Gently,
    ) -> None:
        self._comparison = comparison
        self._marks = marks
        self._first = first
        self._latest = latest
        self._folder = folder
        self._gently = gently
        self._child = CountingChild()
        self._rows = RowsToCount(b"", b"", b"")
        self._key: bytes | None = None
        self._known: KnownCounts | None = None
        self._counted: list[CountedRows] = []

    def end(self) -> None:
        """End the process, if there is one, and start none any more."""
        self._child.end()

    def knows_all(self) -> bool:
        """Look what the count before left, and the disk; tell whether that is all."""
        comparison = self._comparison
        self._rows = RowsToCount.of(comparison.rows)
        latest, self._latest = self._latest, None
        try:
            self._key = pair_key(
                comparison.left, comparison.right, comparison.translation
            )
        except NotToldError:
            return False
        found = [KeptCounts(self._folder(), self._key).read()]
        if latest is not None:
            found.append(latest.left_for(self._key))
        usable = [one for one in found if one is not None]
        self._known = next(filter(self._is_all, usable), None)
        if self._known is None:
            self._known = max(usable, key=lambda one: one.size, default=None)
            return False
        return True

    def _is_all(self, known: KnownCounts) -> bool:
        return known.answers(self._rows, marks_digest(self._marks))

    def __iter__(self) -> Iterator[CountedRows]:
        if self._known is not None and self._is_all(self._known):
            yield from self._told(self._known.counted)
        for _ in range(_PROCESSES):
            if self._left:
                with suppress(ChildEndedError):
                    yield from self._told(self._child.count(self._job()))
        if self._left and not self._child.is_over:
            yield from self._told(self._here())
        self._known = None

    def _told(self, stretches: Iterable[CountedRows]) -> Iterator[CountedRows]:
        for stretch in stretches:
            self._counted.append(stretch)
            yield stretch

    @property
    def _left(self) -> int:
        """Return how many rows are not counted yet."""
        done = sum(len(one.tallies) for one in self._counted)
        return len(self._comparison.rows) - done

    @property
    def _next(self) -> int:
        """Return the row to go on with; not asked where there is none."""
        total = len(self._comparison.rows)
        return (self._first + total - self._left) % total

    def left_for(self, key: bytes) -> KnownCounts | None:
        """Return what is known of the pair by now, ``None`` if it was another pair."""
        if key != self._key:
            return None
        counted = sorted(self._counted, key=lambda one: one.first)
        pair = pair_digest(self._comparison, self._rows)
        marks = marks_digest(self._marks)
        mine = KnownCounts(self._rows, pair, marks, tuple(counted))
        before = self._known
        return before if before and before.size > mine.size else mine

    def _job(self) -> CountJob:
        comparison = self._comparison
        return CountJob(
            CountedText.of(comparison.left),
            CountedText.of(comparison.right),
            comparison.translation,
            self._rows,
            self._marks,
            self._next,
            self._left,
            self._known,
            None if self._key is None else KeepIn(self._folder(), self._key),
        )

    def _here(self) -> Iterator[CountedRows]:
        """Count what is left to be counted."""
        known = known_rows(self._comparison, self._rows, self._known)
        rows = count_rows(self._comparison, self._marks, self._next, known)
        left = islice(rows, self._left)
        return in_stretches(self._gently(left), _TELL_EVERY)
