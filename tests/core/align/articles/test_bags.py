"""Bags share, lose and gain what the counts of their features would."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.align.articles.bags import BagItems, numbered, shared_weight

counts = st.dictionaries(st.integers(0, 6), st.integers(1, 3)).map(Counter)
WEIGHTS = [3, 5, 7, 11, 13, 17, 19]


class Bags:
    """Bags of a few features, made of how often each one is in them."""

    def __init__(self):
        self.items = BagItems(len(WEIGHTS))

    def bag(self, counted):
        return self.items.merged(
            [{numbered(WEIGHTS[k], k)} for k in counted.elements()] or [set()]
        )

    def weight(self, counted):
        return sum(WEIGHTS[k] for k in counted.elements())


@given(counts, counts)
def test_overlap_counts_what_both_hold(left, right):
    made = Bags()
    one, other = made.bag(left), made.bag(right)
    assert (
        shared_weight(one, other)
        == shared_weight(other, one)
        == made.weight(left & right)
    )


@given(counts, counts, counts)
def test_what_is_taken_from_a_bag_leaves_the_rest(left, taken, other):
    made = Bags()
    rest = made.items.rest(made.bag(left), made.bag(taken))
    assert rest == made.bag(left - taken)
    assert shared_weight(rest, made.bag(other)) == made.weight((left - taken) & other)


@given(counts, counts, counts)
def test_gained_is_what_a_merged_bag_shares_more(own, added, other):
    made = Bags()
    bags = made.bag(own), made.bag(added), made.bag(other)
    both = made.items.merged(bags[:2])
    assert both == made.bag(own + added)
    difference = shared_weight(both, bags[2]) - shared_weight(bags[0], bags[2])
    assert made.items.gained(*bags) == difference
