"""Which rows are reviewed, kept in step with the marks: a step for each mark.

A review has as many marks as rows, and each is made with one key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.model import SIDES, Row, Side, Span
from tui_app.core.row_places import RowPlaces
from tui_app.notes.anchoring.locator import Finder
from tui_app.notes.anchoring.new_anchors import LONGEST_QUOTE
from tui_app.notes.journal.ledger import Entry
from tui_app.notes.note import State


class _MarkedWords(NamedTuple):
    """Words of a mark and the units of one side that they are of.

    ``entry`` and ``act`` tell which mark: an entry as an act has made it.
    """

    entry: str
    act: str
    side: Side
    span: Span
    units: range


class ReviewedRows:
    """The rows of a comparison of which every unit lies within reviewed words.

    Words that changed since the review are not reviewed. ``marks`` are all review marks
    there are; ``take`` is told of those that change.
    """

    def __init__(
        self, comparison: Comparison, finder: Finder, marks: Iterable[Entry]
    ) -> None:
        self.comparison = comparison
        self._finder = finder
        self._places = RowPlaces(comparison)
        self._of_entry: dict[str, tuple[_MarkedWords, ...]] = {}
        self._on: dict[Side, dict[int, tuple[_MarkedWords, ...]]] = {
            side: {} for side in SIDES
        }
        for entry, of_entry in groupby(marks, key=lambda mark: mark.record.id):
            self._enter(entry, of_entry)
        self._covered = {
            side: {unit for unit in self._on[side] if self._is_covered(side, unit)}
            for side in SIDES
        }
        rows = enumerate(comparison.rows)
        self._rows = {number for number, row in rows if self._is_reviewed(row)}
        self._told: frozenset[int] | None = None

    def rows(self) -> frozenset[int]:
        """Return the numbers of the rows."""
        if self._told is None:
            self._told = frozenset(self._rows)
        return self._told

    def marks_on(self, rows: Iterable[int]) -> list[tuple[str, str]]:
        """Return the marks with words of these rows, as entries and acts, each once."""
        found = (
            (words.entry, words.act)
            for number in rows
            for side in SIDES
            for unit in self.comparison.rows[number].units(side)
            for words in self._on[side].get(unit, ())
        )
        return list(dict.fromkeys(found))

    def take(self, entry: str, marks: Iterable[Entry]) -> None:
        """Have an entry be these marks, none if it is gone or is no review mark."""
        before = self._of_entry.pop(entry, ())
        for words in before:
            on = self._on[words.side]
            for unit in words.units:
                on[unit] = tuple(one for one in on[unit] if one.entry != entry)
        now = self._enter(entry, marks)
        for words in dict.fromkeys((*before, *now)):
            for unit in words.units:
                self._look_at(words.side, unit)

    def _enter(self, entry: str, marks: Iterable[Entry]) -> tuple[_MarkedWords, ...]:
        """Enter the marks of an entry at the units that they are on."""
        entered = tuple(words for mark in marks for words in self._words(mark))
        if entered:
            self._of_entry[entry] = entered
        for words in entered:
            on = self._on[words.side]
            for unit in words.units:
                on[unit] = (*on.get(unit, ()), words)
        return entered

    def _words(self, mark: Entry) -> Iterator[_MarkedWords]:
        record = mark.record
        for anchor in mark.content.anchors:
            found = self._finder.find(anchor)
            if found.state is State.PLACED and found.span:
                units = self._places.units_in(anchor.side, found.span)
                yield _MarkedWords(
                    record.id, record.act, anchor.side, found.span, units
                )

    def _look_at(self, side: Side, unit: int) -> None:
        """Tell anew whether a unit is covered, and its row reviewed."""
        covered = self._covered[side]
        if self._is_covered(side, unit):
            covered.add(unit)
        else:
            covered.discard(unit)
        number = self._places.row_of_unit(side, unit)
        if number is None:
            return
        reviewed = self._is_reviewed(self.comparison.rows[number])
        if reviewed != (number in self._rows):
            self._told = None
            self._rows ^= {number}

    def _is_covered(self, side: Side, unit: int) -> bool:
        """Tell whether marks cover the unit, white space between joining them."""
        document = self.comparison.document(side)
        whole = document.units[unit]
        end = min(whole.end, whole.start + LONGEST_QUOTE)
        spans = [words.span for words in self._on[side].get(unit, ())]
        if len(spans) > 1:
            spans = _joined(document.text, spans)
        return any(one.start <= whole.start and end <= one.end for one in spans)

    def _is_reviewed(self, row: Row) -> bool:
        left, right = self._covered["left"], self._covered["right"]
        return left.issuperset(row.left) and right.issuperset(row.right)


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        last = joined[-1] if joined else None
        if last and not text[last.end : span.start].strip():
            joined[-1] = Span(last.start, max(last.end, span.end))
        else:
            joined.append(span)
    return joined
