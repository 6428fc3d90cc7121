"""Which words notes stand on, and which of many thousand stand on a passage."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING

from tui_app.core.comparison import Comparison
from tui_app.core.model import SIDES, Side, Span, Unit

if TYPE_CHECKING:
    from tui_app.notes.note import PlacedNote

_START = attrgetter("start")


class NotedWords:
    """The stretches of both texts, found by where they stand."""

    def __init__(self, words: Iterable[tuple[Side, Span]] = ()) -> None:
        self._words = tuple(words)
        self._spans: dict[Side, list[Span]] = {side: [] for side in SIDES}
        for side, span in self._words:
            self._spans[side].append(span)
        for spans in self._spans.values():
            spans.sort()
        # How far the stretches up to each reach: one may be longer than all behind it.
        self._reach = {
            side: list(accumulate((span.end for span in spans), max))
            for side, spans in self._spans.items()
        }

    @classmethod
    def of(cls, comparison: Comparison, placed: Iterable[PlacedNote]) -> NotedWords:
        """Return those to be marked: of notes on words, and of all highlights.

        A note on whole passages has its sign in the gutter; marking all their words
        would be louder than what it says.
        """
        return cls(_to_be_marked(comparison, placed))

    def touching(self, side: Side, start: int, end: int) -> list[Span]:
        """Return the stretches of a side that reach into this one, or up to it."""
        spans = self._spans[side]
        first = bisect_left(self._reach[side], start)
        last = bisect_right(spans, end, key=_START)
        return [span for span in spans[first:last] if span.end >= start]

    def __iter__(self) -> Iterator[tuple[Side, Span]]:
        return iter(self._words)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, NotedWords) and self._words == other._words

    def __hash__(self) -> int:
        return hash(self._words)


def _to_be_marked(
    comparison: Comparison, placed: Iterable[PlacedNote]
) -> Iterator[tuple[Side, Span]]:
    for one in placed:
        loud = one.note.kind == "highlight"
        for span in one.left:
            if loud or not _is_whole(comparison.left.units, span):
                yield "left", span
        for span in one.right:
            if loud or not _is_whole(comparison.right.units, span):
                yield "right", span


def _is_whole(units: Sequence[Unit], span: Span) -> bool:
    """Tell whether the span begins and ends with a unit."""
    first = bisect_left(units, span.start, key=lambda unit: unit.start)
    last = bisect_left(units, span.end, key=lambda unit: unit.end)
    return (
        first < len(units)
        and last < len(units)
        and units[first].start == span.start
        and units[last].end == span.end
    )
