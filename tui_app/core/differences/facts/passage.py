"""One side of a collation as the rules for facts read it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from tui_app.core.differences.collation import Collation, Gap, How, Match
from tui_app.core.differences.tokens import Token
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
        stretch = _stretch(gap, side)
        for token in range(stretch[0], stretch[1]):
            gaps[token] = number
    return Passage(
        collation.left_text if left else collation.right_text,
        tokens,
        tuple(token.lower for token in tokens),
        tuple(_partner(match, side) for match in matches),
        tuple(match is not None and match.how is How.EQUAL for match in matches),
        tuple(match is not None and match.how is not How.PAIRED for match in matches),
        tuple(gaps),
        tuple(
            Atom(part, number)
            for number, token in enumerate(tokens)
            for part in parts(token.text)
        ),
    )


def _stretch(gap: Gap, side: Side) -> tuple[int, int]:
    return gap.left if side == "left" else gap.right


def _partner(match: Match | None, side: Side) -> int:
    if match is None:
        return -1
    return match.right if side == "left" else match.left
