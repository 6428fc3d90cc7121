"""Groups hold what belongs together, and no chain makes one of two."""

from itertools import combinations

from tui_app.core.related.related_pairs import RelatedPair
from tui_app.core.related.text_groups import text_groups


def related(*pairs):
    """Return pairs, the first the best."""
    return [
        RelatedPair(left, right, 1 - number / 100, 0.5, 0.5)
        for number, (left, right) in enumerate(pairs)
    ]


def test_no_pairs_no_groups():
    assert text_groups([]) == ()


def test_a_pair_is_a_group():
    assert text_groups(related((2, 5))) == ((2, 5),)


def test_the_largest_group_comes_first():
    pairs = related((0, 1), (4, 5), (4, 6), (5, 6))
    assert text_groups(pairs) == ((4, 5, 6), (0, 1))


def test_one_text_that_has_a_bit_of_both_does_not_tie_two_stories():
    story, other = combinations(range(4), 2), combinations(range(4, 8), 2)
    pairs = related(*story, *other, (3, 4))
    assert text_groups(pairs) == ((0, 1, 2, 3), (4, 5, 6, 7))


def test_a_chain_is_no_group():
    groups = text_groups(related(*((n, n + 1) for n in range(20))))
    assert max(map(len, groups)) <= 3


def test_nobody_is_in_two_groups():
    groups = text_groups(related((0, 1), (1, 2), (2, 3), (0, 3), (1, 3)))
    texts = [text for group in groups for text in group]
    assert len(texts) == len({*texts})
