"""What formats say is there in the reader: places, parts, and what was left out."""

import pytest

from tui_app.core.comparison import compare
from tui_app.core.extract import Format, Part
from tui_app.core.formats.taking import FURNITURE, Taking
from tui_app.core.segmentation import segment, segment_extract
from tui_app.review.details import row_details
from tui_app.ui.screens.goto import places_of
from tui_app.ui.screens.left_out import LeftOutScreen

TEXTS = [f"Passage number {n} stands on its own here, as it did." for n in range(6)]


def paged(name):
    taking = Taking()
    for number, text in enumerate(TEXTS):
        if number % 2 == 0:
            taking.at(f"page {number // 2 + 1}")
        taking.add(text, Part.LIST_ITEM if number == 3 else Part.PARAGRAPH)
        if number == 4:
            taking.leave_out("Evening News 3", FURNITURE)
    return segment_extract(taking.extract(Format.PDF), name, "sentence")


@pytest.fixture
def reader(parts):
    left, right = paged("a.pdf"), segment("\n\n".join(TEXTS), "b.txt", "sentence")
    return parts(made=compare(left, right))


def test_pages_can_be_gone_to(reader):
    assert places_of(reader.review.comparison) == [
        (0, "page 1"),
        (2, "page 2"),
        (4, "page 3"),
    ]


def test_where_both_have_pages_the_side_is_told():
    comparison = compare(paged("a.pdf"), paged("b.pdf"))
    names = [name for _, name in places_of(comparison)]
    assert names == [
        *("page 1, left", "page 2, left", "page 3, left"),
        *("page 1, right", "page 2, right", "page 3, right"),
    ]


def test_the_details_tell_what_a_passage_is_and_where_it_stands(reader):
    details = row_details(reader.review.comparison, 3)
    assert details.standing == ("list item, page 2", "")


def test_what_was_left_out_leads_to_where_it_stood(reader):
    reader.do("left-out")
    screen, then = reader.opened[-1]
    assert isinstance(screen, LeftOutScreen)
    (entry,) = [one for one in screen._entries if one.value is not None]
    assert entry.words.strip() == "header or footer: evening news 3"
    then(entry.value)
    assert reader.row == 4


def test_where_nothing_was_left_out_that_is_said(parts):
    reader = parts("One passage.", "One passage.")
    reader.do("left-out")
    assert reader.said == ["Nothing was left out of these documents."]
