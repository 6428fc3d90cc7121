"""Runs of equal words that stand elsewhere: the heaviest first, then the nearest."""

import heapq
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.collation import moved_words
from tui_app.core.collation.collation import MOVED, CollationDraft
from tui_app.core.collation.moved_words import LEAST_WEIGHT, match_moved
from tui_app.core.collation.tokens import Tokens
from tui_app.core.collation.word import MARK, MARK_WEIGHT

WORDS = ["go", "on", "the", "cat", "7", "12", ",", "“", "”"]
passages = st.lists(st.sampled_from(WORDS), min_size=1, max_size=24).map(" ".join)


def draft_of(left, right, held):
    """Return a draft in which the words that ``held`` numbers answer each other."""
    draft = CollationDraft(Tokens(left).words, Tokens(right).words)
    for n in held:
        if n < min(len(draft.left), len(draft.right)) and draft.both_free(n, n):
            draft.of_left[n] = draft.of_right[n] = n
    return draft


def run_of(draft, left, right, length):
    """Return a run as it is chosen: less the marks at its ends, the best the least."""
    words = draft.left[left : left + length]
    while words and words[0].sort is MARK:
        words, left, right = words[1:], left + 1, right + 1
    while words and words[-1].sort is MARK:
        words = words[:-1]
    weight = sum(word.weight for word in words)
    distance = abs(left / len(draft.left) - right / len(draft.right))
    return (-weight, distance, left, right, len(words)), weight >= LEAST_WEIGHT


def chosen_one_by_one(draft):
    """Match runs as ``match_moved`` says, by a look at all of them each time."""
    while True:
        runs = []
        for i in range(len(draft.left)):
            for j in range(len(draft.right)):
                inside = draft.free_and_equal(i - 1, j - 1)
                if draft.free_and_equal(i, j) and not inside:
                    length = 1
                    while draft.free_and_equal(i + length, j + length):
                        length += 1
                    run, heavy = run_of(draft, i, j, length)
                    words = draft.left[i : i + length]
                    if heavy and any(word.weight > MARK_WEIGHT for word in words):
                        runs.append(run)
        if not runs:
            return
        _, _, left, right, length = min(runs)
        for n in range(length):
            draft.match(left + n, right + n, MOVED)


@given(passages, passages, st.sets(st.integers(0, 20), max_size=6))
@settings(deadline=None, max_examples=300)
def test_runs_are_chosen_as_if_all_were_looked_at_each_time(left, right, held):
    found, expected = draft_of(left, right, held), draft_of(left, right, held)
    numbers = found.free_left(), found.free_right()
    moved_words._match_runs(found, *numbers)
    chosen_one_by_one(expected)
    assert found.of_left == expected.of_left


def test_of_a_run_that_is_often_repeated_few_pairs_are_looked_at():
    left = " ".join(f"“ go {n} ”" for n in range(70))
    right = " ".join(f"“ go {n} ”" for n in range(70, 140))
    draft = draft_of(left, right, ())
    with patch.object(heapq, "heappop", wraps=heapq.heappop) as looked_at:
        match_moved(draft)
    assert all(at >= 0 for at in draft.of_left[1::4])
    assert looked_at.call_count < 400
