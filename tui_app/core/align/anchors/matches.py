"""Words of the left matched with words of the right."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tui_app.core.align.anchors.arrays import Ints, Mask, bucket, run_starts

_LAST_PLACE = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Matches:
    """Words of the left matched with words of the right, by their numbers."""

    left: Ints
    right: Ints

    def where(self, picked: Mask | Ints) -> Matches:
        """Return the matches that ``picked`` picks."""
        return Matches(self.left[picked], self.right[picked])

    def in_left_order(self) -> Matches:
        """Return the matches by the left, each once.

        Of those with one place on the left the right falls, so that a rising run
        takes one of them.
        """
        packed = np.sort((self.left << np.int64(32)) | (_LAST_PLACE - self.right))
        packed = packed[run_starts(packed)]
        return Matches(packed >> np.int64(32), _LAST_PLACE - (packed & _LAST_PLACE))


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
    starts, half = _balanced(packed, np.int64(places), most)
    mask = (np.int64(1) << np.int64(places)) - 1
    nth = [(starts[half > n] + n, half[half > n]) for n in range(most)]
    first = np.concatenate([packed[at] & mask for at, _ in nth])
    second = np.concatenate([packed[at + across] & mask for at, across in nth])
    # Two keys with one hash are told apart by what they are.
    same = left.key[first] == right.key[second]
    return Matches(left.place[first[same]], right.place[second[same]])


def _balanced(packed: Ints, places: np.int64, most: int) -> tuple[Ints, Ints]:
    """Return the starts of the groups with equally many of both sides, and how many.

    The left stands first in each group, so a look at its middle is enough.
    """
    starts = run_starts(packed >> (places + 1))
    counts = np.diff(starts, append=len(packed))
    even = (counts % 2 == 0) & (counts <= 2 * most)
    starts, half = starts[even], counts[even] // 2
    last_left = packed[starts + half - 1] >> places & 1
    first_right = packed[starts + half] >> places & 1
    balanced = (last_left == 0) & (first_right == 1)
    return starts[balanced], half[balanced]


def _packed(keys: Keys, side: int, spare: int, places: int) -> Ints:
    hashed = bucket(keys.key, spare) << np.int64(places + 1)
    packed: Ints = hashed | np.arange(len(keys.key)) | np.int64(side << places)
    return packed
