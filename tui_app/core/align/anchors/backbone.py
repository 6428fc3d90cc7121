"""The heaviest chain of blocks in reading order, and the blocks that moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from tui_app.core.align.anchors.blocks import Block
from tui_app.core.align.anchors.ticker import Ticker
from tui_app.core.chain import NOTHING, PrefixMaxima, chain_to

# Fewer anchors are a formula said elsewhere sooner than a passage that moved.
_MOVED = 4
# Part of a moved block that the chain may claim on either side.
_CLAIMED = 0.3
# Words between two blocks of one passage at most, and words two blocks may share.
_MERGE = 400
_OVERLAP = 20


@dataclass(frozen=True, slots=True)
class Backbone:
    """Blocks in reading order, and the passages that stand elsewhere."""

    chain: tuple[Block, ...]
    moved: tuple[tuple[Block, ...], ...]


def backbone(blocks: Sequence[Block], ticker: Ticker) -> Backbone:
    """Return the heaviest chain of ``blocks`` and the heavy blocks off it."""
    kept = _chain(blocks, ticker)
    chain = [blocks[number] for number in kept]
    on_chain = set(kept)
    others = [block for number, block in enumerate(blocks) if number not in on_chain]
    return Backbone(tuple(chain), tuple(_moved(chain, others, ticker)))


def _chain(blocks: Sequence[Block], ticker: Ticker) -> list[int]:
    """Return the numbers of the heaviest chain; blocks may not overlap in it.

    A sweep over the left text with a Fenwick tree of prefix maxima over the
    right (Abouelhoda & Ohlebusch 2005): O(n log n).
    """
    closes = [_close(block) for block in blocks]
    ranks = sorted(set(closes))
    maxima = PrefixMaxima(len(ranks))
    totals = [0.0] * len(blocks)
    before = [-1] * len(blocks)
    events = sorted(
        [(block.left[0], 1, number) for number, block in enumerate(blocks)]
        + [(block.left[1], 0, number) for number, block in enumerate(blocks)]
    )
    top = NOTHING
    for _, opening, number in ticker.each(events):
        block = blocks[number]
        if opening:
            # Ranks hold exclusive ends, so an end equal to this start is before it.
            found, before[number] = maxima.up_to(bisect_left(ranks, block.right[0] + 1))
            totals[number] = found + block.weight
        else:
            entry = (totals[number], number)
            top = max(top, entry, key=lambda pair: pair[0])
            maxima.put(bisect_left(ranks, closes[number]) + 1, entry)
    return chain_to(top[1], before)


def _close(block: Block) -> int:
    """Return where on the right the next block of a chain may begin.

    Words change places within a sentence, so blocks may overlap a little.
    """
    return max(block.right[0] + 1, block.right[1] - _OVERLAP)


def _moved(
    chain: Sequence[Block], others: Sequence[Block], ticker: Ticker
) -> list[tuple[Block, ...]]:
    """Return the passages off the chain, heaviest first where two overlap."""
    claims = (_Claims(), _Claims())
    for block in ticker.each(chain):
        claims[0].add(block.left, block.weight)
        claims[1].add(block.right, block.weight)
    passages = [p for p in _passages(others) if _weight(p) >= _MOVED]
    passages.sort(key=lambda passage: (-_weight(passage), passage[0].first))
    taken = []
    for passage in ticker.each(passages):
        spans = (
            (passage[0].left[0], passage[-1].left[1]),
            (passage[0].right[0], passage[-1].right[1]),
        )
        weight = _weight(passage)
        if all(
            claim.within(span) <= _CLAIMED * weight
            for claim, span in zip(claims, spans, strict=True)
        ):
            taken.append(passage)
            for claim, span in zip(claims, spans, strict=True):
                claim.add(span, weight)
    return taken


def _weight(passage: Sequence[Block]) -> int:
    return sum(block.weight for block in passage)


def _passages(blocks: Sequence[Block]) -> list[tuple[Block, ...]]:
    """Join blocks that follow each other closely in both texts."""
    passages: list[list[Block]] = []
    for block in blocks:
        last = passages[-1][-1] if passages else None
        if (
            last
            and 0 <= block.left[0] - last.left[1] <= _MERGE
            and -_OVERLAP <= block.right[0] - last.right[1] <= _MERGE
        ):
            passages[-1].append(block)
        else:
            passages.append([block])
    return [tuple(passage) for passage in passages]


class _Claims:
    """Which spans of one text are spoken for, and how heavily."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._spans: list[tuple[int, int, int]] = []

    def add(self, span: tuple[int, int], weight: int) -> None:
        at = bisect_left(self._starts, span[0])
        self._starts.insert(at, span[0])
        self._spans.insert(at, (*span, weight))

    def within(self, span: tuple[int, int]) -> float:
        """Return the weight claimed inside ``span``, shares by length."""
        total = 0.0
        at = max(0, bisect_left(self._starts, span[0]) - 1)
        while at < len(self._spans) and self._starts[at] < span[1]:
            start, end, weight = self._spans[at]
            shared = min(end, span[1]) - max(start, span[0])
            if shared > 0:
                total += weight * shared / (end - start)
            at += 1
        return total
