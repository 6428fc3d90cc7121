"""Characters by what they do in a word: letters, marks that sit on them, signs."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
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

# What stands for a class is a control character below U+0100: sets of such are
# compiled in a tenth of the time that sets of the characters themselves take.
MARK: Final = "\x80"
JOINER: Final = "\x81"
UNSPACED: Final = "\x82"
FLAG_LETTER: Final = "\x83"
SIGN: Final = "\x84"
APOSTROPHE: Final = "\x86"
HYPHEN: Final = "\x87"
EN_DASH: Final = "\x88"
DASH: Final = "\x89"
MINUS: Final = "\x8a"
ELLIPSIS: Final = "\x8b"
CLOSING_QUOTE: Final = "\x8c"
_OTHER: Final = "\x9f"
_CONTROLS: Final = range(0x80, 0xA0)
_NEXT_LINE: Final = "\x85"

_BY_ITSELF: Final = {
    "\u200d": JOINER,
    "’": APOSTROPHE,
    "‐": HYPHEN,
    "‑": HYPHEN,
    "–": EN_DASH,
    "‒": DASH,
    "—": DASH,
    "―": DASH,
    "−": MINUS,
    "…": ELLIPSIS,
    "”": CLOSING_QUOTE,
    _NEXT_LINE: _NEXT_LINE,
}
# Invisible characters that belong to the word they stand in.
_GLUE: Final = frozenset({0x00AD, 0x034F, 0x200C, 0x2060})
_SKIN_TONES: Final = range(0x1F3FB, 0x1F400)
_TAGS: Final = range(0xE0020, 0xE0080)
_FLAG_LETTERS: Final = range(0x1F1E6, 0x1F200)


@lru_cache(maxsize=1 << 12)
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
    if character in _BY_ITSELF:
        return _BY_ITSELF[character]
    if code in _CONTROLS:
        return _OTHER
    category = unicodedata.category(character)
    if category[0] == "M" or code in _GLUE or code in _SKIN_TONES or code in _TAGS:
        return MARK
    if code in _FLAG_LETTERS:
        return FLAG_LETTER
    if category[0] == "L" and is_unspaced(character):
        return UNSPACED
    return SIGN if category == "So" else character


_SKELETON: Final = _Skeleton()


def skeleton(text: str) -> str:
    """Return ``text`` with every character replaced by one that does the same.

    Combining marks, characters of scripts without spaces, and signs (emoji)
    become one character each, as do typographic marks that can stand in a word or
    a number, so that a plain pattern can cut any script; the length stays.
    """
    return text if text.isascii() else text.translate(_SKELETON)
