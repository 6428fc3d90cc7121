"""Words of the left matched with words of the right."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tui_app.core.align.anchors.arrays import Ints, Mask, bits_for, bucket, ordered_by


@dataclass(frozen=True, slots=True)
class Matches:
    """Words of the left matched with words of the right, by their numbers."""

    left: Ints
    right: Ints

    def where(self, picked: Mask | Ints) -> Matches:
        """Return the matches that ``picked`` picks."""
        return Matches(self.left[picked], self.right[picked])


@dataclass(frozen=True, slots=True)
class Keys:
    """What stands at each place of one text, as numbers."""

    place: Ints
    key: NDArray[np.uint64]


def equally_often(left: Keys, right: Keys, most: int) -> Matches:
    """Match the n-th with the n-th of what occurs equally often, ``most`` at most."""
    bits = bits_for(len(left.key) + len(right.key))
    slots = [bucket(side.key, bits) for side in (left, right)]
    counts = [np.bincount(slot, minlength=1 << bits) for slot in slots]
    usable = (counts[0] == counts[1]) & (counts[0] <= most) & (counts[0] > 0)
    first, second = (_in_order(slot, usable) for slot in slots)
    # Two keys in one slot are told apart by what they are.
    same = left.key[first] == right.key[second]
    return Matches(left.place[first[same]], right.place[second[same]])


def _in_order(slot: Ints, usable: Mask) -> Ints:
    chosen = np.flatnonzero(usable[slot])
    return chosen[ordered_by(slot[chosen])]
