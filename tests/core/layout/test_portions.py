"""A row of megabytes in portions is the row, no word or character torn."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.core.layout import portions
from tui_app.core.layout.folding import RowItems, open_items
from tui_app.core.layout.portions import Portion, portion_of, within
from tui_app.core.layout.set_lines import Flow
from tui_app.core.model import Role
from tui_app.core.text.clusters import spans

FAIR = settings(max_examples=80, deadline=None)
TEXTS = st.text(alphabet="ab \u0301\u200d中👩", min_size=1, max_size=900)


@FAIR
@given(TEXTS, st.integers(1, 9), st.integers(0, 900))
def test_the_portions_are_the_whole_in_order(text, count, cut):
    cut = min(cut, len(text))
    whole = [
        Flow(start, end, Role.BODY, opens=True, after_gap=False)
        for start, end in ((0, cut), (cut, len(text)))
        if start < end
    ]
    pieces = [
        piece
        for number in range(count)
        for piece in within(text, whole, Portion(number, count))
    ]
    assert "".join(text[piece.start : piece.end] for piece in pieces) == text
    assert sum(piece.opens for piece in pieces) == len(whole)
    assert {piece.start for piece in pieces} <= {
        0,
        cut,
        *(end for _, end in spans(text)),
    }


@FAIR
@given(st.integers(1, 900), st.integers(1, 9), st.data())
def test_an_offset_is_in_its_portion_or_in_the_one_before(size, count, data):
    text = ("word " * size)[:size]
    whole = [Flow(0, size, Role.BODY, opens=True, after_gap=False)]
    offset = data.draw(st.integers(0, size - 1))
    guess = portion_of(whole, offset, count)
    for number in range(count):
        for piece in within(text, whole, Portion(number, count)):
            if piece.start <= offset < piece.end:
                assert number <= guess


def test_a_long_row_has_an_item_for_each_portion():
    items = open_items(4).portioned({1: 3, 2: 2})
    assert [items[item].start for item in range(len(items))] == [0, 1, 1, 1, 2, 2, 3]
    assert [items.at(row) for row in range(4)] == [0, 1, 4, 6]
    assert items.span(5) == range(4, 6)
    assert RowItems([range(3)]).portioned({1: 2}).runs == [range(3)]


def test_only_rows_beyond_the_bound_are_long():
    from tui_app.core.comparison import compare_texts

    text = "word " * (portions.LONG // 5 + 10)
    comparison = compare_texts(f"Short.\n\n{text}", "Short.", "paragraph")
    assert list(portions.long_rows(comparison).values()) == [2]
