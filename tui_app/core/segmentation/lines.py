"""The lines of a text that hold something, and the marks read off their ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui_app.core.segmentation.letters import SPACES

# A span is (start, end) in code points: bare pairs, since a book has 100,000.
Span = tuple[int, int]

STOPS = ".!?…。！？｡．।॥؟۔։።⸮‽"
MARKS = STOPS + ",;:，；：、،؛–—-"
_AFTER_STOP = "\"'”’»›)]}」』）】》〉｣" + SPACES
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
    start, paragraph, after_blank = 0, -1, True
    for line in text.split("\n"):
        end = start + len(line)
        bare = line.strip()
        if bare:
            if after_blank:
                paragraph += 1
                after_blank = False
            begin = start if bare is line else end - len(line.lstrip())
            starts.append(begin)
            ends.append(begin + len(bare))
            paragraphs.append(paragraph)
        else:
            after_blank = True
        start = end + 1
    return Passages(starts, ends, paragraphs)


def ends_with_stop(text: str, span: Span) -> bool:
    """Tell whether the passage ends as a sentence does."""
    return _last_sign(text, span) in STOPS


def ends_with_mark(text: str, span: Span) -> bool:
    """Tell whether the passage ends with a stop or with a mark inside sentences."""
    return text[span[1] - 1] in MARKS or _last_sign(text, span) in MARKS


def _last_sign(text: str, span: Span) -> str:
    """Return the last character before closing marks, a space where there is none."""
    start, end = span
    last = text[end - 1]
    if last not in _AFTER_STOP:
        return last
    return text[max(start, end - _TAIL) : end].rstrip(_AFTER_STOP)[-1:] or " "
