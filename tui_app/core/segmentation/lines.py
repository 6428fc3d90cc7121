"""The lines of a text that hold something, and the marks read off their ends."""

from __future__ import annotations

import re

# A span is (start, end) in code points: bare pairs, since a book has 100,000.
Span = tuple[int, int]

_LINE = re.compile(r"\S(?:[^\n\r]*\S)?")
_LINE_WITHOUT_RETURNS = re.compile(r"\S(?:.*\S)?")  # several times as quick
_CLOSERS = "\"'”’»›)\\]}」』）】》〉｣"
STOPS = ".!?…。！？｡．।॥؟۔։።⸮‽"
_ENDS_WITH_STOP = re.compile(f"[{STOPS}][{_CLOSERS}\\s]*\\Z")
_MARKS = frozenset(STOPS + ",;:，；：、،؛–—-")
_ENDS_WITH_MARK = re.compile(f"[{STOPS},;:，；：、،؛–—-][{_CLOSERS}\\s]*\\Z")
_TAIL = 12  # closing marks after a stop are few; looking further costs time


def line_spans(text: str) -> list[Span]:
    """Return the lines of ``text`` that are not blank, without outer white space."""
    line = _LINE if "\r" in text else _LINE_WITHOUT_RETURNS
    return [match.span() for match in line.finditer(text)]


def blank_between(text: str, end: int, start: int) -> bool:
    """Tell whether a blank line stands in the white space ``text[end:start]``."""
    if start - end < 2:
        return False
    gap = text[end:start]
    if "\r" in gap:
        gap = gap.replace("\r\n", "\n").replace("\r", "\n")
    return gap.count("\n") > 1


def ends_with_stop(text: str, span: Span) -> bool:
    """Tell whether the passage ends as a sentence does."""
    start, end = span
    return _ENDS_WITH_STOP.search(text, max(start, end - _TAIL), end) is not None


def ends_with_mark(text: str, span: Span) -> bool:
    """Tell whether the passage ends with a stop or with a mark inside sentences."""
    start, end = span
    if text[end - 1] in _MARKS:
        return True
    return _ENDS_WITH_MARK.search(text, max(start, end - _TAIL), end) is not None
