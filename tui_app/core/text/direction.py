"""Which way a text is read, from the left or from the right.

The first letter that has a direction tells (rules P2 and P3 of Unicode Standard
Annex 9). The order of letters within a line is left to the terminal.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from typing import Final

from tui_app.core.model import Document

_STRONG: Final = re.compile("[^\\W\\d_]|[\u061c\u200e\u200f]")
"""Letters, and the marks that stand for one of a direction."""

FROM_RIGHT: Final = (
    "\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff"
    "\U0001e800-\U0001efff"
)
"""Ranges, for a class of a regular expression, of what is written from the right."""

_TURNED: Final = frozenset({"R", "AL"})
"""The classes of letters that are read from the right (Annex 9, table 4)."""

_MARKS: Final = frozenset("\u061c\u200f")


def is_from_right(text: str, start: int = 0, end: int | None = None) -> bool | None:
    """Tell whether the stretch is read from the right; ``None`` without a letter."""
    letter = _STRONG.search(text, start, len(text) if end is None else end)
    if letter is None:
        return None
    turned = unicodedata.bidirectional(letter[0]) in _TURNED
    return turned or letter[0] in _MARKS


def paragraph_is_from_right(document: Document, offset: int) -> bool:
    """Tell whether the paragraph that holds the offset is read from the right.

    One without a letter, as of figures, is read as the document is.
    """
    text, units = document.text, document.units
    if text.isascii() or not units:
        return False
    paragraph = units[document.unit_at(offset)].paragraph
    first = bisect_left(units, paragraph, key=lambda unit: unit.paragraph)
    last = bisect_left(units, paragraph + 1, lo=first, key=lambda unit: unit.paragraph)
    told = is_from_right(text, units[first].start, units[last - 1].end)
    return bool(is_from_right(text) if told is None else told)
