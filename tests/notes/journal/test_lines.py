"""A line of the journal comes back as written, or is known to be damaged."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.notes.journal.records import Trust, decode, encode

values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4)
    ),
    max_leaves=8,
)
members = st.dictionaries(
    st.text(min_size=1).filter(lambda k: k not in "crcv"), values, max_size=6
)


@given(members)
@settings(max_examples=60)
def test_what_is_written_is_read_again(fields):
    raw = encode({"op": "put", **fields})
    line = decode(raw.rstrip(b"\n"))
    assert raw.count(b"\n") == 1
    assert line.trust is Trust.GOOD
    assert line.fields == {"v": 1, "op": "put", **fields}


@given(members, st.data())
@settings(max_examples=100)
def test_no_flipped_bit_goes_unnoticed(fields, data):
    raw = bytearray(encode({"op": "put", **fields})[:-1])
    bit = data.draw(st.integers(0, 8 * len(raw) - 1))
    raw[bit // 8] ^= 1 << bit % 8
    assert decode(bytes(raw)).trust is Trust.DAMAGED


def test_a_line_whose_end_became_another_says_the_same():
    raw = encode({"op": "put", "body": "two\r\nlines"})
    assert decode(raw.replace(b"\n", b"\r")) == decode(raw.rstrip(b"\n"))


def test_half_a_surrogate_pair_survives():
    raw = encode({"op": "put", "body": "\ud83d"})
    assert decode(raw.rstrip(b"\n")).fields["body"] == "\ud83d"


def test_a_line_mended_by_hand_is_taken_and_counted_as_unverified():
    line = decode(json.dumps({"v": 1, "op": "put"}, separators=(",", ":")).encode())
    assert line.trust is Trust.UNVERIFIED
    assert line.fields["op"] == "put"


def test_hostile_lines_are_damage_and_no_crash():
    for raw in (
        b"",
        b"\0" * 64,
        b"<<<<<<< HEAD",
        b"[" * 100_000,
        b'{"v":' + b"[" * 100_000,
        b'{"v":1e400}',
        b'{"v":true}',
        b'{"v":' + b"9" * 10_000 + b"}",
        b'{"v":1,"body":"\xff\xfe"}',
    ):
        assert decode(raw).trust is Trust.DAMAGED
