"""Differences in columns of numbers are the differences that they were made of."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.comparison import compare_texts
from tui_app.core.difference_columns import (
    DifferenceColumns,
    RowsWorkedOut,
    WorkedOut,
)
from tui_app.core.kinds import Kind
from tui_app.core.model import Difference, Span

OFFSETS = st.integers(0, 2**32 - 2)
SPANS = st.builds(Span, OFFSETS, OFFSETS)
NUMBERS = st.none() | OFFSETS
DIFFERENCES = st.builds(
    Difference,
    st.sampled_from(Kind),
    st.none() | SPANS,
    st.none() | SPANS,
    NUMBERS,
    NUMBERS,
)
ROW = st.none() | st.lists(DIFFERENCES, max_size=4).map(tuple)
ROWS = st.lists(ROW, min_size=1, max_size=6)


@given(ROWS)
def test_differences_come_out_of_the_columns_as_they_went_in(rows):
    columns = DifferenceColumns.of(rows)
    assert list(columns) == rows
    assert len(columns) == len(rows)


@given(ROWS)
def test_columns_come_out_of_their_bytes(rows):
    columns = DifferenceColumns.from_bytes(DifferenceColumns.of(rows).to_bytes())
    assert list(columns) == rows


@given(ROWS, ROWS, st.integers(0, 5))
def test_what_is_known_of_a_row_is_its_own(some, others, gap):
    later = len(some) + gap
    known = WorkedOut([RowsWorkedOut(later, DifferenceColumns.of(others))])
    known.add(RowsWorkedOut(0, DifferenceColumns.of(some)))
    expected = [*some, *[None] * gap, *others, None]
    assert [known.of_row(row) for row in range(len(expected))] == expected


@given(ROWS, st.frozensets(st.sampled_from(Kind)))
def test_a_row_lacks_what_it_is_known_not_to_have(rows, kinds):
    known = WorkedOut([RowsWorkedOut(2, DifferenceColumns.of(rows))])
    for number, found in enumerate([None, None, *rows, None]):
        has = found is None or any(one.kind in kinds for one in found)
        assert known.lacks(number, kinds) is not has


@pytest.mark.parametrize(
    ("sizes", "kinds", "numbers"),
    [([2], b"\0", [0] * 6), ([1], b"\0", [0] * 5), ([1], b"\xff", [0] * 6)],
    ids=["a difference is missing", "a number is missing", "no such kind"],
)
def test_columns_that_do_not_fit_together_are_refused(sizes, kinds, numbers):
    with pytest.raises(ValueError, match=r"."):
        DifferenceColumns(array("I", sizes), kinds, array("I", numbers))


def test_a_comparison_answers_with_what_it_was_given_to_know():
    made = compare_texts("It rained on 3 May.", "It rained on 4 May.")
    told = (Difference(Kind.WORDING, Span(0, 2), Span(0, 2)),)
    made.know(RowsWorkedOut(0, DifferenceColumns.of([told])))
    assert made.differences(0) == told
    assert made.forgetful().differences(0) == told


def test_of_a_row_with_one_side_it_knows_the_facts_stated_and_no_differences():
    made = compare_texts("", "It rained on 4 May.")
    told = (Difference(Kind.NUMBER, None, Span(13, 14)),)
    made.know(RowsWorkedOut(0, DifferenceColumns.of([told])))
    assert made.stated(0) == told
    assert made.differences(0) == ()
