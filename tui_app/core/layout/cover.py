"""Which words a reader does not see until they ask: those of the text not read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui_app.core.model import Row, Side, opposite

NO_ROWS = range(0)


class Cover(NamedTuple):
    """One text is read, the other is covered but for the rows that are lifted."""

    reads: Side
    lifted: range = NO_ROWS

    @property
    def covered(self) -> Side:
        """Return the side whose words are covered."""
        return opposite(self.reads)

    def over_gaps(self, rows: Sequence[Row]) -> Cover:
        """Return the cover as far as rows are left out by it: others may be lifted."""
        gap = self.lifted and not rows[self.lifted.start].units(self.reads)
        return self if gap else self._replace(lifted=NO_ROWS)

    def leaves_out(self, number: int, row: Row) -> bool:
        """Tell whether only the covered text has the row, and it is not lifted."""
        return not row.units(self.reads) and number not in self.lifted


THE_LEFT = Cover("left")


def lifted_with(rows: Sequence[Row], number: int, reads: Side) -> range:
    """Return the rows that are lifted together: one that the text read has alone.

    Of rows that this text does not have those beside each other are one gap in it.
    """
    first, last = number, number
    if not rows[number].units(reads):
        while first > 0 and not rows[first - 1].units(reads):
            first -= 1
        while last + 1 < len(rows) and not rows[last + 1].units(reads):
            last += 1
    return range(first, last + 1)
