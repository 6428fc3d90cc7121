"""A passage as the words it is cut into, and where each of them stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate, chain, pairwise
from operator import add, itemgetter
from typing import Final, NamedTuple

from tui_app.core.collation.cutting import cuts
from tui_app.core.collation.word import Word, word_of
from tui_app.core.text.abbreviations import TITLES_WITH_STOP

TokenPlaces = tuple[Sequence[int], Sequence[int]]
"""Where each token begins, and where each ends."""


class Tokens:
    """The words, numbers and marks of ``text``, in order. Linear in its length.

    ``words`` are what they are, ``starts`` and ``ends`` where they stand in ``text``;
    most are never asked where they stand, so that is worked out when it is needed.
    """

    def __init__(self, text: str) -> None:
        """Cut the text."""
        self.text = text
        self._written = text.split()
        self._chunks = _chunks(self._written)
        self.words: Sequence[Word] = list(
            chain.from_iterable(map(_words_of, self._chunks))
        )

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.words)

    @property
    def starts(self) -> Sequence[int]:
        """Where each begins."""
        return self.places[0]

    @property
    def ends(self) -> Sequence[int]:
        """Where each ends."""
        return self.places[1]

    @cached_property
    def places(self) -> TokenPlaces:
        """Where each begins, and where each ends."""
        steps = chain.from_iterable(map(_steps_of, self._chunks))
        starts = list(accumulate(steps, initial=0))
        if starts.pop() != len(self.text) + 1:  # more white space than between words
            starts = list(chain.from_iterable(self._starts_by_chunk()))
        lengths = chain.from_iterable(map(_lengths_of, self._chunks))
        return starts, list(map(add, starts, lengths))

    def _starts_by_chunk(self) -> Iterable[Iterable[int]]:
        beginnings = map(re.Match.start, _CHUNK.finditer(self.text))
        for at, chunk in zip(beginnings, self._chunks, strict=True):
            yield accumulate(chunk.lengths[:-1], initial=at)


_CHUNK = re.compile(r"\S+")


class _Chunk(NamedTuple):
    """What stands between white space: its words, and how long each is.

    ``steps`` are the lengths with the space behind the last.
    """

    words: Sequence[Word]
    lengths: Sequence[int]
    steps: Sequence[int]


_words_of, _lengths_of, _steps_of = map(itemgetter, range(3))


def _chunks(written: Sequence[str]) -> Sequence[_Chunk]:
    known = list(map(_KNOWN.__getitem__, written))
    if all(known):
        return known  # type: ignore[return-value]  # as has just been seen
    return [
        chunk or _read_title(written[number], written[number + 1 : number + 2])
        for number, chunk in enumerate(known)
    ]


def _read_title(written: str, following: Sequence[str]) -> _Chunk:
    """Return the words of *Mr.*, where what follows tells whose the dot is."""
    if not following:
        return _read(written)
    words, lengths, _ = _read(f"{written} {following[0][0]}")
    return _chunk(words[:-1], lengths[:-1])


def _read(written: str) -> _Chunk:
    pieces = [written[start:end] for start, end in _cut(written)]
    return _chunk(tuple(map(word_of, pieces)), tuple(map(len, pieces)))


def _chunk(words: Sequence[Word], lengths: Sequence[int]) -> _Chunk:
    return _Chunk(words, lengths, (*lengths[:-1], lengths[-1] + 1))


def _cut(written: str) -> Iterable[tuple[int, int]]:
    """Return where ``cuts`` cuts; at sight a word or figures between marks alone."""
    inner = written.strip(_APART)
    if not inner or not inner.isascii():
        return cuts(written)
    if not (inner.isalpha() or inner.isdecimal()):
        return cuts(written)
    if len(inner) == len(written):
        return [(0, len(written))]
    start = written.index(inner)
    end = start + len(inner)
    return pairwise((*range(start + 1), *range(end, len(written) + 1)))


_APART: Final = ',;:?!"“”„«»()[]'
"""Marks that part from any word and from each other; a full stop may belong to it."""


_LONGEST_KNOWN: Final = 32

_MOST_KNOWN: Final = 1 << 16


class _Known(dict[str, _Chunk | None]):
    """What stands between white space; ``None``: what follows must be seen."""

    def __missing__(self, written: str) -> _Chunk | None:
        found = None if written.endswith(TITLES_WITH_STOP) else _read(written)
        if len(written) <= _LONGEST_KNOWN:
            if len(self) >= _MOST_KNOWN:
                self.clear()
            self[written] = found
        return found


_KNOWN: Final = _Known()
