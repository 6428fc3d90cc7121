"""Where a passage stands in its document."""

import pytest

from tui_app.core.extract import Format, Part
from tui_app.core.formats.taking import Taking
from tui_app.core.segmentation import segment, segment_extract
from tui_app.review.details import standing


@pytest.fixture
def book():
    taking = Taking()
    taking.at("page 1")
    taking.add("The mill", Part.TITLE)
    taking.add("The wheel", Part.HEADING, 2)
    taking.add("It turned all day. It stood at night.")
    taking.at("page 2")
    taking.add("Oats", Part.LIST_ITEM, 1)
    taking.add("Nobody saw it.")
    return segment_extract(taking.extract(Format.PDF), "mill.pdf", "sentence")


@pytest.mark.parametrize(
    ("units", "told"),
    [
        ((0,), "title, page 1"),
        ((1,), "heading of level 2, page 1"),
        ((2, 3), "page 1"),
        ((4,), "list item, page 2"),
        ((3, 4), "page 1, to page 2"),
        ((), ""),
    ],
)
def test_a_passage_is_told_by_what_it_is_and_where_it_stands(book, units, told):
    assert standing(book, units) == told


def test_of_plain_text_there_is_nothing_to_tell():
    assert standing(segment("One.\n\nTwo.", "a.txt", "sentence"), (0,)) == ""
