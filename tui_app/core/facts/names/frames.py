"""Whether the words beside two names answer each other."""

from __future__ import annotations

from tui_app.core.collation.collation import Stretch
from tui_app.core.facts.passage import Passage, Sides
from tui_app.core.text.abbreviations import TITLES

_SKIPPED = frozenset({"the", "a", "an", ",", "'s", '"', "“", "”"})


def is_framed(sides: Sides, one: Stretch, other: Stretch) -> bool:
    """Tell whether the words before, or those behind, answer each other.

    Titles, articles and marks between are passed over; the ends of the passages
    answer each other.
    """
    return _met(sides, one.end, other.end, 1) or _met(
        sides, one.start - 1, other.start - 1, -1
    )


def _met(sides: Sides, left: int, right: int, step: int) -> bool:
    left = _beyond(sides.left, left, step)
    right = _beyond(sides.right, right, step)
    ends = (
        not 0 <= left < len(sides.left.words),
        not 0 <= right < len(sides.right.words),
    )
    if any(ends):
        return all(ends)
    return sides.left.partner[left] == right


def _beyond(passage: Passage, at: int, step: int) -> int:
    while 0 <= at < len(passage.words) and (
        passage.words[at] in _SKIPPED or passage.words[at] in TITLES
    ):
        at += step
    return at
