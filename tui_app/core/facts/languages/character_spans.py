"""Which tokens of a passage hold a stretch of its characters."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from tui_app.core.collation.collation import Stretch
from tui_app.core.facts.passage import Passage


def stretch_of(passage: Passage, start: int, end: int) -> Stretch:
    """Return the tokens with a character between the offsets ``start`` and ``end``."""
    tokens = passage.tokens
    first = bisect_right(tokens, start, key=lambda token: token.end)
    return Stretch(first, bisect_left(tokens, end, key=lambda token: token.start))
