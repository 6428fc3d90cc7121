"""The words of two books matched: roughly first, then between what matched."""

from __future__ import annotations

from tui_app.core.align.anchors.arrays import Mask
from tui_app.core.align.anchors.backbone import backbone
from tui_app.core.align.anchors.blocks import blocks_of, supported
from tui_app.core.align.anchors.matches import Matches
from tui_app.core.align.anchors.order import Rough, in_left_order
from tui_app.core.align.anchors.refine import refine
from tui_app.core.align.anchors.seeds import seed_anchors
from tui_app.core.align.anchors.ticker import Ticker
from tui_app.core.align.anchors.words import Words

# A third round finds a hundredth more words and no more links.
_ROUNDS = 2


def matched_roughly(left: Words, right: Words, common: Mask, ticker: Ticker) -> Rough:
    """Match rare words and pairs of words, in reading order and where they moved."""
    anchors = seed_anchors(left, right, common, ticker)
    anchors = anchors.where(supported(anchors))
    ticker.tick()
    found = backbone(blocks_of(anchors), ticker)
    rough = in_left_order(anchors, found, right, ticker)
    ticker.tick()
    return rough


def matched_finely(left: Words, right: Words, rough: Rough, ticker: Ticker) -> Matches:
    """Match what stands between the rough matches, round by round."""
    matches = rough.matches
    kinds = right.kind[rough.order]
    for _ in range(_ROUNDS):
        matches = refine(left.kind, kinds, matches, ticker)
        ticker.tick()
    return Matches(matches.left, rough.order[matches.right])
