"""A record comes back as it was; what no record may say is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.notes.journal.records import (
    BadRecordError,
    EntryContent,
    Record,
    from_fields,
    to_fields,
)
from tui_app.notes.note import Anchor, Status

offsets = st.integers(0, 1000)
anchors = st.builds(
    lambda side, start, length, words: Anchor(
        side, start, start + length, *words, "sha256-0"
    ),
    st.sampled_from(["left", "right"]),
    offsets,
    offsets,
    st.tuples(st.text(), st.text(), st.text()),
)
contents = st.builds(
    EntryContent,
    st.sampled_from(["note", "question", "reviewed", "of-the-future"]),
    st.text(),
    st.lists(st.text(max_size=20), max_size=3).map(tuple),
    st.sampled_from(Status),
    st.just("2026-11-21T17:05:09.412Z"),
    st.lists(anchors, max_size=3).map(tuple),
    st.sampled_from(["", "sentence"]),
    st.sampled_from(["", '{"color": "yellow"}']),
)
records = st.builds(
    Record,
    st.just("ID"),
    st.just("ACT"),
    st.none() | st.just("PREV"),
    st.integers(1, 99),
    st.just("2026-11-21T17:05:09.412Z"),
    st.text(max_size=20),
    st.none() | contents,
    st.none() | st.just("UNDONE"),
)

SOUND = to_fields(
    Record(
        "ID",
        "ACT",
        None,
        1,
        "t",
        "by",
        EntryContent(
            "note",
            "body",
            ("tag",),
            Status.OPEN,
            "t",
            (Anchor("left", 1, 2, "q", "p", "s", "h"),),
        ),
    )
)


@given(records)
@settings(max_examples=80)
def test_a_record_comes_back_as_it_was(record):
    assert from_fields({"v": 1, **to_fields(record)}) == record


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("id", "../../etc/passwd"),
        ("id", "x" * 65),
        ("id", None),
        ("act", 7),
        ("rev", -1),
        ("rev", True),
        ("rev", 1e400),
        ("rev", 2**40),
        ("body", None),
        ("body", "x" * ((1 << 20) + 1)),
        ("tags", "tag"),
        ("tags", ["x" * 1_000_000]),
        ("tags", ["x"] * 101),
        ("target", {}),
        ("target", [7]),
        ("target", [{**SOUND["target"][0], "doc": "X"}]),
        ("target", [{**SOUND["target"][0], "start": -1}]),
        ("target", [{**SOUND["target"][0], "start": 9}]),
        ("target", [{**SOUND["target"][0], "exact": ["q"]}]),
        ("target", [{"doc": "L"}]),
        ("target", SOUND["target"] * 1001),
    ],
)
def test_what_no_record_may_say_is_refused(name, value):
    assert from_fields(SOUND).id == "ID"
    with pytest.raises(BadRecordError):
        from_fields({**SOUND, name: value})


def test_members_of_other_programs_survive_a_change():
    record = from_fields({**SOUND, "color": "yellow", "nested": {"a": [1]}})
    fields = to_fields(record)
    assert fields["color"] == "yellow"
    assert fields["nested"] == {"a": [1]}
