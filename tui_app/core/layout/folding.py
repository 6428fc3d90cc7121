"""Which rows are shown, which are hidden, and which are folded to one line.

What a window scrolls over are items: a row, a portion of a long row, or a run of
rows folded together.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby
from typing import overload

from tui_app.core.layout.cover import Cover
from tui_app.core.model import Relation, Row, Side

_NONE_LONG: Mapping[int, int] = {}


@dataclass(frozen=True, slots=True)
class RowItems:
    """What is scrolled: runs of rows; a run of several is folded to one line.

    A row in ``long`` has that many items, its portions. ``places`` gives the (first)
    item of each row where the runs do not ascend.
    """

    runs: Sequence[range]
    places: Sequence[int] | None = None
    long: Mapping[int, int] = field(default_factory=lambda: _NONE_LONG)

    def __len__(self) -> int:
        return len(self.runs)

    def __getitem__(self, item: int) -> range:
        return self.runs[item]

    def at(self, row: int) -> int:
        """Return the first item of the row, or of the nearest row before it."""
        if self.places is not None:
            return self.places[min(row, len(self.places) - 1)]
        found = max(0, bisect_right(self.runs, row, key=_start) - 1)
        shown = self.runs[found].start if self.runs else 0
        return bisect_left(self.runs, shown, key=_start) if self.long else found

    def span(self, item: int) -> range:
        """Return all items of the row that the item belongs to."""
        row = self.runs[item].start
        first = self.at(row)
        return range(first, first + self.long.get(row, 1))

    def portioned(self, long: Mapping[int, int]) -> RowItems:
        """Return the items with the long rows, if they stand open, in portions."""
        long = {row: count for row, count in long.items() if self._is_open(row)}
        if not long:
            return self
        counts = [long.get(run.start, 1) for run in self.runs]
        starts = [0, *accumulate(counts)]
        runs = [
            run
            for run, count in zip(self.runs, counts, strict=True)
            for _ in range(count)
        ]
        places = self.places and [starts[item] for item in self.places]
        return RowItems(runs, places, long)

    def _is_open(self, row: int) -> bool:
        return bool(self.runs) and self.runs[self.at(row)] == range(row, row + 1)


def _start(run: range) -> int:
    return run.start


def open_items(count: int) -> RowItems:
    """Return every row as an item of its own."""
    return RowItems(_Each(count))


class _Each(Sequence[range]):
    """A run for every row, made when it is asked for: a book has 30,000."""

    def __init__(self, count: int) -> None:
        self._rows = range(count)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, item: int) -> range: ...
    @overload
    def __getitem__(self, item: slice) -> list[range]: ...
    def __getitem__(self, item: int | slice) -> range | list[range]:
        rows = self._rows[item]
        if isinstance(rows, range):
            return [range(row, row + 1) for row in rows]
        return range(rows, rows + 1)


def side_items(rows: Sequence[Row], side: Side) -> RowItems:
    """Return the rows that have the side, in the order of that side's text.

    A row without it has the place of the one before it.
    """
    own = {at: row.units(side) for at, row in enumerate(rows)}
    order = sorted((at for at in own if own[at]), key=own.__getitem__)
    item_of = {at: item for item, at in enumerate(order)}
    places = list(accumulate((item_of.get(at, -1) for at in own), _latest))
    return RowItems([range(at, at + 1) for at in order], [max(0, at) for at in places])


def _latest(before: int, now: int) -> int:
    return before if now < 0 else now


def shown_items(
    rows: Sequence[Row],
    hides: Callable[[int], bool] | None,
    *,
    folded: bool,
    cover: Cover | None = None,
) -> RowItems:
    """Return the items of both sides; ``folded`` makes one of a run of same rows.

    A row that is the same but has moved is worth a look of its own. Under a ``cover``
    a run of rows that only the covered text has is one as well.
    """
    if not folded and hides is None and cover is None:
        return open_items(len(rows))

    def folds(row: int) -> str:
        content = rows[row]
        if cover and cover.leaves_out(row, content):
            return "left out"
        same = folded and content.relation is Relation.SAME and not content.moved
        return "same" if same else ""

    return folded_items(len(rows), folds, hides)


def folded_items(
    count: int,
    folds: Callable[[int], object],
    hides: Callable[[int], bool] | None = None,
) -> RowItems:
    """Return the items where runs of two or more rows that ``folds`` are one.

    Rows for which it gives different reasons are not of one run, rows that ``hides``
    belong to no item.
    """
    return RowItems(list(_runs(count, folds, hides or (lambda _: False))))


def _runs(
    count: int, folds: Callable[[int], object], hides: Callable[[int], bool]
) -> Iterator[range]:
    shown = (row for row in range(count) if not hides(row))
    for fold, group in groupby(shown, key=folds):
        if not fold:
            yield from (range(row, row + 1) for row in group)
            continue
        yield from _neighbours(list(group))


def _neighbours(rows: list[int]) -> Iterator[range]:
    first = before = rows[0]
    for row in rows[1:]:
        if row != before + 1:
            yield range(first, before + 1)
            first = row
        before = row
    yield range(first, before + 1)
