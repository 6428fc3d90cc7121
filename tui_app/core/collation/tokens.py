"""A passage as the words it is cut into, and where each of them stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate, chain
from operator import itemgetter
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
        starts: list[int] = []
        ends: list[int] = []
        for at, (words, first, last) in zip(
            self._beginnings(), self._chunks, strict=False
        ):
            if len(words) == 1:
                starts.append(at)
                ends.append(at + last[0])
            else:
                starts += [at + start for start in first]
                ends += [at + end for end in last]
        return starts, ends

    def _beginnings(self) -> Iterable[int]:
        """Return where each chunk begins."""
        if " ".join(self._written) == self.text:
            return accumulate(
                [len(written) + 1 for written in self._written], initial=0
            )
        return (match.start() for match in _CHUNK.finditer(self.text))


_CHUNK = re.compile(r"\S+")


class _Chunk(NamedTuple):
    """What stands between white space: its words, where each begins and ends in it."""

    words: Sequence[Word]
    starts: Sequence[int]
    ends: Sequence[int]


_words_of = itemgetter(0)


def _chunks(written: Sequence[str]) -> Sequence[_Chunk]:
    known = list(map(_KNOWN.__getitem__, written))
    if None not in known:
        return known  # type: ignore[return-value]  # as has just been seen
    return [
        chunk or _read_title(written[number], written[number + 1 : number + 2])
        for number, chunk in enumerate(known)
    ]


def _read_title(written: str, following: Sequence[str]) -> _Chunk:
    """Return the words of *Mr.*, where what follows tells whose the dot is."""
    if not following:
        return _read(written)
    words, starts, ends = _read(f"{written} {following[0][0]}")
    return _Chunk(words[:-1], starts[:-1], ends[:-1])


def _read(written: str) -> _Chunk:
    starts, ends = zip(*_cut(written), strict=True)
    words = [
        word_of(written[start:end]) for start, end in zip(starts, ends, strict=True)
    ]
    return _Chunk(words, starts, ends)


def _cut(written: str) -> Iterable[tuple[int, int]]:
    """Return where ``cuts`` cuts; of most words, one mark behind or none, at sight."""
    body = len(written) - 1
    if not written.isascii():
        return cuts(written)
    if written.isalpha():
        return [(0, body + 1)]
    if written[body] in _BEHIND and written[:body].isalpha():
        return [(0, body), (body, body + 1)]
    return cuts(written)


_BEHIND: Final = frozenset(",;:?!")

"""Marks that part from any word; a full stop may belong to it."""


_LONGEST_KNOWN: Final = 32

_MOST_KNOWN: Final = 1 << 15


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
