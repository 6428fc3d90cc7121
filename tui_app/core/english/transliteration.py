"""Are two words one foreign name in two spellings?"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Indel, Prefix

_CLASSES = str.maketrans(
    {
        "c": "k",
        "q": "k",
        "x": "ks",
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

_SIBILANTS = re.compile("t[sz]")

_SILENT = re.compile("w(?![aeiouy])")

_LIKE = 0.6

_SHORTEST = 4

_SLIP = 0.85

_SLIP_LENGTH = 7

_STEM = 5

_STEM_SHARE = 0.75


@lru_cache(maxsize=1 << 11)
def plain(word: str) -> str:
    """Return ``word`` without case, accents, stops and apostrophes."""
    bare = word.casefold().replace(".", "").replace("’", "'").strip("'-")
    if bare.isascii():
        return bare
    letters = unicodedata.normalize("NFKD", bare)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@lru_cache(maxsize=1 << 11)
def _skeleton(word: str) -> str:
    consonants = _SILENT.sub("", _SIBILANTS.sub("z", word)).translate(_CLASSES)
    return "".join(
        letter
        for before, letter in zip(" " + consonants, consonants, strict=False)
        if letter != before
    )


def transliterated(one: str, other: str) -> bool:
    """Tell whether two names may be one in two spellings: *Qadir*, *Qadeer*.

    The consonants must be the same by classes, most letters too; a long name may
    have one slip, or go on otherwise behind its stem (*Karvinsko*, *Karviná*).
    """
    shorter = min(len(one), len(other))
    ratio = Indel.normalized_similarity(one, other)
    if shorter < _SHORTEST:
        return (
            shorter == _SHORTEST - 1
            and ratio >= _SLIP
            and (_skeleton(one) == _skeleton(other))
        )
    if _skeleton(one) == _skeleton(other) and _initial(one) == _initial(other):
        return ratio >= _LIKE
    if shorter >= _SLIP_LENGTH and ratio >= _SLIP:
        return True
    shared = Prefix.similarity(one, other)
    return shared >= _STEM and shared >= _STEM_SHARE * shorter


def _initial(word: str) -> str:
    return word[0] if word[0] in "aeiouy" else _skeleton(word)[:1]
