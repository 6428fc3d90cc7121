"""Words between matched words are matched alike, however much is looked at at once."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.align.books import matching as room
from tui_app.core.align.books.rare_words import WordMatches
from tui_app.core.align.progress import Ticker

_TEXTS = st.lists(st.integers(0, 9), max_size=40)


@st.composite
def matched_texts(draw):
    """Kinds of words of two texts, and rising matches between them."""
    left, right = draw(_TEXTS), draw(_TEXTS)
    most = min(len(left), len(right))
    count = draw(st.integers(0, most))
    chosen = [
        sorted(draw(st.permutations(range(len(side))))[:count])
        for side in (left, right)
    ]
    numbers = (np.array(side, dtype=np.int64) for side in (left, right, *chosen))
    left, right, ours, theirs = numbers
    return left, right, WordMatches(ours, theirs)


def refined(texts):
    matches = room.refine(*texts, Ticker(None, 1))
    return matches.left.tolist(), matches.right.tolist()


@given(matched_texts(), st.integers(1, 9))
@settings(max_examples=80)
def test_pieces_make_no_difference(texts, piece):
    whole = refined(texts)
    usual = room._PIECE
    room._PIECE = piece
    try:
        assert refined(texts) == whole
    finally:
        room._PIECE = usual


@given(matched_texts())
@settings(max_examples=80)
def test_what_is_found_are_equal_words_between_the_same_matches(texts):
    left, right, before = texts
    places = set(zip(before.left.tolist(), before.right.tolist(), strict=True))
    found = list(zip(*refined(texts), strict=True))
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(found))
    for x, y in set(found) - places:
        assert left[x] == right[y]
        assert stretch(before.left, x) == stretch(before.right, y)


def stretch(matched, place):
    return int(np.searchsorted(matched, place))
