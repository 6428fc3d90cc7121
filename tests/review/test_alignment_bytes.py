"""An alignment comes out of its bytes as it went in; no others are taken for one."""

import math
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.joined_bytes import joined
from tui_app.core.model import Alignment, AlignmentBefore, Bead, Link, SomeUnits
from tui_app.review.alignment_bytes import alignment_from_bytes, alignment_to_bytes

NOT_A_NUMBER = array("d", [math.nan]).tobytes()
UNITS = st.integers(0, 2**31 - 1)
SIDES = st.lists(UNITS, max_size=4).map(tuple)
SCORES = st.floats(0, 1)
FREE = st.builds(
    Alignment,
    st.lists(st.builds(Bead, SIDES, SIDES, SCORES), max_size=5).map(tuple),
    st.lists(st.builds(Link, UNITS, UNITS, SCORES), max_size=5).map(tuple),
    st.none(),
)
SOME = st.builds(SomeUnits, SIDES, SIDES, st.frozensets(st.tuples(UNITS, UNITS)))
BEFORE = st.tuples(FREE, st.dictionaries(SOME, FREE, max_size=3))
SETTLED = st.tuples(FREE, BEFORE).map(
    lambda both: both[0]._replace(before=AlignmentBefore(*both[1]))
)


@given(FREE | SETTLED)
def test_an_alignment_comes_out_as_it_went_in(alignment):
    assert alignment_from_bytes(alignment_to_bytes(alignment)) == alignment


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no columns",
        joined(b"", b"", b""),
        joined(b"1", b"", b"", b""),
        joined(b"\1\0\0\0" * 2, b"", b"", b"\0" * 8),
        joined(b"", b"", b"", b"\0" * 8),
        joined(b"", b"", b"", b"", b""),
        joined(b"", b"", b"\xff" * 8, b"\0" * 8),
        joined(b"", b"", b"\0" * 8, NOT_A_NUMBER),
    ],
)
def test_other_bytes_are_refused(content):
    with pytest.raises(ValueError, match=r"."):
        alignment_from_bytes(content)
