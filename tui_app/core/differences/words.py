"""What can be known of a word from its letters alone, worked out once a word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from tui_app.core.differences.forms import lemmas, spelling_key
from tui_app.core.differences.lexicon import GRAMMAR, IRREGULAR
from tui_app.core.differences.scripts import is_unspaced
from tui_app.core.differences.synonyms import GROUPS_OF
from tui_app.core.quotation_marks import CORNERS, DOUBLE, SINGLE

CONTENT_WEIGHT: Final = 1.0
NUMBER_WEIGHT: Final = 1.2
FUNCTION_WEIGHT: Final = 0.35
MARK_WEIGHT: Final = 0.15
SHORT_WEIGHT: Final = 0.5  # articles and prepositions of many languages are among them
_SHORT: Final = 3
UNSPACED_WEIGHT: Final = 0.3
_BUCKET: Final = 3
_QUOTES = frozenset("\"＂'`´" + DOUBLE + SINGLE + CORNERS) | {"''", "``"}
_APOSTROPHES = str.maketrans("’ʼ‘´`", "'''''")


class Sort(Enum):
    """The sorts of tokens."""

    WORD = auto()
    NUMBER = auto()
    QUOTE = auto()
    MARK = auto()


_WRITTEN = (Sort.WORD, Sort.NUMBER)


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A word as it is written and what its letters tell.

    ``lower`` is equal for words that differ in case at most (or in the form of
    an apostrophe); ``key`` also where spelling customs or accents differ;
    ``lemmas`` meet where both may be forms of one lemma; ``groups`` where they are
    synonyms. ``function`` tells words of grammar from words of content; ``grammar``
    holds what a word of grammar can be. ``weight`` says how much a match of the
    word speaks for a place. Only words that share one of ``buckets`` can be alike.
    """

    text: str
    lower: str
    sort: Sort
    function: bool
    weight: float
    key: str
    lemmas: frozenset[str]
    buckets: tuple[str, ...]
    grammar: frozenset[str]
    groups: frozenset[str]

    @property
    def content(self) -> bool:
        """Whether this is a number or a word that is not mere grammar."""
        return self.weight > FUNCTION_WEIGHT


@lru_cache(maxsize=1 << 16)
def word_of(text: str) -> Word:
    """Return what is known of the token ``text``."""
    lower = text.translate(_APOSTROPHES).lower()
    sort = _sort(text)
    grammar = frozenset(name for name, words in GRAMMAR.items() if lower in words)
    function = bool(grammar)
    groups = _groups(lower)
    return Word(
        text=text,
        lower=lower,
        sort=sort,
        function=function,
        weight=_weight(text, sort, function=function),
        key=spelling_key(lower),
        lemmas=lemmas(lower),
        buckets=(*_buckets(lower), *groups) if sort in _WRITTEN else (),
        grammar=grammar,
        groups=groups,
    )


def _buckets(lower: str) -> tuple[str, ...]:
    key = spelling_key(lower)
    lemma = IRREGULAR.get(lower, key)
    first, second = key[:_BUCKET], lemma[:_BUCKET]
    return (first,) if first == second else (first, second)


def _groups(lower: str) -> frozenset[str]:
    return frozenset(
        group for lemma in lemmas(lower) for group in GROUPS_OF.get(lemma, ())
    )


def _sort(text: str) -> Sort:
    if text in _QUOTES:
        return Sort.QUOTE
    if not any(map(str.isalnum, text)):
        return Sort.MARK
    digits = sum(map(str.isdigit, text))
    if digits and (text[0].isdigit() or text[0] in "-−") and not _letters(text):
        return Sort.NUMBER
    return Sort.WORD


def _letters(text: str) -> bool:
    bare = text.lower()
    for ending in ("st", "nd", "rd", "th", "s"):
        bare = bare.removesuffix(ending)
    return any(map(str.isalpha, bare))


def _weight(text: str, sort: Sort, *, function: bool) -> float:
    if sort is Sort.NUMBER:
        return NUMBER_WEIGHT
    if sort is not Sort.WORD:
        return MARK_WEIGHT
    if function:
        return FUNCTION_WEIGHT
    if is_unspaced(text[0]):
        return UNSPACED_WEIGHT
    return SHORT_WEIGHT if len(text) <= _SHORT and text.islower() else CONTENT_WEIGHT
