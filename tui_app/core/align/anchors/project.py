"""From matched words to pairs of units."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tui_app.core.align.anchors.arrays import Floats, Ints, logistic, run_starts
from tui_app.core.align.anchors.matches import Matches
from tui_app.core.align.anchors.words import Words

# The least a word weighs, however common.
_LEAST = 0.05
# What the evidence for a pair of units counts for: a constant, the weight of the
# matched words (log), and the square roots of their share of the lighter unit, of
# the heavier unit and of the stretch they span. A logistic regression over pairs
# of units of Bible translations, news translations, essays and plain-language
# versions judged by people.
_LOGISTIC = (-4.53, 0.84, 7.47, 4.68, -0.93)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of units with the evidence for them, sorted by (left, right).

    ``weight`` is the weight of the matched words, the others are its shares: of
    the ``lighter`` unit, of the ``heavier``, and of the longer ``stretch`` from
    the first matched word to the last.
    """

    left: Ints
    right: Ints
    weight: Floats
    lighter: Floats
    heavier: Floats
    stretch: Floats

    def likelihood(self) -> Floats:
        """Return the probability of each pair that it says the same."""
        constant, weight, lighter, heavier, stretch = _LOGISTIC
        odds = (
            constant
            + weight * np.log1p(self.weight)
            + lighter * np.sqrt(self.lighter)
            + heavier * np.sqrt(self.heavier)
            + stretch * np.sqrt(self.stretch)
        )
        return logistic(odds)


def word_weights(left: Words, right: Words) -> Floats:
    """Return what a word of each kind tells: ln(units / occurrences) in both texts."""
    counts = np.bincount(left.kind, minlength=left.kinds)
    counts += np.bincount(right.kind, minlength=right.kinds)
    units = len(left.first) + len(right.first)
    weights: Floats = np.maximum(_LEAST, np.log(units / np.maximum(counts, 1)))
    return weights


def unit_pairs(left: Words, right: Words, weights: Floats, matches: Matches) -> Pairs:
    """Return every pair of units that shares a matched word."""
    matches, starts, i, j = _by_pair(left, right, matches)
    if not len(starts):
        none = np.zeros(0)
        return Pairs(starts, starts, none, none, none, none)
    shared = np.add.reduceat(weights[left.kind[matches.left]], starts)
    sides = (
        _mass_and_span(left, weights, i, matches.left, starts),
        _mass_and_span(right, weights, j, matches.right, starts),
    )
    masses, spans = zip(*sides, strict=True)
    return Pairs(
        i,
        j,
        shared,
        shared / np.minimum(*masses),
        shared / np.maximum(*masses),
        shared / np.maximum(*spans),
    )


def _by_pair(
    left: Words, right: Words, matches: Matches
) -> tuple[Matches, Ints, Ints, Ints]:
    """Return the matches by their units, where each pair begins, and the pairs."""
    keys = left.unit[matches.left].astype(np.int64)
    keys *= len(right.first)
    keys += right.unit[matches.right]
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    starts = run_starts(keys)
    return matches.where(order), starts, *np.divmod(keys[starts], len(right.first))


def _mass_and_span(
    words: Words, weights: Floats, units: Ints, places: Ints, starts: Ints
) -> tuple[Floats, Floats]:
    """Return the weight of each unit, and of the stretch its matched words span."""
    said = np.zeros(len(words.kind) + 1)
    np.cumsum(weights[words.kind], out=said[1:])
    lowest = np.minimum.reduceat(places, starts)
    highest = np.maximum.reduceat(places, starts)
    mass = said[words.first[units + 1]] - said[words.first[units]]
    return mass, said[highest + 1] - said[lowest]
