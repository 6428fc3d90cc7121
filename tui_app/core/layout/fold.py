"""Which rows are shown as one line each run, which are hidden, which stand open."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from tui_app.core.model import Relation, Row, Side


@dataclass(frozen=True, slots=True)
class Items:
    """What is scrolled: runs of rows; a run of several is folded to one line.

    ``places`` gives the item of each row where the runs do not ascend.
    """

    runs: Sequence[range]
    places: Sequence[int] | None = None

    def __len__(self) -> int:
        return len(self.runs)

    def __getitem__(self, item: int) -> range:
        return self.runs[item]

    def at(self, row: int) -> int:
        """Return the item that holds the row, or the nearest one before it."""
        if self.places is not None:
            return self.places[row]
        found = bisect_right(self.runs, row, key=lambda run: run.start) - 1
        return max(0, found)


def open_items(count: int) -> Items:
    """Return every row as an item of its own."""
    return Items([range(row, row + 1) for row in range(count)])


def side_items(rows: Sequence[Row], side: Side) -> Items:
    """Return the rows that have the side, in the order of that side's text.

    A row without it has the place of the one before it.
    """
    own = {at: row.left if side == "left" else row.right for at, row in enumerate(rows)}
    order = sorted((at for at in own if own[at]), key=own.__getitem__)
    item_of = {at: item for item, at in enumerate(order)}
    places = list(accumulate((item_of.get(at, -1) for at in own), _latest))
    return Items([range(at, at + 1) for at in order], [max(0, at) for at in places])


def _latest(before: int, now: int) -> int:
    return before if now < 0 else now


def shown_items(
    rows: Sequence[Row], hides: Callable[[int], bool] | None, *, folded: bool
) -> Items:
    """Return the items of both sides; ``folded`` makes one of a run of same rows.

    A row that is the same but has moved is worth a look of its own.
    """
    if not folded and hides is None:
        return open_items(len(rows))

    def folds(row: int) -> bool:
        return folded and rows[row].relation is Relation.SAME and not rows[row].moved

    return folded_items(len(rows), folds, hides)


def folded_items(
    count: int,
    folds: Callable[[int], bool],
    hides: Callable[[int], bool] | None = None,
) -> Items:
    """Return the items where runs of two or more rows that ``folds`` are one.

    Rows that ``hides`` belong to no item.
    """
    return Items(list(_runs(count, folds, hides or (lambda _: False))))


def _runs(
    count: int, folds: Callable[[int], bool], hides: Callable[[int], bool]
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
