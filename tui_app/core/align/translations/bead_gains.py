"""What speaks for each bead: its words both ways, its lengths, its shape.

All gains are logarithms of how much likelier a bead is as a translation than as two
passages that have nothing to do with each other. Words come from IBM model 1: each
word of one side is made by any of the other side's, all of them equally likely, or by
nothing. So a word counts the less, the larger the other side is, and a large bead gains
nothing by what it hits by chance.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from tui_app.core.align.translations.bead_shapes import (
    LEFT,
    MOST,
    RIGHT,
    ShapeHabits,
    bead_starts,
)
from tui_app.core.align.translations.numbered_texts import (
    Floats,
    Ints,
    Mask,
    NumberedText,
    ranges,
)
from tui_app.core.align.translations.sentence_lengths import LengthGains
from tui_app.core.align.translations.translation_table import TranslationTable

NEVER = -1e9
"""What a forbidden bead gains."""

# How likely a word is made by none of the other side.
_UNMADE = 0.15


class Band(NamedTuple):
    """For each place of the left, the first and last place of the right to look at.

    Places stand between units: 0 before the first, as many as there are units after
    the last. Both rise.
    """

    low: list[int]
    high: list[int]


class _Side:
    """The known words of one text by unit, and how much else its units hold."""

    def __init__(self, text: NumberedText, known: Mask, unknown_share: Floats) -> None:
        kept = known[text.ids]
        reached = np.concatenate([[0], np.cumsum(kept)])
        self.first = reached[text.first]
        self.ids = text.ids[kept].astype(np.int64)
        self.sizes = np.diff(text.first).astype(np.float64)
        shares = np.concatenate([[0.0], np.cumsum(unknown_share[text.ids])])
        self.unknown = np.diff(shares[text.first])
        self.sum_sizes = np.concatenate([[0.0], np.cumsum(self.sizes)])
        self.sum_unknown = np.concatenate([[0.0], np.cumsum(self.unknown)])
        self.tokens = float(len(text.ids))
        self.beads_sizes = np.maximum(_of_beads(self.sum_sizes), 1)
        self.beads_unknown = _of_beads(self.sum_unknown)


def _of_beads(sums: Floats) -> Floats:
    """Return for 1 to ``MOST`` units, and each place, what those before it have."""
    starts = np.arange(len(sums)) - np.arange(1, MOST + 1)[:, None]
    found: Floats = (sums - sums[np.maximum(starts, 0)]).astype(np.float32)
    return found


class _UnitWords(NamedTuple):
    """What the words of one unit of the left say, from the place ``low`` of the right.

    ``made`` holds for each known token from there how much the unit makes it likelier;
    ``makes[m - 1]`` for each place how well ``m`` units before it explain the unit.
    """

    low: int
    made: Floats
    makes: Floats


class WordGains:
    """What the words say of beads, row after row."""

    def __init__(
        self,
        left: NumberedText,
        right: NumberedText,
        table: TranslationTable,
        band: Band,
    ) -> None:
        self._table, self._band = table, band
        self._left = _Side(left, table.left_known(), table.left_open)
        self._right = _Side(right, table.right_known(), table.right_open)
        self._count = len(left)
        widest = int(np.diff(self._left.first).max(initial=1))
        self._lifts = np.zeros((widest, len(right.tokens)), dtype=np.float32)
        self._recent: deque[_UnitWords] = deque(maxlen=MOST)
        self._written: Ints = np.zeros(0, dtype=np.int64)

    def gains(self, row: int) -> Floats:
        """Return the gains of beads that end before the place ``row`` of the left.

        Rows have to be asked for in order, from 1. A row for each shape, a column for
        each place of the right in the band.
        """
        self._recent.appendleft(self._words_of(row - 1))
        low, high = self._band.low[row], self._band.high[row]
        first = self._right.first
        begin = max(0, low - MOST)
        start, end = first[begin], first[high]
        made = np.zeros((MOST, end - start))
        makes = np.zeros((MOST, MOST, high - low + 1))
        words, units = np.zeros(end - start), np.zeros((MOST, high - low + 1))
        for number, unit in enumerate(self._recent):
            shift = first[unit.low]
            words = words + unit.made[start - shift : end - shift]
            units = units + unit.makes[:, low - unit.low : high - unit.low + 1]
            made[number], makes[number] = words, units
        lefts = np.maximum(row - 1 - np.arange(MOST), 0)
        sizes = np.maximum(self._left.sum_sizes[row] - self._left.sum_sizes[lefts], 1)
        unknown = self._left.sum_unknown[row] - self._left.sum_unknown[lefts]
        made += unknown[:, None]
        made /= sizes[:, None]
        sums = np.zeros((MOST, end - start + 1))
        np.cumsum(_likelier(made), axis=1, out=sums[:, 1:])
        at = np.zeros((MOST, MOST + high - low + 1))
        at[:, begin - (low - MOST) :] = sums[:, first[begin : high + 1] - start]
        gains: Floats = at[LEFT - 1, MOST:] - at.take(bead_starts(high - low + 1))
        gains += makes[LEFT - 1, RIGHT - 1]
        gains /= 2
        return gains

    def _words_of(self, unit: int) -> _UnitWords:
        low = max(0, self._band.low[unit + 1] - MOST)
        high = self._band.high[min(self._count, unit + MOST)]
        places = self._right.first[low : high + 1]
        start, end = places[0], places[-1]
        ids = self._left.ids[self._left.first[unit] : self._left.first[unit + 1]]
        if not len(ids) or start == end:
            return _UnitWords(low, np.zeros(end - start), np.zeros((MOST, len(places))))
        lifts = self._lifts_of(ids).take(self._right.ids[start:end], axis=1)
        self._lifts.reshape(-1)[self._written] = 0
        sums = np.zeros((len(ids), end - start + 1), dtype=np.float32)
        np.cumsum(lifts, axis=1, out=sums[:, 1:])
        sums = sums[:, places - start] * np.float32(self._left.tokens)
        made_by = np.empty((MOST, *sums.shape), dtype=np.float32)
        for m in range(1, MOST + 1):
            np.subtract(sums[:, m:], sums[:, :-m], out=made_by[m - 1, :, m:])
            made_by[m - 1, :, :m] = sums[:, :m]
        made_by += self._right.beads_unknown[:, None, low : high + 1]
        made_by /= self._right.beads_sizes[:, None, low : high + 1]
        makes = _likelier(made_by).sum(axis=1)
        return _UnitWords(low, lifts.sum(axis=0) * self._right.tokens, makes)

    def _cells(self, ids: Ints) -> tuple[Ints, Ints]:
        """Return the buffer cells of what is known of ``ids``, and the entries."""
        starts = self._table.first[ids]
        counts = self._table.first[ids + 1] - starts
        entries = ranges(starts, counts)
        rows = np.repeat(np.arange(len(ids)), counts) * self._lifts.shape[1]
        return rows + self._table.column[entries], entries

    def _lifts_of(self, ids: Ints) -> Floats:
        """Return the lifts of these types, a row each; ``_written`` says where."""
        cells, entries = self._cells(ids)
        self._lifts.reshape(-1)[cells] = self._table.lift[entries]
        self._written = cells
        return self._lifts[: len(ids)]


def _likelier(made: Floats) -> Floats:
    """Return the logarithm of how much likelier words are than by chance."""
    likelier: Floats = np.log(_UNMADE + (1 - _UNMADE) * made)
    return likelier


class _ForbiddenBeads:
    """Beads over a unit that is left out, with parted units, over the texts' ends."""

    def __init__(
        self,
        left: NumberedText,
        right: NumberedText,
        parted: Iterable[tuple[int, int]],
    ) -> None:
        self._left, self._right = _unbroken(left.units), _unbroken(right.units)
        places = {int(unit): place for place, unit in enumerate(left.units)}
        others = {int(unit): place for place, unit in enumerate(right.units)}
        self._parted: dict[int, list[int]] = {}
        for i, j in parted:
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


class BeadGains:
    """All that speaks for beads in a band, row after row."""

    def __init__(
        self,
        left: NumberedText,
        right: NumberedText,
        table: TranslationTable,
        lengths: LengthGains,
        habits: ShapeHabits,
        band: Band,
        parted: Iterable[tuple[int, int]],
    ) -> None:
        self.band, self.habits = band, habits
        self._words = WordGains(left, right, table, band) if len(table.lift) else None
        self._lengths = lengths
        self._forbidden = _ForbiddenBeads(left, right, parted)

    def row(self, row: int) -> Floats:
        """Return the gains of all beads that end before the place ``row``, in order."""
        low, high = self.band.low[row], self.band.high[row]
        gains = self._lengths.gains(row, low, high)
        gains += self.habits.shapes[:, None]
        if self._words:
            gains += self._words.gains(row)
        self._forbidden.strike(gains, row, low, high)
        return gains
