"""The part of two texts that differs; most edits leave nearly all as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tui_app.core.model import Span

MARGIN = 2_000
"""Equal characters kept on both sides of what differs, so that words can pair up."""

CLEAR = 64
"""Equal characters around a span that make its place certain."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How many characters are equal at the beginning and at the end."""

    head: int
    tail: int
    old: int
    new: int

    @classmethod
    def of(cls, old: str, new: str) -> Frame:
        """Compare two texts from both ends."""
        most = min(len(old), len(new))
        head = _equal(most, lambda n: old[:n] == new[:n])
        tail = _equal(most - head, lambda n: old[len(old) - n :] == new[len(new) - n :])
        return cls(head, tail, len(old), len(new))

    def unmoved(self, span: Span) -> Span | None:
        """Return the place of a span that lies well within what is equal."""
        if span.end + CLEAR <= self.head:
            return span
        if span.start - CLEAR >= self.old - self.tail:
            shift = self.new - self.old
            return Span(span.start + shift, span.end + shift)
        return None

    @property
    def middle(self) -> tuple[Span, Span]:
        """The stretches of both texts that differ, with a margin."""
        start = max(0, self.head - MARGIN)
        rest = max(0, self.tail - MARGIN)
        return Span(start, self.old - rest), Span(start, self.new - rest)


def _equal(most: int, same: Callable[[int], bool]) -> int:
    """Return the largest number up to ``most`` for which ``same`` holds."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if same(middle) else (low, middle - 1)
    return low
