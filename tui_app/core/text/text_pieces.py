"""A long text in pieces, for calls that let nothing else have a turn until they end.

Who answers keys waits for the interpreter; a call over megabytes holds it for a second,
one after the other over pieces of them for some milliseconds each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, zip_longest
from typing import Final, TypeVar

PIECE: Final = 1 << 16
"""Characters of a piece, at least, if another follows."""

_SOME: Final = 1 << 12

_Thing = TypeVar("_Thing")

_SPACE = re.compile(r"\s")


def pieces(text: str, border: re.Pattern[str] = _SPACE) -> Iterator[str]:
    """Yield the text in pieces; all but the first begin where ``border`` matches."""
    begin = 0
    while len(text) - begin > PIECE:
        found = border.search(text, begin + PIECE)
        if found is None:
            break
        yield text[begin : found.start()]
        begin = found.start()
    yield text[begin:]


def words_of(text: str, word: re.Pattern[str]) -> Iterator[list[str]]:
    """Yield what ``word`` matches, case apart, piece by piece; no word has a space."""
    for piece in pieces(text):
        yield word.findall(piece.lower())


def some_of(things: Iterable[_Thing]) -> Iterator[list[_Thing]]:
    """Yield the things, some thousand of them at a time."""
    coming = iter(things)
    while some := list(islice(coming, _SOME)):
        yield some


def same_joined(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Tell whether both are the same when joined; no more is made than tells."""
    mine = its = ""
    for one, other in zip_longest(ours, theirs, fillvalue=""):
        mine, its = mine + one, its + other
        both = min(len(mine), len(its))
        if mine[:both] != its[:both]:
            return False
        mine, its = mine[both:], its[both:]
    return not mine and not its
