"""From matched words to pairs of units."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tui_app.core.align.anchors.arrays import Floats, Ints, Mask
from tui_app.core.align.anchors.matches import Matches
from tui_app.core.align.anchors.words import WORD_BITS, Words

# The least a word weighs, however common.
_LEAST = 0.05
# Two units say the same when their matched words make up this share of the
# lighter one, or this much of the stretch they span and that stretch is heavy.
_COVERED = 0.12
_DENSE = 0.35
_HEAVY = 9.0


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of units with the evidence for them, sorted by (left, right).

    ``weight`` is the weight of the matched words, ``cover`` its share of the
    lighter unit, ``dense`` its share of the stretch from the first matched word
    to the last.
    """

    left: Ints
    right: Ints
    weight: Floats
    cover: Floats
    dense: Floats

    def where(self, mask: Mask) -> Pairs:
        """Return the pairs that ``mask`` picks."""
        return Pairs(
            self.left[mask],
            self.right[mask],
            self.weight[mask],
            self.cover[mask],
            self.dense[mask],
        )


def word_weights(left: Words, right: Words) -> Floats:
    """Return what a word of each kind tells: ln(units / occurrences) in both texts."""
    counts = np.bincount(left.kind, minlength=1 << WORD_BITS)
    counts += np.bincount(right.kind, minlength=1 << WORD_BITS)
    units = len(left.first) + len(right.first)
    weights: Floats = np.maximum(_LEAST, np.log(units / np.maximum(counts, 1)))
    return weights


def unit_pairs(left: Words, right: Words, weights: Floats, matches: Matches) -> Pairs:
    """Return every pair of units that shares a matched word."""
    keys = left.unit[matches.left] * np.int64(len(right.first))
    keys += right.unit[matches.right]
    order = np.argsort(keys, kind="stable")
    keys, x, y = keys[order], matches.left[order], matches.right[order]
    fresh = np.ones(len(keys), dtype=bool)
    fresh[1:] = keys[1:] != keys[:-1]
    starts = np.flatnonzero(fresh)
    if not len(starts):
        none = np.zeros(0)
        return Pairs(starts, starts, none, none, none)
    shared = np.add.reduceat(weights[left.kind[x]], starts)
    i, j = np.divmod(keys[starts], len(right.first))
    mass = np.minimum(_mass(left, weights)[i], _mass(right, weights)[j])
    span = np.minimum(
        _spanned(left, weights, x, starts), _spanned(right, weights, y, starts)
    )
    return Pairs(i, j, shared, shared / mass, shared / span)


def convincing(pairs: Pairs) -> Mask:
    """Return which pairs say the same, at least in part."""
    return (pairs.cover >= _COVERED) | (
        (pairs.weight >= _HEAVY) & (pairs.dense >= _DENSE)
    )


def _mass(words: Words, weights: Floats) -> Floats:
    said = np.concatenate([[0.0], np.cumsum(weights[words.kind])])
    mass: Floats = said[words.first[1:]] - said[words.first[:-1]]
    return mass


def _spanned(words: Words, weights: Floats, places: Ints, starts: Ints) -> Floats:
    said = np.concatenate([[0.0], np.cumsum(weights[words.kind])])
    lowest = np.minimum.reduceat(places, starts)
    highest = np.maximum.reduceat(places, starts)
    spanned: Floats = said[highest + 1] - said[lowest]
    return spanned
