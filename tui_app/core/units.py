"""Units in columns of numbers: 60,000 of a book, kept without being made."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import compress, starmap
from operator import ne, sub
from typing import overload

from tui_app.core.model import Role, Unit

_ROLES = tuple(Role)
_NUMBER_OF = {role: number for number, role in enumerate(_ROLES)}


class ColumnUnits(Sequence[Unit]):
    """Units in three columns of numbers (start, end, paragraph) and one of roles.

    Whoever walks over all of them makes them, once; who wants a few makes these.
    Equal to a tuple of the same units.
    """

    def __init__(self, numbers: bytes, roles: bytes) -> None:
        columns, count = memoryview(numbers).cast("q"), len(roles)
        self.starts = columns[:count]
        self.ends = columns[count : 2 * count]
        self.paragraphs = columns[2 * count :]
        self._roles = roles

    @classmethod
    def of(cls, units: Sequence[Unit]) -> ColumnUnits:
        """Return the same units as columns."""
        if isinstance(units, ColumnUnits):
            return units
        columns = zip(*units, strict=True) if units else ((), (), (), ())
        return cls.of_columns(*columns)

    @classmethod
    def of_columns(
        cls,
        starts: Sequence[int],
        ends: Sequence[int],
        paragraphs: Sequence[int],
        roles: Sequence[Role],
    ) -> ColumnUnits:
        """Return the units whose fields stand in these columns."""
        numbers = array("q", starts)
        numbers.extend(ends)
        numbers.extend(paragraphs)
        return cls(numbers.tobytes(), bytes(map(_NUMBER_OF.__getitem__, roles)))

    @classmethod
    def of_fields(cls, fields: Iterable[tuple[int, int, int, Role]]) -> ColumnUnits:
        """Return the units that have these fields, none of which is kept."""
        starts, ends, paragraphs = array("q"), array("q"), array("q")
        roles = bytearray()
        for start, end, paragraph, role in fields:
            starts.append(start)
            ends.append(end)
            paragraphs.append(paragraph)
            roles.append(_NUMBER_OF[role])
        return cls((starts + ends + paragraphs).tobytes(), bytes(roles))

    def __reduce__(self) -> tuple[type[ColumnUnits], tuple[bytes, bytes]]:
        """Return what pickles in the time of a copy."""
        numbers = self.starts.obj
        assert isinstance(numbers, bytes)  # noqa: S101 - what __init__ was given
        return ColumnUnits, (numbers, self._roles)

    @cached_property
    def _made(self) -> tuple[Unit, ...]:
        roles = map(_ROLES.__getitem__, self._roles)
        columns = zip(self.starts, self.ends, self.paragraphs, roles, strict=True)
        return tuple(starmap(Unit, columns))

    def __len__(self) -> int:
        return len(self._roles)

    def __iter__(self) -> Iterator[Unit]:
        return iter(self._made)

    @overload
    def __getitem__(self, number: int) -> Unit: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Unit, ...]: ...
    def __getitem__(self, number: int | slice) -> Unit | tuple[Unit, ...]:
        if "_made" in self.__dict__ or isinstance(number, slice):
            return self._made[number]
        return Unit(
            self.starts[number],
            self.ends[number],
            self.paragraphs[number],
            _ROLES[self._roles[number]],
        )

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ColumnUnits | tuple):
            return NotImplemented
        return self._made == tuple(other)

    def __hash__(self) -> int:
        return hash(self._made)


def unit_lengths(units: Sequence[Unit]) -> list[int]:
    """Return how many characters each unit has."""
    return list(map(sub, unit_ends(units), unit_starts(units)))


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
