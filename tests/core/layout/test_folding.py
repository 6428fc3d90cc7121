"""Folded or hidden, every row that is shown stands in one item, and is found there."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.comparison import compare_texts
from tui_app.core.layout.folding import folded_items, open_items, side_items

FAIR = settings(max_examples=60, deadline=None)
FLAGS = st.lists(st.booleans(), max_size=40)


@FAIR
@given(FLAGS, st.data())
def test_every_row_that_is_not_hidden_is_in_one_item(folds, data):
    hidden = set(data.draw(st.lists(st.integers(0, len(folds)))))
    items = folded_items(len(folds), folds.__getitem__, hidden.__contains__)
    rows = [row for item in range(len(items)) for row in items[item]]
    assert rows == [row for row in range(len(folds)) if row not in hidden]


@FAIR
@given(FLAGS)
def test_only_rows_that_fold_share_an_item(folds):
    items = folded_items(len(folds), folds.__getitem__)
    for item in range(len(items)):
        run = items[item]
        assert len(run) == 1 or all(folds[row] for row in run)


@FAIR
@given(FLAGS)
def test_the_item_of_a_row_holds_it(folds):
    for items in (folded_items(len(folds), folds.__getitem__), open_items(len(folds))):
        assert all(row in items[items.at(row)] for row in range(len(folds)))


def test_a_side_by_itself_stands_in_its_own_order():
    rows = compare_texts(
        "Apples are red. Bears sleep long.", "Bears sleep long. New. Apples are red."
    ).rows
    items = side_items(rows, "right")
    shown = [rows[items[item].start].right for item in range(len(items))]
    assert shown == sorted(shown)
