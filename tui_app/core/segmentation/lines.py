"""The lines of a text that hold something, and the marks read off their ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui_app.core.segmentation.letters import SPACES

# A span is (start, end) in code points: bare pairs, since a book has 100,000.
Span = tuple[int, int]

STOPS = ".!?…。！？｡．।॥؟۔։።⸮‽"
_ALL_STOPS = frozenset(STOPS)
MARKS = _ALL_STOPS.union(",;:，；：、،؛–—-")
_AFTER_STOP = "\"'”’»›)]}」』）】》〉｣" + SPACES
_CLOSING = frozenset(_AFTER_STOP)
_PORTION = 65_536  # characters; all the lines of a book at once take new memory
_TAIL = 12  # closing marks after a stop are few; looking further costs time


class Passages(NamedTuple):
    """Passages in columns: where each starts and ends, the number of its paragraph.

    Columns, since a book has 60,000 passages, and they are made in half the time.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    paragraphs: Sequence[int]

    @classmethod
    def of(cls, paragraphs: Sequence[Span]) -> Passages:
        """Return passages that are a paragraph each."""
        starts, ends = zip(*paragraphs, strict=True) if paragraphs else ((), ())
        return cls(starts, ends, range(len(starts)))

    def spans(self) -> list[Span]:
        """Return where each passage starts and ends, in pairs."""
        return list(zip(self.starts, self.ends, strict=True))


def find_lines(text: str) -> Passages:
    """Return the lines of ``text`` that are not blank, without outer white space.

    A carriage return ends a line, too. What blank lines part are the paragraphs.
    """
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    starts: list[int] = []
    ends: list[int] = []
    paragraphs: list[int] = []
    start, paragraph, latest = 0, 0, -1
    for portion in _portions(text):
        for line in portion.split("\n"):
            size = len(line)
            bare = line and line.strip()
            if bare:
                begin = start if bare is line else start + size - len(line.lstrip())
                starts.append(begin)
                ends.append(begin + len(bare))
                paragraphs.append(paragraph)
                latest = paragraph
            elif latest == paragraph:
                paragraph += 1
            start += size + 1
    return Passages(starts, ends, paragraphs)


def _portions(text: str) -> Iterator[str]:
    """Yield the text in portions, without the newlines between."""
    begin = 0
    while (end := text.find("\n", begin + _PORTION)) >= 0:
        yield text[begin:end]
        begin = end + 1
    yield text[begin:]


def ends_with_stop(text: str, span: Span) -> bool:
    """Tell whether the passage ends as a sentence does."""
    return _last_sign(text, span) in _ALL_STOPS


def ends_with_mark(text: str, span: Span) -> bool:
    """Tell whether the passage ends with a stop or with a mark inside sentences."""
    return text[span[1] - 1] in MARKS or _last_sign(text, span) in MARKS


def _last_sign(text: str, span: Span) -> str:
    """Return the last character before closing marks, a space where there is none."""
    start, end = span
    last = text[end - 1]
    if last in _CLOSING and end - start > 1:
        last = text[end - 2]
    if last not in _CLOSING:
        return last
    return text[max(start, end - _TAIL) : end].rstrip(_AFTER_STOP)[-1:] or " "
