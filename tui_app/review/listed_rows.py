"""What there is to list of a pair: kinds of rows, how many, and which they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from tui_app.core.from_base.told_from_base import FromBase
from tui_app.review.counts import Counts
from tui_app.review.review import Review


class ListKind(StrEnum):
    """What is listed, by the name that the list has for it."""

    FACTS = "facts"
    LEFT_ONLY = "only left"
    RIGHT_ONLY = "only right"
    MOVED = "moved"
    NOTES = "notes"
    UNREVIEWED = "unreviewed"
    NEW = str(FromBase.NEW)
    TAKEN_BACK = str(FromBase.TAKEN_BACK)
    CHANGED_AGAIN = str(FromBase.CHANGED_AGAIN)
    KEPT = str(FromBase.KEPT)

    @property
    def since_base(self) -> FromBase | None:
        """The status whose changes are listed, ``None`` for another list."""
        return next((one for one in FromBase if str(one) == self), None)


class KindNumber(NamedTuple):
    """How many there are of a kind, ``None`` while that is not known."""

    kind: ListKind
    number: int | None


def kind_numbers(review: Review, counts: Counts, notes: int) -> tuple[KindNumber, ...]:
    """Return how many there are of each kind; ``notes`` are those that are listed."""
    known = counts.known if counts.up_to_date else None
    # Those of a row too long to be marked are found by the list alone.
    facts = None if known is None or known.too_long else known.facts
    usual = [
        KindNumber(kind, _number(kind, review, notes, facts))
        for kind in ListKind
        if kind.since_base is None
    ]
    return *usual, *_since_base(review)


def _since_base(review: Review) -> Iterator[KindNumber]:
    """Yield how many changes there are of each status, with a base."""
    if review.since_base is not None:
        counts = review.since_base.counts
        totals = counts.totals() if counts else {}
        for status in FromBase:
            yield KindNumber(ListKind(status), totals.get(status))


def _number(
    kind: ListKind, review: Review, notes: int, facts: int | None
) -> int | None:
    if kind is ListKind.NOTES:
        return notes
    return facts if kind is ListKind.FACTS else len(listed_rows(kind, review))


def listed_rows(kind: ListKind, review: Review) -> Sequence[int]:
    """Return the rows of a kind, from 0; of facts and notes there are other lists."""
    rows = enumerate(review.comparison.rows)
    if kind is ListKind.LEFT_ONLY:
        return [number for number, row in rows if not row.right]
    if kind is ListKind.RIGHT_ONLY:
        return [number for number, row in rows if not row.left]
    if kind is ListKind.MOVED:
        return [number for number, row in rows if row.moved]
    if kind is ListKind.UNREVIEWED:
        reviewed = review.attention.reviewed
        return [number for number, _ in rows if number not in reviewed]
    return ()
