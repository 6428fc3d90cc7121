"""The units of a book as columns: the same units, and quick to send."""

import pickle
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.model import Document, Role, Unit
from tui_app.core.units import (
    ColumnUnits,
    longest_unit,
    paragraph_borders,
    unit_ends,
    unit_starts,
)

NUMBERS = st.integers(0, 2**31 - 1)
UNITS = st.lists(
    st.builds(Unit, NUMBERS, NUMBERS, st.integers(0, 9), st.sampled_from(Role)),
    max_size=20,
).map(tuple)


@given(UNITS)
def test_columns_hold_the_same_units(units):
    columns = ColumnUnits.of(units)
    one_by_one = [columns[number] for number in range(len(columns))]
    assert one_by_one == list(units)
    assert all(isinstance(one, Unit) for one in one_by_one)
    assert columns[1:3] == units[1:3]
    assert list(columns) == list(units)
    assert columns == units
    assert hash(columns) == hash(units)
    assert columns[-1:] == units[-1:]


@given(UNITS)
def test_columns_are_the_same_in_another_process(units):
    document = Document("x", None, "", "line", ColumnUnits.of(units))
    sent = pickle.dumps(document)
    assert pickle.loads(sent) == document  # noqa: S301 - its own
    assert b"\x8c\x04Unit" not in sent


@given(UNITS)
def test_what_is_asked_of_columns_is_what_the_units_say(units):
    columns = ColumnUnits.of(units)
    assert longest_unit(columns) == longest_unit(units)
    assert list(unit_ends(columns)) == list(unit_ends(units))
    assert list(unit_starts(columns)) == [unit.start for unit in units]
    assert list(unit_starts(units)) == [unit.start for unit in units]
    assert paragraph_borders(columns) == paragraph_borders(units)


@given(UNITS)
def test_a_paragraph_lies_between_two_borders(units):
    borders = paragraph_borders(units)
    assert borders[-1] == len(units)
    for first, last in pairwise(borders):
        assert len({unit.paragraph for unit in units[first:last]}) == 1
        assert last == len(units) or units[last - 1].paragraph != units[last].paragraph
