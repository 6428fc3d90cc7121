"""The rows that stand there before the alignment is known: paragraphs in proportion."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import overload

from tui_app.core.comparison import Comparison
from tui_app.core.model import Alignment, Document, Relation, Row, Side
from tui_app.core.translation import Translation
from tui_app.core.units import paragraph_borders, unit_ends


def provisional(
    left: Document, right: Document, translation: Translation | None = None
) -> Comparison:
    """Return the two documents paired by where their paragraphs stand.

    Each paragraph of the longer text, or part of a long one, goes with what is as far
    on in the shorter text. A row is made when it is asked for; says nothing about
    content.
    """
    rows = InProportion(left, right)
    nothing = Alignment((), ())
    return Comparison(left, right, nothing, rows, translation=translation)


class InProportion(Sequence[Row]):
    """A row for each paragraph of the left, or of the right where that is all.

    With it go those of the right whose middle stands before its end, as shares of
    the two texts. The last takes what is left.
    """

    def __init__(self, left: Document, right: Document) -> None:
        self._left, self._right = _Paragraphs(left), _Paragraphs(right)

    def __len__(self) -> int:
        return len(self._left) or len(self._right)

    @overload
    def __getitem__(self, number: int) -> Row: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, number: int | slice) -> Row | tuple[Row, ...]:
        numbers = range(len(self))[number]
        if isinstance(numbers, range):
            return tuple(map(self._row, numbers))
        return self._row(numbers)

    def __iter__(self) -> Iterator[Row]:
        if not self._left:
            yield from map(self._row, range(len(self)))
            return
        middles = self._right.middles()
        taken = 0
        for number, end in enumerate(self._left.ends()):
            first = taken
            while taken < len(middles) and middles[taken] < end:
                taken += 1
            if number + 1 == len(self):
                taken = len(middles)
            yield self._paired(number, first, taken)

    def row_of_unit(self, side: Side, unit: int) -> int | None:
        """Return the row that holds the unit; None where there is no such unit."""
        paragraph = (self._left if side == "left" else self._right).holding(unit)
        if paragraph is None or side == "left" or not self._left:
            return paragraph
        rows, middle = range(len(self) - 1), self._right.middle(paragraph)
        return bisect_right(rows, middle, key=self._left.end)

    def _row(self, number: int) -> Row:
        if not self._left:
            units = self._right.units(number, number + 1)
            return Row((), units, Relation.CHANGED, None, moved=False)
        return self._paired(number, self._taken(number), self._taken(number + 1))

    def _taken(self, count: int) -> int:
        """Return how many paragraphs go with the first ``count`` of the left."""
        if count in {0, len(self._left)}:
            return count and len(self._right)
        right = self._right
        return bisect_left(
            range(len(right)), self._left.end(count - 1), key=right.middle
        )

    def _paired(self, number: int, first: int, last: int) -> Row:
        ours = self._left.units(number, number + 1)
        theirs = self._right.units(first, last)
        return Row(ours, theirs, Relation.CHANGED, None, moved=False)


_MOST_UNITS = 40
"""Units of one row: where no blank line stands in a book, all of it is a paragraph."""


class _Paragraphs:
    """The paragraphs of a document that hold units, long ones in parts, from 0."""

    def __init__(self, document: Document) -> None:
        self._ends = unit_ends(document.units)
        self._length = max(1, len(document.text))
        self._borders = _parted(paragraph_borders(document.units))

    def __len__(self) -> int:
        return len(self._borders) - 1

    def units(self, first: int, last: int) -> tuple[int, ...]:
        """Return the units of the paragraphs from ``first`` to before ``last``."""
        return tuple(range(self._borders[first], self._borders[last]))

    def holding(self, unit: int) -> int | None:
        """Return the paragraph that holds the unit."""
        if not 0 <= unit < self._borders[-1]:
            return None
        return bisect_right(self._borders, unit) - 1

    def end(self, number: int) -> float:
        """Return at which share of the text a paragraph ends."""
        return self._ends[self._borders[number + 1] - 1] / self._length

    def ends(self) -> list[float]:
        """Return at which share each paragraph ends."""
        ends, length = self._ends, self._length
        return [ends[last - 1] / length for _, last in pairwise(self._borders)]

    def middle(self, number: int) -> float:
        """Return at which share its middle stands."""
        return ((self.end(number - 1) if number else 0.0) + self.end(number)) / 2

    def middles(self) -> list[float]:
        """Return at which share the middle of each stands."""
        return [(begin + end) / 2 for begin, end in pairwise([0.0, *self.ends()])]


def _parted(borders: Sequence[int]) -> list[int]:
    """Return the borders with more between those that are far apart."""
    parts = (range(first, last, _MOST_UNITS) for first, last in pairwise(borders))
    return [*chain.from_iterable(parts), borders[-1]]
