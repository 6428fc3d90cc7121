"""The entries of a list to pick from, and the filter over them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Piece = tuple[str, str]
"""Words and the name of their mark (without ``mark--``), an empty one for none."""

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Entry(Generic[Value]):
    """A line of the list.

    ``tail`` stands at the right (a key). An entry without a ``value`` cannot be
    picked; a ``heading`` is shown while an entry below it is.
    """

    pieces: tuple[Piece, ...]
    value: Value | None = None
    tail: str = ""
    heading: bool = False

    @property
    def words(self) -> str:
        """Return what a filter looks at."""
        text = "".join(text for text, _ in self.pieces)
        return f"{text} {self.tail}".casefold()


def heading(text: str) -> Entry[Value]:
    """Return an entry that only names those below it."""
    return Entry(((text, "title"),), heading=True)


def matching(entries: Iterable[Entry[Value]], query: str) -> list[Entry[Value]]:
    """Return the entries that hold every word of the query, with their headings."""
    wanted = query.casefold().split()
    found: list[Entry[Value]] = []
    above: Entry[Value] | None = None
    for entry in entries:
        if entry.heading:
            above = entry
        elif all(word in entry.words for word in wanted):
            if above is not None:
                found.append(above)
                above = None
            found.append(entry)
    return found


def next_pick(entries: Sequence[Entry[Value]], start: int, step: int) -> int | None:
    """Return the nearest entry that can be picked, from ``start`` on by ``step``."""
    index = start
    while 0 <= index < len(entries):
        if entries[index].value is not None:
            return index
        index += step
    return None
