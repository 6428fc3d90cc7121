"""Letters told apart without regular expressions, whose sets take long to compile."""

from __future__ import annotations

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
