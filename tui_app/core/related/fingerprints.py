"""The fingerprint of a text: its runs of words as numbers, the same in every run."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from tui_app.core.text.characters import UNSPACED_SET

Hashes: TypeAlias = NDArray[np.uint32]
Codes: TypeAlias = NDArray[np.uint64]
Counts: TypeAlias = NDArray[np.int64]
Rates: TypeAlias = NDArray[np.float64]
Mask: TypeAlias = NDArray[np.bool_]

WORDS_OF_RUN = 3
_HAN_OF_RUN = 5
_LETTERS_OF_RUN = 10
"""Words of a run; characters where none parts words: Han, or letters as in Thai."""

_WORD = rf"[{UNSPACED_SET}]|[^\W{UNSPACED_SET}]+(?:['’][^\W{UNSPACED_SET}]+)*"
_HAN = ((0x2E80, 0x2FDF), (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
_MIXER = np.uint64(0x9E3779B97F4A7C15)


class Fingerprint(NamedTuple):
    """What is kept of a text to tell with which others it shares wording.

    ``runs`` has a number for each word: that of the run that begins with it. At the
    end of the text, where no whole run is left, there is none. ``reach`` is how many
    words most of its runs have.
    """

    words: int
    runs: Hashes
    reach: int = WORDS_OF_RUN


def fingerprint(text: str) -> Fingerprint:
    """Return the fingerprint of a text; case, marks and typography do not count.

    A run is three words, five characters of Han or ten of other scripts without spaces
    between words. Texts of fewer words are one run.
    """
    words = _word_pattern().findall(_folded(text))
    if not words:
        return Fingerprint(0, np.empty(0, np.uint32))
    numbers = np.fromiter(map(_number, words), np.uint64, len(words))
    lengths = np.fromiter(map(_run_length, words), np.int64, len(words))
    reach = int(np.bincount(lengths).argmax())
    return Fingerprint(len(words), _runs(numbers, lengths), reach)


def is_among(runs: Hashes, rising: Hashes) -> Mask:
    """Return which of the runs are among others, which are in rising order."""
    if not len(rising):
        return np.zeros(len(runs), bool)
    places = np.searchsorted(rising, runs)
    places[places == len(rising)] = 0
    found: Mask = rising[places] == runs
    return found


def _folded(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).replace("’", "'")
    return text.casefold()


@lru_cache(1)
def _word_pattern() -> re.Pattern[str]:
    return re.compile(_WORD)


@lru_cache(1 << 16)
def _number(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))


@lru_cache(1 << 14)
def _run_length(word: str) -> int:
    """Return how many words a run has that begins with this one."""
    if len(word) > 1 or not re.match(f"[{UNSPACED_SET}]", word):
        return WORDS_OF_RUN
    is_han = any(low <= ord(word) <= high for low, high in _HAN)
    return _HAN_OF_RUN if is_han else _LETTERS_OF_RUN


def _runs(numbers: NDArray[np.uint64], lengths: NDArray[np.int64]) -> Hashes:
    """Return the number of the run that begins with each word."""
    count = len(numbers)
    hashed: NDArray[np.uint64] = np.zeros(count, np.uint64)
    for step in range(int(min(count, lengths.max()))):
        here = np.flatnonzero(lengths[: count - step] > step)
        hashed[here] = (hashed[here] ^ numbers[here + step]) * _MIXER
        hashed[here] ^= hashed[here] >> np.uint64(29)
    whole = np.arange(count) + lengths <= count
    if not whole.any():
        whole[0] = True
    last = int(np.flatnonzero(whole)[-1])
    return _short(hashed[: last + 1])


def _short(hashed: NDArray[Any]) -> Hashes:
    return (hashed >> np.uint64(32)).astype(np.uint32)
