"""The hits of a search in both texts, in the order of the rows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.model import SIDES, Side
from tui_app.core.row_places import RowPlaces
from tui_app.core.search import Query, find
from tui_app.review.looks import Mark

MOST = 10_000
"""Hits of one side beyond which nobody goes from one to the next."""


class Hit(NamedTuple):
    """Where the words searched for stand."""

    row: int
    side: Side
    start: int
    end: int


class Hits:
    """All hits of a query; ``current`` is the number of the one the reader is at."""

    def __init__(self, comparison: Comparison, places: RowPlaces, query: Query) -> None:
        self.query = query
        self.found = sorted(_found(comparison, places, query))
        of_left = sum(hit.side == "left" for hit in self.found)
        self.cut_short = max(of_left, len(self.found) - of_left) >= MOST
        self.current: int | None = None
        self._by_row: dict[int, list[int]] = {}
        for number, hit in enumerate(self.found):
            self._by_row.setdefault(hit.row, []).append(number)

    @property
    def place(self) -> str:
        """Return ``3/17``, or that nothing was found."""
        if not self.found:
            return "not found"
        more = "+" if self.cut_short else ""
        return f"{(self.current or 0) + 1}/{len(self.found)}{more}"

    @property
    def place_in_words(self) -> str:
        """Return ``3 of 17``, or that nothing was found."""
        return self.place.replace("/", " of ")

    @property
    def at(self) -> Hit | None:
        """Return the hit the reader is at."""
        return None if self.current is None else self.found[self.current]

    @property
    def rows(self) -> set[int]:
        """Return the rows with hits."""
        return set(self._by_row)

    def marks(self, row: int, side: Side) -> Iterator[Mark]:
        """Yield the marks of the hits on one side of a row."""
        for number in self._by_row.get(row, ()):
            hit = self.found[number]
            if hit.side == side:
                name = "hit-current" if number == self.current else "hit"
                yield Mark(hit.start, hit.end, name)

    def from_row(self, row: int) -> int:
        """Return the number of the first hit in the row or after it, round the end."""
        at = bisect_left(self.found, row, key=lambda hit: hit.row)
        return at % len(self.found)

    def among(self, comparison: Comparison, places: RowPlaces) -> Hits:
        """Return the hits among other rows; one is at the one that one was at."""
        again = Hits(comparison, places, self.query)
        again.return_to(self.at)
        return again

    def return_to(self, hit: Hit | None) -> None:
        """Be at a hit found before, whichever row it stands in by now."""
        where = hit and (hit.side, hit.start)
        starts = ((one.side, one.start) for one in self.found)
        self.current = next((n for n, at in enumerate(starts) if at == where), None)

    def stand(self, row: int, by: int) -> None:
        """Let a step go from this row: on to the first hit in it, back to the last."""
        side = bisect_left if by > 0 else bisect_right
        at = side(self.found, row, key=lambda hit: hit.row)
        self.current = at - by if by > 0 else at

    def step(self, by: int) -> Hit:
        """Make the next (1) or the one before (-1) the current hit, round the end."""
        at = 0 if self.current is None else self.current + by
        self.current = at % len(self.found)
        return self.found[self.current]


def _found(comparison: Comparison, places: RowPlaces, query: Query) -> Iterator[Hit]:
    for side in SIDES:
        document = comparison.document(side)
        spans = list(islice(find(document.text, query), MOST))
        rows = places.rows_at(side, [span.start for span in spans])
        for row, span in zip(rows, spans, strict=True):
            yield Hit(row, side, span.start, span.end)
