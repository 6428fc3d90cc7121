"""Where the columns of the page stand in a window of so many cells."""

from __future__ import annotations

from dataclasses import dataclass

MARGIN = 2
"""Cells before a column: the cursor's bar and a sign for a gap."""
GUTTER = 7
"""Cells between two columns, the right one's margin not counted."""
_SMALLEST = 4


@dataclass(frozen=True, slots=True)
class Columns:
    """Cells from the window's edge; ``text`` is the width of a column's text.

    ``gutter`` is the first cell of the signs between (or after) the columns.
    ``right`` equals ``left`` where both sides share one column.
    """

    window: int
    left: int
    right: int
    text: int
    gutter: int

    @property
    def apart(self) -> bool:
        """Tell whether the sides stand beside each other."""
        return self.right != self.left


def two_columns(window: int, widest: int, margin: int = 0) -> Columns:
    """Return two columns of at most ``widest`` cells, centred in the window.

    ``margin`` cells stay free at both edges.
    """
    room = window - 2 * margin
    text = max(_SMALLEST, min(widest, (room - 2 * MARGIN - GUTTER) // 2))
    used = 2 * (text + MARGIN) + GUTTER
    left = max(0, (window - used) // 2) + MARGIN
    return Columns(window, left, left + text + GUTTER + MARGIN, text, left + text)


def one_column(window: int, widest: int, margin: int = 0) -> Columns:
    """Return one column with the signs' gutter before it."""
    text = max(_SMALLEST, min(widest, window - 2 * margin - MARGIN - GUTTER))
    edge = max(0, (window - text - MARGIN - GUTTER) // 2)
    left = edge + GUTTER + MARGIN
    return Columns(window, left, left, text, edge)
