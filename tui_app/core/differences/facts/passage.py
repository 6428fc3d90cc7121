"""One side of a collation as the rules for facts read it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from tui_app.core.differences.collation import Collation, How, Match
from tui_app.core.differences.tokens import Token
from tui_app.core.differences.words import Word
from tui_app.core.model import Side


class Atom(NamedTuple):
    """A part of a token that can be read alone: ``34``, ``year``, ``old``."""

    text: str
    token: int


_PARTS = re.compile(r"\d[\d.,:/]*+(?:(?:st|nd|rd|th|s)(?![^\W\d]))?+|[½¼¾⅓⅔]|[^\W\d]+")
_ISO_DATE = re.compile(r"\d{4}-\d\d?-\d\d?$")
_ABBREVIATION = re.compile(r"(?:[^\W\d]+\.)+")


@lru_cache(maxsize=1 << 14)
def parts(text: str) -> tuple[str, ...]:
    """Return the parts of a token, case apart: ``two-thirds`` is two, ``1.5m`` too.

    Names with figures (``COVID-19``), abbreviations and ISO dates stay whole; a
    minus sign becomes a part of its own.
    """
    lower = text.lower().replace("’", "'")
    if lower.isalpha() or _stays_whole(text, lower):
        return (lower,)
    found = tuple(part.rstrip(".,:/") for part in _PARTS.findall(lower))
    if lower[0] in "-−" and lower[1].isdigit():
        return ("minus", *found)
    return found or (lower,)


def _stays_whole(text: str, lower: str) -> bool:
    if len(lower) == 1 or "'" in lower or "$" in lower or _ISO_DATE.match(lower):
        return True
    if _ABBREVIATION.match(lower) or not any(map(str.isalnum, lower)):
        return True
    return text[0].isupper() and any(map(str.isdigit, text))


@dataclass(frozen=True, slots=True)
class Passage:
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


def passage_of(collation: Collation, side: Side) -> Passage:
    """Return the ``side`` of ``collation``."""
    left = side == "left"
    tokens = collation.left if left else collation.right
    matches = collation.of_left if left else collation.of_right
    gaps = [-1] * len(tokens)
    for number, gap in enumerate(collation.gaps):
        start, end = gap.left if left else gap.right
        gaps[start:end] = [number] * (end - start)
    words = [token.word for token in tokens]
    how = [match.how if match else None for match in matches]
    return Passage(
        collation.left_text if left else collation.right_text,
        tokens,
        tuple([word.lower for word in words]),
        tuple([_partner(match, left=left) for match in matches]),
        tuple([one is How.EQUAL for one in how]),
        tuple([one is not None and one is not How.PAIRED for one in how]),
        tuple(gaps),
        tuple(_atoms(words)),
    )


def _partner(match: Match | None, *, left: bool) -> int:
    if match is None:
        return -1
    return match.right if left else match.left


def _atoms(words: Sequence[Word]) -> list[Atom]:
    found = []
    for number, word in enumerate(words):
        lower = word.lower
        if lower.isalpha():
            found.append(Atom(lower, number))
        else:
            found += [Atom(part, number) for part in parts(word.text)]
    return found
