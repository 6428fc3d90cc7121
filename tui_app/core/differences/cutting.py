"""Where a passage is cut: the places of its words, numbers and marks.

What a reader never wants to see cut stays whole: ``U.S.``, ``US$``, ``1,000``,
``17th``, ``20-mile-long``, ``Ms.``, a run of dots or dashes, one character of a
script without spaces, an emoji sequence. Clitics (``'s``, ``n't``) stand apart.
Everything but white space is in exactly one piece.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_app.core.differences.scripts import (
    APOSTROPHE,
    CLOSING_QUOTE,
    DASH,
    ELLIPSIS,
    EN_DASH,
    FLAG_LETTER,
    HYPHEN,
    JOINER,
    MARK,
    MINUS,
    SIGN,
    UNSPACED,
    skeleton,
)
from tui_app.core.titles import ENGLISH

_LETTER = rf"[^\W_][{MARK}{JOINER}]*+"
_APOSTROPHES = f"'{APOSTROPHE}"
_HYPHENS = f"{HYPHEN}-"
_NUMBER = (
    rf"(?:(?<![^\s(\[])[-{MINUS}])?+\d++(?:[.,:/{EN_DASH}-]\d++)*+"
    rf"(?:{MARK}++|(?:st|nd|rd|th|s)(?![^\W_]|{UNSPACED}))?+(?!-?[^\W\d_])"
)
_PIECE = re.compile(
    rf"""
      (?!\s)                                    # for speed, as is the next line
    (?:
      [A-Za-z]++(?![\w.:${_APOSTROPHES}{MARK}{JOINER}{UNSPACED}{_HYPHENS}])  # plain
    | https?://[^\s<>"]*[^\s<>".,;:!?)\]{_APOSTROPHES}{CLOSING_QUOTE}»]  # an address
    | <[^\s<>]{{1,80}}>                          # a tag, an address in brackets
    | (?:[A-Za-z]\.){{2,}}                       # U.S., a.m.
    | {ENGLISH}\.(?=\s*[A-Z])
    | [A-Z]{{1,3}}\$                             # US$
    | {_NUMBER}
    | \d++(?:[.,:]\d++)++(?:[{_HYPHENS}]?(?:{_LETTER})++)+   # 1.5m, 7:30pm, 2.5-mile
    | (?:{_LETTER})+((?:[{_APOSTROPHES}{_HYPHENS}](?:{_LETTER})+)+)?  # a word
    | [{_APOSTROPHES}](?:s|re|ve|ll|d|m)(?![\w{_APOSTROPHES}{UNSPACED}])  # a clitic
    | {UNSPACED}[{MARK}{JOINER}]*                # one character without spaces
    | {SIGN}{MARK}*(?:{JOINER}{SIGN}{MARK}*)*    # an emoji sequence
    | {FLAG_LETTER}{{2}}                         # a flag
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
