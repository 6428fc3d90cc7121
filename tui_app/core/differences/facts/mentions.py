"""Mentions of values on both sides: equal ones cancel, the rest may be paired."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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

    def same_gap(self, one: Mention[Value], other: Mention[Value]) -> bool:
        """Tell whether both stand in one gap, at least in part."""
        gaps = set(self.left.gap[one.start : one.end])
        gaps.discard(-1)
        return not gaps.isdisjoint(self.right.gap[other.start : other.end])

    def same_frame(self, one: Mention[Value], other: Mention[Value]) -> bool:
        """Tell whether the words that follow, or both around, answer each other."""
        after = self._answers(one.end, other.end)
        return after or (
            self._answers(one.start - 1, other.start - 1)
            and (one.end >= len(self.left.words) and other.end >= len(self.right.words))
        )

    def framed(self, one: Mention[Value], other: Mention[Value]) -> bool:
        """Tell whether the words behind both answer each other, whatever words."""
        left, right = one.end, other.end
        return left < len(self.left.words) and self.left.partner[left] == right

    def same_place(self, one: Mention[Value], other: Mention[Value]) -> bool:
        """Tell whether the two stand where the other would stand."""
        return (
            self.linked(one, other)
            or self.same_gap(one, other)
            or self.same_frame(one, other)
        )

    def _answers(self, left: int, right: int) -> bool:
        if not (0 <= left < len(self.left.words) and right >= 0):
            return False
        return self.left.partner[left] == right and (self.left.written[left].content)


def cancel(
    sides: Sides,
    left: Sequence[Mention[Value]],
    right: Sequence[Mention[Value]],
    same: Callable[[Value, Value], bool],
) -> tuple[list[Mention[Value]], list[Mention[Value]]]:
    """Return the mentions whose value the other side does not give.

    Equal values cancel one against one: first those that are linked, then those
    in one place, then anywhere in the passage.
    """
    rest, others = list(left), list(right)
    if not (rest and others):
        return rest, others
    for near in (sides.linked, sides.same_place, _anywhere):
        for one in list(rest):
            for other in others:
                if near(one, other) and same(one.value, other.value):
                    rest.remove(one)
                    others.remove(other)
                    break
        if not (rest and others):
            break
    return rest, others


def _anywhere(_one: Mention[Value], _other: Mention[Value]) -> bool:
    return True


def paired(
    sides: Sides,
    left: Sequence[Mention[Value]],
    right: Sequence[Mention[Value]],
    alike: Callable[[Value, Value], bool],
    sort: Callable[[Value], object] = lambda _: None,
) -> list[Pair[Value]]:
    """Return which mentions left over stand for each other.

    Those that are linked or in one place. Then, wherever they stand, those that
    are the only ones left of their ``sort``, and at last the only ones left at
    all, on both sides, if they are not weak and ``alike``.
    """
    if not (left and right):
        return []
    pairs: list[Pair[Value]] = []
    rest, others = list(left), list(right)
    for near in (sides.linked, sides.same_gap, sides.same_frame):
        for one in list(rest):
            for other in others:
                if near(one, other):
                    pairs.append((one, other))
                    rest.remove(one)
                    others.remove(other)
                    break
    strong = [one for one in rest if not one.weak]
    strong_others = [other for other in others if not other.weak]
    for key in {sort(one.value) for one in strong}:
        pair = _only(
            [one for one in strong if sort(one.value) == key],
            [one for one in strong_others if sort(one.value) == key],
        )
        if pair and alike(pair[0].value, pair[1].value):
            pairs.append(pair)
            strong.remove(pair[0])
            strong_others.remove(pair[1])
    pair = _only(strong, strong_others)
    if pair and alike(pair[0].value, pair[1].value):
        pairs.append(pair)
    return pairs


def _only(
    left: Sequence[Mention[Value]], right: Sequence[Mention[Value]]
) -> Pair[Value] | None:
    """Return the only mentions of both sides, if there is one on each."""
    return (left[0], right[0]) if len(left) == len(right) == 1 else None
