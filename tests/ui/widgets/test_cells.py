"""Words cut to fit."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui_app.core.text.clusters import spans
from tui_app.ui.widgets.cells import Beside, cut, cut_middle, cut_start, shared_room

texts = st.text(st.sampled_from("ab…中文é ́🙂"), max_size=40)


@given(texts, st.integers(0, 50))
def test_cut_words_fit(text, width):
    assert cell_len(cut(text, width)) <= width
    assert cell_len(cut_middle(text, width)) <= width


@given(texts)
def test_words_that_fit_are_not_touched(text):
    assert cut(text, cell_len(text)) == text
    assert cut_middle(text, cell_len(text)) == text


def test_a_long_name_keeps_both_ends():
    short = cut_middle("chapter-one-of-the-long-report-final-2.txt", 16)
    assert short.startswith("chapter")
    assert short.endswith("al-2.txt")


CLUSTERS = ["a", "b ", "中", "e\u0301", "🇫🇷", "👩‍👩‍👧", "👍🏽", "क्षि", "กำ", "한", "각"]


@given(st.lists(st.sampled_from(CLUSTERS)).map("".join), st.integers(0, 20))
def test_no_cluster_is_cut(text, width):
    whole = {start for start, _ in spans(text)} | {len(text)}
    assert len(cut(text, width, "").rstrip()) in {
        len(text[:at].rstrip()) for at in whole
    }
    left = cut_start(text, width, "").lstrip()
    assert left in {text[at:].lstrip() for at in whole}
    head, sign, tail = cut_middle(text, max(3, width)).partition("…")
    assert text.startswith(head)
    assert text.endswith(tail)
    if sign:
        assert len(text) - len(tail) in whole


rooms = st.builds(Beside, st.integers(0, 90), st.integers(0, 90))


@given(rooms, rooms)
def test_what_one_name_does_not_need_the_other_has(given_room, needed):
    shared = shared_room(given_room, needed)
    assert sum(shared) == sum(given_room)
    for room, own, need, spare in zip(
        shared, given_room, needed, reversed(given_room), strict=True
    ):
        assert min(own, need) <= room <= max(own, own + spare)
    if sum(needed) <= sum(given_room):
        assert all(room >= need for room, need in zip(shared, needed, strict=True))
