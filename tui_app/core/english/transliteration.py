"""Whether two words are one foreign name in two spellings.

Two tests stand beside each other, tuned apart: ``respelled`` is asked of any two words
that stand for each other, so it must be sure; ``transliterated`` is asked of names that
would else be a fact, so it must be generous.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import Indel, Prefix

from tui_app.core.english.inflections import WORDS_KNOWN
from tui_app.core.text.characters import without_accents

_LIKE = 0.6

"""So many letters, by Indel ratio, two spellings of one name have in common."""

_SHORTEST = 4

_PEOPLES = frozenset({"i", "n", "an", "ian", "ese", "ish", "s", "is", "ns", "ans"})

_SOUNDS = (("ph", "f"), ("kh", "h"), ("dh", "d"), ("th", "t"), ("gh", "g"), ("ck", "k"))

_LETTERS = str.maketrans("cqgwzjy", "kkkvsii")

_MUTE = str.maketrans("", "", "aeiouh'-")


def respelled(left: str, right: str) -> bool:
    """Tell two spellings of a name, in small letters: *Qadhafi*, *Gaddafi*."""
    if min(len(left), len(right)) < _SHORTEST:
        return False
    if _is_derived(left, right) or _is_derived(right, left):
        return False
    alike = Indel.normalized_similarity(left, right) >= _LIKE
    return alike and _consonants(left) == _consonants(right)


def _is_derived(name: str, other: str) -> bool:
    """Tell the people from the country: *Israel*, *Israeli*; *Bosnia*, *Bosnian*."""
    return other.startswith(name) and other[len(name) :] in _PEOPLES


def _consonants(name: str) -> str:
    """Return the consonants of a name, those of one sound made one."""
    for sound, letter in _SOUNDS:
        name = name.replace(sound, letter)
    name = name.translate(_LETTERS)
    return without_doubles(name[0] + name[1:].translate(_MUTE))


def without_doubles(word: str) -> str:
    """Return the word with double letters made single."""
    return "".join(a for a, b in zip(word, word[1:] + " ", strict=True) if a != b)


@lru_cache(maxsize=WORDS_KNOWN)
def plain(word: str) -> str:
    """Return ``word`` without case, accents, stops and apostrophes."""
    if word.isascii() and word.isalpha():
        return word.lower()
    bare = word.casefold().replace(".", "").replace("’", "'").strip("'-")
    return bare if bare.isascii() else without_accents(bare)


_SLIP = 0.85

_SLIP_LENGTH = 7

_STEM = 5

_STEM_SHARE = 0.75

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


_FEWEST_CONSONANTS = 4

_LIKE_BY_CONSONANTS = 0.5


def same_consonants(one: str, other: str) -> bool:
    """Tell two names whose consonants are the same: *Vladimir*, *Volodymyr*."""
    skeleton = _skeleton(one)
    return (
        len(skeleton) >= _FEWEST_CONSONANTS
        and skeleton == _skeleton(other)
        and Indel.normalized_similarity(one, other) >= _LIKE_BY_CONSONANTS
    )


@lru_cache(maxsize=1 << 11)
def _skeleton(word: str) -> str:
    """Return the consonants by wide classes: *b* and *p* are one, vowels none."""
    consonants = _SILENT.sub("", _SIBILANTS.sub("z", word)).translate(_CLASSES)
    return "".join(
        letter
        for before, letter in zip(" " + consonants, consonants, strict=False)
        if letter != before
    )


def _initial(word: str) -> str:
    return word[0] if word[0] in "aeiouy" else _skeleton(word)[:1]
