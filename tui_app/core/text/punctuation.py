"""Which signs are quotation marks and stops, and whether a passage ends with one."""

from __future__ import annotations

from tui_app.core.text.characters import SPACES

DOUBLE_OPENING, DOUBLE_CLOSING = "“„‟«", "”»"

SINGLE_OPENING, SINGLE_CLOSING = "‘‚‛‹", "’›"

CORNER_OPENING, CORNER_CLOSING = "「『〝", "」』〞〟"

DOUBLE = DOUBLE_OPENING + DOUBLE_CLOSING

SINGLE = SINGLE_OPENING + SINGLE_CLOSING

CORNERS = CORNER_OPENING + CORNER_CLOSING

QUOTATION_MARKS = frozenset("\"＂'`´" + DOUBLE + SINGLE + CORNERS) | {"''", "``"}

# A span is (start, end) in code points: bare pairs, since a book has 100,000.
Offsets = tuple[int, int]

# With those of Armenian, Ethiopic, Khmer, Burmese and Tibetan.
STOPS = ".!?…。！？｡．।॥؟۔։።፧፨។៕။།༎⸮‽"

_ALL_STOPS = frozenset(STOPS)

MARKS = _ALL_STOPS.union(",;:，；：、،؛–—-")

_AFTER_STOP = "\"'”’»›)]}」』）】》〉｣" + SPACES

_CLOSING = frozenset(_AFTER_STOP)

_TAIL = 12  # closing marks after a stop are few; looking further costs time


def ends_with_stop(text: str, span: Offsets) -> bool:
    """Tell whether the passage ends as a sentence does."""
    return _last_sign(text, span) in _ALL_STOPS


def ends_with_mark(text: str, span: Offsets) -> bool:
    """Tell whether the passage ends with a stop or with a mark inside sentences."""
    return text[span[1] - 1] in MARKS or _last_sign(text, span) in MARKS


def _last_sign(text: str, span: Offsets) -> str:
    """Return the last character before closing marks, a space where there is none."""
    start, end = span
    last = text[end - 1]
    if last in _CLOSING and end - start > 1:
        last = text[end - 2]
    if last not in _CLOSING:
        return last
    return text[max(start, end - _TAIL) : end].rstrip(_AFTER_STOP)[-1:] or " "
