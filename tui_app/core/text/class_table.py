"""The classes of all characters as a table for ``str.translate``, read when needed."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import Final

_SYLLABLES: Final = range(0xAC00, 0xD7A4)
_FINALS: Final = 28
"""Every so many syllables of Korean one has no final consonant."""


class ClassTable(dict[int, int]):
    """Turns each character into the letter of its class, found when one is first met.

    ``pieces`` are those of ``break_classes``, ``open_syllable`` is the letter of the
    Korean syllables that end with a vowel.
    """

    def __init__(self, pieces: str, open_syllable: str) -> None:
        super().__init__()
        self._pieces = pieces
        self._open_syllable = ord(open_syllable)
        self._starts: list[int] = []
        self._letters: list[int] = []

    def __missing__(self, code: int) -> int:
        self[code] = letter = self._letter(code)
        return letter

    def _letter(self, code: int) -> int:
        if code in _SYLLABLES and not (code - _SYLLABLES.start) % _FINALS:
            return self._open_syllable
        if not self._starts:
            pieces = re.findall("([0-9a-f]+)(.)", self._pieces)
            self._starts = list(
                accumulate((int(size, 16) for size, _ in pieces), initial=0)
            )
            self._letters = [ord(letter) for _, letter in pieces]
        return self._letters[bisect_right(self._starts, code) - 1]
