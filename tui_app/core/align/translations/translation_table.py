"""What a word of one text says of the words of the other: the table and its making.

The table is IBM model 1's (Brown et al. 1993), read both ways: how much oftener than
by chance two types stand in one bead because one translates the other. It mixes what
was counted in the pair with what was known before, and knows how much of a type it
does not know yet.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from tui_app.core.align.translations.known_words import KnownPairs
from tui_app.core.align.translations.numbered_texts import (
    Floats,
    Ints,
    Mask,
    NumberedText,
)

# Known pairs weigh as much as so many occurrences.
KNOWN_BEFORE = 1.0
# Of a type's translations those less likely than this are not kept, and of what
# a type translates so much always stays open.
_FAINT = 0.005
_OPEN = 0.02


class PairCounts(NamedTuple):
    """Pairs of types and how often one translated the other, sorted, each once.

    ``left_often`` and ``right_often`` tell how often each type was seen at all.
    """

    left: Ints
    right: Ints
    times: Floats
    left_often: Floats
    right_often: Floats


class TranslationTable(NamedTuple):
    """For the type ``n`` of the left: ``column[first[n]:first[n + 1]]`` and ``lift``.

    Those are types of the right and how much oftener they stand beside ``n`` than by
    chance, divided by the tokens of a text. ``left_open`` and ``right_open`` hold for
    each type how much of what it translates is not known.
    """

    first: Ints
    column: Ints
    lift: Floats
    left_open: Floats
    right_open: Floats

    def left_known(self) -> Mask:
        """Tell of which types of the left anything is known."""
        return np.diff(self.first) > 0

    def right_known(self) -> Mask:
        """Tell of which types of the right anything is known."""
        return np.bincount(self.column, minlength=len(self.right_open)) > 0

    def rows(self) -> Ints:
        """Return the type of the left of each of ``column``."""
        return np.repeat(np.arange(len(self.left_open)), np.diff(self.first))


def nothing_counted(left: NumberedText, right: NumberedText) -> PairCounts:
    """Return the counts before anything is aligned."""
    none = np.zeros(0, dtype=np.int64)
    return PairCounts(
        none,
        none,
        np.zeros(0),
        left.often.astype(np.float64),
        right.often.astype(np.float64),
    )


def table_of(counts: PairCounts, known: KnownPairs) -> TranslationTable:
    """Return the table that these counts and known pairs make."""
    kinds = len(counts.left_often), len(counts.right_often)
    keys = np.concatenate(
        [counts.left * kinds[1] + counts.right, known.left * kinds[1] + known.right]
    )
    values = np.concatenate([counts.times, known.share * KNOWN_BEFORE])
    keys, places = np.unique(keys, return_inverse=True)
    values = np.bincount(places, weights=values, minlength=len(keys))
    left, right = keys // kinds[1], keys % kinds[1]
    of_left = counts.left_often[left] + KNOWN_BEFORE
    of_right = counts.right_often[right] + KNOWN_BEFORE
    left_open = 1 - np.bincount(left, values / of_left, kinds[0])
    right_open = 1 - np.bincount(right, values / of_right, kinds[1])
    kept = (values > _FAINT * of_left) & (values > _FAINT * of_right)
    lift = (values / (of_left * of_right))[kept].astype(np.float32)
    first = np.searchsorted(left[kept], np.arange(kinds[0] + 1))
    return TranslationTable(
        first,
        right[kept],
        lift,
        np.maximum(left_open, _OPEN),
        np.maximum(right_open, _OPEN),
    )
