"""Which values of both sides cancel, and which of the rest stand for each other."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Final, Generic, NamedTuple

from tui_app.core.facts.passage import (
    Mention,
    MentionFrame,
    MentionPair,
    MentionValue,
    Passage,
    Sides,
    atom_at,
)

MOST_COMPARED: Final = 10_000
"""Pairs of values that are compared; beyond, only values given alike are the same."""


class _OfOneValue(NamedTuple):
    """Which mentions have values that fit one: the numbers in each gap, and of all."""

    by_gap: Mapping[int, deque[int]]
    anywhere: deque[int]


class OpenMentions(Generic[MentionValue]):
    """The mentions of the right that are still to be had, in their order.

    ``same`` tells whether two values fit. It is asked about values as far as ``key``
    tells them apart: those of equal key fit the same values. Each way to look
    returns the number of the first mention that fits, or ``None``.
    """

    def __init__(
        self,
        sides: Sides,
        mentions: Sequence[Mention[MentionValue]],
        same: Callable[[MentionValue, MentionValue], bool],
        key: Callable[[MentionValue], Hashable],
    ) -> None:
        self._sides = sides
        self._mentions = mentions
        self._same = same
        self._key = key
        self._free = [True] * len(mentions)
        self._compared = 0
        self._known: dict[Hashable, _OfOneValue] = {}
        self._by_token: dict[int, list[int]] = {}
        for number, mention in enumerate(mentions):
            for token in range(mention.start, mention.end):
                self._by_token.setdefault(token, []).append(number)

    def take(self, number: int) -> Mention[MentionValue]:
        """Return the mention, to be had no more."""
        self._free[number] = False
        return self._mentions[number]

    def left_over(self) -> list[Mention[MentionValue]]:
        """Return the mentions nobody took."""
        numbered = zip(self._mentions, self._free, strict=True)
        return [mention for mention, free in numbered if free]

    def linked(self, one: Mention[MentionValue]) -> int | None:
        """Look among those of which a word answers a word of ``one``."""
        holders = self._by_token
        answers = self._sides.left.partner[one.start : one.end]
        if len(answers) == 1:
            return self._first(one, holders.get(answers[0], ()))
        return self._first(one, [n for at in answers for n in holders.get(at, ())])

    def in_gap(self, one: Mention[MentionValue]) -> int | None:
        """Look among those that stand in one gap with ``one``, at least in part."""
        gaps = {gap for gap in self._sides.left.gap[one.start : one.end] if gap >= 0}
        if not gaps:
            return None
        near = self._of_same_value(one).by_gap
        return _least(self._head(near[gap]) for gap in gaps if gap in near)

    def in_frame(self, one: Mention[MentionValue]) -> int | None:
        """Look among those between words that answer the words around ``one``."""
        frame = self._sides.frame_opposite(one)
        return frame and self._first(one, self._by_frame.get(frame, ()))

    def beside(self, one: Mention[MentionValue]) -> int | None:
        """Look among those in one gap or in one frame."""
        return _least([self.in_gap(one), self.in_frame(one)])

    def in_place(self, one: Mention[MentionValue]) -> int | None:
        """Look among those that are linked, in one gap or in one frame."""
        return _least([self.linked(one), self.beside(one)])

    def anywhere(self, one: Mention[MentionValue]) -> int | None:
        """Look among all."""
        return self._head(self._of_same_value(one).anywhere)

    def _first(self, one: Mention[MentionValue], numbers: Sequence[int]) -> int | None:
        for number in sorted(numbers) if len(numbers) > 1 else numbers:
            other = self._mentions[number]
            if self._free[number] and self._same(one.value, other.value):
                return number
        return None

    def _head(self, numbers: deque[int]) -> int | None:
        while numbers and not self._free[numbers[0]]:
            numbers.popleft()
        return numbers[0] if numbers else None

    @cached_property
    def _by_frame(self) -> Mapping[MentionFrame | None, list[int]]:
        found: dict[MentionFrame | None, list[int]] = {}
        for number, mention in enumerate(self._mentions):
            found.setdefault(self._sides.frame_of(mention), []).append(number)
        return found

    @cached_property
    def _by_key(self) -> Mapping[Hashable, list[int]]:
        found: dict[Hashable, list[int]] = {}
        for number, mention in enumerate(self._mentions):
            if self._free[number]:
                found.setdefault(self._key(mention.value), []).append(number)
        return found

    @cached_property
    def _groups(self) -> Sequence[tuple[MentionValue, list[int]]]:
        """A value of each group, and the group."""
        return [(self._mentions[one[0]].value, one) for one in self._by_key.values()]

    def _of_same_value(self, one: Mention[MentionValue]) -> _OfOneValue:
        key = self._key(one.value)
        if key not in self._known:
            self._known[key] = self._by_place(sorted(self._of_value(one.value, key)))
        return self._known[key]

    def _of_value(self, value: MentionValue, key: Hashable) -> Iterable[int]:
        groups, same = self._by_key, self._same
        self._compared += len(groups)
        if self._compared > MOST_COMPARED:
            return groups.get(key, ())
        fitting = [group for first, group in self._groups if same(value, first)]
        return chain.from_iterable(fitting)

    def _by_place(self, numbers: Sequence[int]) -> _OfOneValue:
        gap = self._sides.right.gap
        by_gap: dict[int, deque[int]] = defaultdict(deque)
        for number in numbers:
            mention = self._mentions[number]
            for here in set(gap[mention.start : mention.end]):
                by_gap[here].append(number)
        return _OfOneValue(by_gap, deque(numbers))


def _least(numbers: Iterable[int | None]) -> int | None:
    return min([number for number in numbers if number is not None], default=None)


_MOST_FRAMED: Final = 100
"""Mentions of a side; beyond, as in a table, places are not told by frames."""


def exchanged(
    sides: Sides,
    left: Sequence[Mention[MentionValue]],
    right: Sequence[Mention[MentionValue]],
    same: Callable[[MentionValue, MentionValue], bool],
) -> list[MentionPair[MentionValue]]:
    """Return mentions whose values slid or changed places: *from 3 to 4*, *4 to 5*.

    They stand in one frame, between the same two words, and say another thing there,
    and the value of one of them stands on the other side in the frame of another.
    What stands elsewhere without such a frame is the same told in another order.
    """
    if not (1 < len(left) <= _MOST_FRAMED and 1 < len(right) <= _MOST_FRAMED):
        return []
    framed = _in_one_frame(sides, left, right)
    unlike = [(i, j) for i, j in framed if not same(left[i].value, right[j].value)]
    homes = {*range(len(left))} - {i for i, _ in framed}
    others = {*range(len(right))} - {j for _, j in framed}
    kept: list[tuple[int, int]] = []
    while len(kept) != len(unlike):
        kept, unlike = unlike, []
        for i, j in kept:
            value, other = left[i].value, right[j].value
            if any(same(value, right[k].value) for k in others) or any(
                same(left[k].value, other) for k in homes
            ):
                homes.add(i)
                others.add(j)
            else:
                unlike.append((i, j))
    slid = any(
        same(left[i].value, right[m].value)
        for i, j in unlike
        for k, m in unlike
        if i != k
    )
    return [(left[i], right[j]) for i, j in unlike] if slid else []


def _in_one_frame(
    sides: Sides,
    left: Sequence[Mention[MentionValue]],
    right: Sequence[Mention[MentionValue]],
) -> list[tuple[int, int]]:
    """Return the numbers of mentions between the same words, the n-th with the n-th.

    Where such words are as frequent on both sides.
    """
    ours, theirs = _frames(sides.left, left), _frames(sides.right, right)
    return [
        pair
        for frame, numbers in ours.items()
        if len(numbers) == len(theirs.get(frame, ()))
        for pair in zip(numbers, theirs[frame], strict=True)
    ]


def _frames(
    passage: Passage, mentions: Sequence[Mention[MentionValue]]
) -> dict[tuple[str, str], list[int]]:
    """Return the mentions by the word before and the word behind."""
    found: dict[tuple[str, str], list[int]] = {}
    words = passage.words
    for number, mention in enumerate(mentions):
        frame = atom_at(words, mention.start - 1), atom_at(words, mention.end)
        found.setdefault(frame, []).append(number)
    return found


def without_pairs(
    left: Sequence[Mention[MentionValue]],
    right: Sequence[Mention[MentionValue]],
    pairs: Iterable[MentionPair[MentionValue]],
) -> tuple[list[Mention[MentionValue]], list[Mention[MentionValue]]]:
    """Return the mentions of both sides that are in none of the pairs."""
    gone = {id(one) for pair in pairs for one in pair}
    if not gone:
        return list(left), list(right)
    return (
        [one for one in left if id(one) not in gone],
        [other for other in right if id(other) not in gone],
    )


def cancel(
    sides: Sides,
    left: Sequence[Mention[MentionValue]],
    right: Sequence[Mention[MentionValue]],
    same: Callable[[MentionValue, MentionValue], bool],
    key: Callable[[MentionValue], Hashable],
) -> tuple[list[Mention[MentionValue]], list[Mention[MentionValue]]]:
    """Return the mentions whose value the other side does not give.

    Equal values cancel one against one: first those that are linked, then those
    in one place, then anywhere in the passage. ``same`` sees no more of a value
    than ``key`` returns.
    """
    if not (left and right):
        return list(left), list(right)
    others = OpenMentions(sides, right, same, key)
    rest = list(left)
    for look in (others.linked, others.beside, others.anywhere):
        _, rest = _matched(rest, look, others)
        if not rest:
            break
    return rest, others.left_over()


def paired(
    sides: Sides,
    left: Sequence[Mention[MentionValue]],
    right: Sequence[Mention[MentionValue]],
    alike: Callable[[MentionValue, MentionValue], bool],
    sort: Callable[[MentionValue], Hashable] | None = None,
) -> list[MentionPair[MentionValue]]:
    """Return which mentions left over stand for each other.

    Those that are linked or in one place, with a ``sort`` first those that are
    ``alike``, which then sees no more of a value than ``sort`` returns. Then,
    wherever they stand, those that are the only ones left of their ``sort``, and at
    last the only ones left at all, on both sides, if they are not weak and ``alike``.
    """
    if not (left and right):
        return []
    pairs: list[MentionPair[MentionValue]] = []
    rest, free = list(left), list(right)
    ways = [(alike, sort), (_whatever, _nothing)] if sort else [(_whatever, _nothing)]
    for fits, key in ways:
        others = OpenMentions(sides, free, fits, key)
        for look in (others.linked, others.in_gap, others.in_frame):
            found, rest = _matched(rest, look, others)
            pairs += found
        free = others.left_over()
    return pairs + _only_ones(rest, free, alike, sort or _nothing)


def _whatever(one: object, other: object) -> bool:
    del one, other
    return True


def _nothing(value: object) -> None:
    del value


def _matched(
    rest: Iterable[Mention[MentionValue]],
    look: Callable[[Mention[MentionValue]], int | None],
    others: OpenMentions[MentionValue],
) -> tuple[list[MentionPair[MentionValue]], list[Mention[MentionValue]]]:
    """Return the mentions with what ``look`` finds for them, and those without."""
    pairs: list[MentionPair[MentionValue]] = []
    alone: list[Mention[MentionValue]] = []
    for one in rest:
        number = look(one)
        if number is None:
            alone.append(one)
        else:
            pairs.append((one, others.take(number)))
    return pairs, alone


def _only_ones(
    left: Sequence[Mention[MentionValue]],
    right: Sequence[Mention[MentionValue]],
    alike: Callable[[MentionValue, MentionValue], bool],
    sort: Callable[[MentionValue], Hashable],
) -> list[MentionPair[MentionValue]]:
    strong = [one for one in left if not one.weak]
    others = [other for other in right if not other.weak]
    pairs: list[MentionPair[MentionValue]] = []
    by_sort, others_by_sort = _by_sort(strong, sort), _by_sort(others, sort)
    for key, of_sort in by_sort.items():
        pair = _only(of_sort, others_by_sort.get(key, ()))
        if pair and alike(pair[0].value, pair[1].value):
            pairs.append(pair)
            strong.remove(pair[0])
            others.remove(pair[1])
    pair = _only(strong, others)
    if pair and alike(pair[0].value, pair[1].value):
        pairs.append(pair)
    return pairs


def _by_sort(
    mentions: Iterable[Mention[MentionValue]], sort: Callable[[MentionValue], Hashable]
) -> dict[Hashable, list[Mention[MentionValue]]]:
    found: dict[Hashable, list[Mention[MentionValue]]] = {}
    for mention in mentions:
        found.setdefault(sort(mention.value), []).append(mention)
    return found


def _only(
    left: Sequence[Mention[MentionValue]], right: Sequence[Mention[MentionValue]]
) -> MentionPair[MentionValue] | None:
    """Return the only mentions of both sides, if there is one on each."""
    return (left[0], right[0]) if len(left) == len(right) == 1 else None
