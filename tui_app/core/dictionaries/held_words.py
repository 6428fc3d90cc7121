"""Which words of a word list a text holds, be they inflected there.

A word of a list stands for those that begin as it does and end otherwise. Of scripts
without spaces, two characters are looked at at a time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from tui_app.core.text.characters import FIRST_UNSPACED, UNSPACED_SET

BEGINNING = 6
"""Letters of a word that never are an ending; a shorter one must be the very word."""

_ENDING = 4
"""Letters at the end of a longer word that may be others in the text."""

# Vowels of Indian scripts are marks, and no part of \w.
_INDIC = r"\u0900-\u0dff"
_WORD = rf"[\w{_INDIC}]+"


class HeldWords(NamedTuple):
    """The words of a text, folded.

    ``beginnings`` are their first letters, at most ``BEGINNING``; ``stems`` what long
    ones may begin with to be the same but for an ending; ``pairs`` are characters and
    pairs of characters of scripts without spaces between words.
    """

    beginnings: frozenset[str]
    stems: frozenset[str]
    pairs: frozenset[str]

    @classmethod
    def of_text(cls, text: str) -> HeldWords:
        """Return the words of ``text``."""
        folded = folded_words(text)
        words, pairs = set[str](), set[str]()
        if _is_spaced(folded):
            words.update(re.findall(_WORD, folded))
        else:
            for run, unspaced in _runs(folded):
                if unspaced:
                    pairs.update(run)
                    pairs.update(_pairs(run))
                else:
                    words.add(run)
        stems = {word[:size] for word in words for size in _stem_sizes(len(word))}
        beginnings = {word[:BEGINNING] for word in words}
        return cls(frozenset(beginnings), frozenset(stems), frozenset(pairs))

    def hold(self, phrase: str) -> bool:
        """Tell whether all words of a phrase, folded, are among them.

        Of a word without spaces it is enough that its pairs of characters are.
        """
        if _is_spaced(phrase):
            if phrase.isalpha():
                return self._hold_word(phrase)
            words = re.findall(_WORD, phrase)
            return bool(words) and all(map(self._hold_word, words))
        runs = list(_runs(phrase))
        return bool(runs) and all(
            self.pairs.issuperset(_pairs(run)) if unspaced else self._hold_word(run)
            for run, unspaced in runs
        )

    def _hold_word(self, word: str) -> bool:
        if len(word) < BEGINNING:
            return word in self.beginnings
        # Most words are told by their first letters.
        return word[:BEGINNING] in self.beginnings and any(
            word[:size] in self.stems for size in _stem_sizes(len(word))
        )


def _stem_sizes(length: int) -> range:
    return range(max(BEGINNING, length - _ENDING), length + 1)


def folded_words(text: str) -> str:
    """Return ``text`` as words are compared: small letters, composed (NFC).

    Accents are left out, and the vowel points of Hebrew and Arabic, which one writer
    sets and another does not.
    """
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFD", text.casefold())
    return unicodedata.normalize("NFC", re.sub(_ACCENTS, "", apart))


_ACCENTS = "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]"


def _is_spaced(folded: str) -> bool:
    return folded.isascii() or max(folded) < FIRST_UNSPACED


def _runs(folded: str) -> Iterator[tuple[str, bool]]:
    """Yield the words and whether they are of a script without spaces."""
    found = _mixed().finditer(folded)
    return ((match[0], match.lastgroup == "unspaced") for match in found)


@cache
def _mixed() -> re.Pattern[str]:
    # Compiled when first needed: it takes a millisecond.
    spaced = rf"(?:[^\W{UNSPACED_SET}]|[{_INDIC}])+"
    return re.compile(rf"(?P<unspaced>[{UNSPACED_SET}]+)|{spaced}")


def _pairs(run: str) -> Iterable[str]:
    return map(str.__add__, run, run[1:]) if len(run) > 1 else (run,)
