"""Which differences count for a reader: small ones may not, silenced ones do not."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from tui_app.core.kinds import FACTS, Kind
from tui_app.core.model import Difference, Document, Span
from tui_app.core.text.characters import without_accents
from tui_app.core.text.punctuation import DOUBLE, SINGLE

# Primes are what straight marks are made into where feet or minutes are meant.
_STRAIGHT = str.maketrans(
    {**dict.fromkeys(DOUBLE + "″", '"'), **dict.fromkeys(SINGLE + "′", "'")}
)


SilencedWords = tuple[str, str]
"""Words of the left and of the right, one of them empty where a side has none."""

Silence = Kind | SilencedWords
"""What somebody does not want to be told again: a pair of words, or a whole kind."""


class Counting(NamedTuple):
    """What counts; everything does unless it is switched off.

    Facts always count, unless they are ``silenced`` (which is ``folded``).
    """

    case: bool = True
    punctuation: bool = True
    typographic_quotes: bool = True
    accents: bool = True
    silenced: frozenset[Silence] = frozenset()

    def counts(self, difference: Difference, left: Document, right: Document) -> bool:
        """Tell whether a difference of the two documents counts."""
        if self == EVERYTHING:
            return True
        if self.silences(difference, left, right):
            return False
        if difference.kind in FACTS or self._is_all_but_silenced:
            return True
        ours = _words(left, difference.left)
        theirs = _words(right, difference.right)
        folded = self._folded(ours)
        if difference.kind is Kind.ORDER or ours == theirs:
            return bool(folded)  # equal words that moved, or stand in a changed place
        return folded != self._folded(theirs)

    def silences(self, difference: Difference, left: Document, right: Document) -> bool:
        """Tell whether a difference is one not to be told of again."""
        return bool(self.silenced) and (
            difference.kind in self.silenced
            or folded(word_pair(difference, left, right)) in self.silenced
        )

    @property
    def _is_all_but_silenced(self) -> bool:
        return self[:-1] == EVERYTHING[:-1]

    def _folded(self, words: str) -> str:
        """Return the words without what does not count."""
        if not self.typographic_quotes:
            words = words.translate(_STRAIGHT)
        if not self.accents:
            words = without_accents(words, "NFD")
        if not self.punctuation:
            words = "".join(c for c in words if not _is_punctuation(c))
            words = " ".join(words.split())
        return words.casefold() if not self.case else words


EVERYTHING = Counting()


def word_pair(difference: Difference, left: Document, right: Document) -> SilencedWords:
    """Return the words of a difference as they stand in the texts."""
    return _words(left, difference.left), _words(right, difference.right)


def folded(silence: Silence) -> Silence:
    """Return what is the same whichever side words stand on and in whichever case."""
    if isinstance(silence, Kind):
        return silence
    first, second = sorted(words.casefold() for words in silence)
    return first, second


def _is_punctuation(char: str) -> bool:
    return unicodedata.category(char).startswith("P")


def _words(document: Document, span: Span | None) -> str:
    return " ".join(document.text[span.start : span.end].split()) if span else ""
