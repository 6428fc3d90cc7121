"""Rows to be counted and those that were, as they go to processes and into files."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui_app.core.difference_columns import DifferenceColumns
from tui_app.core.joined_bytes import joined, numbers, parted
from tui_app.core.model import Row
from tui_app.core.row_columns import RELATIONS, number_of
from tui_app.review.row_counting.tallies import TallyColumns

_FIRST = struct.Struct("<I")


class CountedRows(NamedTuple):
    """The tallies of rows from ``first`` on, and what differs in them.

    Of a row that only one side has, what differs are the facts it states.
    """

    first: int
    tallies: TallyColumns
    differences: DifferenceColumns

    def to_bytes(self) -> bytes:
        """Return the rows as bytes, numbers as this machine has them."""
        return joined(
            _FIRST.pack(self.first),
            self.tallies.numbers.tobytes(),
            self.differences.to_bytes(),
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> CountedRows:
        """Return what ``to_bytes`` was called on; raises ``ValueError`` for others."""
        first, tallies, differences = parted(data, 3)
        if len(first) != _FIRST.size:
            raise ValueError("rows without the number of the first")
        made = cls(
            _FIRST.unpack(first)[0],
            TallyColumns(numbers(tallies)),
            DifferenceColumns.from_bytes(differences),
        )
        if len(made.tallies) != len(made.differences):
            raise ValueError("as many rows must be counted as were compared")
        return made


class RowsToCount(NamedTuple):
    """Which units stand in which rows, and how the sides of each row are related.

    Their bytes are soon compared with those of rows counted before.
    """

    relations: bytes
    sizes: bytes
    units: bytes

    @classmethod
    def of(cls, rows: Iterable[Row]) -> RowsToCount:
        """Return the rows in columns."""
        relations, sizes, units = bytearray(), array("I"), array("I")
        for row in rows:
            relations.append(number_of(row.relation))
            sizes.append(len(row.left))
            sizes.append(len(row.right))
            units.extend(row.left)
            units.extend(row.right)
        return cls(bytes(relations), sizes.tobytes(), units.tobytes())

    def rows(self) -> Iterator[Row]:
        """Yield the rows, without how certain they are and whether they moved."""
        sizes, units, at = numbers(self.sizes), numbers(self.units), 0
        for number, relation in enumerate(self.relations):
            middle = at + sizes[2 * number]
            end = middle + sizes[2 * number + 1]
            left, right = tuple(units[at:middle]), tuple(units[middle:end])
            yield Row(left, right, RELATIONS[relation], None, moved=False)
            at = end
