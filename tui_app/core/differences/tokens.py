"""From a passage to its tokens: the pieces it is cut into, as words with offsets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui_app.core.differences.cutting import cuts
from tui_app.core.differences.words import Sort, Word, word_of
from tui_app.core.titles import COURTESY, RANKS


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


_TITLES = tuple(f"{title}." for title in (*COURTESY, *RANKS))
_LONGEST_KNOWN = 32
_MOST_KNOWN = 1 << 13
_Part = tuple[int, int, Word]

_token = tuple.__new__  # the constructor of a named tuple at half its cost


class _Known(dict[str, Sequence[_Part] | None]):
    """The tokens of what stands between white space; ``None``: more must be seen."""

    def __missing__(self, chunk: str) -> Sequence[_Part] | None:
        found = None if chunk.endswith(_TITLES) else _read(chunk)
        if len(chunk) <= _LONGEST_KNOWN:
            if len(self) >= _MOST_KNOWN:
                self.clear()
            self[chunk] = found
        return found


_KNOWN = _Known()


def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of ``text`` in order. Linear in its length."""
    found: list[Token] = []
    add, new, place, known = found.append, _token, text.index, _KNOWN
    chunks = text.split()
    at = 0
    for number, chunk in enumerate(chunks, 1):
        at = place(chunk, at)
        parts = known[chunk]
        if parts is None:
            parts = _read_title(chunk, chunks[number : number + 1])
        for start, end, word in parts:
            add(new(Token, (at + start, at + end, word)))
        at += end
    return tuple(found)


def _read_title(chunk: str, following: Sequence[str]) -> Sequence[_Part]:
    """Return the tokens of *Mr.*, where what follows tells whose the dot is."""
    return _read(f"{chunk} {following[0][0]}")[:-1] if following else _read(chunk)


def _read(text: str) -> list[_Part]:
    return [(start, end, word_of(text[start:end])) for start, end in cuts(text)]
