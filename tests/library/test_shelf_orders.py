"""Groups and pairs of a shelf stand in the order asked for, and none is lost."""

from hypothesis import given
from hypothesis import strategies as st

from tui_app.library.shelf import Shelf, ShelfPair, ShelfText
from tui_app.library.shelf_orders import (
    ShelfOrder,
    alone_in_order,
    groups_in_order,
    next_order,
)

DATES = ("2024-05-02", "", "2024", "--05-03", "2023-01-01", "2024-05-01")
TEXTS = tuple(
    ShelfText(f"/{name}.txt", name, date, "", 10)
    for name, date in zip("fbcade", DATES, strict=True)
)


def pair(left, right, score):
    return ShelfPair(left, right, score, score, score, None, "")


SHELF = Shelf(
    TEXTS,
    pairs=(pair(4, 5, 0.9), pair(0, 1, 0.8), pair(1, 2, 0.7), pair(0, 5, 0.1)),
    groups=((0, 1, 2), (4, 5)),
)


def order(by):
    groups = groups_in_order(SHELF, by)
    return [(one.texts, [found[:2] for found in one.pairs]) for one in groups]


def test_by_shared_wording_the_best_pair_ranks_its_group():
    assert order(ShelfOrder.SCORE) == [
        ((4, 5), [(4, 5)]),
        ((0, 1, 2), [(0, 1), (1, 2)]),
        ((0, 5), [(0, 5)]),
    ]


def test_by_date_the_latest_come_first_and_by_size_the_largest():
    assert order(ShelfOrder.DATE)[0] == ((0, 1, 2), [(0, 1), (1, 2)])
    assert [texts for texts, _ in order(ShelfOrder.SIZE)] == [
        (0, 1, 2),
        (4, 5),
        (0, 5),
    ]


def test_by_name_the_first_title_ranks():
    assert [texts for texts, _ in order(ShelfOrder.NAME)] == [
        (0, 1, 2),  # b
        (4, 5),  # d
        (0, 5),  # f
    ]


def test_a_text_in_no_pair_is_alone():
    for by in ShelfOrder:
        assert alone_in_order(SHELF, by) == [3]


def test_the_orders_follow_each_other_in_a_ring():
    by = ShelfOrder.SCORE
    seen = []
    for _ in ShelfOrder:
        seen.append(by)
        by = next_order(by)
    assert seen == [*ShelfOrder]
    assert by is ShelfOrder.SCORE


numbers = st.integers(0, 5)
shelves = st.builds(
    lambda found, groups: Shelf(TEXTS, pairs=tuple(found), groups=groups),
    st.lists(
        st.tuples(numbers, numbers, st.floats(0, 1))
        .filter(lambda one: one[0] < one[1])
        .map(lambda one: pair(*one)),
        unique_by=lambda one: one[:2],
    ),
    st.sampled_from([(), ((0, 1, 2), (4, 5)), ((0, 1, 2, 3, 4, 5),)]),
)


@given(shelves, st.sampled_from(ShelfOrder))
def test_every_pair_stands_in_one_group(shelf, by):
    found = [one for group in groups_in_order(shelf, by) for one in group.pairs]
    assert sorted(found) == sorted(shelf.pairs)
    for group in groups_in_order(shelf, by):
        assert all({*one[:2]} <= {*group.texts} for one in group.pairs)
