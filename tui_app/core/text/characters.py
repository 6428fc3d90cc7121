"""What a character is: letter, white space, of a script without spaces.

And when two texts differ in layout only, or in accents only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal

from tui_app.core.text.text_pieces import PIECE, pieces, same_joined

# What ``re.IGNORECASE`` takes for another letter although ``str.lower`` does not:
# i without and with its dot, the long s, and Cyrillic letters of old prints.
_ALIKE = {0x130: "i", 0x131: "i", 0x17F: "s"} | {
    0x1C80: "в",
    0x1C81: "д",
    0x1C82: "о",
    0x1C83: "с",
    0x1C84: "т",
    0x1C85: "т",
    0x1C86: "ъ",
}
# What ``str.isspace`` and ``\s`` take for white space.
SPACES = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
    "\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)


def small(text: str) -> str:
    """Return ``text`` in small letters, as long, alike where IGNORECASE says so."""
    return (text if text.isascii() else text.translate(_ALIKE)).lower()


def in_word(character: str) -> bool:
    r"""Tell whether the character is one of ``\w``; an empty string is not."""
    return character.isalnum() or character == "_"


def is_letter(character: str) -> bool:
    r"""Tell whether the character is one of ``[^\W\d_]``; an empty string is not."""
    return character.isalnum() and not character.isdecimal()


def is_plain_small(letter: str) -> bool:
    """Tell whether the letter is one of a-z or а-я."""
    return "a" <= letter <= "z" or "а" <= letter <= "я"


def has_case(letter: str) -> bool:
    """Tell whether the letter is small or a capital, in a script that uses both.

    Georgian has capitals for whole lines only: its sentences begin with small letters.
    """
    return letter.lower() != letter.upper() and not "ა" <= letter <= "ჿ"


def is_small(letter: str) -> bool:
    """Tell whether the letter is small in a script whose sentences begin otherwise."""
    return letter.islower() and has_case(letter)


def last_word(passage: str, end: int) -> str:
    r"""Return the ``\w*`` that ends at ``end``."""
    start = end
    while start and in_word(passage[start - 1]):
        start -= 1
    return passage[start:end]


def begins_with_word(passage: str, words: tuple[str, ...]) -> bool:
    """Tell whether one of ``words`` begins ``passage`` and ends with a word there."""
    return passage.startswith(words) and any(
        passage.startswith(word) and not in_word(passage[len(word) : len(word) + 1])
        for word in words
    )


_UNSPACED: Final = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x0F00, 0x0FFF),  # Tibetan
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x2FDF),  # radicals
    (0x3005, 0x3007),  # iteration marks
    (0x3040, 0x30FF),  # kana
    (0x3100, 0x312F),  # bopomofo
    (0x31A0, 0x31FF),
    (0x3400, 0x4DBF),  # Han
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9F),  # halfwidth kana
    (0x1B000, 0x1B16F),
    (0x20000, 0x3FFFF),
)

"""Scripts written without spaces between words: a character is taken for a word."""

FIRST_UNSPACED: Final = chr(_UNSPACED[0][0])

UNSPACED_SET: Final = "".join(f"{chr(low)}-{chr(high)}" for low, high in _UNSPACED)
"""The same for a set in a pattern; compiling one takes a millisecond or two."""


@lru_cache(maxsize=1 << 12)
def is_unspaced(character: str) -> bool:
    """Tell whether the script of ``character`` has no spaces between words."""
    code = ord(character)
    return code >= _UNSPACED[0][0] and any(
        low <= code <= high for low, high in _UNSPACED
    )


_EAST_ASIAN = (
    "\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u31a0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
)

"""Those of them that have no spaces at all, with their marks and wide letters.

