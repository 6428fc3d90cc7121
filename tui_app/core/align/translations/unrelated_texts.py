"""Whether two texts have anything to do with each other.

An aligner pairs anything: it finds the best path, however bad, and a lexicon learns
from chance. So the same pair is aligned once more with one text read backwards, which
says nothing of the other. Where the gain is hardly larger than that, the pair is
chance too. Rare words that stand in the same order in both spare most pairs this.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tui_app.core.align.progress import Ticker
from tui_app.core.align.translations.numbered_texts import reordered
from tui_app.core.align.translations.translation_rounds import (
    NumberedPair,
    RoundResult,
    last_round,
)

# Units of the shorter text below which chance may reach as much as a translation.
_ENOUGH = 50
# How many times as much a translation gains as chance.
_OVER_CHANCE = 1.45
# Units of the left that stand for a longer text.
_SAMPLE = 400


def seem_unrelated(pair: NumberedPair, result: RoundResult, ticker: Ticker) -> bool:
    """Tell whether the texts of the pair seem to say nothing of each other."""
    if result.anchored or min(pair.size) < _ENOUGH:
        return False
    if len(pair.left) > _SAMPLE:
        pair = _sample(pair, result)
        if min(pair.size) < _ENOUGH:
            return True
        result = last_round(pair, ticker)
    chance = last_round(_read_backwards(pair), ticker)
    gained, by_chance = float(result.path.gains.sum()), float(chance.path.gains.sum())
    return gained < _OVER_CHANCE * max(0.0, by_chance)


def _read_backwards(pair: NumberedPair) -> NumberedPair:
    """Return the pair with the right read backwards, which says nothing of the left."""
    backwards = np.arange(len(pair.right))[::-1]
    right = replace(reordered(pair.right, backwards), units=pair.right.units)
    return pair._replace(right=right)


def _sample(pair: NumberedPair, result: RoundResult) -> NumberedPair:
    """Return the middle of the left and what the path holds against it."""
    begin = (len(pair.left) - _SAMPLE) // 2
    beads = result.path.beads
    inside = beads[(beads[:, 0] >= begin) & (beads[:, 1] <= begin + _SAMPLE)]
    if not len(inside):
        return pair._replace(right=reordered(result.right, np.arange(0)))
    places = np.arange(inside[0, 0], inside[-1, 1])
    others = np.arange(inside[0, 2], inside[-1, 3])
    return pair._replace(
        left=reordered(pair.left, places), right=reordered(result.right, others)
    )
