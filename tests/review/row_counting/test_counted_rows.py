"""What travels and is kept comes out as it went in, or is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.difference_columns import DifferenceColumns
from tui_app.core.kinds import Kind
from tui_app.core.model import Difference, Relation, Row, Span
from tui_app.review.row_counting.counted_rows import CountedRows, RowsToCount
from tui_app.review.row_counting.tallies import Tally, TallyColumns

COUNTS = st.integers(0, 2**32 - 2)
TALLIES = st.builds(Tally, *[COUNTS] * 6)
SPANS = st.builds(Span, COUNTS, COUNTS)
NONE = st.none()
FOUND = st.lists(
    st.builds(Difference, st.sampled_from(Kind), SPANS, SPANS, NONE, NONE), max_size=3
)
ROWS = st.lists(st.tuples(TALLIES, st.none() | FOUND.map(tuple)), max_size=5)
UNITS = st.lists(COUNTS, max_size=3).map(tuple)


def together(first, rows):
    return CountedRows(
        first,
        TallyColumns.of([tally for tally, _ in rows]),
        DifferenceColumns.of([found for _, found in rows]),
    )


@given(COUNTS, ROWS)
def test_counted_rows_come_out_of_their_bytes_as_they_went_in(first, rows):
    made = CountedRows.from_bytes(together(first, rows).to_bytes())
    assert made.first == first
    assert list(made.differences) == [found for _, found in rows]
    columns = zip(*(tally for tally, _ in rows), strict=True)
    assert list(made.tallies.numbers) == [count for one in columns for count in one]


@given(ROWS, st.data())
def test_bytes_that_are_cut_off_are_refused(rows, data):
    whole = together(0, rows).to_bytes()
    cut = data.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(ValueError, match=r"."):
        CountedRows.from_bytes(whole[:cut])


@given(st.binary(max_size=200))
def test_any_other_bytes_are_refused(data):
    with pytest.raises(ValueError, match=r"."):
        CountedRows.from_bytes(data)


@given(st.lists(st.tuples(UNITS, UNITS, st.sampled_from(Relation)), max_size=6))
def test_rows_come_out_of_their_columns(places):
    rows = [Row(left, right, how, None, moved=False) for left, right, how in places]
    assert list(RowsToCount.of(rows).rows()) == rows


def test_the_columns_of_tallies_are_their_fields():
    columns = TallyColumns.of([Tally(1, 2, 3, 4, 5, 6), Tally(7, 8, 9, 10, 11, 12)])
    assert [list(getattr(columns, name)) for name in Tally._fields] == [
        [1, 7],
        [2, 8],
        [3, 9],
        [4, 10],
        [5, 11],
        [6, 12],
    ]
