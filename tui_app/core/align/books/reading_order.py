"""Blocks in reading order (the backbone), blocks that moved, and both in one order.

When every moved passage of the right text is put where its counterpart stands in the
left, all that follows is a problem in reading order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tui_app.core.align.books.arrays import Ints, rising
from tui_app.core.align.books.rare_words import WordBlock, WordMatches
from tui_app.core.align.books.word_numbers import WordNumbers
from tui_app.core.align.progress import Ticker
from tui_app.core.chains import chain_of_boxes

# Fewer matches are a formula said elsewhere sooner than a passage that moved.
_MOVED = 4
# Part of a moved block that the chain may claim on either side.
_CLAIMED = 0.3
# Words between two blocks of one passage at most, and words two blocks may share.
_MERGE = 400
_OVERLAP = 20


@dataclass(frozen=True, slots=True)
class Backbone:
    """Blocks in reading order, and the passages that stand elsewhere."""

    chain: tuple[WordBlock, ...]
    moved: tuple[tuple[WordBlock, ...], ...]


def backbone(blocks: Sequence[WordBlock], ticker: Ticker) -> Backbone:
    """Return the heaviest chain of ``blocks`` and the heavy blocks off it."""
    kept = _chain(blocks, ticker)
    chain = [blocks[number] for number in kept]
    on_chain = set(kept)
    others = [block for number, block in enumerate(blocks) if number not in on_chain]
    return Backbone(tuple(chain), tuple(_moved(chain, others, ticker)))


def _chain(blocks: Sequence[WordBlock], ticker: Ticker) -> list[int]:
    """Return the numbers of the heaviest chain.

    Words change places within a sentence, so blocks may overlap a little on the
    right.
    """
    return chain_of_boxes(
        [block.left for block in blocks],
        [
            (start, max(start + 1, end - _OVERLAP))
            for start, end in (block.right for block in blocks)
        ],
        [block.weight for block in blocks],
        ticker.each,
    )


def _moved(
    chain: Sequence[WordBlock], others: Sequence[WordBlock], ticker: Ticker
) -> list[tuple[WordBlock, ...]]:
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


def _weight(passage: Sequence[WordBlock]) -> int:
    return sum(block.weight for block in passage)


def _passages(blocks: Sequence[WordBlock]) -> list[tuple[WordBlock, ...]]:
    """Join blocks that follow each other closely in both texts."""
    passages: list[list[WordBlock]] = []
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


@dataclass(frozen=True, slots=True)
class RoughMatches:
    """A first alignment of words.

    ``order`` holds the word numbers of the right text in the order in which the
    left text says the same; ``matches`` rise in both when their right side is a
    position in ``order``.
    """

    order: Ints
    matches: WordMatches

    def in_right_order(self) -> WordMatches:
        """Return the matches by the word numbers of the right text."""
        return WordMatches(self.matches.left, self.order[self.matches.right])


def in_left_order(
    matches: WordMatches, found: Backbone, right: WordNumbers, ticker: Ticker
) -> RoughMatches:
    """Move every moved passage of the right to where its counterpart stands.

    What is left is a problem in reading order, whatever moved.
    """
    chain = matches.where(_numbers(found.chain))
    chain = chain.where(rising(chain.right))
    order = _order(found, chain, right, ticker)
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    blocks = [*found.chain, *(block for passage in found.moved for block in passage)]
    kept = matches.where(np.sort(_numbers(blocks)))
    placed = WordMatches(kept.left, place[kept.right]).in_left_order()
    return RoughMatches(order.astype(np.int32), placed.where(rising(placed.right)))


def _numbers(blocks: tuple[WordBlock, ...] | list[WordBlock]) -> Ints:
    if not blocks:
        return np.zeros(0, dtype=np.int64)
    return np.concatenate([np.arange(block.first, block.end) for block in blocks])


def _order(
    found: Backbone, chain: WordMatches, right: WordNumbers, ticker: Ticker
) -> Ints:
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
    found: Backbone, chain: WordMatches, right: WordNumbers
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


def _whole_units(
    span: tuple[int, int], claimed: Ints, words: WordNumbers
) -> tuple[int, int]:
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


def _target(chain: WordMatches, span: tuple[int, int], right: WordNumbers) -> int:
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


def _near_unit_start(at: int, low: int, high: int, words: WordNumbers) -> int:
    if at >= len(words.unit):
        return at
    unit = words.unit[at]
    starts = (int(words.first[unit]), int(words.first[unit + 1]))
    inside = [start for start in starts if low <= start <= high]
    return min(inside, key=lambda start: abs(start - at), default=at)
