"""The language in which what a text says is read, told even in a sentence.

Where ``guess_language`` wants a page and counts small words, here numbers, days and
units tell as well, words cut short (*n'*, *dell'*), letters English does not have; and
each tells the less, the more languages have it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from tui_app.core.text.language import guess_language
from tui_app.core.text.small_words import (
    ELISIONS,
    IN_ENGLISH_TEXTS,
    LETTERS,
    SMALL_WORDS,
)

_ENGLISH: Final = "en"

UNDETERMINED: Final = "und"  # as ISO 639-2 says

# So much of one language, and so much more than of another, is told.
_ENOUGH = 1 / 3
_CLEARLY = 1.3
# Of so many words those of a language must be clearly more than of any other.
_MANY = 4
# What English has too hardly tells another language; letters stand in names.
_ALSO_ENGLISH_WEIGHT = 0.2
_LETTER_WEIGHT = 0.5
# So many of the words are small ones of English in no other language.
_SURELY_ENGLISH = 1 / 5

# The two texts of a pair are asked about either way round, and then together.
_MOST_KNOWN = 8

# No parts of hyphenated words, which would tell something else: *non-stop*.
_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?![\w-])(?:['’](?=[^\W\d_]))?")


@lru_cache(maxsize=_MOST_KNOWN)
def spoken_language(text: str) -> str:
    """Return the language of ``text``, nothing at a loss, ``und`` if it is a stranger.

    A sentence is enough. What stands in names (*El Greco*, *de la Cruz*) tells nothing.
    """
    signs = _signs(text)
    scores = _scores(signs)
    english = scores.pop(_ENGLISH, 0.0)
    surely = english >= 1 and english >= _SURELY_ENGLISH * len(signs.words)
    if not (surely or text.isascii()):
        guess = guess_language(text)
        if guess not in SMALL_WORDS:
            return guess
    foreign = len(list(filter(_foreign_words().__contains__, signs.words)))
    best, second = sorted([*scores.values(), 0.0, 0.0], reverse=True)[:2]
    if english >= best:
        return _ENGLISH if english >= 1 else ""
    if not foreign or best < _ENOUGH:
        return ""
    if foreign < _MANY or best > _CLEARLY * second:
        return max(scores, key=scores.__getitem__)
    return UNDETERMINED


def spoken_languages(left: str, right: str) -> tuple[str, str]:
    """Return the languages of two texts, English at a loss.

    One that says too little is told by the other, and two that share their words,
    but seem to be in two languages, by both together.
    """
    ours, theirs = spoken_language(left), spoken_language(right)
    both = {ours, theirs}
    unsure = both <= {"", UNDETERMINED}
    if (unsure and "" in both) or (ours != theirs and _share_words(left, right)):
        ours = theirs = spoken_language(f"{left}\n{right}") or ours or theirs
    return ours or theirs or _ENGLISH, theirs or ours or _ENGLISH


def _share_words(left: str, right: str) -> bool:
    """Tell whether the shorter text has half of its words from the other."""
    ours, theirs = set(_words(left)), set(_words(right))
    return 2 * len(ours & theirs) >= min(len(ours), len(theirs)) > 0


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


class _Signs(NamedTuple):
    """The words of a text that are no names, and the letters that English has not."""

    words: Sequence[str]
    letters: frozenset[str]


def _signs(text: str) -> _Signs:
    words = list(_no_names(text))
    odd = "".join(word for word in words if not word.isascii())
    return _Signs(words, frozenset(letter for letter in odd if letter > "\x7f"))


def _scores(signs: _Signs) -> dict[str, float]:
    """Return by language how much tells it, in the order of the tables.

    Where words are cut short only the languages that do so come into question.
    """
    scores: defaultdict[str, float] = defaultdict(float)
    known, letters = _word_weights(), _letter_weights()
    for languages in (
        *(known.get(word, ()) for word in signs.words),
        *(letters.get(letter, ()) for letter in signs.letters),
    ):
        for language, weight in languages:
            scores[language] += weight
    cutting = _cutting()
    cut = {code for word in signs.words if word in cutting for code in cutting[word]}
    among = cut | {_ENGLISH} if cut else scores.keys()
    return {code: scores[code] for code in SMALL_WORDS if code in among}


@cache
def _cutting() -> Mapping[str, Sequence[str]]:
    """Return the languages that cut a word short before a vowel, by the word."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for language, words in ELISIONS.items():
        for word in words.split():
            found[word].append(language)
    return dict(found)


