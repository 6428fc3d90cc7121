"""Characters by what they do in a word: letters, marks that sit on them, signs."""

from __future__ import annotations

import unicodedata
from typing import Final

# Scripts written without spaces between words, one token a character.
_UNSPACED: Final = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x0F00, 0x0FFF),  # Tibetan
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x2FDF),  # radicals
    (0x3005, 0x3007),  # iteration marks
    (0x3040, 0x30FF),  # kana
    (0x3100, 0x312F),
    (0x31A0, 0x31FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9F),  # halfwidth kana
    (0x1B000, 0x1B16F),
    (0x20000, 0x3FFFF),
)
_JOINER: Final = 0x200D
_STANDS_FOR_MARK: Final = "\u0301"
_STANDS_FOR_UNSPACED: Final = "\u4e00"
_STANDS_FOR_SIGN: Final = "\u263a"
_STANDS_FOR_FLAG_LETTER: Final = "\U0001f1e6"
# Invisible characters that belong to the word they stand in.
_GLUE: Final = frozenset({0x00AD, 0x034F, 0x200C, 0x2060})


def is_unspaced(character: str) -> bool:
    """Tell whether the script of ``character`` has no spaces between words."""
    code = ord(character)
    return code > 0xE00 and any(low <= code <= high for low, high in _UNSPACED)


class _Skeleton(dict[int, str]):
    """Maps a code point to the one that stands for its class, itself at need."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _class_of(code)
        return found


def _class_of(code: int) -> str:
    character = chr(code)
    category = unicodedata.category(character)
    if code == _JOINER:
        return character
    if category[0] == "M" or code in _GLUE or 0x1F3FB <= code <= 0x1F3FF:
        return _STANDS_FOR_MARK
    if 0xE0020 <= code <= 0xE007F:
        return _STANDS_FOR_MARK
    if 0x1F1E6 <= code <= 0x1F1FF:
        return _STANDS_FOR_FLAG_LETTER
    if category[0] == "L" and is_unspaced(character):
        return _STANDS_FOR_UNSPACED
    return _STANDS_FOR_SIGN if category == "So" else character


_SKELETON: Final = _Skeleton()


def skeleton(text: str) -> str:
    """Return ``text`` with every character replaced by one that does the same.

    Combining marks, characters of scripts without spaces, and signs (emoji)
    become one character each, so that a plain pattern can cut any script; the
    length stays.
    """
    return text if text.isascii() else text.translate(_SKELETON)
