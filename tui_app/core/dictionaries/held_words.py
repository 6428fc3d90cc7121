"""Which words of a word list a text holds, be they inflected there.

A word of a list stands for those that begin as it does and end otherwise. Of scripts
without spaces, two characters are looked at at a time.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from tui_app.core.text.characters import FIRST_UNSPACED, UNSPACED_SET

BEGINNING = 6
"""Letters that stand for a word, as the aligner has it; a longer one is told by them,
and by more of it where it is much longer."""

_ENDING = 4
"""Letters at the end of a long word that may be others in the text."""

_SHORT_ENDING = 2
"""Letters that the text may add to a word shorter than ``BEGINNING``, but no more than
half of it: house, houses."""

# Vowels of Indian scripts are marks, and no part of \w.
_INDIC = r"\u0900-\u0dff"
_WORD = rf"[\w{_INDIC}]+"


class HeldWords(NamedTuple):
    """The words of a text, folded.

    ``beginnings`` are their first letters, at most ``BEGINNING``, and what is left of
    short ones without an ending; ``stems`` what long ones may begin with to be the same
    but for an ending; ``pairs`` are characters and pairs of characters of scripts
    without spaces between words; ``forms`` the words that a short one may be in the
    text.
    """

    beginnings: frozenset[str]
    stems: frozenset[str]
    pairs: frozenset[str]
    forms: Mapping[str, list[str]]

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
        forms = _short_forms(words)
        beginnings = {word[:BEGINNING] for word in words} | forms.keys()
        return cls(frozenset(beginnings), frozenset(stems), frozenset(pairs), forms)

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

    def as_written(self, phrase: str) -> Iterable[str]:
        """Return what stands in the text for a phrase that it holds.

        That is the phrase itself but for short words, of which all letters count.
        """
        return self.forms.get(phrase, (phrase,))

    def _hold_word(self, word: str) -> bool:
        if len(word) < BEGINNING:
            return word in self.beginnings
        # Most words are told by their first letters.
        return word[:BEGINNING] in self.beginnings and any(
            word[:size] in self.stems for size in _stem_sizes(len(word))
        )


def _short_forms(words: Iterable[str]) -> dict[str, list[str]]:
    """Return by short words those that add no more than an ending to one."""
    forms = defaultdict(list)
    for word in sorted(words):
        for added in range(_SHORT_ENDING + 1):
            stem = word[: len(word) - added]
            if 2 * added <= len(stem) < BEGINNING:
                forms[stem].append(word)
    return dict(forms)


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
