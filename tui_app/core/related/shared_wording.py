"""How much of two texts stands in wording that both have."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from tui_app.core.related.fingerprints import Fingerprint, Mask


class SharedWording(NamedTuple):
    """What one text has of another: the words, the stretches they make, the longest.

    ``words`` counts words that stand in shared runs, ``longest`` is in runs.
    """

    words: int
    stretches: int
    longest: int


def shared_wording(one: Fingerprint, shared: Mask, fewest: int) -> SharedWording:
    """Return what the ``shared`` runs of a text make, in stretches of ``fewest`` runs.

    Shorter stretches do not count.
    """
    padded = np.zeros(len(shared) + 2, bool)
    padded[1:-1] = shared
    edges = np.flatnonzero(padded[1:] != padded[:-1])
    starts, ends = edges[::2], edges[1::2]
    if fewest > 1:
        long_enough = ends - starts >= fewest
        starts, ends = starts[long_enough], ends[long_enough]
    if not len(starts):
        return SharedWording(0, 0, 0)
    reached = np.minimum(ends + one.reach - 1, one.words)
    # Where the words of two stretches meet they count once.
    reached[:-1] = np.minimum(reached[:-1], starts[1:])
    longest = int((ends - starts).max())
    return SharedWording(int((reached - starts).sum()), len(starts), longest)
