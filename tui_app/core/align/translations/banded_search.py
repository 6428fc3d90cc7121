"""The best alignment in a band, and how likely each bead is among all of them.

Dynamic programming over places of both texts: Viterbi's path for the beads, forward
and backward sums (Rabiner 1989) for the lexicon to learn from, which so does not take
the first guess for certain. Time and memory grow with the band's area alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from tui_app.core.align.progress import Ticker
from tui_app.core.align.translations.bead_gains import NEVER, BeadGains
from tui_app.core.align.translations.bead_shapes import (
    LEFT,
    MOST,
    RIGHT,
    SHAPES,
    bead_starts,
)
from tui_app.core.align.translations.numbered_texts import Floats, Ints, Mask
from tui_app.core.align.translations.word_learning import WeighedBeads

# Rows between two moments to cancel.
_OFTEN = 50
# Steps of a path that are no beads: a unit alone, and out of, within, into a long gap.
_LEFT_ALONE, _RIGHT_ALONE, _GAP, _GAP_LEFT, _GAP_RIGHT, _GAP_BEGINS = range(
    len(SHAPES), len(SHAPES) + 6
)
# Sums of the same numbers in another order are equal.
_EQUAL = 1e-9


class FoundPath(NamedTuple):
    """The best beads in order, one side of some empty; what each gained.

    ``in_gap`` marks those that are part of a long stretch without counterpart.
    """

    beads: Ints
    gains: Floats
    in_gap: Mask


class BandedSearch:
    """The gains of all beads of a band, kept for the ways through it."""

    def __init__(self, gains: BeadGains, rows: int, ticker: Ticker) -> None:
        self._band, self._habits = gains.band, gains.habits
        self._gains = [np.zeros((len(SHAPES), 0), dtype=np.float32)]
        self._ticker = ticker
        for row in self._ticking(range(1, rows + 1)):
            self._gains.append(gains.row(row).astype(np.float32))

    def _ticking(self, rows: Iterable[int]) -> Iterator[int]:
        for number, row in enumerate(rows, 1):
            yield row
            if number % _OFTEN == 0:
                self._ticker.tick(_OFTEN)

    @property
    def _rows(self) -> int:
        return len(self._gains) - 1

    def _width(self, row: int) -> int:
        return self._band.high[row] - self._band.low[row] + 1

    def best(self) -> FoundPath:
        """Return the path that gains most."""
        alone = self._habits.left_alone, self._habits.right_alone
        enter, stay, leave = self._habits.gap
        first = np.arange(self._width(0)) * alone[1]
        gap = _along_best(first + enter, stay)
        reached = [np.maximum(first, gap + leave)]
        choices = [np.where(gap + leave > first, _GAP, _RIGHT_ALONE)]
        gaps = [np.where(gap > first + enter, _GAP_RIGHT, _GAP_BEGINS)]
        for row in self._ticking(range(1, self._rows + 1)):
            before = self._before(reached, row)
            ways = _shifted(before) + self._gains[row]
            choice = ways.argmax(axis=0)
            best = ways[choice, np.arange(ways.shape[1])]
            skipping = before[0, MOST:] + alone[0]
            choice = np.where(skipping > best, _LEFT_ALONE, choice)
            best = np.maximum(skipping, best)
            onward = _along_best(best, alone[1])
            choice = np.where(onward > best + _EQUAL, _RIGHT_ALONE, choice)
            entered, gone_on = onward + enter, self._above(gap, row) + stay
            gap_choice = np.where(gone_on > entered, _GAP_LEFT, _GAP_BEGINS)
            begun = np.maximum(entered, gone_on)
            gap = _along_best(begun, stay)
            gap_choice = np.where(gap > begun + _EQUAL, _GAP_RIGHT, gap_choice)
            choice = np.where(gap + leave > onward, _GAP, choice)
            reached.append(np.maximum(np.maximum(onward, gap + leave), NEVER))
            choices.append(choice.astype(np.int8))
            gaps.append(gap_choice.astype(np.int8))
        return self._traced(choices, gaps)

    def _traced(self, choices: Sequence[Ints], gaps: Sequence[Ints]) -> FoundPath:
        i, j, in_gap = self._rows, self._band.high[-1], False
        steps: list[tuple[int, int, int, int]] = []
        gains: list[float] = []
        long_gap: list[bool] = []
        while i or j:
            column = j - self._band.low[i]
            choice = int((gaps if in_gap else choices)[i][column])
            if choice in {_GAP, _GAP_BEGINS}:
                in_gap = choice == _GAP
                continue
            n, m, gain = self._step(choice, i, column)
            steps.append((i - n, i, j - m, j))
            gains.append(gain)
            long_gap.append(in_gap)
            i, j = i - n, j - m
        path = np.array(steps[::-1], dtype=np.int64).reshape(-1, 4)
        return FoundPath(path, np.array(gains[::-1]), np.array(long_gap[::-1], bool))

    def _step(self, choice: int, row: int, column: int) -> tuple[int, int, float]:
        """Return the units on both sides of a step, and what it gains."""
        if choice < len(SHAPES):
            n, m = SHAPES[choice]
            return n, m, float(self._gains[row][choice, column])
        return {
            _LEFT_ALONE: (1, 0, self._habits.left_alone),
            _RIGHT_ALONE: (0, 1, self._habits.right_alone),
            _GAP_LEFT: (1, 0, self._habits.gap.stay),
            _GAP_RIGHT: (0, 1, self._habits.gap.stay),
        }[choice]

    def _above(self, reached: Floats, row: int) -> Floats:
        """Return what is reached in the row before, in the columns of this one."""
        first, low = self._band.low[row - 1], self._band.low[row]
        above = np.full(self._width(row), NEVER)
        kept = reached[low - first : low - first + len(above)]
        above[: len(kept)] = kept
        return above

    def likely(self, doubt: float, least: float) -> WeighedBeads:
        """Return beads and how likely they are, where that is ``least`` or more.

        ``doubt`` above 1 levels them out.
        """
        forward = self._forward(doubt)
        chunks = list(self._backward(forward, doubt, least))
        rows = np.concatenate([beads for beads, _ in chunks])
        weights = np.concatenate([weight for _, weight in chunks])
        return WeighedBeads(rows, weights)

    def _forward(self, doubt: float) -> list[Floats]:
        alone = self._habits.left_alone / doubt, self._habits.right_alone / doubt
        enter, stay, leave = (cost / doubt for cost in self._habits.gap)
        first = np.arange(self._width(0)) * alone[1]
        gap = _along(first + enter, stay)
        reached = [np.logaddexp(first, gap + leave)]
        for row in self._ticking(range(1, self._rows + 1)):
            before = self._before(reached, row)
            ways = _summed(_shifted(before) + self._gains[row] / doubt)
            ways = np.logaddexp(ways, before[0, MOST:] + alone[0])
            ways = _along(ways, alone[1])
            gap = _along(np.logaddexp(ways + enter, self._above(gap, row) + stay), stay)
            reached.append(np.logaddexp(ways, gap + leave))
        return reached

    def _backward(
        self, forward: list[Floats], doubt: float, least: float
    ) -> Iterator[tuple[Ints, Floats]]:
        """Yield the likely beads that end before each place of the left."""
        alone = self._habits.left_alone / doubt, self._habits.right_alone / doubt
        enter, stay, leave = (cost / doubt for cost in self._habits.gap)
        onward = [np.full(len(row), NEVER) for row in forward]
        onward[-1][-1] = 0
        whole = forward[-1][-1]
        gap = np.full(len(onward[-1]), NEVER)
        for row in self._ticking(range(self._rows, 0, -1)):
            gap = np.logaddexp(onward[row] + leave, gap)
            gap = _along(gap[::-1], stay)[::-1]
            here = np.logaddexp(onward[row], gap + enter)
            here = _along(here[::-1], alone[1])[::-1]
            ways = self._gains[row] / doubt + here
            likely = _shifted(self._before(forward, row)) + ways - whole
            shapes, columns = np.nonzero(likely > np.log(least))
            ends = self._band.low[row] + columns
            rows = np.full(len(ends), row)
            yield (
                np.stack([rows - LEFT[shapes], rows, ends - RIGHT[shapes], ends], 1),
                np.exp(np.minimum(likely[shapes, columns], 0)),
            )
            self._hand_back(onward, row, ways, here + alone[0])
            gap = self._below(gap + stay, row)

    def _below(self, reached: Floats, row: int) -> Floats:
        """Return what is reached in a row, in the columns of the one before."""
        shift = self._band.low[row] - self._band.low[row - 1]
        below = np.full(self._width(row - 1), NEVER)
        below[shift : shift + len(reached)] = reached[: max(0, len(below) - shift)]
        return below

    def _hand_back(
        self, onward: list[Floats], row: int, ways: Floats, skipping: Floats
    ) -> None:
        """Add the ways from the end of ``row`` to where their beads begin."""
        width = ways.shape[1]
        low = self._band.low[row] - MOST
        starts = np.full((MOST, MOST + 1, width + MOST), NEVER)
        starts.reshape(-1)[_hand_back_cells(width)] = ways
        starts[0, MOST, MOST:] = skipping
        more = _summed(starts.swapaxes(0, 1))
        for n in range(1, min(MOST, row) + 1):
            first, last = self._band.low[row - n], self._band.high[row - n]
            begin, end = max(low, first), min(low + width + MOST - 1, last)
            if begin <= end:
                part = onward[row - n][begin - first : end - first + 1]
                np.logaddexp(part, more[n - 1, begin - low : end - low + 1], out=part)

    def _before(self, reached: list[Floats], row: int) -> Floats:
        """Return what is reached 1 to ``MOST`` rows before, from ``MOST`` places back.

        The first column stands ``MOST`` places before the row's band.
        """
        low, high = self._band.low[row] - MOST, self._band.high[row]
        before = np.full((MOST, high - low + 1), NEVER)
        for n in range(1, min(MOST, row) + 1):
            first, last = self._band.low[row - n], self._band.high[row - n]
            begin, end = max(low, first), min(high, last)
            if begin <= end:
                part = reached[row - n][begin - first : end - first + 1]
                before[n - 1, begin - low : end - low + 1] = part
        return before


def _shifted(before: Floats) -> Floats:
    """Return for every shape and place what is reached where such a bead begins."""
    shifted: Floats = before.take(bead_starts(before.shape[1] - MOST))
    return shifted


@lru_cache(maxsize=1 << 10)
def _hand_back_cells(width: int) -> Ints:
    """Return where a bead begins, by units of the left, of the right, and place."""
    begins = ((LEFT - 1) * (MOST + 1) + RIGHT - 1) * (width + MOST) + MOST - RIGHT
    cells: Ints = begins[:, None] + np.arange(width)
    return cells


def _summed(ways: Floats) -> Floats:
    """Return the logarithm of the sum of what the columns are logarithms of."""
    top = ways.max(axis=0)
    summed: Floats = top + np.log(np.exp(ways - top).sum(axis=0))
    return summed


def _along_best(ways: Floats, alone: float) -> Floats:
    """Return the best way to each place, units of the right alone included."""
    steps = np.arange(len(ways)) * alone
    best: Floats = np.maximum.accumulate(ways - steps) + steps
    return best


def _along(ways: Floats, alone: float) -> Floats:
    """Return ways to each place, units of the right alone on the way included."""
    steps = np.arange(len(ways)) * alone
    along: Floats = np.maximum(np.logaddexp.accumulate(ways - steps) + steps, NEVER)
    return along
