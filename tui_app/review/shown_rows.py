"""Which rows are scrolled over, and which of them are one line or several items."""

from __future__ import annotations

from typing import NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.layout.cover import Cover
from tui_app.core.layout.folding import RowItems, shown_items, side_items
from tui_app.core.layout.portions import long_rows
from tui_app.core.model import Side


class _Asked(NamedTuple):
    hidden: frozenset[int]
    folded: bool
    cover: Cover | None


class ShownRows:
    """The items of a comparison; those shown last are kept, as a book has 30,000."""

    def __init__(self, comparison: Comparison) -> None:
        self._rows = comparison.rows
        self._long = long_rows(comparison)
        self._last: tuple[_Asked, RowItems] | None = None

    def items(
        self, hidden: frozenset[int], *, folded: bool, cover: Cover | None
    ) -> RowItems:
        """Return the items of both sides, or of one over which the other is covered."""
        asked = _Asked(hidden, folded, cover and cover.over_gaps(self._rows))
        if self._last is None or self._last[0] != asked:
            hides = hidden.__contains__ if hidden else None
            items = shown_items(self._rows, hides, folded=folded, cover=asked.cover)
            self._last = asked, items.portioned(self._long)
        return self._last[1]

    def items_of(self, side: Side) -> RowItems:
        """Return the items of a side by itself: nothing is folded or hidden there."""
        return side_items(self._rows, side).portioned(self._long)
