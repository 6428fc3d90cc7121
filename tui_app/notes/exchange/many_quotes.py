"""Where many quotes stand in one text, which is read once for all of them.

Looked for one by one, a hundred thousand quotes would have a book read as often. Here
the text is cut, at every character, into heads of some lengths; what begins as a quote
does is compared with the whole of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import islice

from tui_app.core.model import Span

LONGEST_HEAD = 256
"""Characters by which quotes are told from each other before they are compared."""

FEW = 64
"""Quotes of a length that are looked for one by one: the text is read quicker so."""

_MOST_COMPARED = 10_000_000
"""Characters of all places of a quote; one that stands at more tells no place."""


class ManyQuotes:
    """The places of some quotes in a text, as they stand or however spaces run."""

    def __init__(self, text: str, quotes: Collection[str]) -> None:
        self._text = text
        self._quotes = quotes
        self._heads = _Heads(text, quotes)

    def places(self, quote: str) -> list[Span] | None:
        """Return where one of the quotes stands, ``None`` where nearly everywhere."""
        starts = list(islice(self._heads.places(quote, 1), _most(quote) + 1))
        if len(starts) > _most(quote):
            return None
        return [Span(at, at + len(quote)) for at in starts]

    def places_of_words(self, quote: str) -> list[Span] | None:
        """Return where its words stand, with whatever white space between them.

        Places do not overlap; ``None`` as for ``places``.
        """
        words = _spaced(quote)
        if not words:
            return []
        folded, size = self._folded, len(words)
        starts = list(islice(folded.heads.places(words, size), _most(quote) + 1))
        if len(starts) > _most(quote):
            return None
        return [folded.unfolded(at, at + size) for at in starts]

    @cached_property
    def _folded(self) -> _Folded:
        return _Folded(self._text, {_spaced(quote) for quote in self._quotes})


def _most(quote: str) -> int:
    return max(2, _MOST_COMPARED // max(1, len(quote)))


def _spaced(quote: str) -> str:
    return " ".join(quote.split())


class _Folded:
    """A text with single spaces, and where its characters stand in the text itself."""

    def __init__(self, text: str, quotes: Collection[str]) -> None:
        self._starts, self._shifts = [0], [0]
        shift = 0
        for space in re.finditer(r"\s{2,}", text):
            shift += len(space[0]) - 1
            self._starts.append(space.end() - shift)
            self._shifts.append(shift)
        self.heads = _Heads(re.sub(r"\s+", " ", text), quotes)

    def unfolded(self, start: int, end: int) -> Span:
        """Return the span in the text itself; it begins and ends with a word."""
        return Span(self._unfolded(start), self._unfolded(end - 1) + 1)

    def _unfolded(self, at: int) -> int:
        return at + self._shifts[bisect_right(self._starts, at) - 1]


class _Heads:
    """Where what begins as a quote does stands in a text."""

    def __init__(self, text: str, quotes: Collection[str]) -> None:
        self._text = text
        self._wanted = dict[int, set[str]]()
        for quote in quotes:
            if quote:
                length = _head_length(quote)
                self._wanted.setdefault(length, set()).add(quote[:length])
        self._found = dict[int, dict[str, list[int]]]()

    def places(self, quote: str, apart: int) -> Iterator[int]:
        """Yield the offsets of one of the quotes, rising, at least so far apart."""
        length = _head_length(quote)
        if len(self._wanted[length]) <= FEW:
            return self._searched(quote, apart)
        if length not in self._found:
            self._found[length] = self._read(length)
        places = self._found[length].get(quote[:length], [])
        if len(places) * (len(quote) - length) > len(self._text):
            return self._searched(quote, apart)
        return self._compared(quote, places, apart)

    def _searched(self, quote: str, apart: int) -> Iterator[int]:
        at = self._text.find(quote)
        while at >= 0:
            yield at
            at = self._text.find(quote, at + apart)

    def _compared(self, quote: str, places: Sequence[int], apart: int) -> Iterator[int]:
        least = 0
        for at in places:
            if at >= least and self._text.startswith(quote, at):
                yield at
                least = at + apart

    def _read(self, length: int) -> dict[str, list[int]]:
        """Return the offsets of all heads of this length that are wanted."""
        text, wanted = self._text, self._wanted[length]
        found = dict[str, list[int]]()
        for at in range(len(text) - length + 1):
            head = text[at : at + length]
            if head in wanted:
                found.setdefault(head, []).append(at)
        return found


def _head_length(quote: str) -> int:
    """Return the largest power of two within the quote: so there are few lengths."""
    return min(LONGEST_HEAD, 1 << (len(quote).bit_length() - 1))
