"""How the tables of words are written down and read."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

_AS_LEMMAS: Final = {
    "advise": "advize",
    "disguise": "disguize",
    "downhill": "downhil",
    "enroll": "enrol",
    "first": "1st",
    "flourish": "florish",
    "fulfill": "fulfil",
    "install": "instal",
    "instill": "instil",
    "praise": "praize",
    "precise": "precize",
    "promise": "promize",
    "recall": "recal",
    "uphill": "uphil",
    "zero": "0",
}

"""Words of the tables that lemmas are spelled otherwise than, but for hyphens.

Worked out beforehand: to spell a thousand words takes milliseconds at every start.
"""


def word_set(text: str) -> frozenset[str]:
    """Return the words of a table written as running text."""
    return frozenset(text.split())


def table_rows(text: str) -> list[str]:
    """Return the rows of a table, one a line; an indented line goes on with the row."""
    return text.strip().replace("\n    ", " ").splitlines()


def word_list(text: str) -> list[str]:
    """Return the words of a table written as running text, in order."""
    return text.split()


def lemma_set(text: str) -> frozenset[str]:
    """Return the words of a table, and in the spelling that lemmas are given in."""
    words = frozenset(text.split())
    return words.union([lemma for _, lemma in lemmas_otherwise(words)])


def lemmas_otherwise(words: Collection[str]) -> list[tuple[str, str]]:
    """Return the words that lemmas are spelled otherwise than, with the lemmas."""
    known = _AS_LEMMAS.keys() & words
    return [
        *((word, _AS_LEMMAS[word]) for word in known),
        *((word, word.replace("-", "")) for word in words if "-" in word),
    ]
