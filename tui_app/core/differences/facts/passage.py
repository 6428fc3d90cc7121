"""One side of a collation as the rules for facts read it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from tui_app.core.differences.collation import EQUAL, PAIRED, Collation, Stretch
from tui_app.core.differences.tokens import Token
from tui_app.core.differences.words import Word

_PARTS = r"\d[\d.,:/]*+(?:(?:st|nd|rd|th|s)(?![^\W\d]))?+|[½¼¾⅓⅔]|[^\W\d]+"
_ISO_DATE = r"\d{4}-\d\d?-\d\d?$"
WIDEST_GAP = 200
"""Tokens; where more has changed, standing in one gap says nothing."""
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
    that holds the token or is -1, ``gaps`` are the gaps. ``anew`` are the tokens not
    ``equal``. ``words`` are the tokens case apart, ``written`` as they are written;
    ``atoms`` the parts that can be read alone (``34``, ``year``, ``old``), ``places``
    the tokens they are parts of.
    """

    text: str
    tokens: tuple[Token, ...]
    written: Sequence[Word]
    words: tuple[str, ...]
    partner: Sequence[int]
    equal: Sequence[bool]
    same: Sequence[bool]
    gap: Sequence[int]
    gaps: Sequence[Stretch]
    anew: Sequence[int]
    atoms: Sequence[str]
    places: Sequence[int]

    def is_wide(self, gap: int) -> bool:
        """Tell whether so much stands in the gap that what does tells nothing."""
        if gap < 0:
            return False
        start, end = self.gaps[gap]
        return end - start > WIDEST_GAP

    def in_gap(self, gap: int) -> range:
        """Return the tokens of a gap, none of -1 or of one too wide."""
        return range(0) if gap < 0 or self.is_wide(gap) else range(*self.gaps[gap])

    def atoms_anew(self) -> list[str]:
        """Return the parts of the tokens that are not equal."""
        if len(self.atoms) == len(self.words):
            return [self.atoms[number] for number in self.anew]
        numbered = zip(self.atoms, self.places, strict=True)
        return [atom for atom, place in numbered if not self.equal[place]]


def passages_of(collation: Collation) -> tuple[Passage, Passage]:
    """Return the left and the right of ``collation``."""
    equal = [how is EQUAL for how in collation.how]
    same = [how is not None and how is not PAIRED for how in collation.how]
    answers = collation.of_right
    return (
        _passage(
            collation.left_text,
            collation.left,
            collation.of_left,
            (equal, same),
            [gap.left for gap in collation.gaps],
        ),
        _passage(
            collation.right_text,
            collation.right,
            answers,
            (_of_answers(equal, answers), _of_answers(same, answers)),
            [gap.right for gap in collation.gaps],
        ),
    )


def _of_answers(told: Sequence[bool], answers: Iterable[int]) -> list[bool]:
    """Return what is told of the tokens that answer; of -1, none, it is false."""
    with_none = [*told, False]
    return [with_none[answer] for answer in answers]


def _passage(
    text: str,
    tokens: tuple[Token, ...],
    partner: Sequence[int],
    like: tuple[Sequence[bool], Sequence[bool]],
    gaps: Sequence[Stretch],
) -> Passage:
    written = [token.word for token in tokens]
    words = tuple([word.lower for word in written])
    gap = [-1] * len(words)
    for number, (start, end) in enumerate(gaps):
        gap[start:end] = [number] * (end - start)
    atoms, places = _atoms(words, written)
    anew = [number for number, equal in enumerate(like[0]) if not equal]
    return Passage(
        text, tokens, written, words, partner, *like, gap, gaps, anew, atoms, places
    )


def _atoms(
    words: Sequence[str], written: Sequence[Word]
) -> tuple[list[str], Sequence[int]]:
    """Return the parts of all words and the numbers of the words."""
    atoms, places = list(words), list(range(len(words)))
    odd = [number for number, word in enumerate(words) if not word.isalpha()]
    for number in reversed(odd):
        found = parts(written[number].text)
        atoms[number : number + 1] = found
        if len(found) > 1:
            places[number : number + 1] = [number] * len(found)
    return atoms, places
