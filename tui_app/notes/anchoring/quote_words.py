"""The words of a text with their places; the numbers and names in a quote."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
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
class QuoteWords:
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


def tokenise(text: str, part: Span | None = None) -> QuoteWords:
    """Return the tokens of a text: words, single signs, single ideographs.

    ``part`` limits it to a stretch; places are those in the whole text.
    """
    start, end = (part.start, part.end) if part else (0, len(text))
    found = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]
    words, starts, ends = zip(*found, strict=True) if found else ((), (), ())
    return QuoteWords(words, starts, ends)


_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")

_NAME = re.compile(r"[^\W\d_]\w*")

_BEGINNING = re.compile(r"(?:\A|[.!?:…][\"'”’»)\]]*\s)[\s\"'“‘«(\[]*\Z")


def facts(quote: str, *, beginnings: bool) -> Counter[str]:
    """Return the numbers and the words with a capital.

    ``beginnings``: also the first words of sentences, which may be no names.
    """
    found = Counter(_NUMBER.findall(quote))
    for match in _NAME.finditer(quote):
        word = match.group()
        if word[0].isupper() and (beginnings or not _begins(quote, match.start())):
            found[word] += 1
    return found


def _begins(quote: str, at: int) -> bool:
    return _BEGINNING.search(quote, max(0, at - 8), at) is not None


def contradicts(quote: str, found: str) -> bool:
    """Return whether numbers or names are other ones in the place found."""
    return facts(quote, beginnings=True) != facts(found, beginnings=True)


def loses(quote: str, found: str) -> bool:
    """Return whether a number or a name of the quote is not in the place found."""
    return bool(facts(quote, beginnings=False) - facts(found, beginnings=True))
