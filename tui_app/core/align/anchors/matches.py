"""Words of the left matched with words of the right."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tui_app.core.align.anchors.arrays import Ints, Mask, bucket


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
    """Match the n-th with the n-th of what occurs equally often, ``most`` at most.

    Key, side and place are sorted as one number: tables of counts for millions of
    keys would leave the processor's cache at every step.
    """
    places = max(len(left.key), len(right.key)).bit_length()
    spare = 62 - places
    packed = np.concatenate(
        [_packed(left, 0, spare, places), _packed(right, 1, spare, places)]
    )
    packed.sort()
    groups = packed >> np.int64(places + 1)
    starts = np.flatnonzero(np.diff(groups, prepend=-1))
    counts = np.diff(starts, append=len(groups))
    on_right = (packed >> np.int64(places)) & 1
    rights = np.diff(np.cumsum(on_right)[starts + counts - 1], prepend=0)
    usable = np.repeat((rights * 2 == counts) & (rights <= most), counts)
    at = packed & ((np.int64(1) << np.int64(places)) - 1)
    first, second = at[usable & (on_right == 0)], at[usable & (on_right == 1)]
    # Two keys with one hash are told apart by what they are.
    same = left.key[first] == right.key[second]
    return Matches(left.place[first[same]], right.place[second[same]])


def _packed(keys: Keys, side: int, spare: int, places: int) -> Ints:
    hashed = bucket(keys.key, spare) << np.int64(places + 1)
    packed: Ints = hashed | np.arange(len(keys.key)) | np.int64(side << places)
    return packed
