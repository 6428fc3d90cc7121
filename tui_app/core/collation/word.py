"""The words of a passage: sort, weight and forms of each, how alike two are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import Enum, auto
from functools import lru_cache
from itertools import compress
from typing import Final
from unicodedata import normalize

from rapidfuzz.distance import Indel, Prefix

from tui_app.core.english.inflections import WORDS_KNOWN, lemmas, spelling_key
from tui_app.core.english.lexicon import FUNCTION_WORDS, GRAMMAR, IRREGULAR
from tui_app.core.english.synonyms import groups_of
from tui_app.core.text.characters import is_unspaced
from tui_app.core.text.punctuation import QUOTATION_MARKS


class Sort(Enum):
    """The sorts of tokens."""

    WORD = auto()
    NUMBER = auto()
    QUOTATION_MARK = auto()
    MARK = auto()


# Looked up in their class they take ten times as long, and rules ask for every word.
WORD = Sort.WORD


NUMBER = Sort.NUMBER


QUOTATION_MARK = Sort.QUOTATION_MARK


MARK = Sort.MARK


CONTENT_WEIGHT: Final = 1.0


NUMBER_WEIGHT: Final = 1.2


FUNCTION_WEIGHT: Final = 0.35


MARK_WEIGHT: Final = 0.15


SHORT_WEIGHT: Final = 0.5  # articles and prepositions of many languages are among them


_SHORT: Final = 3


UNSPACED_WEIGHT: Final = 0.3


_BUCKET: Final = 3


_PLAIN = str.maketrans("’ʼ‘´`‐‑", "'''''--")  # apostrophes and hyphens


class Word:
    """A word as it is written and what its letters tell.

    ``text`` is composed (NFC): however its accents are stored, a word is one word.
    ``lower`` is equal for words that differ in case at most (or in the form of
    an apostrophe or a hyphen). ``function`` tells words of grammar from words of
    content; ``weight`` says how much a match of the word speaks for a place,
    ``lexical`` whether it is a word or a number, no mark, ``content`` whether it is
    more than mere grammar as well. ``key`` is equal where custom of spelling or
    accents differ too. An object is equal to itself only, and a word may be two
    objects: what is remembered is bounded. What only changed words are asked for is
    worked out when it is asked for: most words of a passage are not.
    """

    __slots__ = (
        *("_buckets", "_grammar", "_groups", "_lemmas"),
        *("content", "function", "key", "lexical", "lower", "sort", "text", "weight"),
    )

    def __init__(self, text: str) -> None:
        """Read the token ``text``; use :func:`word_of` to have each word once."""
        if not text.isascii():
            text = normalize("NFC", text)
        plain = text.isalpha() and text.isascii()
        lower = text.lower() if plain else text.translate(_PLAIN).lower()
        self.text = text
        self.lower = lower
        self.sort = WORD if plain else _sort(text)
        self.function = lower in FUNCTION_WORDS
        self.key = spelling_key(lower)
        self.lexical = self.sort is WORD or self.sort is NUMBER
        self.weight = _weight(text, self.sort, function=self.function)
        self.content = self.weight > FUNCTION_WEIGHT
        self._buckets: frozenset[str] | None = None
        self._grammar: frozenset[str] | None = None
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
        if self._grammar is None:
            names = (name for name, words in GRAMMAR.items() if self.lower in words)
            self._grammar = frozenset(names)
        return self._grammar

    @property
    def groups(self) -> frozenset[str]:
        """The groups of synonyms it is in."""
        if self._groups is None:
            self._groups = groups_of(self.lemmas)
        return self._groups

    @property
    def buckets(self) -> frozenset[str]:
        """Only words that share one of these can be alike."""
        if self._buckets is None:
            self._buckets = _buckets(self) if self.lexical else frozenset()
        return self._buckets


@lru_cache(maxsize=WORDS_KNOWN)
def word_of(text: str) -> Word:
    """Return what is known of the token ``text``."""
    return Word(text)


def _sort(text: str) -> Sort:
    if text.isdecimal():
        return NUMBER
    if text in QUOTATION_MARKS:
        return QUOTATION_MARK
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


def _buckets(word: Word) -> frozenset[str]:
    lemma = IRREGULAR.get(word.lower, word.key)
    return word.groups.union((word.key[:_BUCKET], lemma[:_BUCKET]))


ALIKE = 0.72
"""Below this two words have nothing to do with each other."""


_SYNONYMS = 0.75


_PREFIX = 5


_PREFIX_SHARE = 0.65


@lru_cache(maxsize=1 << 11)
def similarity(left: Word, right: Word) -> float:
    """Return 1 for equal words, 0 for unlike ones, at least ``ALIKE`` between."""
    if left.lower == right.lower:
        return 1.0
    if left.key == right.key:
        return 0.95
    if left.sort is not WORD or right.sort is not WORD:
        return 0.0
    if not left.lemmas.isdisjoint(right.lemmas):
        return 0.9
    if left.function or right.function:
        return 0.0
    unlike = left.groups.isdisjoint(right.groups)
    return _by_letters(left, right) if unlike else _SYNONYMS


def _by_letters(left: Word, right: Word) -> float:
    one, other = left.lower, right.lower
    if one[:_PREFIX] == other[:_PREFIX]:
        shared = Prefix.similarity(one, other)
        if shared >= _PREFIX and shared >= _PREFIX_SHARE * min(len(one), len(other)):
            return max(0.75, 0.9 * Indel.normalized_similarity(one, other))
    ratio = Indel.normalized_similarity(one, other)
    return 0.9 * ratio if 0.9 * ratio >= ALIKE else 0.0


class Remembered(dict[str, bool]):
    """What ``tell`` says of a word, worked out when the word is first looked up.

    A dictionary, for rules that ask about every word of a passage: to look one up
    takes half the time of a call. Forgets all when it knows too many.
    """

    def __init__(self, tell: Callable[[str], bool]) -> None:
        """Keep what to ask."""
        super().__init__()
        self._tell = tell

    def __missing__(self, word: str) -> bool:
        """Ask, and remember the answer."""
        if len(self) >= WORDS_KNOWN:
            self.clear()
        self[word] = answer = self._tell(word)
        return answer

    def where(self, words: Sequence[str]) -> list[int]:
        """Return the numbers of the words of which it says yes."""
        return list(compress(range(len(words)), map(self.__getitem__, words)))

    def any_of(self, words: Iterable[str]) -> bool:
        """Tell whether it says yes of one of the words."""
        return any(map(self.__getitem__, words))
