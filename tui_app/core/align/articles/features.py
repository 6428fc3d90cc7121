"""What units are compared by: cut into clauses, and these into stems and pieces.

An atom is a clause or a sentence; its features are the stems of its words and the
pieces of four letters that words are made of.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from tui_app.core.text.characters import FIRST_UNSPACED, UNSPACED_SET

# Begins the features that are words, which no piece of a word can.
WORD = "\1"

# Pieces shorter than this, in characters, are no atoms of their own.
_LEAST = 25
_SIGN = re.compile(r"[^\w\s,]\s+")
_ENDS = ".!?;:…"
_CLOSING = "\"'”’»)]"
_SPACELESS_ENDS = "。！？；："

# The number of a note is no word.
_WORD = re.compile(r"[^\W⁰¹²³⁴-⁹]+")
# A word, perhaps, and a number, a letter or a Roman number before what it numbers.
_NUMBERED = re.compile(
    r"((?:[^\W\d_]+\s+)?)[(\[]?(?:\d{1,3}|[ivxIVX]{1,5}|[a-zA-Z])[.):\]]\s+(?=\W*\w)"
)

# Letters of a piece; of the longest word that is its own stem; of the least stem.
_GRAM = 4
_STEM = 4
_LEAST_STEM = 3

_ARABIC_ARTICLES = ("\u0648\u0627\u0644", "\u0627\u0644")
# By their last letter; the longest ending that fits is the one that falls.
_ENDINGS = {
    "d": ("ed",),
    "e": ("e",),
    "g": ("ing", "ung"),
    "m": ("em",),
    "n": ("ation", "ungen", "ern", "en", "n"),
    "r": ("er",),
    "s": ("ations", "ments", "ness", "ings", "ies", "ers", "es", "s"),
    "t": ("ment", "est", "st", "t"),
    "y": ("ingly", "edly", "ly", "y"),
}


def atoms(text: str) -> list[str]:
    """Return ``text`` cut at sentence ends, semicolons and colons.

    Pieces shorter than 25 characters join the piece before them, the first one
    the piece after it; characters of scripts without spaces count threefold.
    """
    pieces: list[str] = []
    start = 0
    for end in _breaks(text):
        if _size(text[start:end]) >= _LEAST:
            pieces.append(text[start:end])
            start = end
    rest = text[start:]
    if pieces and _size(rest) < _LEAST:
        pieces[-1] += rest
    elif rest:
        pieces.append(rest)
    return pieces


def is_short(text: str) -> bool:
    """Tell whether the text is shorter than any atom: its words tell little."""
    return _size(text) < _LEAST


def _breaks(text: str) -> Iterator[int]:
    """Yield where the text goes on after a sign that ends a clause."""
    if not text.isascii() and any(sign in text for sign in _SPACELESS_ENDS):
        yield from (match.end() for match in _spaceless_break().finditer(text))
        return
    for match in _SIGN.finditer(text):
        at = match.start()
        while at and text[at] in _CLOSING:
            at -= 1
        if text[at] in _ENDS:
            yield match.end()


@cache
def _spaceless_break() -> re.Pattern[str]:
    """Return what also finds the ends that no space follows.

    Compiled when first needed: sets of such characters take long.
    """
    return re.compile(
        rf"[{_ENDS}]+[{re.escape(_CLOSING)}]*\s+|[{_SPACELESS_ENDS}]+[”’」』）]*"
    )


def _size(piece: str) -> int:
    if piece.isascii():
        return len(piece)
    return sum(3 if sign >= "\u2e80" else 1 for sign in piece)


def without_number(text: str) -> str:
    """Return the text without the number it begins with: "2.", "(b)", "Figure 3:".

    What is inserted in a list renumbers all that follows, so that each number speaks
    for the wrong neighbour. Alone, as in a heading, a number stays.
    """
    match = _NUMBERED.match(text)
    return f"{match[1]}{text[match.end() :]}" if match else text


def words(text: str) -> list[str]:
    """Return the words of ``text``, case and diacritics folded.

    A script written without spaces yields each character and each pair of
    neighbours, as usual in retrieval.
    """
    folded = _fold(text)
    found: list[str] = _WORD.findall(folded)
    if folded.isascii() or max(folded) < FIRST_UNSPACED:
        return found
    return [part for word in found for part in _parts(word)]


def _parts(word: str) -> list[str]:
    if max(word) < FIRST_UNSPACED:
        return [word]
    found: list[str] = []
    runs, start = _script_runs()
    for run in runs.findall(word):
        if start.match(run):
            found += run
            found += map("".join, pairwise(run))
        else:
            found.append(run)
    return found


@cache
def _script_runs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what cuts a word where scripts with and without spaces meet.

    Compiled when first needed: sets of so many characters take milliseconds.
    """
    run = re.compile(rf"[{UNSPACED_SET}]+|[^{UNSPACED_SET}]+")
    return run, re.compile(rf"[{UNSPACED_SET}]")


def _fold(text: str) -> str:
    text = text.casefold()
    if text.isascii():
        return text
    bare = unicodedata.normalize("NFD", text).translate(_UNMARKED)
    return unicodedata.normalize("NFC", bare)


class _Unmarked(dict[int, int | None]):
    """Every character to itself, marks to nothing, looked up once each."""

    def __missing__(self, code: int) -> int | None:
        mark = unicodedata.category(chr(code)).startswith("M")
        self[code] = None if mark else code
        return self[code]


_UNMARKED = _Unmarked()


@lru_cache(maxsize=1 << 15)
def features(word: str) -> tuple[str, ...]:
    """Return what a word is compared by: its stem, marked as such, and its pieces."""
    if len(word) < _GRAM:
        return (WORD + word,)
    return (WORD + stem(word), *grams(word))


def stem(word: str) -> str:
    """Return ``word`` without a common ending.

    Scripts other than Latin lose up to two letters at the end, where most of
    their languages inflect, and the Arabic article.
    """
    if len(word) <= _STEM:
        return word
    if not word.isascii():
        word = _without_article(word)
        return word[: max(_STEM, len(word) - 2)]
    for ending in _ENDINGS.get(word[-1], ()):
        if word.endswith(ending):
            cut = word[: -len(ending)]
            return cut if len(cut) >= _LEAST_STEM else word
    return word


def _without_article(word: str) -> str:
    for article in _ARABIC_ARTICLES:
        if word.startswith(article) and len(word) >= len(article) + _LEAST_STEM:
            return word[len(article) :]
    return word


def grams(word: str) -> list[str]:
    """Return the pieces of four characters of a word."""
    return [word[at : at + _GRAM] for at in range(len(word) - _GRAM + 1)]
