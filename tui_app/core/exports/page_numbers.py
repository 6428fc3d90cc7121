"""The numbers at the head of a page: rows, changes, facts by kind, the likeness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tui_app.core.exports.page_rows import (
    MOVED,
    PASSAGE,
    SMALL,
    WORDING,
    PageRow,
    look_of,
)
from tui_app.core.exports.report import Report
from tui_app.core.from_base.told_from_base import FromBase, from_base_in_words
from tui_app.core.kinds import KINDS
from tui_app.core.likeness import row_size, unlike_size
from tui_app.core.model import Relation


class MarkSwitch(NamedTuple):
    """Marks that are switched on and off together: their look, their name, how many."""

    look: str
    name: str
    number: int
    fact: bool = False


class PageNumbers(NamedTuple):
    """What is told in numbers of the rows on a page; ``alike`` in percent, if known.

    ``across`` languages it is the share that is paired. ``from_base`` tells in how
    many rows there are changes of each status, if there is a base.
    """

    rows: int
    same: int
    changed: int
    left_only: int
    right_only: int
    moved: int
    facts: int
    reviewed: int
    linked: int
    alike: int | None
    switches: tuple[MarkSwitch, ...]
    across: bool = False
    from_base: str = ""


_NAMES = (
    (PASSAGE, "passage only one side has"),
    (WORDING, "other words for it"),
    (MOVED, "words that moved"),
    (SMALL, "letters, commas, small words"),
)


class PageCount:
    """Counts the rows of a page as they are made."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._relations: Counter[Relation] = Counter()
        self._looks: Counter[str] = Counter()
        self._moved = self._reviewed = self._linked = 0
        self._size = self._unlike = 0
        self._from_base: Counter[FromBase] = Counter()

    def add(self, row: PageRow) -> None:
        """Count one more row."""
        self._relations[row.relation] += 1
        self._looks.update(map(look_of, row.phrases))
        self._moved += row.moved
        self._reviewed += row.reviewed
        self._linked += row.linked
        self._from_base.update(row.from_base)
        self._weigh(row)

    def _weigh(self, row: PageRow) -> None:
        comparison, number = self._report.comparison, row.number - 1
        size = row_size(comparison, number)
        self._size += size
        if row.relation is Relation.CHANGED:
            if comparison.translation is None:
                found = comparison.differences(number)
                self._unlike += unlike_size(comparison, found)
        elif row.relation is not Relation.SAME:
            self._unlike += size

    def numbers(self) -> PageNumbers:
        """Return the numbers of all rows counted."""
        switches = tuple(self._switches())
        known = self._report.whole and self._size
        return PageNumbers(
            self._relations.total(),
            self._relations[Relation.SAME],
            self._relations[Relation.CHANGED],
            self._relations[Relation.LEFT_ONLY],
            self._relations[Relation.RIGHT_ONLY],
            self._moved,
            sum(one.number for one in switches if one.fact),
            self._reviewed,
            self._linked,
            int(100 - 100 * self._unlike / self._size) if known else None,
            switches,
            self._report.comparison.translation is not None,
            from_base_in_words(self._from_base) if self._report.from_base else "",
        )

    def _switches(self) -> Iterator[MarkSwitch]:
        for kind, traits in KINDS.items():
            if traits.fact:
                look = str(kind)
                yield MarkSwitch(look, traits.name, self._looks[look], fact=True)
        for look, name in _NAMES:
            yield MarkSwitch(look, name, self._looks[look])
