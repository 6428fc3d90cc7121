"""How a window moves over items whose lines nobody has counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple


class LinePlace(NamedTuple):
    """The line ``line`` of the item ``item``, both counted from 0."""

    item: int
    line: int


START = LinePlace(0, 0)


@dataclass(frozen=True, slots=True)
class Scroller:
    """Walks over ``count`` items; ``height`` gives the lines of one (at least 1)."""

    count: int
    height: Callable[[int], int]

    def step(self, place: LinePlace, lines: int) -> LinePlace:
        """Return the place so many lines on (back if negative), within the text."""
        if not self.count:
            return START
        item, line = place.item, place.line + lines
        while line < 0 and item > 0:
            item -= 1
            line += self.height(item)
        if line < 0:
            return START
        while line >= (tall := self.height(item)):
            if item + 1 == self.count:
                return LinePlace(item, tall - 1)
            item, line = item + 1, line - tall
        return LinePlace(item, line)

    def last_top(self, window: int) -> LinePlace:
        """Return the lowest place of a window of so many lines."""
        if not self.count:
            return START
        last = self.count - 1
        return self.step(LinePlace(last, self.height(last) - 1), 1 - max(1, window))

    def held(self, place: LinePlace, window: int) -> LinePlace:
        """Return the nearest place that shows no emptiness after the end."""
        if not self.count:
            return START
        item = max(0, min(place.item, self.count - 1))
        line = max(0, min(place.line, self.height(item) - 1))
        return min(LinePlace(item, line), self.last_top(window))

    def lines(self, top: LinePlace, window: int) -> Iterator[LinePlace]:
        """Yield the place of each line that the window shows."""
        item, line = top
        for _ in range(window):
            if item >= self.count:
                return
            yield LinePlace(item, line)
            line += 1
            if line >= self.height(item):
                item, line = item + 1, 0

    def distance(self, top: LinePlace, place: LinePlace, most: int) -> int | None:
        """Return how many lines ``place`` is below ``top``; None if over ``most``."""
        if place < top:
            return None
        lines = -top.line
        for item in range(top.item, place.item):
            lines += self.height(item)
            if lines > most:
                return None
        lines += place.line
        return lines if lines <= most else None
