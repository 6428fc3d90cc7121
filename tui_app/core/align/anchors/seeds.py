"""Anchors: rare words and pairs of words that both texts have equally often."""

from __future__ import annotations

import numpy as np

from tui_app.core.align.anchors.arrays import Mask
from tui_app.core.align.anchors.matches import Keys, Matches, equally_often
from tui_app.core.align.anchors.ticker import Ticker
from tui_app.core.align.anchors.words import Words

# Unique words alone fail wherever a text repeats itself.
_OFTEN = 4
_PAIR = np.uint64(0xD6E8FEB86659FD93)


def common_words(left: Words, right: Words) -> Mask:
    """Return which kinds of word are the commonest: half of all that is said."""
    counts = np.bincount(left.kind, minlength=left.kinds)
    counts += np.bincount(right.kind, minlength=right.kinds)
    used = np.sort(counts[counts > 0])[::-1]
    said = np.cumsum(used)
    half = int(np.searchsorted(said, said[-1] // 2)) if len(said) else 0
    return counts > (used[half] if len(used) else 0)


def seed_anchors(left: Words, right: Words, common: Mask, ticker: Ticker) -> Matches:
    """Return the anchors of the two texts in the order of the left."""
    rare = (_rare(left, common), _rare(right, common))
    found = []
    for step in (0, 1, 2):
        ticker.tick()
        keys = (_paired(rare[0], step), _paired(rare[1], step))
        found.append(equally_often(*keys, _OFTEN))
    x = np.concatenate([matches.left for matches in found])
    y = np.concatenate([matches.right for matches in found])
    return Matches(x, y).in_left_order()


def _rare(words: Words, common: Mask) -> Keys:
    """Return the words that are not common."""
    place = np.flatnonzero(~common[words.kind])
    return Keys(place, words.kind[place].astype(np.uint64))


def _paired(words: Keys, step: int) -> Keys:
    """Return the words, each with the one ``step`` further on (0: alone)."""
    if step == 0:
        return words
    pairs = words.key[:-step] * _PAIR + words.key[step:] + np.uint64(step)
    return Keys(words.place[:-step], pairs)