White space beside one of these is layout, not text; Thai parts sentences by it.
"""

_HEAD = 24

_FIRST_EAST_ASIAN = _EAST_ASIAN[0]
# Compiled when first needed, and not at the import: it takes two milliseconds.
_BESIDE_EAST_ASIAN = f"(?<=[{_EAST_ASIAN}]) | (?=[{_EAST_ASIAN}])"


def fold_space(text: str) -> str:
    """Return ``text`` with white space collapsed, gone beside unspaced scripts.

    Two passages with equal results differ at most in layout.
    """
    folded = " ".join(text.split())
    if folded.isascii() or max(folded) < _FIRST_EAST_ASIAN:
        return folded
    return re.sub(_BESIDE_EAST_ASIAN, "", folded)


def fold_layout(text: str) -> str:
    """Return ``text`` as it counts when two passages are compared: no layout in it.

    White space is collapsed and gone beside marks (*Oui !*, *( twice )*), and letters
    are composed (NFC). Between figures a space beside a mark stays: *1. 5*, *1.5*.
    """
    return _fold(text) if len(text) <= PIECE else "".join(_folded(text))


def _fold(text: str) -> str:
    folded = fold_space(text)
    if not folded.isascii():
        folded = fold_space(unicodedata.normalize("NFC", folded))
    return re.sub(_BESIDE_MARK, _space_kept, folded)


def _folded(text: str) -> Iterator[str]:
    """Yield ``fold_layout`` of a long text in pieces.

    They begin at a space between words, which stays whatever is beside them.
    """
    for number, piece in enumerate(pieces(text, re.compile(_BETWEEN_WORDS))):
        yield " " * (number > 0) + _fold(piece)


# Compiled when first needed: few texts are long.
_BETWEEN_WORDS = rf"(?<=\w)(?<![{_EAST_ASIAN}])\s(?=\w)(?![{_EAST_ASIAN}])"


_BESIDE_MARK = r" (?=[^\w\s])|(?<=[^\w\s]) "


def _space_kept(space: re.Match[str]) -> str:
    """Return the space where it tells something beside a mark, else nothing."""
    text, at = space.string, space.start()
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not (is_mark(before) or is_mark(after)):
        return " "
    between = before, after
    if is_mark(before) and after.isdecimal():
        between = text[at - 2 : at - 1], after
    elif is_mark(after) and before.isdecimal():
        between = before, text[at + 2 : at + 3]
    return " " if all(map(str.isdecimal, between)) else ""


@lru_cache(maxsize=1 << 10)
def is_mark(character: str) -> bool:
    """Tell whether the character is a mark or a sign; an empty string is not."""
    return bool(character) and unicodedata.category(character)[0] in "PS"


def same_but_for_space(left: str, right: str) -> bool:
    """Tell whether ``fold_layout`` makes the texts equal, folding only if it may.

    Nearly all pairs of a book differ within their first or last words.
    """
    if left == right:
        return True
    if not _may_be_same(left, right):
        return False
    if max(len(left), len(right)) <= PIECE:
        return _solid(left) == _solid(right) and _fold(left) == _fold(right)
    return same_joined(_folded(left), _folded(right))


def _solid(text: str) -> str:
    """Return the text without any white space, composed: soon seen to be another."""
    solid = "".join(text.split())
    return solid if solid.isascii() else unicodedata.normalize("NFC", solid)


def _may_be_same(left: str, right: str) -> bool:
    first, its = left[:1], right[:1]
    if first != its and first.isalnum() and its.isalnum() and (first + its).isascii():
        return False
    head, its_head = _letters_of(left[:_HEAD]), _letters_of(right[:_HEAD])
    if not (head.startswith(its_head) or its_head.startswith(head)):
        return False
    tail, its_tail = _letters_of(left[-_HEAD:]), _letters_of(right[-_HEAD:])
    return tail.endswith(its_tail) or its_tail.endswith(tail)


_NO_MARKS = dict.fromkeys(code for code in range(0x80) if not chr(code).isalnum())


def _letters_of(end: str) -> str:
    """Return the letters without marks and space, a letter cut from its mark apart."""
    if end.isascii():
        return end.translate(_NO_MARKS)
    end = unicodedata.normalize("NFD", end)
    end = "".join([one for one in end if not unicodedata.combining(one)])
    return "".join(filter(str.isalnum, end))


def without_accents(text: str, form: Literal["NFD", "NFKD"] = "NFKD") -> str:
    """Return ``text`` without combining marks, letters with marks taken apart.

    The form *NFKD* also makes one of letters that differ in typography only (ﬁ, Ａ).
    """
    letters = unicodedata.normalize(form, text)
    return "".join([one for one in letters if not unicodedata.combining(one)])
