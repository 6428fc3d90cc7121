"""Sequences of many items that stand in columns of numbers, made when asked for."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TypeVar, overload

Item = TypeVar("Item")

NUMBERS = "i"
"""The type of a column of numbers: 32 bits, for no text has so many characters."""

LARGEST = 2**31 - 1
"""The largest number that a column takes, beyond every unit and offset."""

MANY = 1500
"""More items than this are kept in columns."""


class ColumnSequence(Sequence[Item]):
    """Items that nobody keeps: of short lines they would take ten times the text.

    Equal to a tuple of the same items, and shown as one.
    """

    @abstractmethod
    def item(self, number: int) -> Item:
        """Return one item, made anew; ``number`` counts from 0, or from the end."""

    @overload
    def __getitem__(self, number: int) -> Item: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, number: int | slice) -> Item | tuple[Item, ...]:
        if isinstance(number, slice):
            return tuple(map(self.item, range(len(self))[number]))
        return self.item(number)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, type(self)):
            return self.__dict__ == other.__dict__
        return tuple(self) == other if isinstance(other, tuple) else NotImplemented

    def __repr__(self) -> str:
        return repr(tuple(self))

    def __hash__(self) -> int:
        return hash(tuple(self))
