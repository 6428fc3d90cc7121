"""Names in other spellings: accents, stops, transliterations."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Indel

_CLASSES = str.maketrans(
    {
        "c": "k",
        "q": "k",
        "x": "k",
        "z": "s",
        "v": "w",
        "f": "w",
        "g": "k",
        "b": "p",
        "d": "t",
        "j": "y",
        **dict.fromkeys("aeiouyh'’-.", None),
    }
)
_LIKE = 0.72


@lru_cache(maxsize=1 << 14)
def plain(word: str) -> str:
    """Return ``word`` without case, accents, stops and apostrophes."""
    bare = word.casefold().replace(".", "").replace("’", "'").strip("'-")
    if bare.isascii():
        return bare
    letters = unicodedata.normalize("NFKD", bare)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@lru_cache(maxsize=1 << 14)
def _skeleton(word: str) -> str:
    consonants = word.translate(_CLASSES)
    return "".join(
        letter
        for before, letter in zip(" " + consonants, consonants, strict=False)
        if letter != before
    )


def transliterated(one: str, other: str) -> bool:
    """Tell whether two names may be one in two spellings: *Qadir*, *Qadeer*.

    The consonants must be the same by classes, most letters too.
    """
    if min(len(one), len(other)) < 4 or one[0] != other[0]:
        return False
    return _skeleton(one) == _skeleton(other) and (
        Indel.normalized_similarity(one, other) >= _LIKE
    )
