"""One side of a collation as the rules for facts read it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from tui_app.core.differences.collation import Collation, How
from tui_app.core.differences.tokens import Token
from tui_app.core.differences.words import Word


class Atom(NamedTuple):
    """A part of a token that can be read alone: ``34``, ``year``, ``old``."""

    text: str
    token: int


_PARTS = r"\d[\d.,:/]*+(?:(?:st|nd|rd|th|s)(?![^\W\d]))?+|[½¼¾⅓⅔]|[^\W\d]+"
_ISO_DATE = r"\d{4}-\d\d?-\d\d?$"
_ABBREVIATION = r"(?:[^\W\d]+\.)+"


@lru_cache(maxsize=1 << 11)
def parts(text: str) -> tuple[str, ...]:
    """Return the parts of a token, case apart: ``two-thirds`` is two, ``1.5m`` too.

    Names with figures (``COVID-19``), abbreviations and ISO dates stay whole; a
    minus sign becomes a part of its own.
    """
    lower = text.lower().replace("’", "'")
    if lower.isalpha() or _stays_whole(text, lower):
        return (lower,)
    found = tuple(part.rstrip(".,:/") for part in re.findall(_PARTS, lower))
    if lower[0] in "-−" and lower[1].isdigit():
        return ("minus", *found)
    return found or (lower,)


def _stays_whole(text: str, lower: str) -> bool:
    if len(lower) == 1 or "'" in lower or "$" in lower:
        return True
    if "-" in lower and re.match(_ISO_DATE, lower):
        return True
    if "." in lower and re.match(_ABBREVIATION, lower):
        return True
    if not any(map(str.isalnum, lower)):
        return True
    return text[0].isupper() and any(map(str.isdigit, text))


class Passage(NamedTuple):
    """The tokens of one side, who answers them, and the gap they stand in.

    ``partner[i]`` is the number of the token that answers on the other side or
    -1; ``equal`` tells where it is the same word in its place, ``same`` where it is
    a form of the same word in any place; ``gap[i]`` numbers the gap of the collation
    that holds the token or is -1. ``words`` are the tokens case apart, ``atoms``
    their parts.
    """

    text: str
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    partner: tuple[int, ...]
    equal: tuple[bool, ...]
    same: tuple[bool, ...]
    gap: tuple[int, ...]
    atoms: tuple[Atom, ...]

    def changed(self, numbers: Iterable[int]) -> bool:
        """Tell whether any of the tokens is not the same word on the other side."""
        return any(not self.equal[number] for number in numbers)


def passages_of(collation: Collation) -> tuple[Passage, Passage]:
    """Return the left and the right of ``collation``."""
    left = _Answers(len(collation.left))
    right = _Answers(len(collation.right))
    for i, j, how in collation.matches:
        left.partner[i] = j
        right.partner[j] = i
        left.equal[i] = right.equal[j] = how is How.EQUAL
        left.same[i] = right.same[j] = how is not How.PAIRED
    for number, gap in enumerate(collation.gaps):
        for one, (start, end) in ((left, gap.left), (right, gap.right)):
            one.gap[start:end] = [number] * (end - start)
    return (
        left.passage(collation.left_text, collation.left),
        right.passage(collation.right_text, collation.right),
    )


class _Answers:
    """What is said of the tokens of one side, number by number."""

    def __init__(self, count: int) -> None:
        self.partner = [-1] * count
        self.equal = [False] * count
        self.same = [False] * count
        self.gap = [-1] * count

    def passage(self, text: str, tokens: tuple[Token, ...]) -> Passage:
        words = [token.word for token in tokens]
        return Passage(
            text,
            tokens,
            tuple([word.lower for word in words]),
            tuple(self.partner),
            tuple(self.equal),
            tuple(self.same),
            tuple(self.gap),
            tuple(_atoms(words)),
        )


_atom = tuple.__new__  # the constructor of a named tuple at half its cost


def _atoms(words: Sequence[Word]) -> list[Atom]:
    found = []
    for number, word in enumerate(words):
        lower = word.lower
        if lower.isalpha():
            found.append(_atom(Atom, (lower, number)))
        else:
            found += [_atom(Atom, (part, number)) for part in parts(word.text)]
    return found
