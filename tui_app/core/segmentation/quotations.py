"""Quotation marks beside the end of a sentence: which opens, which closes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from tui_app.core.quotation_marks import (
    CORNER_CLOSING,
    CORNER_OPENING,
    DOUBLE_CLOSING,
    DOUBLE_OPENING,
    SINGLE_CLOSING,
    SINGLE_OPENING,
)
from tui_app.core.segmentation.lines import Span

# With the brackets that East Asian texts put about titles and narrow quotations.
_OPENING = DOUBLE_OPENING + SINGLE_OPENING + CORNER_OPENING + "《〈｢"
_CLOSING = DOUBLE_CLOSING + SINGLE_CLOSING + CORNER_CLOSING + "》〉｣"

# Quotations that stay whole although a stop stands in them, in characters: about
# ten words, or a sentence or two where words are not parted by spaces.
_SHORT = 60
_SHORT_UNSPACED = 80
# A straight mark after an even number of others opens; counted this far back.
_PARITY_REACH = 10_000

_PAIRS = {
    "“": "“[^“”]*”",
    "„": "„[^„“”]*[“”]",
    "「": "「[^「」]*」",
    "『": "『[^『』]*』",
    '"': r'(?<!\w)"(?=\S)[^"]*(?<=\S)"(?!\w)',
    "«": "«[^«»]*»",
    "»": "»[^«»]*«",  # »so«, in German and Danish
}
"""What a quotation looks like that the mark opens."""


def short_quotations(passage: str, unspaced: bool) -> list[Span]:
    """Return the quotations of ``passage`` short enough to stay in one piece."""
    # One pattern of the marks at hand: quick to compile, and quicker to find.
    pattern = "|".join(_PAIRS[mark] for mark in _opening_marks(passage))
    if not pattern:
        return []
    longest = _SHORT_UNSPACED if unspaced else _SHORT
    spans = (match.span() for match in re.finditer(pattern, passage))
    return [span for span in spans if span[1] - span[0] <= longest]


def _opening_marks(passage: str) -> list[str]:
    """Return the marks in ``passage`` that open quotations, of « and » the first."""
    marks = [mark for mark in _PAIRS if mark in passage]
    if "«" in marks and "»" in marks:
        marks.remove("»" if passage.index("«") < passage.index("»") else "«")
    return marks


class Inside:
    """Answers whether an offset stands within one of some spans in order."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def __contains__(self, offset: int) -> bool:
        number = bisect_left(self._starts, offset) - 1
        return number >= 0 and offset < self._ends[number]


def first_opener(passage: str, start: int, end: int) -> int:
    """Return where the next sentence begins in a gap of space and quotation marks.

    What closes a quotation before that stays with the sentence that ended.
    """
    for position in range(start, end):
        if not passage[position].isspace() and _opens(passage, position, start, end):
            return position
    return end


def _is_german_closer(passage: str, position: int) -> bool:
    """Tell whether “ at ``position`` closes a quotation that „ opened."""
    start = max(0, position - _PARITY_REACH)
    low = passage.rfind("„", start, position)
    return low > passage.rfind("“", start, position)


def _opens(passage: str, position: int, start: int, end: int) -> bool:
    mark = passage[position]
    if mark == "“" and _is_german_closer(passage, position):
        return False
    spaced_before = any(map(str.isspace, passage[start:position]))
    spaced_after = any(map(str.isspace, passage[position:end])) or end == len(passage)
    if spaced_before != spaced_after:
        return spaced_before
    if mark in _OPENING:
        return True
    # The languages of » and ‹ disagree on their direction, hence the spacing first.
    before = passage.count(mark, max(0, position - _PARITY_REACH), position)
    return mark not in _CLOSING and before % 2 == 0
