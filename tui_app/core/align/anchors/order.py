"""The words of the right text put into the order of the left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tui_app.core.align.anchors.arrays import Ints
from tui_app.core.align.anchors.backbone import Backbone
from tui_app.core.align.anchors.blocks import Block
from tui_app.core.align.anchors.matches import Matches
from tui_app.core.align.anchors.rising import rising
from tui_app.core.align.anchors.ticker import Ticker
from tui_app.core.align.anchors.words import Words


@dataclass(frozen=True, slots=True)
class Rough:
    """A first alignment of words.

    ``order`` holds the word numbers of the right text in the order in which the
    left text says the same; ``matches`` rise in both when their right side is a
    position in ``order``.
    """

    order: Ints
    matches: Matches

    def in_right_order(self) -> Matches:
        """Return the matches by the word numbers of the right text."""
        return Matches(self.matches.left, self.order[self.matches.right])


def in_left_order(
    anchors: Matches, found: Backbone, right: Words, ticker: Ticker
) -> Rough:
    """Move every moved passage of the right to where its counterpart stands.

    What is left is a problem in reading order, whatever moved.
    """
    chain = anchors.where(_numbers(found.chain))
    chain = chain.where(rising(chain.right))
    order = _order(found, chain, right, ticker)
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    kept = [*found.chain, *(block for passage in found.moved for block in passage)]
    numbers = np.sort(_numbers(kept))
    matches = Matches(anchors.left[numbers], place[anchors.right[numbers]])
    matches = matches.in_left_order()
    return Rough(order.astype(np.int32), matches.where(rising(matches.right)))


def _numbers(blocks: tuple[Block, ...] | list[Block]) -> Ints:
    if not blocks:
        return np.zeros(0, dtype=np.int64)
    return np.concatenate([np.arange(block.first, block.end) for block in blocks])


def _order(found: Backbone, chain: Matches, right: Words, ticker: Ticker) -> Ints:
    moves = sorted(ticker.each(_moves(found, chain, right)), key=lambda move: move[1])
    chunks: list[tuple[int, int, int, int]] = []
    at = 0
    for target, start, end, x in moves:
        begin = max(start, at)
        if begin < end:
            chunks.append((at, -1, at, begin))
            chunks.append((target, x, begin, end))
            at = end
    chunks.append((at, -1, at, len(right.kind)))
    pieces = sorted(_split(chunks))
    return np.concatenate([np.arange(start, end) for *_, start, end in pieces])


def _split(
    chunks: list[tuple[int, int, int, int]],
) -> Iterator[tuple[int, int, int, int]]:
    """Cut the chunks that stay wherever a moved one is put in."""
    targets = sorted({target for target, x, *_ in chunks if x >= 0})
    at = 0
    for target, x, start, end in chunks:
        if x >= 0:
            yield target, x, start, end
            continue
        begin = start
        while at < len(targets) and targets[at] <= start:
            at += 1
        while at < len(targets) and targets[at] < end:
            yield begin, 1 << 62, begin, targets[at]
            begin = targets[at]
            at += 1
        yield begin, 1 << 62, begin, end


def _moves(
    found: Backbone, chain: Matches, right: Words
) -> Iterator[tuple[int, int, int, int]]:
    """Yield (where to, start, end, left word) of every moved passage, right words."""
    claimed = np.sort(
        np.concatenate(
            [chain.right, np.zeros(0, dtype=np.int64)]
            + [
                np.array([block.right[0], block.right[1] - 1])
                for passage in found.moved
                for block in passage
            ]
        )
    )
    for passage in found.moved:
        x = (passage[0].left[0], passage[-1].left[1])
        y = (
            min(block.right[0] for block in passage),
            max(block.right[1] for block in passage),
        )
        yield (_target(chain, x, right), *_whole_units(y, claimed, right), x[0])


def _whole_units(span: tuple[int, int], claimed: Ints, words: Words) -> tuple[int, int]:
    """Widen ``span`` to whole units as far as nothing else claims their words."""
    start, end = span
    low = int(words.first[words.unit[start]])
    high = int(words.first[words.unit[end - 1] + 1])
    before = int(np.searchsorted(claimed, start))
    after = int(np.searchsorted(claimed, end))
    if before == 0 or claimed[before - 1] < low:
        start = low
    if after == len(claimed) or claimed[after] >= high:
        end = high
    return start, end


def _target(chain: Matches, span: tuple[int, int], right: Words) -> int:
    """Return the right word before which a passage belongs that is ``span`` left."""
    after = int(np.searchsorted(chain.left, span[0]))
    x0, y0 = (
        (int(chain.left[after - 1]), int(chain.right[after - 1]) + 1)
        if after
        else (-1, 0)
    )
    after = int(np.searchsorted(chain.left, span[1]))
    if after == len(chain.left):
        return len(right.kind) if y0 else 0
    x1, y1 = int(chain.left[after]), int(chain.right[after])
    share = (span[0] - x0) / max(1, span[0] - x0 + x1 - span[1])
    at = min(y1, y0 + round((y1 - y0) * share))
    return _near_unit_start(at, y0, y1, right)


def _near_unit_start(at: int, low: int, high: int, words: Words) -> int:
    if at >= len(words.unit):
        return at
    unit = words.unit[at]
    starts = (int(words.first[unit]), int(words.first[unit + 1]))
    inside = [start for start in starts if low <= start <= high]
    return min(inside, key=lambda start: abs(start - at), default=at)
