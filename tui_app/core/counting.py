"""Which small differences count for a reader."""

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


class Counting(NamedTuple):
    """What counts; everything does unless it is switched off."""

    case: bool = True
    punctuation: bool = True
    typographic_quotes: bool = True
    accents: bool = True

    def counts(self, difference: Difference, left: Document, right: Document) -> bool:
        """Tell whether a difference of the two documents counts."""
        if self == EVERYTHING or difference.kind in FACTS:
            return True
        ours = _words(left, difference.left)
        theirs = _words(right, difference.right)
        folded = self._folded(ours)
        if difference.kind is Kind.ORDER or ours == theirs:
            return bool(folded)  # equal words that moved, or stand in a changed place
        return folded != self._folded(theirs)

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


def _is_punctuation(char: str) -> bool:
    return unicodedata.category(char).startswith("P")


def _words(document: Document, span: Span | None) -> str:
    return " ".join(document.text[span.start : span.end].split()) if span else ""
