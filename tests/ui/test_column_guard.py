"""Columns stay apart where the terminal turns right-to-left text round."""

import unicodedata

from rich.cells import cell_len
from rich.segment import ControlType, Segment
from textual.color import Color

from tui_app.ui.column_guard import FENCE, ColumnGuard

BLACK = Color(0, 0, 0)


def passed(*texts):
    return ColumnGuard().apply([Segment(text) for text in texts], BLACK)


def strong(text):
    """Return the direction of each character that has one, figures included."""
    directions = map(unicodedata.bidirectional, text)
    return [one for one in directions if one in {"L", "R", "AL", "EN", "AN"}]


def test_a_fence_stands_between_the_columns_of_two_right_to_left_texts():
    segments = passed("   ", "قال ذلك.", "    ", "  ", "=", "  ", "שלום", " ")
    between = "".join(segment.text for segment in segments[2:6])
    assert "L" in strong(between)


def test_the_figures_of_the_right_column_belong_to_it():
    line = "".join(segment.text for segment in passed("قال", "     ", "1948"))
    assert strong(line)[3:] == ["L", "EN", "EN", "EN", "EN"]


def test_what_a_word_became_stands_behind_it():
    assert "L" in strong(passed("قال", " → ", "كتب")[1].text)


def test_lines_keep_their_cells_and_their_texts():
    texts = ("  ", "אמר  שלום", "   ", "said  so")
    segments = passed(*texts)
    assert [cell_len(one.text) for one in segments] == [cell_len(one) for one in texts]
    assert [segments[1].text, segments[3].text] == [texts[1], texts[3]]


def test_lines_without_right_to_left_text_stay_as_they_are():
    line = [Segment("  été"), Segment("    "), Segment("中文  ")]
    assert ColumnGuard().apply(line, BLACK) is line


def test_movements_of_the_cursor_pass():
    control = Segment("\x1b[H   ", None, [(ControlType.HOME,)])
    line = [control, Segment("שלום"), Segment("  ")]
    assert ColumnGuard().apply(line, BLACK)[0] == control
    assert ColumnGuard().apply(line, BLACK)[2].text == f" {FENCE}"
