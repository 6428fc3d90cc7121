"""From a passage to its tokens: words, numbers, marks, with their offsets.

A token is what a reader never wants to see cut: ``U.S.``, ``US$``, ``1,000``,
``17th``, ``20-mile-long``, ``Ms.``, a run of dots or dashes, one character of a
script without spaces, an emoji sequence. Clitics (``'s``, ``n't``) stand apart.
Everything but white space is in exactly one token.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tui_app.core.differences.scripts import skeleton
from tui_app.core.differences.words import Sort, Word, word_of
from tui_app.core.titles import ENGLISH


class Token(NamedTuple):
    """The word at ``start`` to ``end`` of its passage."""

    start: int
    end: int
    word: Word

    @property
    def text(self) -> str:
        """The token as it is written."""
        return self.word.text

    @property
    def lower(self) -> str:
        """The token, case apart."""
        return self.word.lower

    @property
    def sort(self) -> Sort:
        """What sort of token it is."""
        return self.word.sort

    @property
    def weight(self) -> float:
        """How much a match of it speaks for a place."""
        return self.word.weight


_LETTER = r"[^\W_\u4e00\u263a][\u0301\u200d]*+"
_NUMBER = (
    r"(?:(?<![^\s(\[])[-−])?+\d++(?:[.,:/–-]\d++)*+"
    r"(?:\u0301++|(?:st|nd|rd|th|s)(?![^\W_]))?+(?!-?[^\W\d_\u4e00\u263a])"
)
_TOKEN = re.compile(
    rf"""
      (?!\s)                                    # for speed, as is the next line
    (?:
      [A-Za-z]++(?![\w.:$'’‐‑\u0301\u200d-])     # a plain word
    | https?://[^\s<>"]*[^\s<>".,;:!?)\]'’”»]    # an address, its full stop apart
    | <[^\s<>]{{1,80}}>                          # a tag, an address in brackets
    | (?:[A-Za-z]\.){{2,}}                       # U.S., a.m.
    | {ENGLISH}\.(?=\s*[A-Z])
    | [A-Z]{{1,3}}\$                             # US$
    | {_NUMBER}
    | \d++(?:[.,:]\d++)++(?:[‐‑-]?(?:{_LETTER})++)+   # 1.5m, 7:30pm, 2.5-mile
    | (?:{_LETTER})+((?:['’‐‑-](?:{_LETTER})+)+)?  # a word, hyphens, apostrophes
    | ['’](?:s|re|ve|ll|d|m)(?![\w'’])           # a clitic set apart already
    | \u4e00[\u0301\u200d]*                      # one character without spaces
    | \u263a\u0301*(?:\u200d\u263a\u0301*)*      # an emoji sequence
    | \U0001f1e6{{2}}                            # a flag
    | \.{{2,}} | […]+ | [-‐‑‒–—―]+ | ''+ | ``+ | _+
    | \S[\u0301\u200d]*
    )""",
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)


_TITLE = re.compile(rf"{ENGLISH}\.$")
_LONGEST_KNOWN = 32
_Part = tuple[int, int, Word]

_token = tuple.__new__  # the constructor of a named tuple at half its cost


def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of ``text`` in order. Linear in its length."""
    found: list[Token] = []
    add, new, place = found.append, _token, text.index
    chunks = text.split()
    at = 0
    for number, chunk in enumerate(chunks, 1):
        at = place(chunk, at)
        if chunk[-1] == "." and _TITLE.search(chunk):
            parts = _read_title(chunk, chunks[number : number + 1])
        else:
            parts = _known(chunk) if len(chunk) <= _LONGEST_KNOWN else _read(chunk)
        for start, end, word in parts:
            add(new(Token, (at + start, at + end, word)))
        at += end
    return tuple(found)


def _read_title(chunk: str, following: list[str]) -> list[_Part]:
    """Return the tokens of *Mr.*, where what follows tells whose the dot is."""
    return _read(f"{chunk} {following[0][0]}")[:-1] if following else _read(chunk)


def _read(text: str) -> list[_Part]:
    found: list[_Part] = []
    for match in _TOKEN.finditer(skeleton(text)):
        start, end = match.span()
        if match.lastindex:
            clitic = _CLITIC.search(text, start, end)
            if clitic and clitic.start() > start:
                cut = clitic.start()
                found.append((start, cut, word_of(text[start:cut])))
                start = cut
        found.append((start, end, word_of(text[start:end])))
    return found


_known = lru_cache(maxsize=1 << 16)(_read)
