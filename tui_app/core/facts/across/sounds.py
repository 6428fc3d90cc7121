"""How a word of any script sounds, roughly, and whether two may be one name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from anyascii import anyascii
from rapidfuzz.distance import Indel

from tui_app.core.english.transliteration import without_doubles

_LIKE: Final = 0.75
"""So many letters, by Indel ratio, two spellings of one name have in common."""

_LIKE_BESIDE: Final = 0.5
"""As many, where the consonants are the same."""

_SHORTEST: Final = 3

_FEWEST_CONSONANTS: Final = 3

_NO_LETTERS: Final = re.compile("[^a-z]")

# Spellings of one sound in the languages of Europe and in romanisations.
_SOUNDS: Final = (
    *(("shch", "s"), ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("dsch", "j")),
    *(("ch", "c"), ("sh", "s"), ("zh", "j"), ("kh", "h"), ("ph", "f"), ("th", "t")),
    *(("dh", "d"), ("gh", "g"), ("ts", "c"), ("tz", "c"), ("ck", "k"), ("qu", "k")),
    *(("x", "ks"), ("q", "k"), ("w", "v"), ("y", "i"), ("z", "s"), ("g", "k")),
    *(("c", "k"), ("j", "i"), ("b", "p"), ("d", "t"), ("f", "v")),
)

_VOWELS: Final = str.maketrans("", "", "aeiouhv")
"""With *h*, which is mute in many languages, and *v*, a vowel in Hebrew and Arabic."""


@lru_cache(maxsize=1 << 14)
def romanised(word: str) -> str:
    """Return the word in small letters from a to z."""
    return _NO_LETTERS.sub("", anyascii(word).lower())


@lru_cache(maxsize=1 << 14)
def sounded(word: str) -> str:
    """Return a romanised word with the spellings of one sound made one."""
    for spelling, sound in _SOUNDS:
        if spelling in word:
            word = word.replace(spelling, sound)
    return without_doubles(word) if word else ""


@lru_cache(maxsize=1 << 14)
def consonants(word: str) -> str:
    """Return the consonants of a word as it sounds."""
    bones = word.translate(_VOWELS)
    return without_doubles(bones) if bones else ""


def may_be_one_name(one: str, other: str) -> bool:
    """Tell whether two words, of any script, may be spellings of one name.

    Most of their sounds are the same once romanised, or all their consonants are,
    where vowels may be left unwritten (Hebrew, Arabic).
    """
    return may_sound_as_one(sounded(romanised(one)), sounded(romanised(other)))


@lru_cache(maxsize=1 << 14)
def may_sound_as_one(ours: str, theirs: str) -> bool:
    """Tell the same of two words as they sound."""
    if min(len(ours), len(theirs)) < _SHORTEST:
        return ours == theirs != ""
    alike = Indel.normalized_similarity(ours, theirs, score_cutoff=_LIKE_BESIDE)
    if alike >= _LIKE:
        return True
    bones = consonants(ours)
    return (
        alike >= _LIKE_BESIDE
        and len(bones) >= _FEWEST_CONSONANTS
        and bones == consonants(theirs)
    )
