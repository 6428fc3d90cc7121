"""What an entry of a word list says of two texts, whichever way round the list is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product
from typing import NamedTuple

from tui_app.core.dictionaries.held_words import HeldWords

WordPair = tuple[str, str]
"""A word of the left text and one of the right."""


_MOST_WORDS = 4
"""Words of a translation; what is longer explains instead of translating."""

_LONGEST_CELL = 2000

# Grammar, pronunciation, what is meant, as dictionaries set it apart.
_NOTES = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>|\{[^{}]*\}|（[^（）]*）")
_BETWEEN = re.compile(r"[,;/|、，；／]")
_AROUND = " \t\"'“”„«»‹›.!?:~=*+…"
_INFINITIVE = "to "  # English verbs are listed with it


class Entry(NamedTuple):
    """A line of a list, or an article of a dictionary, folded: both as they stand."""

    word: str
    translation: str


class TwoTexts(NamedTuple):
    """The words of both texts."""

    left: HeldWords
    right: HeldWords

    @property
    def beginnings(self) -> frozenset[str]:
        """First letters of the words of either text."""
        return self.left.beginnings | self.right.beginnings

    @property
    def pairs(self) -> frozenset[str]:
        """Characters and pairs of them of either text."""
        return self.left.pairs | self.right.pairs

    def hold(self, phrase: str) -> bool:
        """Tell whether either text holds a phrase."""
        return self.left.hold(phrase) or self.right.hold(phrase)

    def pairs_of(self, entries: Iterable[Entry]) -> tuple[WordPair, ...]:
        """Return the pairs of words that both texts hold.

        A list goes from one language to the other: its words are all of the text
        that more of them fit.
        """
        onward, back = dict[WordPair, None](), dict[WordPair, None]()
        for entry in entries:
            for word in _words_in_cell(entry.word):
                ours, theirs = self.left.hold(word), self.right.hold(word)
                if not (ours or theirs):
                    continue
                for translation in _words_in_cell(entry.translation):
                    if ours and self.right.hold(translation):
                        onward |= self._written(word, translation)
                    if theirs and self.left.hold(translation):
                        back |= self._written(translation, word)
        return tuple(onward if len(onward) >= len(back) else back)

    def _written(self, ours: str, theirs: str) -> dict[WordPair, None]:
        """Return the words as they are in the texts, where they are short."""
        both = product(self.left.as_written(ours), self.right.as_written(theirs))
        return dict.fromkeys(both)


def _words_in_cell(cell: str) -> list[str]:
    """Return the words or short phrases of a cell, notes on them left out.

    >>> _words_in_cell("house (building), home; domicile <n>")
    ['house', 'home', 'domicile']
    """
    cell = cell[:_LONGEST_CELL]
    if cell.isalpha():
        return [cell]
    plain = _NOTES.sub(" ", cell)
    pieces = (" ".join(one.split()).strip(_AROUND) for one in _BETWEEN.split(plain))
    words = (one.removeprefix(_INFINITIVE) for one in pieces)
    return [one for one in words if one and one.count(" ") < _MOST_WORDS]
