"""How many stops there are, and how many after a place, without a walk at every key."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import accumulate

from tui_app.review.stops import Stop

_NONE: frozenset[int] = frozenset()


class StopNumbers:
    """The stops of all rows, added up once for each set of rows that are hidden.

    ``of_rows`` are those of each row; they are not to change any more.
    """

    def __init__(self, of_rows: Sequence[int]) -> None:
        self._of_rows = of_rows
        self._hidden: frozenset[int] | None = None
        self._before = array("Q")

    def all(self, hidden: frozenset[int] = _NONE) -> int:
        """Return how many stops there are in rows that are not ``hidden``."""
        return self._added_up(hidden)[-1]

    def to_go(self, row: int, stop: Stop | None, hidden: frozenset[int] = _NONE) -> int:
        """Return how many stops there are after this one, or from this row on.

        Those in later rows that are ``hidden`` do not count.
        """
        if row >= len(self._of_rows):
            return 0
        passed = stop.number + 1 if stop and stop.row == row else 0
        before = self._added_up(hidden)
        return max(0, self._of_rows[row] - passed) + before[-1] - before[row + 1]

    def _added_up(self, hidden: frozenset[int]) -> Sequence[int]:
        """Return for each row the stops before it, and those of all at the end."""
        if hidden != self._hidden:
            self._hidden = hidden
            seen = self._of_rows
            if hidden:
                seen = [
                    0 if row in hidden else number for row, number in enumerate(seen)
                ]
            self._before = array("Q", accumulate(seen, initial=0))
        return self._before
