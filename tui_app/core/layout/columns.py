"""Where the columns of text and the gutter of signs stand in the window, in cells."""

from __future__ import annotations

from typing import NamedTuple

MARGIN = 2
"""Cells before a column: the cursor's bar and a sign for a gap."""

_SIGNS = 5
"""Cells for signs where the text has no use for them: one for each kind of sign."""

_FEW_SIGNS, _FEWEST_SIGNS = 3, 2
"""As many as most rows need; where they have more these stand on the next lines."""

_NARROW_WINDOW = 100
"""Cells below which two columns need every one of them."""

_LEAD = 2
"""Free cells between the left text and the signs."""

_SMALLEST = 4


class Columns(NamedTuple):
    """Cells from the window's edge; ``text`` is the width of a column's text.

    ``gutter`` is the first cell of the gutter between (or before) the columns, which
    has ``lead`` free cells and ``signs`` for signs. ``right`` equals ``left`` where
    both sides share one column.
    """

    window: int
    left: int
    right: int
    text: int
    gutter: int
    signs: int = _SIGNS
    lead: int = 0

    @property
    def apart(self) -> bool:
        """Tell whether the sides stand beside each other."""
        return self.right != self.left


def two_columns(
    window: int, widest: int, margin: int = 0, more_signs: int = 0
) -> Columns:
    """Return two columns of at most ``widest`` cells, centred in the window.

    ``margin`` cells stay free at both edges; ``more_signs`` are needed than usual.
    """
    few = _FEW_SIGNS if window >= _NARROW_WINDOW else _FEWEST_SIGNS
    room = window - 2 * margin - 2 * MARGIN - _LEAD
    signs = _cells_for_signs(room - 2 * widest, few, more_signs)
    between = _LEAD + signs
    text = max(_SMALLEST, min(widest, (room - signs) // 2))
    used = 2 * (text + MARGIN) + between
    left = max(0, (window - used) // 2) + MARGIN
    right = left + text + between + MARGIN
    return Columns(window, left, right, text, left + text, signs, _LEAD)


def one_column(
    window: int, widest: int, margin: int = 0, more_signs: int = 0
) -> Columns:
    """Return one column with the gutter of the signs before it."""
    room = window - 2 * margin - MARGIN
    signs = _cells_for_signs(room - widest, _FEWEST_SIGNS, more_signs)
    before = signs + MARGIN
    text = max(_SMALLEST, min(widest, room - signs))
    edge = max(0, (window - text - before) // 2)
    left = edge + before
    return Columns(window, left, left, text, edge, signs)


def whole_width(window: int, widest: int = 0) -> Columns:
    """Return one column from edge to edge, or of ``widest`` cells; no gutter."""
    text = min(widest, window) if widest else window
    return Columns(window, 0, 0, max(_SMALLEST, text), 0, 0)


def _cells_for_signs(spare: int, few: int, more: int) -> int:
    """Return how many: all where the text leaves them over, else a few."""
    return max(few + min(1, more), min(spare, _SIGNS + more))
