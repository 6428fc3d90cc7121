"""The words that both passages share in the same order.

A sparse dynamic programme over the points where two words match: the heaviest
rising chain, less a fee for every run of neighbouring matches, so that one long
run beats many scattered words (gap opening costs after Gotoh 1982; points instead
of cells after Hunt & Szymanski 1977). Its cost grows with the matching points, not
with the product of the lengths. Where frequent words make too many points, rare
words lay the ground first and the rest is filled in between, so that the work is
bounded for every input.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from rapidfuzz.distance import Indel

from tui_app.core.differences.chains import Pair, chain_of_points
from tui_app.core.differences.points import Window, by_key, matching_points
from tui_app.core.differences.words import Word

RUN_FEE = 0.3
_LONG_RUN = 3
_HEAVY_RUN = 1.5
_SHORTCUT_CELLS = 1_000_000


def common_sequence(
    left: Sequence[Word], right: Sequence[Word], fee: float = RUN_FEE
) -> list[Pair]:
    """Return pairs of word numbers, rising on both sides: equal or near words."""
    start, end = _equal_ends(left, right)
    window = Window(range(start, len(left) - end), range(start, len(right) - end))
    found = [(number, number) for number in range(start)]
    found += _within(left, right, window, fee)
    shift = len(right) - len(left)
    found += [(i, i + shift) for i in range(len(left) - end, len(left))]
    return found


def _equal_ends(left: Sequence[Word], right: Sequence[Word]) -> Pair:
    """Return how many words are equal at the start and at the end.

    A start without a word of content (*The*, a quotation mark) may be chance.
    """
    most = min(len(left), len(right))
    start = 0
    while start < most and left[start].lower == right[start].lower:
        start += 1
    if start < most and not any(word.content for word in left[:start]):
        start = 0
    end = 0
    while end < most - start and left[-1 - end].lower == right[-1 - end].lower:
        end += 1
    return start, end


def _within(
    left: Sequence[Word], right: Sequence[Word], window: Window, fee: float
) -> list[Pair]:
    found, waiting = _long_runs(left, right, window)
    while waiting:
        here = waiting.pop()
        if not (here.left and here.right):
            continue
        points, complete = matching_points(left, right, here)
        if complete or points:
            chain = chain_of_points(points, here, fee)
        else:
            chain = _in_step(left, right, here)
        found += chain
        if not complete:
            waiting += _between(here, chain)
    return sorted(found)


def _long_runs(
    left: Sequence[Word], right: Sequence[Word], window: Window
) -> tuple[list[Pair], list[Window]]:
    """Match runs too long for chance, and return the windows between them too.

    A shortcut: these runs are part of the heaviest chain, and a longest common
    subsequence in machine code finds them at a fraction of the cost.
    """
    if not 0 < len(window.left) * len(window.right) <= _SHORTCUT_CELLS:
        return [], [window]
    ours = [left[i].lower for i in window.left]
    theirs = [right[j].lower for j in window.right]
    found: list[Pair] = []
    for block in Indel.opcodes(ours, theirs):
        if block.tag == "equal" and block.src_end - block.src_start >= _LONG_RUN:
            i = window.left.start + block.src_start
            j = window.right.start + block.dest_start
            end = i + block.src_end - block.src_start
            if sum([word.weight for word in left[i:end]]) >= _HEAVY_RUN:
                found += zip(range(i, end), count(j), strict=False)
    return found, list(_between(window, found)) if found else [window]


def _in_step(left: Sequence[Word], right: Sequence[Word], window: Window) -> list[Pair]:
    """Match the first, second, … place of the rarest word that both sides share.

    For passages that repeat few words endlessly, where looking for the best
    chain would take forever and none is better for a reader.
    """
    ours = by_key((left[i].lower, i) for i in window.left)
    theirs = by_key((right[j].lower, j) for j in window.right)
    shared = [word for word in ours if word in theirs]
    word = min(shared, key=lambda one: (len(ours[one]) * len(theirs[one]), one))
    return list(zip(ours[word], theirs[word], strict=False))


def _between(window: Window, chain: Sequence[Pair]) -> Iterator[Window]:
    ends = [(window.left.start - 1, window.right.start - 1), *chain]
    starts = [*chain, (window.left.stop, window.right.stop)]
    for (i, j), (k, m) in zip(ends, starts, strict=True):
        if chain and (k > i + 1 or m > j + 1):
            yield Window(range(i + 1, k), range(j + 1, m))
