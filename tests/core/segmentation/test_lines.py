"""The lines of a text and what ends them, as patterns would tell them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.core.segmentation import paragraphs as lines
from tui_app.core.segmentation import segment
from tui_app.core.segmentation.paragraphs import find_lines
from tui_app.core.text.punctuation import STOPS, ends_with_mark, ends_with_stop
from tui_app.core.units import ColumnUnits

PIECES = st.sampled_from(
    ["a", "b c", "é。", " ", "\n", "\n\n", "\r", "\r\n", "\t", "\xa0", "\x1c", "\u2028"]
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)
ENDS = st.text("a.。!?,;–”'》) \xa0", min_size=1, max_size=18)
AFTER = "[\"'”’»›)\\]}」』）】》〉｣\\s]*\\Z"


def blank_lines(gap):
    return len(re.findall(r"\r\n|\r|\n", gap)) - 1


@given(TEXTS)
def test_a_line_reaches_from_its_first_to_its_last_sign(text):
    found = [match.span() for match in re.finditer(r"\S(?:[^\n\r]*\S)?", text)]
    assert list(find_lines(text).spans()) == found


@given(TEXTS, st.integers(1, 5))
def test_where_a_portion_ends_makes_no_difference(text, portion):
    whole = find_lines(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "_PORTION", portion)
        assert find_lines(text) == whole


@given(TEXTS)
def test_a_new_paragraph_begins_behind_each_blank_line(text):
    starts, ends, paragraphs = find_lines(text)
    for one, other in zip(range(len(starts)), range(1, len(starts)), strict=False):
        parted = blank_lines(text[ends[one] : starts[other]]) > 0
        assert paragraphs[other] - paragraphs[one] == parted
    assert list(paragraphs[:1]) == [0] * len(starts[:1])


@given(ENDS.filter(lambda passage: passage == passage.strip()))
def test_closing_marks_may_stand_behind_the_stop(passage):
    span, tail = (0, len(passage)), passage[-12:]
    stop = re.search(f"[{STOPS}]{AFTER}", tail) is not None
    mark = re.search(f"[{STOPS},;:，；：、،؛–—-]{AFTER}", tail) is not None
    assert ends_with_stop(passage, span) == stop
    assert ends_with_mark(passage, span) == mark


def test_the_lines_of_a_book_are_those_of_a_page():
    page = "A title\n\n  One line of it. \nand another\n\n\n"
    few = segment(page, None, "line").units
    many = segment(page * 600, None, "line").units
    assert isinstance(many, ColumnUnits)
    assert [unit[:2] for unit in many[:3]] == [unit[:2] for unit in few]
    for number, unit in enumerate(many):
        first = few[number % 3]
        page_number = number // 3
        assert unit.start - first.start == page_number * len(page)
        assert unit.end - unit.start == first.end - first.start
        assert unit.paragraph == page_number * 2 + first.paragraph
