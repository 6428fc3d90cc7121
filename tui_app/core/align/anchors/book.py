"""The book engine from end to end."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from tui_app.core.align.anchors.arrays import Floats
from tui_app.core.align.anchors.backbone import backbone
from tui_app.core.align.anchors.beads import beads_of
from tui_app.core.align.anchors.blocks import blocks_of, supported
from tui_app.core.align.anchors.matches import Matches
from tui_app.core.align.anchors.order import in_left_order
from tui_app.core.align.anchors.project import (
    Pairs,
    convincing,
    unit_pairs,
    word_weights,
)
from tui_app.core.align.anchors.refine import refine
from tui_app.core.align.anchors.seeds import common_words, seed_anchors
from tui_app.core.align.anchors.settled import Settled, without_units
from tui_app.core.align.anchors.ticker import Ticker
from tui_app.core.align.anchors.words import Letters, Words, words_of
from tui_app.core.model import Alignment, Bead, Constraints, Document, Link, Progress

_ROUNDS = 3


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
    if _turned(left, right):
        found = _align(right, left, _mirrored(constraints), report)
        return _mirror(found)
    return _align(left, right, constraints, report)


def _turned(left: Document, right: Document) -> bool:
    """Tell whether to align the other way round, so that swapping changes nothing."""
    return (len(left.units), left.text) > (len(right.units), right.text)


def _mirrored(constraints: Constraints) -> Constraints:
    return Constraints(
        tuple((right, left) for left, right in constraints.fixed),
        frozenset((right, left) for left, right in constraints.parted),
    )


def _mirror(alignment: Alignment) -> Alignment:
    beads = sorted(
        (Bead(bead.right, bead.left, bead.score) for bead in alignment.beads),
        key=lambda bead: bead.left,
    )
    links = sorted(
        (Link(link.right, link.left, link.score) for link in alignment.links),
        key=lambda link: (link.left, link.right),
    )
    return Alignment(tuple(beads), tuple(links))


def _align(
    left: Document,
    right: Document,
    constraints: Constraints,
    report: Callable[[Progress], None] | None,
) -> Alignment:
    ticker = Ticker(report, 100)
    letters = Letters()
    settled = Settled(constraints)
    words = (
        without_units(words_of(left, letters, ticker), settled.left),
        without_units(words_of(right, letters, ticker), settled.right),
    )
    matches = _matched(*words, ticker)
    weights = word_weights(*words)
    pairs = unit_pairs(*words, weights, matches)
    pairs = pairs.where(convincing(pairs) & ~settled.parts(pairs.left, pairs.right))
    links = _links(pairs, _scores(pairs))
    beads = sorted([*beads_of(links), *settled.beads()], key=lambda bead: bead.left)
    links = sorted([*links, *settled.links()], key=lambda link: (link.left, link.right))
    return Alignment(tuple(beads), tuple(links))


def _matched(left: Words, right: Words, ticker: Ticker) -> Matches:
    anchors = supported(seed_anchors(left, right, common_words(left, right)))
    ticker.tick()
    rough = in_left_order(anchors, backbone(blocks_of(anchors)), right)
    matches = rough.matches
    kinds = right.kind[rough.order]
    for _ in range(_ROUNDS):
        matches = refine(left.kind, kinds, matches)
        ticker.tick()
    return Matches(matches.left, rough.order[matches.right])


def _scores(pairs: Pairs) -> Floats:
    scores: Floats = 1 / (1 + np.exp(-(6 * pairs.cover - 1)))
    return scores


def _links(pairs: Pairs, scores: Floats) -> list[Link]:
    return [
        Link(i, j, score)
        for i, j, score in zip(
            pairs.left.tolist(), pairs.right.tolist(), scores.tolist(), strict=True
        )
    ]
