"""The stages of a collation in order; chance matches are given up on the way."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from itertools import pairwise

from tui_app.core.collation.collation import Collation, CollationDraft
from tui_app.core.collation.moved_words import match_moved
from tui_app.core.collation.pairing import pair_replaced
from tui_app.core.collation.sequence import WordPair, common_sequence
from tui_app.core.collation.tokens import Tokens
from tui_app.core.collation.word import Word

LIGHT = 0.14


def collate(left: str, right: str) -> Collation:
    """Lay two passages that say the same beside each other, word by word."""
    ours, theirs = Tokens(left), Tokens(right)
    draft = CollationDraft(ours.words, theirs.words)
    pairs = without_chance_matches(
        common_sequence(draft.left, draft.right), draft.left, draft.right
    )
    draft.match_in_sequence(pairs)
    match_moved(draft)
    gaps = draft.gaps(pairs)
    if pair_replaced(draft, gaps):
        gaps = draft.gaps(draft.pairs_in_sequence())
    return Collation(
        ours,
        theirs,
        gaps,
        draft.of_left,
        draft.of_right,
        draft.how,
    )


def without_chance_matches(
    pairs: Sequence[WordPair], left: Sequence[Word], right: Sequence[Word]
) -> list[WordPair]:
    """Return ``pairs`` less the runs that weigh too little beside their changes.

    Again and again the lightest run goes that weighs at most ``LIGHT`` of the
    lighter of the changes beside it; changes that meet become one.
    """
    runs = _runs(pairs)
    if len(runs) < 2:
        return list(pairs)
    ours, theirs = [word.weight for word in left], [word.weight for word in right]
    weights = [sum(ours[run[0][0] : run[-1][0] + 1]) for run in runs]
    changes = _changes(runs, ours, theirs)
    heap = [
        (weight, number)
        for number, weight in enumerate(weights)
        if weight <= LIGHT * min(changes[number], changes[number + 1])
    ]
    if not heap:
        return list(pairs)
    heapq.heapify(heap)
    before = list(range(-1, len(runs) - 1))
    after = list(range(1, len(runs) + 1))
    dropped: set[int] = set()
    while heap:
        weight, number = heapq.heappop(heap)
        ahead = after[number]
        if number in dropped or weight > LIGHT * min(changes[number], changes[ahead]):
            continue
        dropped.add(number)
        behind = before[number]
        changes[ahead] += changes[number]
        if behind >= 0:
            after[behind] = ahead
        if ahead < len(runs):
            before[ahead] = behind
        for neighbour in (behind, ahead):
            if 0 <= neighbour < len(runs):
                heapq.heappush(heap, (weights[neighbour], neighbour))
    return [pair for n, run in enumerate(runs) if n not in dropped for pair in run]


def _runs(pairs: Sequence[WordPair]) -> list[Sequence[WordPair]]:
    ends = [
        number
        for number, ((i, j), (k, m)) in enumerate(pairwise(pairs), 1)
        if k - i != 1 or m - j != 1
    ]
    cuts = [0, *ends, len(pairs)] if pairs else []
    return [pairs[start:end] for start, end in pairwise(cuts)]


def _changes(
    runs: Sequence[Sequence[WordPair]], left: Sequence[float], right: Sequence[float]
) -> list[float]:
    """Return the weight of the change before each run, and of that after the last.

    ``left`` and ``right`` are the weights of the words.
    """
    ends = [(-1, -1), *(run[-1] for run in runs), (len(left), len(right))]
    starts = [*(run[0] for run in runs), (len(left), len(right))]
    return [
        sum(left[i + 1 : k]) + sum(right[j + 1 : m])
        for (i, j), (k, m) in zip(ends, starts, strict=False)
    ]
