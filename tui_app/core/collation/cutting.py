"""Where a passage is cut into words, numbers and marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from tui_app.core.text.abbreviations import LETTERED, TITLE
from tui_app.core.text.characters import is_unspaced

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

RAISED: Final = "\x8d"

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
# Figures above the line: a note's mark, a power. Neither is part of the word before.
_RAISED: Final = frozenset({0xB9, 0xB2, 0xB3, 0x2070, *range(0x2074, 0x207A)})

# Invisible characters that belong to the word they stand in.
_GLUE: Final = frozenset({0x00AD, 0x034F, 0x200C, 0x2060})

_SKIN_TONES: Final = range(0x1F3FB, 0x1F400)

_TAGS: Final = range(0xE0020, 0xE0080)

_FLAG_LETTERS: Final = range(0x1F1E6, 0x1F200)


class _Skeleton(dict[int, str]):
    """Maps a code point to the one that stands for its class, itself at need."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _class_of(code)
        return found


def _class_of(code: int) -> str:
    character = chr(code)
    if character in _BY_ITSELF:
        return _BY_ITSELF[character]
    if code in _CONTROLS or code in _RAISED:
        return RAISED if code in _RAISED else _OTHER
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


_LETTER = rf"[^\W_][{MARK}{JOINER}]*+"

_APOSTROPHES = f"'{APOSTROPHE}"

_HYPHENS = f"{HYPHEN}-"

# A number may begin with its point, if nothing stands before it: .25, -.5, $.99.
_NUMBER = (
    rf"(?:(?<![^\s(\[])[-{MINUS}])?+(?:(?<![^\s(\[$€£{MINUS}-])\.)?+"
    rf"\d++(?:[{_APOSTROPHES}]\d\d\d(?!\d))*+(?:[.,:/{EN_DASH}{_HYPHENS}]\d++)*+"
    rf"(?:{MARK}++|(?:st|nd|rd|th|s)(?![^\W_]|{UNSPACED}))?+(?!-?[^\W\d_])"
)

_PIECE = re.compile(
    rf"""
      (?!\s)                                    # for speed, as is the next line
    (?:
      [A-Za-z]++(?![\w.:${_APOSTROPHES}{MARK}{JOINER}{UNSPACED}{_HYPHENS}])  # plain
    | https?://[^\s<>"]*[^\s<>".,;:!?)\]{_APOSTROPHES}{CLOSING_QUOTE}»]  # an address
    | <[^\s<>]{{1,80}}>                          # a tag, an address in brackets
    | {LETTERED}                                 # U.S., a.m.
    | {TITLE}\.(?=\s*[A-Z])
    | [A-Z]{{1,3}}\$                             # US$
    | {_NUMBER}
    | [vV]\d++(?:\.\d++)++(?![^\W_])            # v4.2.1
    | \d++(?:[.,:]\d++)++(?:[{_HYPHENS}]?(?:{_LETTER})++)+   # 1.5m, 7:30pm, 2.5-mile
    | (?:{_LETTER})+((?:[{_APOSTROPHES}{_HYPHENS}](?:{_LETTER})+)+)?  # a word
    | [{_APOSTROPHES}](?:s|re|ve|ll|d|m)(?![\w{_APOSTROPHES}{UNSPACED}])  # a clitic
    | {UNSPACED}[{MARK}{JOINER}]*                # one character without spaces
    | {SIGN}{MARK}*(?:{JOINER}{SIGN}{MARK}*)*    # an emoji sequence
    | {FLAG_LETTER}{{2}}                         # a flag
    | {RAISED}+                                  # a note's mark
    | \.{{2,}} | {ELLIPSIS}+ | [-{HYPHEN}{EN_DASH}{DASH}]+ | ''+ | ``+ | _+
    | \S[{MARK}{JOINER}]*
    )""",
    re.VERBOSE,
)

_CLITICS = ("n't", "'re", "'ve", "'ll", "'s", "'d", "'m")

_LONGEST_CLITIC = 3

_PLAIN_CLITIC = str.maketrans("’ſ", "'s")


def cuts(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of the pieces of ``text`` in order. Linear in its length."""
    for match in _PIECE.finditer(skeleton(text)):
        start, end = match.span()
        if match.lastindex:
            cut = end - _clitic(text[max(start, end - _LONGEST_CLITIC) : end])
            if start < cut < end:
                yield start, cut
                start = cut
        yield start, end


def _clitic(ending: str) -> int:
    """Return the length of the clitic that a word ends in, 0 for none."""
    plain = ending.lower().translate(_PLAIN_CLITIC)
    return next((len(one) for one in _CLITICS if plain.endswith(one)), 0)
