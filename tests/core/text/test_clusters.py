"""What is one to a reader is told from what is two."""

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.text.clusters import are_single, border, next_border, spans

# The whole test of Unicode 15 (Unicode License v3), its comments left out.
CASES = Path(__file__).with_name("GraphemeBreakTest-15.0.0.txt.gz")
FAMILY = "👨‍👩‍👧‍👦"
ONE = ["e\u0301", "🇫🇷", FAMILY, "👍🏽", "1\ufe0f\u20e3", "क्ष", "ก็", "각", "한", "ந்"]


def test_every_case_of_unicode_is_met(unicode_cases):
    met = 0
    for text, parted in unicode_cases(CASES):
        starts = [0, *parted]
        assert [start for start, _ in spans(text)] == starts[: len(text)], ascii(text)
        met += bool(text)
    assert met == 602


@pytest.mark.parametrize("one", ONE)
def test_what_a_reader_takes_for_one_is_one(one):
    assert list(spans(one)) == [(0, len(one))]
    text = f"a{one}b{one}{one}"
    wholes = {0, 1, 1 + len(one), 2 + len(one), 2 + 2 * len(one), len(text)}
    assert {border(text, at) for at in range(len(text) + 1)} == wholes


@given(st.text(max_size=80) | st.lists(st.sampled_from(ONE)).map("".join))
def test_clusters_join_to_the_text_and_borders_are_where_they_start(text):
    found = list(spans(text))
    assert "".join(text[start:end] for start, end in found) == text
    assert all(a[1] == b[0] for a, b in itertools.pairwise(found))
    starts = {start for start, _ in found} | {len(text)}
    for at in range(len(text) + 1):
        assert border(text, at) == max(one for one in starts if one <= at)


@given(st.text())
def test_what_is_told_to_be_single_at_once_is(text):
    if are_single(text):
        assert len(list(spans(text))) == len(text)


def test_a_heap_of_marks_takes_no_longer_than_its_length():
    for heap in ("\u0301", "\u200d", "\u094d", "🏽", "\u0600"):
        assert len(list(spans("क" + heap * 100_000 + "क"))) <= 3


@given(st.lists(st.sampled_from(ONE)).map("".join), st.data())
def test_the_next_border_ends_what_the_last_begins(text, data):
    at = data.draw(st.integers(0, len(text)))
    start, end = border(text, at), next_border(text, at)
    assert start <= at <= end
    assert (start, end) in {*spans(text), (at, at)}
