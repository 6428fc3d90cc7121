"""A stretch of one side that the reader has taken hold of, and how it grows."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from typing import NamedTuple

from tui_app.core.model import Document, Side, Span
from tui_app.core.text.clusters import mark_set


@cache
def _word() -> re.Pattern[str]:
    """Return a word, its marks and joiners with it, or signs that stand together."""
    word = rf"\w[\w{mark_set()}]*+"
    return re.compile(rf"{word}(?:['’\-]{word})*|[^\w\s\u200b]+")


class Selection(NamedTuple):
    """From ``anchor`` to ``head``, whichever comes first; both spans are taken in."""

    side: Side
    anchor: Span
    head: Span

    @property
    def span(self) -> Span:
        """Return what is selected."""
        return Span(
            min(self.anchor.start, self.head.start), max(self.anchor.end, self.head.end)
        )

    def to(self, head: Span) -> Selection:
        """Return the selection drawn to another place."""
        return self._replace(head=head)

    def text(self, document: Document) -> str:
        """Return the selected text as plain text."""
        return document.text[self.span.start : self.span.end]


def word_at(document: Document, offset: int) -> Span:
    """Return the word at the offset, or the nearest one after or before it."""
    text = document.text
    start = text.rfind("\n", 0, offset) + 1
    best: Span | None = None
    for match in _word().finditer(text, start):
        best = Span(*match.span())
        if match.end() > offset:
            return best
    return best or Span(min(offset, len(text)), min(offset, len(text)))


def word_after(document: Document, span: Span) -> Span:
    """Return the word after the span, or the span at the end of the text."""
    match = _word().search(document.text, span.end)
    return Span(*match.span()) if match else span


def word_before(document: Document, span: Span) -> Span:
    """Return the word before the span, or the span at the beginning of the text."""
    reach = 80
    while True:
        low = max(0, span.start - reach)
        words = list(_word().finditer(document.text, low, span.start))
        whole = words if low == 0 else words[1:]
        if whole:
            return Span(*whole[-1].span())
        if low == 0:
            return span
        reach *= 4


def sentence_after(document: Document, span: Span) -> Span:
    """Return the sentence that ends after the span, the last one at the end."""
    units = document.units
    at = bisect_right(units, span.end, key=lambda unit: unit.end)
    unit = units[min(at, len(units) - 1)]
    return Span(unit.start, unit.end)


def sentence_before(document: Document, span: Span) -> Span:
    """Return the sentence that starts before the span, the first at the beginning."""
    units = document.units
    at = bisect_left(units, span.start, key=lambda unit: unit.start) - 1
    unit = units[max(0, at)]
    return Span(unit.start, unit.end)


def sentence_at(document: Document, offset: int) -> Span:
    """Return the unit that holds the offset."""
    unit = document.units[document.unit_at(offset)]
    return Span(unit.start, unit.end)


def paragraph_at(document: Document, offset: int) -> Span:
    """Return the paragraph that holds the offset."""
    units = document.units
    first = last = document.unit_at(offset)
    number = units[first].paragraph
    while first > 0 and units[first - 1].paragraph == number:
        first -= 1
    while last + 1 < len(units) and units[last + 1].paragraph == number:
        last += 1
    return Span(units[first].start, units[last].end)
