"""The words of two books as numbers: which kind each is, where it stands, its weight.

Two words are of one kind when their first five letters are the same, case and accents
aside. Kinds are hashes, so both books number their words alike without a table.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tui_app.core.align.books.arrays import (
    Floats,
    Ints,
    Mask,
    bucket,
)
from tui_app.core.align.progress import Ticker
from tui_app.core.model import Document
from tui_app.core.text.characters import is_unspaced
from tui_app.core.units import unit_ends, unit_starts

# One pass over megabytes leaves the processor's cache at every step.
_CHUNK = 200_000
# The first letters of a word stand for it: the cheapest stemmer that works in
# every script with words.
_STEM = 5
# Kinds are below two to the power of these.
WORD_BITS = 20
# The least a word weighs, however common.
_LEAST = 0.05

# What stands for a character that is no letter, or belongs to the one before; and
# the bit of a letter that is a word.
_SEPARATOR, _MARK = 1, 2
_ALONE = np.uint32(1 << 31)
# Multiplies what was hashed before (FNV).
_KEY = np.uint64(0x100000001B3)

# Two or three syllables of Hangul are a word with its endings: each is taken for one,
# as the characters of scripts without spaces are.
_HANGUL = range(0xAC00, 0xD7B0)


@dataclass(frozen=True, slots=True)
class WordNumbers:
    """The words of one document in reading order.

    ``kind`` numbers the vocabulary both documents share, ``unit`` tells the unit
    a word stands in, and the words of unit ``n`` are ``first[n]:first[n + 1]``.
    Kinds are below ``kinds``. Both are numbers of 32 bits, for they are what a book
    takes most memory for: whoever multiplies them makes them longer first.
    """

    kind: Ints
    unit: Ints
    first: Ints
    kinds: int


class LetterNumbers:
    """A table from code point to folded letter, filled as characters turn up.

    ``size`` is the number of characters of all texts that share it; from it
    follows how many kinds of word are told apart.
    """

    def __init__(self, size: int) -> None:
        self.bits = min(WORD_BITS, max(10, size.bit_length() - 2))
        self._table = np.zeros(0x110000, dtype=np.uint32)

    def fold(self, text: str) -> Ints:
        """Return the folded letter of every character, or separator or mark."""
        points = np.frombuffer(
            text.encode("utf-32-le", errors="surrogatepass"), dtype=np.uint32
        )
        found = self._look_up(points)
        if not found.all():
            for point in np.unique(points[found == 0]).tolist():
                self._table[point] = _folded(point)
            found = self._look_up(points)
        return found

    def _look_up(self, points: Ints) -> Ints:
        # No code point is beyond the table; clipping spares the check for it.
        return self._table.take(points, mode="clip")


def _folded(point: int) -> int:
    """Return the letter for ``point``: lower case, without accents."""
    character = chr(point)
    if unicodedata.category(character)[0] == "M":
        return _MARK
    if not character.isalnum():
        return _SEPARATOR
    letter = ord(unicodedata.normalize("NFKD", character.casefold())[:1])
    alone = point in _HANGUL or is_unspaced(character)
    return letter | int(_ALONE) if alone else letter


def words_of(document: Document, letters: LetterNumbers, ticker: Ticker) -> WordNumbers:
    """Return the words of ``document``, comparable wherever ``letters`` is shared."""
    kinds, places = [], []
    for start, end in _chunks(document.text):
        kind, place = _cut(letters.fold(document.text[start:end]), letters.bits)
        kinds.append(kind)
        places.append(place + start)
        ticker.tick()
    kind = np.concatenate(kinds) if kinds else np.zeros(0, dtype=np.int32)
    place = np.concatenate(places) if places else np.zeros(0, dtype=np.int64)
    return _by_unit(document, kind, place, 1 << letters.bits)


def chunk_count(document: Document) -> int:
    """Return about how many ticks ``words_of`` will take."""
    return len(document.text) // _CHUNK + 1


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = min(len(text), start + _CHUNK)
        if end < len(text):
            space = text.rfind(" ", start, end)
            end = space if space > start else end
        yield start, end
        start = end


def _cut(letters: Ints, bits: int) -> tuple[Ints, Ints]:
    """Return the words' kinds and places in a stretch of folded letters."""
    kept = None
    if (letters == _MARK).any():
        kept = np.flatnonzero(letters != _MARK)
        letters = letters[kept]
    inside = letters > _MARK
    alone = letters >= _ALONE
    inner = inside[:-1]
    if alone.any():
        inner = inner & ~alone[:-1] & ~alone[1:]
    start = inside.copy()
    start[1:] &= ~inner
    places = np.flatnonzero(start)
    key = letters[places].astype(np.uint64)
    # Beyond its word a word reads zeros.
    inner_letters = np.zeros(len(letters) + _STEM, dtype=np.uint32)
    np.multiply(letters, inside & ~alone, out=inner_letters[: len(letters)])
    going = key < _ALONE
    for step in range(1, _STEM):
        following = inner_letters[places + step] * going
        key = key * _KEY + following
        going = following > 0
    kind = bucket(key, bits).astype(np.int32)
    return kind, (places if kept is None else kept[places])


def _by_unit(document: Document, kind: Ints, place: Ints, kinds: int) -> WordNumbers:
    units = document.units
    starts = np.fromiter(unit_starts(units), np.int64, len(units))
    ends = np.fromiter(unit_ends(units), np.int64, len(units))
    first = np.searchsorted(place, starts)
    last = np.searchsorted(place, ends)
    counts = last - first
    number = np.repeat(np.arange(len(units), dtype=np.int32), counts)
    bounds = np.concatenate([[0], np.cumsum(counts)])
    if len(number) != len(place):
        # A text may hold words outside every unit.
        kept = np.arange(len(number)) + (first - bounds[:-1])[number]
        kind = kind[kept]
    return WordNumbers(kind, number, bounds, kinds)


def without_units(words: WordNumbers, units: frozenset[int]) -> WordNumbers:
    """Return ``words`` less those of ``units``."""
    if not units:
        return words
    settled = np.zeros(len(words.first) - 1, dtype=bool)
    settled[sorted(units)] = True
    kept = ~settled[words.unit]
    unit = words.unit[kept]
    counts = np.bincount(unit, minlength=len(settled))
    first = np.concatenate([[0], np.cumsum(counts)])
    return WordNumbers(words.kind[kept], unit, first, words.kinds)


def common_words(left: WordNumbers, right: WordNumbers) -> Mask:
    """Return which kinds of word are the commonest: half of all that is said."""
    counts = _counts(left, right)
    used = np.sort(counts[counts > 0])[::-1]
    said = np.cumsum(used)
    half = int(np.searchsorted(said, said[-1] // 2)) if len(said) else 0
    return counts > (used[half] if len(used) else 0)


def word_weights(left: WordNumbers, right: WordNumbers) -> Floats:
    """Return what a word of each kind tells: ln(units / occurrences) in both texts."""
    units = len(left.first) + len(right.first)
    # In one place: there are a million kinds, and few of them may be there.
    weights: Floats = np.maximum(_counts(left, right), 1, dtype=np.float64)
    np.divide(units, weights, out=weights)
    np.log(weights, out=weights)
    return np.maximum(_LEAST, weights, out=weights)


def _counts(left: WordNumbers, right: WordNumbers) -> Ints:
    """Return how often words of each kind occur in both texts."""
    counts = np.bincount(left.kind, minlength=left.kinds).astype(np.int32)
    counts += np.bincount(right.kind, minlength=right.kinds).astype(np.int32)
    return counts
