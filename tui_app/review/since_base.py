"""The base of a reading: how the rows stand to it, and how many changes how."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui_app.core.comparison import NO_CONSTRAINTS, Comparison
from tui_app.core.from_base.told_from_base import FromBase
from tui_app.core.likeness import row_size
from tui_app.core.model import Document, Report
from tui_app.review.kept_alignments import compare_as_kept
from tui_app.review.new_rows import recut
from tui_app.review.options import MarkOptions
from tui_app.review.stop_numbers import StopNumbers
from tui_app.review.stops import COMPARED_AT_MOST, Stops

if TYPE_CHECKING:
    from tui_app.core.from_base.base_beside import IsComparable
    from tui_app.core.from_base.changes_from_base import ChangesFromBase

STATUSES = tuple(FromBase)

StatusCounts = tuple[int, ...]
"""How many changes of a row there are of each status, in the order of ``STATUSES``."""


class SinceBase:
    """The base of a reading; ``changes`` are those of the rows shown, once known.

    ``counts`` are how many there are of each status, ``None`` until all are counted.
    """

    def __init__(self, base: Document) -> None:
        self.base = base
        self.changes: ChangesFromBase | None = None
        self.counts: BaseCounts | None = None

    def forget(self) -> None:
        """Know nothing, as other rows are shown by now."""
        self.changes = self.counts = None


class ComparedBase(NamedTuple):
    """How the rows stand to the base, and what is odd about it, in a sentence."""

    changes: ChangesFromBase
    remark: str


def compared_with_base(
    base: Document, pair: Comparison, report: Report
) -> ComparedBase:
    """Compare the base, cut as the rows shown are, with both texts.

    What is read of a book as a whole is read here, so that no key waits for it.
    """
    from tui_app.core.from_base.base_text import remark_on_base

    as_shown = recut(base, pair.left.granularity)
    changes = compare_from_base(as_shown, pair, report, _is_short)
    changes.read_whole()
    return ComparedBase(changes, remark_on_base(changes))


def compare_from_base(
    base: Document,
    pair: Comparison,
    report: Report | None = None,
    is_comparable: IsComparable = lambda *_: True,
) -> ChangesFromBase:
    """Align the base, cut into units like the two texts, with both of them.

    What takes long is kept. ``report`` is called now and then; what it raises ends the
    work.
    """
    from tui_app.core.from_base.changes_from_base import ChangesFromBase

    before, across = (
        compare_as_kept(base, text, NO_CONSTRAINTS, None, report)
        for text in (pair.left, pair.right)
    )
    return ChangesFromBase(pair, before, across, is_comparable)


def _is_short(comparison: Comparison, row: int) -> bool:
    return row_size(comparison, row) <= COMPARED_AT_MOST


# Counting -------------------------------------------------------------------------


def counted_since_base(
    changes: ChangesFromBase, marks: MarkOptions
) -> Iterator[StatusCounts]:
    """Yield for each row how many stops of each status it has.

    ``changes`` are asked in the calling thread, so they are its own.
    """
    all_visited = marks._replace(visits="all", facts_only=False)
    walks = [
        Stops(changes.pair, all_visited._replace(since_base=status), changes)
        for status in STATUSES
    ]
    for row in range(len(changes.pair.rows)):
        yield tuple(len(stops.of_row(row)) for stops in walks)


class BaseCounts:
    """How many stops of each status the rows have; they are taken in bit by bit."""

    def __init__(self, rows: int) -> None:
        self._rows = rows
        self._stops = {status: array("I") for status in STATUSES}
        self._numbers: dict[FromBase, StopNumbers] = {}

    def add(self, counted: Iterable[StatusCounts]) -> None:
        """Take in the counts of the rows that come next."""
        self._numbers.clear()
        for row in counted:
            for status, number in zip(STATUSES, row, strict=True):
                self._stops[status].append(number)

    @property
    def complete(self) -> bool:
        """Tell whether all rows have been counted."""
        return len(self._stops[FromBase.NEW]) >= self._rows

    def totals(self) -> Mapping[FromBase, int]:
        """Return how many changes there are of each status."""
        return {status: self.stops(status).all() for status in STATUSES}

    def by_row(self, status: FromBase) -> Sequence[int]:
        """Return how many changes of the status each row has."""
        return self._stops[status]

    def stops(self, status: FromBase) -> StopNumbers:
        """Return the numbers of the stops of the status; they are kept."""
        if status not in self._numbers:
            self._numbers[status] = StopNumbers(self._stops[status])
        return self._numbers[status]
