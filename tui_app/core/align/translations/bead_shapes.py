"""How many units a bead has on either side, and how often that happens."""

from __future__ import annotations

from functools import lru_cache
from math import log
from typing import NamedTuple

import numpy as np

from tui_app.core.align.translations.numbered_texts import Floats, Ints

MOST = 5
"""Units on one side of a bead at most."""

_BOTH = 6
SHAPES = tuple(
    (n, m) for n in range(1, MOST + 1) for m in range(1, MOST + 1) if n + m <= _BOTH
)
"""Units on the left and on the right of every shape of bead."""

LEFT = np.array([n for n, _ in SHAPES])
RIGHT = np.array([m for _, m in SHAPES])


@lru_cache(maxsize=1 << 10)
def bead_starts(width: int) -> Ints:
    """Return for every shape and place of a band where such a bead begins.

    As a cell of an array with a row for each number of units of the left, its first
    column ``MOST`` places before the band, which is so wide.
    """
    begins = (LEFT - 1) * (width + MOST) + MOST - RIGHT
    cells: Ints = begins[:, None] + np.arange(width)
    return cells


# How often what happens before the pair has told its own habits (about what Gale and
# Church 1993 counted), and how many beads that is worth.
_ALONE = 0.03
_ONE_TO_ONE = 0.85
_ONE_MORE = 0.06
_AND_MORE = 0.35
_WORTH = 30


class GapHabits(NamedTuple):
    """Logarithms of how likely a long gap begins, goes on for a unit, and ends."""

    enter: float
    stay: float
    leave: float


# Lengths alone cannot tell a gap from anything else. Once words speak, a long stretch
# without counterpart, a chapter or a preface, begins seldom and is some fifty units
# long, so that each of them costs next to nothing.
_NO_GAPS = GapHabits(-1e6, -1e6, -1e6)
_LONG_GAPS = GapHabits(log(0.002), log(0.98), log(0.02))


class ShapeHabits(NamedTuple):
    """Logarithms of how likely each shape is, and a unit without counterpart.

    Left and right units alone are equally likely, so that a text and its mirrored
    pair are aligned alike; the shapes need no such care, for pairs are turned first.
    """

    shapes: Floats
    left_alone: float
    right_alone: float
    gap: GapHabits


def _first_guess() -> tuple[Floats, Floats]:
    more = LEFT + RIGHT - 3
    shapes = np.where(more < 0, _ONE_TO_ONE, _ONE_MORE * _AND_MORE**more)
    alone = np.full(2, _ALONE)
    whole = shapes.sum() + alone.sum()
    return shapes / whole, alone / whole


def first_habits() -> ShapeHabits:
    """Return what is likely before anything is known of the pair."""
    return _habits(*_first_guess(), _NO_GAPS)


def habits_of(beads: Ints) -> ShapeHabits:
    """Return what an alignment shows, the first guess mixed in.

    ``beads`` are ranges of places, one row each; one side may be empty.
    """
    sizes = np.stack([beads[:, 1] - beads[:, 0], beads[:, 3] - beads[:, 2]], axis=1)
    shapes, alone = (_WORTH * guess for guess in _first_guess())
    for number, shape in enumerate(SHAPES):
        shapes[number] += (sizes == shape).all(axis=1).sum()
    alone[0] += sizes[sizes[:, 1] == 0, 0].sum()
    alone[1] += sizes[sizes[:, 0] == 0, 1].sum()
    whole = shapes.sum() + alone.sum()
    return _habits(shapes / whole, alone / whole, _LONG_GAPS)


def _habits(shapes: Floats, alone: Floats, gap: GapHabits) -> ShapeHabits:
    left, right = np.log(alone)
    return ShapeHabits(np.log(shapes), float(left), float(right), gap)
