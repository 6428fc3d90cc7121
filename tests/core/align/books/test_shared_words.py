"""What units share, word order aside, however unlike their lengths."""

from __future__ import annotations

import tracemalloc
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.align.books.shared_words import Pool, shared_words
from tui_app.core.align.books.word_numbers import WordNumbers

KINDS = 6
WEIGHTS = np.array([0.5, 1.0, 2.0, 4.0, 8.0, 16.0])
texts = st.lists(st.lists(st.integers(0, KINDS - 1), max_size=9), min_size=1)


def words(units):
    counts = [len(unit) for unit in units]
    return WordNumbers(
        np.array([kind for unit in units for kind in unit], dtype=np.int32),
        np.repeat(np.arange(len(units), dtype=np.int32), counts),
        np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        KINDS,
    )


def pool(units, free=None):
    found = words(units)
    every = np.ones(len(found.kind), dtype=bool)
    return Pool(found, every if free is None else free, WEIGHTS)


def weight(kinds):
    return sum(WEIGHTS[kind] for kind in kinds.elements())


@settings(max_examples=60)
@given(texts, texts, st.data())
def test_every_word_is_shared_as_often_as_both_have_it(left, right, data):
    pairs = data.draw(
        st.lists(
            st.tuples(st.integers(0, len(left) - 1), st.integers(0, len(right) - 1)),
            min_size=1,
        )
    )
    i, j = np.array(pairs).T
    found = shared_words(pool(left), pool(right), i, j)
    for number, (one, other) in enumerate(pairs):
        bags = Counter(left[one]), Counter(right[other])
        assert found.shared[number] == weight(bags[0] & bags[1])
        assert (found.left[number], found.right[number]) == tuple(map(weight, bags))


def test_words_that_are_taken_are_not_shared():
    free = np.array([True, False, True])
    found = shared_words(
        pool([[0, 1, 2]], free), pool([[2, 1]]), np.array([0]), np.array([0])
    )
    assert (found.shared[0], found.left[0]) == (WEIGHTS[2], WEIGHTS[0] + WEIGHTS[2])


@pytest.mark.parametrize("turned", [False, True])
def test_a_long_unit_is_not_laid_out_for_every_short_one(turned):
    many = 2000
    sides = [pool([[0, 1, 2, 3] * 2500]), pool([[n % KINDS] for n in range(many)])]
    numbers = [np.zeros(many, dtype=np.int64), np.arange(many)]
    if turned:
        sides, numbers = sides[::-1], numbers[::-1]
    tracemalloc.start()
    shared_words(*sides, *numbers)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10_000_000
