"""Differences of many rows in columns of numbers: those of a book in 8 megabytes.

As objects they would take 200 megabytes and a second to be sent to another process.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain
from typing import NamedTuple

from tui_app.core.joined_bytes import joined, numbers, parted
from tui_app.core.kinds import Kind
from tui_app.core.model import Difference, Span

_NOTHING = 0xFFFF_FFFF
"""Stands for ``None``; no text has so many characters."""

_NOT_WORKED_OUT = _NOTHING

_KINDS = tuple(Kind)
_NUMBER_OF = {kind: number for number, kind in enumerate(_KINDS)}
_WIDTH = 6  # numbers of a difference beside its kind


class DifferenceColumns:
    """What differs in rows that follow each other, rows counted from 0.

    ``sizes`` has a number for each row: how many differences it has. ``kinds`` has a
    byte for each difference, ``numbers`` six columns: start and end on the left and on
    the right, group, quotation. Raises ``ValueError`` where they do not fit together.
    """

    def __init__(self, sizes: array[int], kinds: bytes, numbers: array[int]) -> None:
        self.sizes, self.kinds, self.numbers = sizes, kinds, numbers
        if self._ends[-1] != len(kinds) or len(numbers) != _WIDTH * len(kinds):
            raise ValueError("differences without their numbers")
        if kinds and max(kinds) >= len(_KINDS):
            raise ValueError("a kind that there is not")

    @classmethod
    def of(cls, rows: Sequence[Sequence[Difference] | None]) -> DifferenceColumns:
        """Return the differences of some rows, ``None`` for one not worked out."""
        sizes = [_NOT_WORKED_OUT if found is None else len(found) for found in rows]
        every = [one for found in rows if found for one in found]
        kinds = bytes(_NUMBER_OF[one.kind] for one in every)
        columns = zip(*map(_numbers_of, every), strict=True)
        numbers = array("I", chain.from_iterable(columns))
        return cls(array("I", sizes), kinds, numbers)

    def to_bytes(self) -> bytes:
        """Return the columns as bytes, numbers as this machine has them."""
        return joined(self.sizes.tobytes(), self.kinds, self.numbers.tobytes())

    @classmethod
    def from_bytes(cls, data: bytes) -> DifferenceColumns:
        """Return what ``to_bytes`` was called on; raises ``ValueError`` for others."""
        sizes, kinds, columns = parted(data, 3)
        return cls(numbers(sizes), kinds, numbers(columns))

    @cached_property
    def _ends(self) -> Sequence[int]:
        """Return where the differences of each row begin, and the last ones end."""
        sizes = (0 if size == _NOT_WORKED_OUT else size for size in self.sizes)
        return array("I", accumulate(sizes, initial=0))

    def __len__(self) -> int:
        return len(self.sizes)

    def __iter__(self) -> Iterator[tuple[Difference, ...] | None]:
        return map(self.of_row, range(len(self)))

    def of_row(self, row: int) -> tuple[Difference, ...] | None:
        """Return the row's differences, ``None`` where they are not worked out."""
        if self.sizes[row] == _NOT_WORKED_OUT:
            return None
        return tuple(map(self._made, range(self._ends[row], self._ends[row + 1])))

    def lacks(self, row: int, kinds: Container[Kind]) -> bool:
        """Tell whether it is known that the row has no difference of these kinds."""
        if self.sizes[row] == _NOT_WORKED_OUT:
            return False
        found = self.kinds[self._ends[row] : self._ends[row + 1]]
        return all(_KINDS[number] not in kinds for number in set(found))

    def _made(self, number: int) -> Difference:
        start, end, other_start, other_end, group, quotation = self.numbers[
            number :: len(self.kinds)
        ]
        return Difference(
            _KINDS[self.kinds[number]],
            None if start == _NOTHING else Span(start, end),
            None if other_start == _NOTHING else Span(other_start, other_end),
            None if group == _NOTHING else group,
            None if quotation == _NOTHING else quotation,
        )


_NO_SPAN = Span(_NOTHING, _NOTHING)


def _numbers_of(one: Difference) -> tuple[int, ...]:
    return (
        *(one.left or _NO_SPAN),
        *(one.right or _NO_SPAN),
        _NOTHING if one.group is None else one.group,
        _NOTHING if one.quotation is None else one.quotation,
    )


class RowsWorkedOut(NamedTuple):
    """The differences of rows from ``first`` on."""

    first: int
    differences: DifferenceColumns


class WorkedOut:
    """What was worked out of a comparison elsewhere, stretch of rows by stretch."""

    def __init__(self, stretches: Iterable[RowsWorkedOut] = ()) -> None:
        self._stretches = sorted(stretches, key=lambda one: one.first)

    def add(self, more: RowsWorkedOut) -> None:
        """Know these rows, too; a row comes in one stretch only."""
        # Another thread may be asking: it sees the old list or the new.
        self._stretches = sorted([*self._stretches, more], key=lambda one: one.first)

    @property
    def size(self) -> int:
        """Return how many rows are known."""
        return sum(len(one.differences) for one in self._stretches)

    def of_row(self, row: int) -> tuple[Difference, ...] | None:
        """Return the row's differences, ``None`` where they are not known."""
        found = self._stretch_of(row)
        return found and found.differences.of_row(row - found.first)

    def lacks(self, row: int, kinds: Container[Kind]) -> bool:
        """Tell whether it is known that the row has no difference of these kinds."""
        found = self._stretch_of(row)
        return found is not None and found.differences.lacks(row - found.first, kinds)

    def _stretch_of(self, row: int) -> RowsWorkedOut | None:
        stretches = self._stretches
        at = bisect_right(stretches, row, key=lambda one: one.first) - 1
        if at < 0 or row - stretches[at].first >= len(stretches[at].differences):
            return None
        return stretches[at]
