"""Where a syllable ends in scripts of India and Southeast Asia, by their letters alone.

A word longer than the line, as Thai has them for want of spaces, is cut between
syllables: never behind a vowel that is read after its consonant (Logical Order
Exception), never before what ends a syllable, never between a consonant and the one
written below it.
"""

from __future__ import annotations

from enum import Enum, auto
from functools import lru_cache

# Vowels that are read behind their consonant and stand before it, in Thai, Lao, New Tai
# Lue and Tai Viet (the property Logical_Order_Exception): a syllable begins with them.
_LEADING = frozenset(
    "\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4"
    "\u19b5\u19b6\u19b7\u19ba\uaab5\uaab6\uaab9\uaabb\uaabc"
)
# What ends a syllable, and so begins none: short vowels, signs that repeat or shorten.
_FINAL = frozenset("\u0e2f\u0e30\u0e33\u0e46\u0eaf\u0eb0\u0eb3\u0ec6\u17c8\u17d7")
# Behind these a consonant may belong to the syllable.
_TRAILING = _FINAL | frozenset("\u0e32\u0e45\u0eb2\u0ebd")
_KILLED = ("\u0e4c", "\u0ecc", "\u103a", "\u17cb", "\u17cd")  # no vowel follows
# What follows is written below or joined.
_JOINING = (
    *("\u094d", "\u09cd", "\u0a4d", "\u0acd", "\u0b4d", "\u0c4d", "\u0ccd", "\u0d4d"),
    *("\u0dca", "\u1039", "\u17d2", "\u1a60"),
)
_SCRIPTS = (("\u0900", "\u1aff"), ("\ua980", "\uaadf"))  # India to Java
# Khmer consonants: one without a vowel of its own closes the syllable before it more
# often than not. Signs that close a syllable: of breath, of shortness, of silence.
_KHMER = ("\u1780", "\u17a2")
_CLOSING = ("\u17c7", "\u17c8", "\u17cb", "\u17cd")

_BURMESE = ("\u1000", "\u109f")
_KNOWN = 1 << 12  # pairs of clusters; a text has a few hundred


class Syllable(Enum):
    """Whether a syllable ends."""

    ENDS = auto()
    MAY_END = auto()
    GOES_ON = auto()


def is_syllabic(letter: str) -> bool:
    """Tell whether the letter is of a script that ``syllable_end`` knows."""
    return any(first <= letter <= last for first, last in _SCRIPTS)


@lru_cache(maxsize=_KNOWN)
def syllable_end(before: str, after: str) -> Syllable:
    """Tell whether a syllable ends between two clusters of a word without spaces."""
    joined = before[0] in _LEADING or before.endswith(_JOINING)
    if joined or after[0] in _TRAILING or any(map(after.__contains__, _KILLED)):
        return Syllable.GOES_ON
    if _KHMER[0] <= after[0] <= _KHMER[1]:
        closed = before.endswith(_CLOSING)
        open_syllable = Syllable.GOES_ON if len(after) == 1 else Syllable.MAY_END
        return Syllable.ENDS if closed else open_syllable
    # The finals of Burmese have the sign of a killed vowel.
    burmese = _BURMESE[0] <= after[0] <= _BURMESE[1]
    if burmese or after[0] in _LEADING or before[0] in _FINAL:
        return Syllable.ENDS
    return Syllable.MAY_END
