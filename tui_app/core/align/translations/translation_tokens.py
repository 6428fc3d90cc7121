"""The words of a passage as they are compared with those of another language.

A word is cut to its first six letters, the cheapest stemmer that works in every
script with words. Where a script has no spaces between words, and in Hangul, whose
words carry their endings with them, its characters and each two of them are tokens.
Figures lose the separators of their thousands. Accents, and the vowel points of Arabic
and Hebrew, which one text may have and the other not, are left out. Questions,
exclamations, quotation marks, colons, dashes and brackets are tokens too: translators
keep many of them, in every script.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from tui_app.core.model import Span
from tui_app.core.text.characters import UNSPACED_SET

# The first letters of a word stand for it.
_STEM = 6

_ALONE = rf"{UNSPACED_SET}\uac00-\ud7a3"
# Marks that belong to the letter before them; \w lacks vowels of Indic scripts.
_ON_LETTERS = (
    r"\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670"
    r"\u0900-\u0963\u0981-\u0dff\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d"
)
_BETWEEN_FIGURES = ".,'’\u00a0\u202f"
_MARKS = {
    "?": "?？؟;՞",
    "!": "!！՜",
    '"': '"“”„‟«»‹›「」『』＂',
    ":": ":：",
    "(": "(（[［",
    ")": ")）]］",
    "—": "—–―",
    "…": "…⋯",
}
_MARK_OF = {form: mark for mark, forms in _MARKS.items() for form in forms}

# Unicode's combining classes of marks that may stay away from a text: vowel points
# (10 to 36) and accents (from 200 on). Between them are vowels of Thai and Lao.
_POINTS = range(10, 37)
_ACCENTS = 200


class FoundToken(NamedTuple):
    """A token and the stretch of the passage that it stands for."""

    token: str
    span: Span


def tokens_of(passage: str) -> list[str]:
    """Return the tokens of a passage."""
    found: list[str] = []
    for match in _tokens().finditer(passage):
        if match.lastgroup == "word":
            found.append(folded(match[0]))
        elif match.lastgroup == "alone":
            text = match[0]
            found += text
            found += map("".join, pairwise(text))
        else:
            found.append(_figure_or_mark(match[0]))
    return found


def tokens_with_spans(passage: str) -> Iterator[FoundToken]:
    """Yield the tokens of a passage and where they stand in it."""
    for match in _tokens().finditer(passage):
        text, start = match[0], match.start()
        if match.lastgroup == "word":
            yield FoundToken(folded(text), Span(start, match.end()))
        elif match.lastgroup == "alone":
            for size in (1, 2):
                for at in range(len(text) - size + 1):
                    span = Span(start + at, start + at + size)
                    yield FoundToken(text[at : at + size], span)
        else:
            yield FoundToken(_figure_or_mark(text), Span(start, match.end()))


@lru_cache(maxsize=1)
def _tokens() -> re.Pattern[str]:
    letter = rf"[^\W\d_{_ALONE}]"
    marks = re.escape("".join(_MARK_OF))
    return re.compile(
        rf"(?P<word>{letter}(?:{letter}|[{_ON_LETTERS}])*)"
        rf"|(?P<alone>[{_ALONE}]+)"
        rf"|(?P<figure>\d+(?:[{_BETWEEN_FIGURES}]\d+)*)"
        rf"|(?P<mark>[{marks}])"
    )


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """Return the beginning of a word, case, accents and vowel points aside."""
    if not word.isascii():
        letters = unicodedata.normalize("NFKD", word)
        kept = [letter for letter in letters if not _may_stay_away(letter)]
        word = unicodedata.normalize("NFC", "".join(kept))
    return word.casefold()[:_STEM]


@lru_cache(maxsize=1 << 10)
def _may_stay_away(letter: str) -> bool:
    combining = unicodedata.combining(letter)
    return combining in _POINTS or combining >= _ACCENTS


def _figure_or_mark(text: str) -> str:
    """Return digits in those of ASCII without separators, or the kind of mark."""
    if text in _MARK_OF:
        return _MARK_OF[text]
    digits = [letter for letter in text if letter not in _BETWEEN_FIGURES]
    return "".join(str(unicodedata.decimal(digit, 0)) for digit in digits)
