"""Links, beads and rows in columns are those that were put in, and quick to send."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.link_columns import ColumnBeads, ColumnLinks, UnitGroups
from tui_app.core.model import Bead, Link, Relation, Row
from tui_app.core.row_columns import ColumnRows

UNITS = st.integers(0, 2**31 - 1)
GROUPS = st.lists(UNITS, max_size=4).map(tuple)
SCORES = st.floats(0, 1)
LINKS = st.lists(st.builds(Link, UNITS, UNITS, SCORES), max_size=9)
BEADS = st.lists(st.builds(Bead, GROUPS, GROUPS, SCORES), max_size=9)
ROWS = st.lists(
    st.builds(
        Row,
        GROUPS,
        GROUPS,
        st.sampled_from(Relation),
        st.none() | SCORES,
        moved=st.booleans(),
    ),
    max_size=9,
)
KINDS = st.one_of(
    st.tuples(st.just(UnitGroups), st.lists(GROUPS, max_size=9)),
    st.tuples(st.just(ColumnLinks), LINKS),
    st.tuples(st.just(ColumnBeads), BEADS),
    st.tuples(st.just(ColumnRows), ROWS),
)


@given(KINDS)
def test_columns_hold_the_same_items(drawn):
    kind, items = drawn
    columns = kind.of(items)
    assert list(columns) == items
    assert [columns[number] for number in range(len(columns))] == items
    assert [columns[number - len(items)] for number in range(len(items))] == items
    assert columns[1:-1] == tuple(items[1:-1])
    assert columns == tuple(items)
    assert repr(columns) == repr(tuple(items))
    assert hash(columns) == hash(tuple(items))
    assert [type(one) for one in columns] == [type(one) for one in items]


@given(KINDS)
def test_columns_are_the_same_in_another_process(drawn):
    kind, items = drawn
    columns = kind.of(items)
    assert pickle.loads(pickle.dumps(columns)) == columns  # noqa: S301 - its own


@given(ROWS)
def test_a_row_without_a_score_has_none_again(rows):
    found = [row.score for row in ColumnRows.of(rows)]
    assert found == [row.score for row in rows]
    assert all(row.moved in {True, False} for row in ColumnRows.of(rows))


@given(st.dictionaries(st.integers(0, 40), st.booleans()), SCORES)
def test_beads_are_put_among_others_in_the_order_of_the_left(units, score):
    beads = [Bead((unit, unit + 100), (unit,), score) for unit in sorted(units)]
    some = [bead for bead in beads if units[bead.left[0]]]
    others = [bead for bead in beads if not units[bead.left[0]]]
    assert list(ColumnBeads.of(some).with_more(others)) == beads


@pytest.mark.parametrize("kind", [UnitGroups, ColumnLinks, ColumnBeads, ColumnRows])
def test_what_is_beyond_the_last_is_not_there(kind):
    columns = kind.of(())
    assert len(columns) == 0
    for number in (0, -1):
        with pytest.raises(IndexError):
            columns[number]
