"""Rows that were counted, as they travel between processes and stand in a file."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterable
from typing import NamedTuple

from tui_app.core.difference_columns import DifferenceColumns
from tui_app.core.model import Relation, Row
from tui_app.review.row_counting.tallies import TallyColumns

LENGTH = struct.Struct("<Q")
"""Before each piece, how many bytes it has."""

_FIRST = struct.Struct("<I")
_RELATIONS = tuple(Relation)
_NUMBER_OF = {relation: number for number, relation in enumerate(_RELATIONS)}


class CountedRows(NamedTuple):
    """The tallies of rows from ``first`` on, and what differs in them.

    Of a row that only one side has, what differs are the facts it states.
    """

    first: int
    tallies: TallyColumns
    differences: DifferenceColumns

    def to_bytes(self) -> bytes:
        """Return the rows as bytes, numbers as this machine has them."""
        differences = self.differences
        return joined(
            _FIRST.pack(self.first),
            self.tallies.numbers.tobytes(),
            differences.sizes.tobytes(),
            differences.kinds,
            differences.numbers.tobytes(),
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> CountedRows:
        """Return what ``to_bytes`` was called on; raises ``ValueError`` for others."""
        first, tallies, sizes, kinds, numbers = parted(data, 5)
        if len(first) != _FIRST.size:
            raise ValueError("rows without the number of the first")
        columns = DifferenceColumns(_numbers(sizes), kinds, _numbers(numbers))
        made = cls(_FIRST.unpack(first)[0], TallyColumns(_numbers(tallies)), columns)
        if len(made.tallies) != len(columns):
            raise ValueError("as many rows must be counted as were compared")
        return made


class RowColumns(NamedTuple):
    """Which units stand in which rows, and how the sides of each row are related."""

    relations: bytes
    sizes: bytes
    units: bytes

    @classmethod
    def of(cls, rows: Iterable[Row]) -> RowColumns:
        """Return the rows in columns."""
        relations, sizes, units = bytearray(), array("I"), array("I")
        for row in rows:
            relations.append(_NUMBER_OF[row.relation])
            sizes.append(len(row.left))
            sizes.append(len(row.right))
            units.extend(row.left)
            units.extend(row.right)
        return cls(bytes(relations), sizes.tobytes(), units.tobytes())

    def rows(self) -> list[Row]:
        """Return the rows, without how certain they are and whether they moved."""
        sizes, units, at = _numbers(self.sizes), _numbers(self.units), 0
        made = []
        for number, relation in enumerate(self.relations):
            middle = at + sizes[2 * number]
            end = middle + sizes[2 * number + 1]
            left, right = tuple(units[at:middle]), tuple(units[middle:end])
            made.append(Row(left, right, _RELATIONS[relation], None, moved=False))
            at = end
        return made


def joined(*pieces: bytes) -> bytes:
    """Return the pieces one after the other, each with its length before it."""
    return b"".join(
        part for piece in pieces for part in (LENGTH.pack(len(piece)), piece)
    )


def parted(data: bytes, count: int | None = None) -> list[bytes]:
    """Return the pieces of ``joined``; raises ``ValueError`` if they are no ``count``.

    Any number will do if none is named.
    """
    pieces, at = [], 0
    while at < len(data):
        begin = at + LENGTH.size
        if begin > len(data):
            raise ValueError("a piece without its length")
        at = begin + LENGTH.unpack_from(data, at)[0]
        if at > len(data):
            raise ValueError("a piece is cut off")
        pieces.append(data[begin:at])
    if count is not None and len(pieces) != count:
        raise ValueError("pieces are missing")
    return pieces


def _numbers(data: bytes) -> array[int]:
    numbers = array("I")
    numbers.frombytes(data)  # raises ValueError for half a number
    return numbers
