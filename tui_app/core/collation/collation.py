"""What a collation is, and the draft in which its stages note their matches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum, auto
from typing import NamedTuple

from tui_app.core.collation.tokens import Tokens
from tui_app.core.collation.word import Word


class How(Enum):
    """How two words answer each other."""

    EQUAL = auto()  # the same word, case apart, in sequence
    NEAR = auto()  # a form or spelling of the word, or a synonym, in sequence
    PAIRED = auto()  # other words in the same place
    MOVED = auto()  # the same word or a form of it, out of sequence


# Looked up in their class they take ten times as long, and rules ask for every word.
EQUAL = How.EQUAL

NEAR = How.NEAR

PAIRED = How.PAIRED

MOVED = How.MOVED


class Stretch(NamedTuple):
    """Tokens number ``start`` to ``end``, exclusive; may be empty."""

    start: int
    end: int


class WordMatch(NamedTuple):
    """Token number ``left`` of the left passage answers ``right`` of the right."""

    left: int
    right: int
    how: How


class WordGap(NamedTuple):
    """Tokens between two neighbouring matches in sequence (EQUAL or NEAR).

    One side may be empty, not both. PAIRED and MOVED words stand in gaps.
    """

    left: Stretch
    right: Stretch


class Collation(NamedTuple):
    """Two tokenised passages and what answers what.

    ``of_left[i]`` is the number of the token that answers the left token ``i`` or -1,
    ``of_right`` likewise; ``how[i]`` how it answers. EQUAL and NEAR matches
    never cross each other, nor PAIRED ones but for those inside a run that moved.
    """

    left: Tokens
    right: Tokens
    gaps: tuple[WordGap, ...]
    of_left: Sequence[int]
    of_right: Sequence[int]
    how: Sequence[How | None]

    @property
    def matches(self) -> list[WordMatch]:
        """All matches by the left token; every token is in one match at most."""
        return self.matches_at(range(len(self.how)))

    def matches_at(self, lefts: Iterable[int]) -> list[WordMatch]:
        """Return the matches of some tokens of the left, in the order given."""
        answers, ways = self.of_left, self.how
        return [
            WordMatch(i, answers[i], how) for i in lefts if (how := ways[i]) is not None
        ]


_new = tuple.__new__  # the constructor of a named tuple at a third of its cost


class CollationDraft:
    """Partners of the words of two passages, -1 where there is none."""

    def __init__(self, left: Sequence[Word], right: Sequence[Word]) -> None:
        self.left = left
        self.right = right
        self.of_left = [-1] * len(left)
        self.of_right = [-1] * len(right)
        self.how: list[How | None] = [None] * len(left)

    def match(self, i: int, j: int, how: How) -> None:
        """Let the words answer each other; both must be free."""
        self.of_left[i] = j
        self.of_right[j] = i
        self.how[i] = how

    def match_in_sequence(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Let pairs answer each other as equal or near words."""
        left, right = self.left, self.right
        of_left, of_right, how = self.of_left, self.of_right, self.how
        for i, j in pairs:
            of_left[i], of_right[j] = j, i
            one, other = left[i], right[j]
            how[i] = EQUAL if one is other or one.lower == other.lower else NEAR

    def both_free(self, i: int, j: int) -> bool:
        """Tell whether nothing answers either word."""
        return self.of_left[i] < 0 and self.of_right[j] < 0

    def free_and_equal(self, i: int, j: int) -> bool:
        """Tell whether there are two such words, free and equal."""
        return (
            0 <= i < len(self.left)
            and 0 <= j < len(self.right)
            and self.both_free(i, j)
            and self.left[i].lower == self.right[j].lower
        )

    def distance(self, i: int, j: int) -> float:
        """Return how far apart the words stand in their passages, 0 to 1."""
        return abs(i / len(self.left) - j / len(self.right))

    def free_left(self) -> list[int]:
        """Return the words of the left that nothing answers."""
        return [i for i, j in enumerate(self.of_left) if j < 0]

    def free_right(self) -> list[int]:
        """Return the words of the right that nothing answers."""
        return [j for j, i in enumerate(self.of_right) if i < 0]

    def pairs_in_sequence(self) -> list[tuple[int, int]]:
        """Return the words that answer each other as equal or near words."""
        return [
            (i, j)
            for i, (j, how) in enumerate(zip(self.of_left, self.how, strict=True))
            if how is EQUAL or how is NEAR
        ]

    def gaps(self, pairs: Iterable[tuple[int, int]]) -> tuple[WordGap, ...]:
        """Return the stretches between neighbouring pairs, ``pairs`` rising."""
        found = []
        left = right = 0
        for i, j in (*pairs, (len(self.left), len(self.right))):
            if i > left or j > right:
                stretches = _new(Stretch, (left, i)), _new(Stretch, (right, j))
                found.append(_new(WordGap, stretches))
            left, right = i + 1, j + 1
        return tuple(found)
