"""Mentions of values on both sides, and what tells that two stand in one place."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from tui_app.core.differences.facts.passage import Passage

Value = TypeVar("Value")


class Mention(NamedTuple, Generic[Value]):
    """Tokens ``start`` to ``end`` (exclusive) of a passage name ``value``.

    A ``weak`` mention (*one*, *few*) counts only opposite another in its place.
    """

    start: int
    end: int
    value: Value
    weak: bool = False


Pair = tuple[Mention[Value], Mention[Value]]


class Frame(NamedTuple):
    """The token of the right beside a mention that tells its place.

    The token that ``follows``, or the one before where the passage ends.
    """

    token: int
    follows: bool


class Sides(NamedTuple):
    """The two passages of a row."""

    left: Passage
    right: Passage

    def linked(self, one: Mention[Value], other: Mention[Value]) -> bool:
        """Tell whether a word of ``one`` answers a word of ``other``."""
        partner = self.left.partner
        return any(
            other.start <= partner[number] < other.end
            for number in range(one.start, one.end)
        )

    def same_frame(self, one: Mention[Value], other: Mention[Value]) -> bool:
        """Tell whether the words that follow, or both around, answer each other."""
        return self.frame_opposite(one) == self.frame_of(other)

    def frame_opposite(self, one: Mention[Value]) -> Frame | None:
        """Return the frame that answers the one in which ``one`` stands."""
        left = self.left
        follows = one.end < len(left.words)
        beside = one.end if follows else one.start - 1
        if beside < 0 or left.partner[beside] < 0 or not left.written[beside].content:
            return None
        return Frame(left.partner[beside], follows)

    def frame_of(self, other: Mention[Value]) -> Frame:
        """Return the frame in which ``other`` of the right passage stands."""
        if other.end < len(self.right.words):
            return Frame(other.end, follows=True)
        return Frame(other.start - 1, follows=False)

    def framed(self, one: Mention[Value], other: Mention[Value]) -> bool:
        """Tell whether the words behind both answer each other, whatever words."""
        left, right = one.end, other.end
        return left < len(self.left.words) and self.left.partner[left] == right
