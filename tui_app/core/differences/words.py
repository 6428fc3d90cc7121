"""What can be known of a word from its letters alone, worked out once a word."""

from __future__ import annotations

from enum import Enum, auto
from functools import lru_cache
from typing import Final

from tui_app.core.differences.forms import lemmas, spelling_key
from tui_app.core.differences.lexicon import FUNCTION_WORDS, GRAMMAR, IRREGULAR
from tui_app.core.differences.scripts import is_unspaced
from tui_app.core.differences.synonyms import groups_of
from tui_app.core.quotation_marks import CORNERS, DOUBLE, SINGLE

CONTENT_WEIGHT: Final = 1.0
NUMBER_WEIGHT: Final = 1.2
FUNCTION_WEIGHT: Final = 0.35
MARK_WEIGHT: Final = 0.15
SHORT_WEIGHT: Final = 0.5  # articles and prepositions of many languages are among them
_SHORT: Final = 3
UNSPACED_WEIGHT: Final = 0.3
_BUCKET: Final = 3
QUOTES = frozenset("\"＂'`´" + DOUBLE + SINGLE + CORNERS) | {"''", "``"}
_APOSTROPHES = str.maketrans("’ʼ‘´`", "'''''")


class Sort(Enum):
    """The sorts of tokens."""

    WORD = auto()
    NUMBER = auto()
    QUOTE = auto()
    MARK = auto()


# Looked up in their class they take ten times as long, and rules ask for every word.
WORD = Sort.WORD
NUMBER = Sort.NUMBER
QUOTE = Sort.QUOTE
MARK = Sort.MARK


class Word:
    """A word as it is written and what its letters tell.

    ``lower`` is equal for words that differ in case at most (or in the form of
    an apostrophe). ``function`` tells words of grammar from words of content;
    ``weight`` says how much a match of the word speaks for a place, ``told`` whether
    it is a word or a number, no mark, ``content`` whether it is more than mere grammar
    as well. ``key`` is equal where custom of spelling or accents differ too. An object
    is equal to itself only, and a word may be two objects: what is remembered is
    bounded. What only changed words are asked for is worked out when it is asked for:
    most words of a passage are not.
    """

    __slots__ = (
        *("_buckets", "_groups", "_lemmas"),
        *("content", "function", "key", "lower", "sort", "text", "told", "weight"),
    )

    def __init__(self, text: str) -> None:
        """Read the token ``text``; use :func:`word_of` to have each word once."""
        plain = text.isalpha() and text.isascii()
        lower = text.lower() if plain else text.translate(_APOSTROPHES).lower()
        self.text = text
        self.lower = lower
        self.sort = WORD if plain else _sort(text)
        self.function = lower in FUNCTION_WORDS
        self.key = spelling_key(lower)
        self.told = self.sort is WORD or self.sort is NUMBER
        self.weight = _weight(text, self.sort, function=self.function)
        self.content = self.weight > FUNCTION_WEIGHT
        self._buckets: tuple[str, ...] | None = None
        self._lemmas: frozenset[str] | None = None
        self._groups: frozenset[str] | None = None

    @property
    def lemmas(self) -> frozenset[str]:
        """What the word may be a form of; meets where two are forms of one lemma."""
        if self._lemmas is None:
            self._lemmas = lemmas(self.lower)
        return self._lemmas

    @property
    def grammar(self) -> frozenset[str]:
        """What a word of grammar can be."""
        return frozenset(name for name, words in GRAMMAR.items() if self.lower in words)

    @property
    def groups(self) -> frozenset[str]:
        """The groups of synonyms it is in."""
        if self._groups is None:
            self._groups = groups_of(self.lemmas)
        return self._groups

    @property
    def buckets(self) -> tuple[str, ...]:
        """Only words that share one of these can be alike."""
        if self._buckets is None:
            self._buckets = (*_buckets(self), *self.groups) if self.told else ()
        return self._buckets


@lru_cache(maxsize=1 << 12)
def word_of(text: str) -> Word:
    """Return what is known of the token ``text``."""
    return Word(text)


def _buckets(word: Word) -> tuple[str, ...]:
    lemma = IRREGULAR.get(word.lower, word.key)
    first, second = word.key[:_BUCKET], lemma[:_BUCKET]
    return (first,) if first == second else (first, second)


def _sort(text: str) -> Sort:
    if text in QUOTES:
        return QUOTE
    if not any(map(str.isalnum, text)):
        return MARK
    digits = sum(map(str.isdigit, text))
    if digits and (text[0].isdigit() or text[0] in "-−") and not _letters(text):
        return NUMBER
    return WORD


def _letters(text: str) -> bool:
    bare = text.lower()
    for ending in ("st", "nd", "rd", "th", "s"):
        bare = bare.removesuffix(ending)
    return any(map(str.isalpha, bare))


def _weight(text: str, sort: Sort, *, function: bool) -> float:
    if sort is NUMBER:
        return NUMBER_WEIGHT
    if sort is not WORD:
        return MARK_WEIGHT
    if function:
        return FUNCTION_WEIGHT
    if is_unspaced(text[0]):
        return UNSPACED_WEIGHT
    return SHORT_WEIGHT if len(text) <= _SHORT and text.islower() else CONTENT_WEIGHT
