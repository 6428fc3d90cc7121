"""Beads that the reader's settlements, or the ends of the texts, forbid."""

from __future__ import annotations

import numpy as np

from tui_app.core.align.settled import Settled
from tui_app.core.align.translations.bead_shapes import LEFT, MOST, RIGHT
from tui_app.core.align.translations.numbered_texts import Floats, Ints, NumberedText

NEVER = -1e9
"""What a forbidden bead gains."""


class ForbiddenBeads:
    """Beads over a unit that is settled otherwise, over parted units, over the edge."""

    def __init__(
        self, left: NumberedText, right: NumberedText, settled: Settled
    ) -> None:
        self._left, self._right = _unbroken(left.units), _unbroken(right.units)
        places = {int(unit): place for place, unit in enumerate(left.units)}
        others = {int(unit): place for place, unit in enumerate(right.units)}
        self._parted: dict[int, list[int]] = {}
        for i, j in sorted(settled.parted):
            if i in places and j in others:
                self._parted.setdefault(places[i], []).append(others[j])

    def strike(self, gains: Floats, row: int, low: int, high: int) -> None:
        """Take all hope from forbidden beads that end before ``row``."""
        gains[self._left[row] < LEFT] = NEVER
        if self._right[max(0, low) : high + 1].min() < MOST:
            gains[RIGHT[:, None] > self._right[low : high + 1]] = NEVER
        if not self._parted:
            return
        columns = np.arange(low, high + 1)
        for back in range(1, MOST + 1):
            for other in self._parted.get(row - back, ()):
                holds = (columns > other) & (columns - RIGHT[:, None] <= other)
                gains[holds & (LEFT[:, None] >= back)] = NEVER


def _unbroken(units: Ints) -> Ints:
    """Return for each place how many units before it stand side by side."""
    fresh = np.ones(len(units), dtype=bool)
    fresh[1:] = np.diff(units) != 1
    starts = np.maximum.accumulate(np.where(fresh, np.arange(len(units)), 0))
    return np.concatenate([[0], np.arange(1, len(units) + 1) - starts])
