"""Where the columns of text and the gutter of signs stand in the window, in cells."""

from __future__ import annotations

from typing import NamedTuple

MARGIN = 2
"""Cells before a column: the cursor's bar and a sign for a gap."""

_SIGNS, _FEW_SIGNS = 5, 2

_SMALL_WINDOW = 64

_SMALLEST = 4


class Columns(NamedTuple):
    """Cells from the window's edge; ``text`` is the width of a column's text.

    ``gutter`` is the first cell of the gutter between (or before) the columns,
    which has ``signs`` cells for signs and a free one on either side.
    ``right`` equals ``left`` where both sides share one column.
    """

    window: int
    left: int
    right: int
    text: int
    gutter: int
    signs: int = _SIGNS

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
    signs = _room_for_signs(window, more_signs)
    between = signs + 2
    room = window - 2 * margin
    text = max(_SMALLEST, min(widest, (room - 2 * MARGIN - between) // 2))
    used = 2 * (text + MARGIN) + between
    left = max(0, (window - used) // 2) + MARGIN
    right = left + text + between + MARGIN
    return Columns(window, left, right, text, left + text, signs)


def one_column(
    window: int, widest: int, margin: int = 0, more_signs: int = 0
) -> Columns:
    """Return one column with the gutter of the signs before it."""
    signs = _room_for_signs(window, more_signs)
    before = signs + 2 + MARGIN
    text = max(_SMALLEST, min(widest, window - 2 * margin - before))
    edge = max(0, (window - text - before) // 2)
    left = edge + before
    return Columns(window, left, left, text, edge, signs)


def _room_for_signs(window: int, more: int) -> int:
    return _SIGNS + more if window >= _SMALL_WINDOW else _FEW_SIGNS + min(1, more)
