"""The map shows the weightiest of many rows, and leads to the row it shows."""

from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.comparison import compare
from tui_app.core.segmentation import segment
from tui_app.review.signs import Weight
from tui_app.review.text_map import TextMap


def read(text: str):
    return segment(text, None, "sentence")


@given(st.integers(1, 60))
def test_the_map_shows_the_weightiest_of_the_rows_of_a_line(height):
    text = "\n\n".join(f"Line {n} is here." for n in range(40))
    comparison = compare(read(text), read(text.replace("Line 20 is", "Line 20 was")))
    text_map = TextMap(comparison, provisional=False)
    lines = text_map.lines(height, (), ())
    assert len(lines) == height
    assert max(lines) >= Weight.CHANGED
    text_map.mark_facts([3])
    assert max(text_map.lines(height, (), ())) == Weight.FACT
    assert max(text_map.lines(height, (5,), (7,))) == Weight.HIT


@given(st.floats(0, 1))
def test_a_place_on_the_map_and_a_row_agree(share):
    text = "\n\n".join(f"Line {n} is here." for n in range(40))
    document = read(text)
    text_map = TextMap(compare(document, document), provisional=False)
    row = text_map.row_at(share)
    assert text_map.share_of(row) <= share + 1e-9
