"""Pieces of bytes that were joined part again where they were joined."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.joined_bytes import joined, numbers, parted

PIECES = st.lists(st.binary(max_size=9), max_size=5)


@given(PIECES)
def test_pieces_part_where_they_were_joined(pieces):
    assert parted(joined(*pieces)) == parted(joined(*pieces), len(pieces)) == pieces


@given(PIECES)
def test_pieces_are_refused_where_more_are_wanted(pieces):
    with pytest.raises(ValueError, match="missing"):
        parted(joined(*pieces), len(pieces) + 1)


def test_half_a_number_is_refused():
    with pytest.raises(ValueError, match=r"."):
        numbers(b"123")
