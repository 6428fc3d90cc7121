"""Two passages laid beside each other: which word answers which.

This is what the rules for facts read, and what they give back.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from tui_app.core.differences.tokens import Token
from tui_app.core.model import Kind


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


class Match(NamedTuple):
    """Token number ``left`` of the left passage answers ``right`` of the right."""

    left: int
    right: int
    how: How


class Gap(NamedTuple):
    """Tokens between two neighbouring matches in sequence (EQUAL or NEAR).

    One side may be empty, not both. PAIRED and MOVED words stand in gaps.
    """

    left: Stretch
    right: Stretch


class Collation(NamedTuple):
    """Two tokenised passages and what answers what.

    ``matches`` is sorted by the left token; every token is in one match at most.
    ``of_left[i]`` is the number of the token that answers the left token ``i`` or -1,
    ``of_right`` likewise; ``how[i]`` how it answers. EQUAL and NEAR matches
    never cross each other, nor PAIRED ones but for those inside a run that moved.
    """

    left_text: str
    right_text: str
    left: tuple[Token, ...]
    right: tuple[Token, ...]
    matches: tuple[Match, ...]
    gaps: tuple[Gap, ...]
    of_left: Sequence[int]
    of_right: Sequence[int]
    how: Sequence[How | None]


class Fact(NamedTuple):
    """A factual difference between two stretches of tokens; ``None``: nothing there.

    A stretch is never empty. Facts with equal ``group`` are one change (the two
    marks of a quotation); stretches of different facts must not overlap on a side.
    """

    kind: Kind
    left: Stretch | None
    right: Stretch | None
    group: int | None = None
