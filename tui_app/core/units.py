"""Units in columns of numbers: 60,000 of a book, kept without being made."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import compress
from operator import ne, sub

from tui_app.core.column_sequence import NUMBERS, ColumnSequence
from tui_app.core.model import Role, Unit

_ROLES = tuple(Role)
# A unit of its fields, in two thirds of the time that the class takes.
_made: Callable[[Iterable[object]], Unit] = partial(tuple.__new__, Unit)
# Sooner than a dict, which asks for a hash in Python.
_number_of = _ROLES.index


class ColumnUnits(ColumnSequence[Unit]):
    """Units in three columns of numbers (start, end, paragraph) and one of roles.

    A unit is made when it is asked for.
    """

    def __init__(
        self,
        starts: array[int],
        ends: array[int],
        paragraphs: array[int],
        roles: bytes,
    ) -> None:
        self.starts, self.ends, self.paragraphs = starts, ends, paragraphs
        self._roles = roles

    @classmethod
    def of(cls, units: Sequence[Unit]) -> ColumnUnits:
        """Return the same units as columns."""
        return units if isinstance(units, ColumnUnits) else cls.of_fields(units)

    @classmethod
    def of_columns(
        cls,
        starts: Sequence[int],
        ends: Sequence[int],
        paragraphs: Sequence[int],
        roles: Iterable[Role],
    ) -> ColumnUnits:
        """Return the units whose fields stand in these columns."""
        return cls(
            array(NUMBERS, starts),
            array(NUMBERS, ends),
            array(NUMBERS, paragraphs),
            bytes(map(_number_of, roles)),
        )

    @classmethod
    def of_fields(cls, fields: Iterable[tuple[int, int, int, Role]]) -> ColumnUnits:
        """Return the units that have these fields, none of which is kept."""
        starts, ends, paragraphs = (array(NUMBERS) for _ in range(3))
        roles = bytearray()
        for start, end, paragraph, role in fields:
            starts.append(start)
            ends.append(end)
            paragraphs.append(paragraph)
            roles.append(_number_of(role))
        return cls(starts, ends, paragraphs, bytes(roles))

    def __len__(self) -> int:
        return len(self._roles)

    def __iter__(self) -> Iterator[Unit]:
        roles = map(_ROLES.__getitem__, self._roles)
        return map(
            _made, zip(self.starts, self.ends, self.paragraphs, roles, strict=True)
        )

    def item(self, number: int) -> Unit:
        """Return one unit."""
        role = _ROLES[self._roles[number]]
        return _made(
            (self.starts[number], self.ends[number], self.paragraphs[number], role)
        )


def unit_lengths(units: Sequence[Unit]) -> Sequence[int]:
    """Return how many characters each unit has."""
    return array(NUMBERS, map(sub, unit_ends(units), unit_starts(units)))


def longest_unit(units: Sequence[Unit]) -> int:
    """Return the length of the longest unit, 0 where there is none."""
    return max(map(sub, unit_ends(units), unit_starts(units)), default=0)


def unit_starts(units: Sequence[Unit]) -> Sequence[int]:
    """Return where each unit starts."""
    return (
        units.starts
        if isinstance(units, ColumnUnits)
        else [unit.start for unit in units]
    )


def unit_ends(units: Sequence[Unit]) -> Sequence[int]:
    """Return where each unit ends."""
    return (
        units.ends if isinstance(units, ColumnUnits) else [unit.end for unit in units]
    )


def paragraph_borders(units: Sequence[Unit]) -> list[int]:
    """Return where paragraphs begin, as numbers of units, and the number of units."""
    numbers = (
        units.paragraphs
        if isinstance(units, ColumnUnits)
        else [unit.paragraph for unit in units]
    )
    begins = map(ne, numbers[1:], numbers)
    return [0, *compress(range(1, len(units)), begins), len(units)] if units else [0]
