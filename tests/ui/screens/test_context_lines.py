"""Words stand at one cell in all lines, whatever is about them."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui_app.review.citations import InContext
from tui_app.review.looks import Mark
from tui_app.ui.screens.context_lines import context_line


def words(pieces):
    return "".join(text for text, _ in pieces)


def test_the_words_stand_at_the_same_cell_and_what_is_cut_is_told():
    for before, after in (("", ""), ("a ", " b"), ("long before " * 9, " behind" * 9)):
        text = f"{before}lamp{after}"
        shown = InContext(
            text, len(before), (Mark(len(before), len(before) + 4, "hit"),)
        )
        line = context_line(shown, 40, "…")
        at = [text for text, _ in line].index("lamp")
        assert cell_len(words(line[:at])) == 16
        assert line[at] == ("lamp", "hit")
        assert ("…" in words(line)) == (len(text) > 40)


def test_a_passage_without_marks_that_fits_begins_the_line():
    line = context_line(InContext("A quiet day.", 8), 20, "…")
    assert words(line) == "A quiet day.        "


CELLS = st.text(st.sampled_from("ab 灯é\u0301\n\x1b"), max_size=60)


@given(
    CELLS, st.text("ab灯", max_size=5), CELLS, st.integers(4, 60), st.sampled_from("…~")
)
def test_a_line_takes_exactly_its_cells(before, middle, after, width, sign):
    start = len(before)
    marks = (Mark(start, start + len(middle), "hit"),) if middle else ()
    shown = InContext(before + middle + after, start, marks)
    line = context_line(shown, width, sign)
    assert cell_len(words(line)) == width
