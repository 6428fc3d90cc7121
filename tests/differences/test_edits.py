"""The letters that differ are the fewest, and the same for words of any length."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from tui_app.core.differences.edits import Change, edits

words = st.lists(st.sampled_from("abcé"), max_size=10)


def size(change):
    return max(
        change.left_end - change.left_start, change.right_end - change.right_start
    )


@given(words, words)
def test_no_fewer_letters_turn_one_word_into_the_other(left, right):
    assert sum(map(size, edits(left, right))) == Levenshtein.distance(left, right)


@given(words, words)
def test_the_changes_turn_one_word_into_the_other(left, right):
    turned = list(left)
    for change in reversed(edits(left, right)):
        start, end = change.right_start, change.right_end
        turned[change.left_start : change.left_end] = right[start:end]
    assert turned == right


@given(words, words)
def test_short_words_are_taken_apart_as_long_ones_are(left, right):
    tail = list("wxyz" * 20)
    assert letters(edits(left, right)) == letters(edits(left + tail, right + tail))


def letters(changes):
    """Every letter for itself: where changes meet, long words join them."""
    found = []
    for i, k, j, m in changes:
        found += [
            Change(min(i + n, k), min(i + n + 1, k), min(j + n, m), min(j + n + 1, m))
            for n in range(max(k - i, m - j))
        ]
    return found
