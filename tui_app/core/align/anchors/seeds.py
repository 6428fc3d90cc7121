"""Anchors: rare words and pairs of words that both texts have equally often."""

from __future__ import annotations

import numpy as np

from tui_app.core.align.anchors.arrays import Mask
from tui_app.core.align.anchors.matches import Keys, Matches, equally_often
from tui_app.core.align.anchors.ticker import Ticker
from tui_app.core.align.anchors.words import WORD_BITS, Words

# Unique words alone fail wherever a text repeats itself.
_OFTEN = 4
_PAIR = np.uint64(0xD6E8FEB86659FD93)


def common_words(left: Words, right: Words) -> Mask:
    """Return which kinds of word are the commonest: half of all that is said."""
    counts = np.bincount(left.kind, minlength=1 << WORD_BITS)
    counts += np.bincount(right.kind, minlength=1 << WORD_BITS)
    used = np.sort(counts[counts > 0])[::-1]
    said = np.cumsum(used)
    half = int(np.searchsorted(said, said[-1] // 2)) if len(said) else 0
    return counts > (used[half] if len(used) else 0)


def seed_anchors(left: Words, right: Words, common: Mask, ticker: Ticker) -> Matches:
    """Return the anchors of the two texts in the order of the left."""
    found = []
    for step in (0, 1, 2):
        keys = [_keys(words, common, step) for words in (left, right)]
        ticker.tick()
        found.append(equally_often(keys[0], keys[1], _OFTEN))
        ticker.tick()
    x = np.concatenate([matches.left for matches in found])
    y = np.concatenate([matches.right for matches in found])
    # Equal places of the left in falling order: a rising run takes one of them.
    packed = np.sort((x << np.int64(32)) | (0xFFFFFFFF - y))
    packed = packed[np.diff(packed, prepend=-1) > 0]
    return Matches(packed >> np.int64(32), 0xFFFFFFFF - (packed & 0xFFFFFFFF))


def _keys(words: Words, common: Mask, step: int) -> Keys:
    """Return the words that are not common (0), or each with a following one."""
    place = np.flatnonzero(~common[words.kind])
    kind = words.kind[place].astype(np.uint64)
    if step == 0:
        return Keys(place, kind)
    return Keys(place[:-step], kind[:-step] * _PAIR + kind[step:] + np.uint64(step))
