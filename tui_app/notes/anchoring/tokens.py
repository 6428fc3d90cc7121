"""A text as words and marks with their places."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tui_app.core.model import Span

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"  # kana, ideographs, hangul
)
"""Scripts that set no space between words; there a word is a sign."""

_TOKEN = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text in order; white space is no token."""

    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    def within(self, span: Span) -> range:
        """Return the numbers of the tokens that share a character with the span."""
        first = bisect_right(self.ends, span.start)
        return range(first, max(first, bisect_left(self.starts, span.end)))

    def span(self, first: int, last: int) -> Span:
        """Return the stretch from one token to another, both included."""
        return Span(self.starts[first], self.ends[last])


def tokenise(text: str, part: Span | None = None) -> Tokens:
    """Return the tokens of a text: words, single signs, single ideographs.

    ``part`` limits it to a stretch; places are those in the whole text.
    """
    start, end = (part.start, part.end) if part else (0, len(text))
    found = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]
    words, starts, ends = zip(*found, strict=True) if found else ((), (), ())
    return Tokens(words, starts, ends)
