"""Whether a word is common English, so that with a capital it need be no name.

A Bloom filter of the 63,000 words that WordNet 3.1 writes small: 80 kB, and less than
one word in a hundred passes for common by mistake. A word that is common and a name
too (*rose*, *turkey*) is common.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Final

from tui_app.core.english.inflections import forms
from tui_app.core.english.lexicon import FUNCTION_WORDS

_FILTER: Final = Path(__file__).with_name("common_words.bin")

_PROBES: Final = 7

_BITS_A_WORD: Final = 10


@lru_cache(maxsize=1 << 12)
def is_common(word: str) -> bool:
    """Tell whether a word, in small letters, is common, or a form of one that is.

    Of a hyphenated word all parts must be.
    """
    if "-" in word:
        return all(is_common(part) for part in word.split("-") if part)
    if word in FUNCTION_WORDS or _is_listed(word):
        return True
    return any(map(_is_listed, forms(word)))


def _is_listed(word: str) -> bool:
    bits = _bits()
    return all(bits[at >> 3] >> (at & 7) & 1 for at in _places(word, len(bits) * 8))


@cache
def _bits() -> bytes:
    return _FILTER.read_bytes()


def _places(word: str, size: int) -> list[int]:
    """Return the bits that stand for a word in a filter of ``size`` bits."""
    digest = blake2b(word.encode(), digest_size=16).digest()
    first = int.from_bytes(digest[:8], "big")
    step = int.from_bytes(digest[8:], "big") | 1
    return [(first + number * step) % size for number in range(_PROBES)]


def filter_of(words: Iterable[str]) -> bytes:
    """Return a filter of ``words``, as the file holds one."""
    known = set(words)
    bits = bytearray(max(1, len(known) * _BITS_A_WORD // 8))
    for word in known:
        for at in _places(word, len(bits) * 8):
            bits[at >> 3] |= 1 << (at & 7)
    return bytes(bits)
