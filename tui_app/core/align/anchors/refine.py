"""Matching more words between the words matched already."""

from __future__ import annotations

import numpy as np

from tui_app.core.align.anchors.arrays import Ints, ordered_by
from tui_app.core.align.anchors.matches import Keys, Matches, equally_often
from tui_app.core.align.anchors.rising import rising
from tui_app.core.align.anchors.words import WORD_BITS

_OFTEN = 3
# Words of both sides between two matches above which what they share may be
# chance, and only company tells.
_WIDE = 200


def refine(left: Ints, right: Ints, matches: Matches) -> Matches:
    """Return ``matches`` with those found between them.

    ``left`` and ``right`` are the kinds of the words in one reading order. In the
    stretch between two matches a word that occurs equally often on both sides, at
    most three times, is matched n-th with n-th (patience difference).
    """
    sides = (_stretches(left, matches.left), _stretches(right, matches.right))
    keys = [
        Keys(place, ((stretch << np.int64(WORD_BITS)) | kind[place]).astype(np.uint64))
        for (place, stretch), kind in zip(sides, (left, right), strict=True)
    ]
    found = equally_often(keys[0], keys[1], _OFTEN)
    merged = Matches(
        np.concatenate([matches.left, found.left]),
        np.concatenate([matches.right, found.right]),
    )
    merged = merged.where(ordered_by(merged.left))
    return merged.where(rising(merged.right))


def _stretches(kinds: Ints, matched: Ints) -> tuple[Ints, Ints]:
    """Return the unmatched places and the number of the stretch each is in."""
    marks = np.zeros(len(kinds), dtype=np.int64)
    marks[matched] = 1
    places = np.flatnonzero(marks == 0)
    return places, np.cumsum(marks)[places]
