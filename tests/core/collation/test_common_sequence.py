"""Words that both passages share in the same order."""

from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.collation import sequence
from tui_app.core.collation.sequence import common_sequence
from tui_app.core.collation.tokens import Tokens

WORDS = ["the", "of", ",", "“", "go", "going", "visit", "visits", "5", "7"]
passages = st.lists(st.sampled_from(WORDS), max_size=24).map(" ".join)


@given(passages, passages, st.sampled_from([0, sequence.RUN_FEE]))
@settings(deadline=None, max_examples=300)
def test_a_window_with_the_same_words_is_matched_as_the_heaviest_chain(
    left, right, fee
):
    ours, theirs = Tokens(left).words, Tokens(right).words
    at_sight = common_sequence(ours, theirs, fee)
    with patch.object(sequence, "_word_for_word", lambda *_: []):
        assert at_sight == common_sequence(ours, theirs, fee)


def test_words_in_thousands_are_matched_where_they_stand():
    said = [f"go {number % 97} on {number}" for number in range(500)]
    other = [said[number + (number % 7 == 0)] for number in range(500)]
    ours, theirs = (Tokens(", ".join(one)).words for one in (said, other))
    kept = {
        (5 * number + word, 5 * number + word)
        for number in range(500)
        for word in range(4)
        if number % 7
    }
    assert kept <= set(common_sequence(ours, theirs))