@cache
def _foreign_words() -> frozenset[str]:
    """Return the small words that English has not."""
    return frozenset(
        word
        for word, languages in _word_weights().items()
        if sum(weight for _, weight in languages) > _ALSO_ENGLISH_WEIGHT
        and all(language != _ENGLISH for language, _ in languages)
    )


def _no_names(text: str) -> Iterator[str]:
    """Yield the words that are no names, case apart."""
    matches = list(_WORD.finditer(text))
    words = [match[0].replace("’", "'") for match in matches]
    shouted = text.isupper()
    for number, word in enumerate(words):
        lower = word.lower()
        if (
            lower != word
            and _has_capital(word)
            and not (shouted or _is_head(text, matches[number].start()))
        ):
            continue
        if (lower in _OF_NAMES or "'" in lower) and _in_name(words, number):
            continue
        yield lower


def _is_head(text: str, start: int) -> bool:
    """Tell whether a sentence or a quotation begins there."""
    before = text[max(0, start - 4) : start].rstrip(" ¿¡«»“„\"'‘’(–—-\t")
    return not before or before[-1] in ".!?:\n…"


def _has_capital(word: str) -> bool:
    return word[0].isupper()


def _in_name(words: Sequence[str], number: int) -> bool:
    """Tell *Maria de la Cruz*, *Le Monde*, *L'Oréal*: capitals around, or a head's."""
    last = len(words) - 1
    after = number + 1
    while after < last and words[after] in _OF_NAMES:
        after += 1
    if after > last or not _has_capital(words[after]):
        return False
    before = number - 1
    while before > 0 and words[before] in _OF_NAMES:
        before -= 1
    return _has_capital(words[number]) or before < 0 or _has_capital(words[before])


_OF_NAMES: Final = {
    *("de", "la", "le", "les", "los", "las", "del", "da", "dos", "do", "du", "des"),
    *("von", "van", "der", "den", "di", "el", "al", "y", "lo", "il", "são", "san"),
}

"""Words that stand in names in English texts as well."""


_IN_ENGLISH_TEXTS: Final = frozenset(IN_ENGLISH_TEXTS.split())

_Weights = Mapping[str, Sequence[tuple[str, float]]]


@cache
def _word_weights() -> _Weights:
    """Return which languages a word tells, and how far."""
    known: defaultdict[str, set[str]] = defaultdict(set)
    for language, words in _telling_words():
        for word in words.split():
            known[word].add(language)
    return {word: [*_weighed(word, those)] for word, those in known.items()}


def _weighed(word: str, languages: set[str]) -> Iterator[tuple[str, float]]:
    others = languages - {_ENGLISH}
    part = 1.0
    if _ENGLISH in languages:
        part = _ALSO_ENGLISH_WEIGHT
        yield _ENGLISH, part if others else 1.0
    elif word in _IN_ENGLISH_TEXTS:
        part = _ALSO_ENGLISH_WEIGHT
    for language in others:
        yield language, part / len(others)


@cache
def _letter_weights() -> _Weights:
    having: defaultdict[str, list[str]] = defaultdict(list)
    for language, letters in LETTERS.items():
        for letter in letters:
            having[letter].append(language)
    return {
        letter: [(language, _LETTER_WEIGHT / len(those)) for language in those]
        for letter, those in having.items()
    }


def _telling_words() -> Iterator[tuple[str, str]]:
    """Yield languages and words: small ones, those cut short, days, months, units."""
    from tui_app.core.text.cldr_names import MONTHS, UNITS, WEEKDAYS

    yield from SMALL_WORDS.items()
    yield from ELISIONS.items()
    for table in (MONTHS, WEEKDAYS, UNITS):
        for language, lines in table.items():
            yield language, re.sub(r"[\w-]+:", " ", lines)
