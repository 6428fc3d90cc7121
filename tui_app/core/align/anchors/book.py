"""The book engine from end to end."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from tui_app.core.align.anchors.arrays import Floats, Mask
from tui_app.core.align.anchors.backbone import backbone
from tui_app.core.align.anchors.beads import beads_of, links_of
from tui_app.core.align.anchors.blocks import blocks_of, supported
from tui_app.core.align.anchors.evidence import Linked
from tui_app.core.align.anchors.fill import fill
from tui_app.core.align.anchors.matches import Matches
from tui_app.core.align.anchors.neighbours import beside
from tui_app.core.align.anchors.order import in_left_order
from tui_app.core.align.anchors.overlap import Pool
from tui_app.core.align.anchors.project import (
    unit_pairs,
    word_weights,
)
from tui_app.core.align.anchors.refine import refine
from tui_app.core.align.anchors.seeds import common_words, seed_anchors
from tui_app.core.align.anchors.settled import Settled, without_units
from tui_app.core.align.anchors.strays import strays
from tui_app.core.align.anchors.ticker import Ticker
from tui_app.core.align.anchors.words import Letters, Words, words_of
from tui_app.core.model import Alignment, Constraints, Document, Progress

_ROUNDS = 3
_EVEN = 0.5


def align_book(
    left: Document,
    right: Document,
    constraints: Constraints,
    report: Callable[[Progress], None] | None = None,
) -> Alignment:
    """Return the alignment of two long documents.

    Near-linear in the length of both. ``report`` is called at least every tenth
    of a second on a text of ordinary size; what it raises ends the work.
    """
    settled = Settled(constraints)
    if _turned(left, right):
        linked = _linked(right, left, Settled(_mirrored(constraints)), report)
        return _result(linked.mirrored(), settled)
    return _result(_linked(left, right, settled, report), settled)


def _turned(left: Document, right: Document) -> bool:
    """Tell whether to align the other way round, so that swapping changes nothing."""
    return (len(left.units), left.text) > (len(right.units), right.text)


def _mirrored(constraints: Constraints) -> Constraints:
    return Constraints(
        tuple((right, left) for left, right in constraints.fixed),
        frozenset((right, left) for left, right in constraints.parted),
    )


def _linked(
    left: Document,
    right: Document,
    settled: Settled,
    report: Callable[[Progress], None] | None,
) -> Linked:
    ticker = Ticker(report, 100)
    letters = Letters()
    words = (
        without_units(words_of(left, letters, ticker), settled.left),
        without_units(words_of(right, letters, ticker), settled.right),
    )
    common = common_words(*words)
    matches = _matched(*words, common, ticker)
    weights = word_weights(*words)
    pairs = unit_pairs(*words, weights, matches)
    likely = pairs.likelihood()
    good = likely >= _EVEN
    linked = Linked(
        (len(left.units), len(right.units)),
        pairs.left[good],
        pairs.right[good],
        likely[good],
    )
    ticker.tick()
    linked = settled.with_fixed(settled.without_parted(linked))
    linked = _left_over(linked, words, weights, matches, common)
    return fill(settled.without_parted(linked), left, right, settled, ticker)


def _left_over(
    linked: Linked,
    words: tuple[Words, Words],
    weights: Floats,
    matches: Matches,
    common: Mask,
) -> Linked:
    taken = linked.taken()
    lone = [
        Pool(side, ~mask[side.unit], weights)
        for side, mask in zip(words, taken, strict=True)
    ]
    linked = strays(linked, lone[0], lone[1], common)
    spare = _spare(linked, words, weights, matches)
    return beside(linked, *spare)


def _spare(
    linked: Linked, words: tuple[Words, Words], weights: Floats, matches: Matches
) -> tuple[Pool, Pool]:
    """Return the words of both sides that no link has used."""
    count = np.int64(linked.size[1] + 1)
    used = np.isin(
        words[0].unit[matches.left] * count + words[1].unit[matches.right],
        linked.left * count + linked.right,
    )
    free = [np.ones(len(side.kind), dtype=bool) for side in words]
    free[0][matches.left[used]] = False
    free[1][matches.right[used]] = False
    return Pool(words[0], free[0], weights), Pool(words[1], free[1], weights)


def _result(linked: Linked, settled: Settled) -> Alignment:
    beads = beads_of(settled.without_fixed(linked)) + settled.beads()
    beads.sort(key=lambda bead: bead.left)
    return Alignment(tuple(beads), tuple(links_of(linked)))


def _matched(left: Words, right: Words, common: Mask, ticker: Ticker) -> Matches:
    anchors = seed_anchors(left, right, common, ticker)
    anchors = anchors.where(supported(anchors))
    ticker.tick()
    rough = in_left_order(anchors, backbone(blocks_of(anchors), ticker), right, ticker)
    ticker.tick()
    matches = rough.matches
    kinds = right.kind[rough.order]
    for _ in range(_ROUNDS):
        matches = refine(left.kind, kinds, matches, ticker)
        ticker.tick()
    return Matches(matches.left, rough.order[matches.right])
