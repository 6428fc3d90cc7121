"""Which of the stretches that notes stand on touch a passage, be they many thousand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from operator import attrgetter

from tui_app.core.model import SIDES, Side, Span

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

    __hash__ = None  # type: ignore[assignment]  # what says a value is not one of a set
