"""Matching more words between the words matched already."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from tui_app.core.align.anchors.arrays import Ints, Mask, ordered_by
from tui_app.core.align.anchors.blocks import NEIGHBOURS, supported
from tui_app.core.align.anchors.matches import Keys, Matches, equally_often
from tui_app.core.align.anchors.rising import rising
from tui_app.core.align.anchors.ticker import Ticker
from tui_app.core.align.anchors.words import WORD_BITS

_OFTEN = 3
# Words between two matches above which what both sides share may be chance, and
# only company tells.
_WIDE = 200
_FAR = 1 << 40
# Words of one side to work on at a time.
_PIECE = 30_000


def refine(left: Ints, right: Ints, matches: Matches, ticker: Ticker) -> Matches:
    """Return ``matches`` with those found between them.

    ``left`` and ``right`` are the kinds of the words in one reading order. In the
    stretch between two matches a word that occurs equally often on both sides, at
    most three times, is matched n-th with n-th (patience difference).
    """
    sides = (_stretches(left, matches.left), _stretches(right, matches.right))
    found = [matches]
    for low, high in pairwise(_cuts(sides[0].stretch, sides[1].stretch)):
        keys = [side.keys(low, high) for side in sides]
        found.append(equally_often(keys[0], keys[1], _OFTEN))
        ticker.tick(0)
    x = np.concatenate([part.left for part in found])
    y = np.concatenate([part.right for part in found])
    merged = Matches(x, y).where(ordered_by(x))
    merged = merged.where(_trusted(merged, matches))
    return merged.where(rising(merged.right))


def _trusted(merged: Matches, matches: Matches) -> Mask:
    """Return which of ``merged`` stand in narrow stretches or in company."""
    doubtful = _in_wide(merged.left, matches)
    trusted = ~doubtful
    if doubtful.any():
        near = np.flatnonzero(_widened(doubtful))
        trusted[near] |= supported(merged.where(near))
    return trusted


def _in_wide(places: Ints, matches: Matches) -> Mask:
    """Return which ``places`` of the left are new and stand in a wide stretch."""
    widths = np.minimum(
        np.diff(matches.left, prepend=-1, append=_FAR),
        np.diff(matches.right, prepend=-1, append=_FAR),
    )
    wide = np.flatnonzero(widths > _WIDE)
    edges = np.concatenate([[-1], matches.left, [_FAR]])
    return _spanned(
        len(places),
        np.searchsorted(places, edges[wide] + 1),
        np.searchsorted(places, edges[wide + 1]),
    )


def _widened(mask: Mask) -> Mask:
    """Return ``mask`` with the neighbours that may speak for what it holds."""
    at = np.flatnonzero(mask)
    low = np.maximum(at - NEIGHBOURS, 0)
    return _spanned(len(mask), low, np.minimum(at + NEIGHBOURS + 1, len(mask)))


def _spanned(size: int, starts: Ints, ends: Ints) -> Mask:
    """Return a mask of ``size`` with the ranges set; they may overlap."""
    steps = np.bincount(starts, minlength=size + 1)
    steps -= np.bincount(ends, minlength=size + 1)
    inside: Mask = np.cumsum(steps)[:size] > 0
    return inside


@dataclass(frozen=True, slots=True)
class _Unmatched:
    """The unmatched words of one side and the stretch each is in, rising."""

    place: Ints
    stretch: Ints
    kind: Ints

    def keys(self, low: int, high: int) -> Keys:
        """Return the words of the stretches from ``low`` to below ``high``."""
        start, end = np.searchsorted(self.stretch, np.array([low, high]))
        place = self.place[start:end]
        key = (self.stretch[start:end] - low) << np.int64(WORD_BITS)
        return Keys(place, (key | self.kind[start:end]).astype(np.uint64))


def _stretches(kinds: Ints, matched: Ints) -> _Unmatched:
    marks = np.zeros(len(kinds), dtype=np.int64)
    marks[matched] = 1
    place = np.flatnonzero(marks == 0)
    return _Unmatched(place, np.cumsum(marks)[place], kinds[place])


def _cuts(left: Ints, right: Ints) -> list[int]:
    """Return where to cut the stretches so that each piece stays in the cache."""
    last = max(int(left[-1]) if len(left) else 0, int(right[-1]) if len(right) else 0)
    cuts = {0, last + 1}
    for stretches in (left, right):
        cuts.update(stretches[_PIECE::_PIECE].tolist())
    return sorted(cuts)
