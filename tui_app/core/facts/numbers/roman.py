"""Roman numerals: which words are one, and what they number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tui_app.core.collation.collation import Stretch
from tui_app.core.collation.word import WORD
from tui_app.core.english.word_lists import word_set
from tui_app.core.facts.numbers.number_words import ORDINALS
from tui_app.core.facts.numbers.quantity import Quantity, QuantitySort
from tui_app.core.facts.passage import Mention, Passage, atom_at

_SIGNS: Final = ((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))

_LAST: Final = 89

_PARTED: Final = word_set("""
    act annex appendix article book canto chapter class clause column division exhibit
    figure grade item level note page para paragraph part phase plate point rule scene
    schedule section stage step table title type vol volume""")

"""What is parted by numbers: behind one of these a numeral may be written small."""


def _written(number: int) -> str:
    """Return a number up to 89 as a numeral in small letters."""
    if number >= 50:
        return "l" + _written(number - 50)
    found = ""
    for value, sign in _SIGNS:
        count, number = divmod(number, value)
        found += sign * count
    return found


ROMAN: Final = {_written(number): number for number in range(1, _LAST + 1)}

"""Numerals in small letters, with their values."""

_NUMBERING: Final = frozenset({*ROMAN, *ORDINALS, "c", "f"})

"""What ``numbering_tokens`` looks at."""


def read_numeral(passage: Passage, at: int) -> Mention[Quantity] | None:
    """Read the numeral at atom ``at``: *section iv*, *Henry VIII*, *World War II*.

    Behind a name it counts like an ordinal, and is marked with the name. A letter
    alone may be a word: it counts only opposite another in its place.
    """
    token = passage.places[at]
    text = passage.written[token].text
    if text.lower() not in ROMAN or not (text.isupper() or text.islower()):
        return None
    amount = float(ROMAN[text.lower()])
    here = Stretch(token, token + 1)
    if atom_at(passage.words, token - 1) in _PARTED:
        return Mention(*here, Quantity(QuantitySort.AMOUNT, here, amount))
    start = _start_of_name(passage, token)
    if start == token or not text.isupper():
        return None
    core = Stretch(start, token + 1)
    value = Quantity(QuantitySort.ORDINAL, core, amount)
    return Mention(*here, value, weak=len(text) == 1)


def _start_of_name(passage: Passage, token: int) -> int:
    """Return where the capitalised words before ``token`` begin, itself for none."""
    start = token
    while start and _is_capital(passage, start - 1):
        start -= 1
    return start


def _is_capital(passage: Passage, token: int) -> bool:
    word = passage.written[token]
    return word.sort is WORD and word.content and word.text[0].isupper()


def numbering_tokens(passage: Passage) -> Iterator[int]:
    """Yield changed tokens with a capital that are numbers, and no names.

    The numeral of *Henry VIII*, the ordinal of *Henry the Eighth*, the letter behind
    a sign of degree.
    """
    if _NUMBERING.isdisjoint(passage.atoms_anew):
        return
    words, places = passage.words, passage.places
    anew = set(passage.anew)
    for at, atom in enumerate(passage.atoms):
        if places[at] not in anew:
            continue
        token = places[at]
        if atom in ROMAN:
            if (found := read_numeral(passage, at)) and not found.weak:
                yield token
        elif atom in ORDINALS and atom_at(words, token - 1) == "the":
            if token > 1 and _is_capital(passage, token - 2):
                yield token
        elif atom in {"c", "f"} and atom_at(words, token - 1) == "°":
            yield token
