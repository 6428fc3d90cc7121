"""What formats say is there in the reader: places, parts, and what was left out."""

import pytest

from tui_app.core.comparison import compare
from tui_app.core.extract import Format, Part
from tui_app.core.formats.taking import FURNITURE, Taking
from tui_app.core.provisional_rows import provisional
from tui_app.core.row_places import RowPlaces
from tui_app.core.segmentation import segment, segment_extract
from tui_app.review.details import row_details
from tui_app.ui.screens.goto import GoToScreen, places_of
from tui_app.ui.screens.left_out import LeftOutScreen
from tui_app.ui.widgets.picklist import MOST_LISTED

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
    review = reader.review
    assert list(places_of(review.comparison, review.places)) == [
        (0, "page 1"),
        (2, "page 2"),
        (4, "page 3"),
    ]


def test_where_both_have_pages_the_side_is_told():
    comparison = compare(paged("a.pdf"), paged("b.pdf"))
    names = [name for _, name in places_of(comparison, RowPlaces(comparison))]
    assert names == [
        *("page 1, left", "page 2, left", "page 3, left"),
        *("page 1, right", "page 2, right", "page 3, right"),
    ]


@pytest.fixture
def film(parts):
    """Return a reader of more cues than are listed, with a remark left out of each."""
    taking = Taking()
    for number in range(MOST_LISTED + 2):
        taking.at(f"cue {number}x")
        taking.add("Yes.", Part.CUE)
        taking.leave_out(f"remark {number}x", "a remark")
    cues = segment_extract(taking.extract(Format.SUBTITLES), "a.srt", "sentence")
    return parts(made=provisional(cues, segment("Yes.", "b.txt", "sentence")))


@pytest.mark.parametrize(
    ("key", "screen"), [("go-to", GoToScreen), ("left-out", LeftOutScreen)]
)
def test_what_is_too_much_to_list_is_found_by_what_is_typed(film, key, screen):
    film.do(key)
    opened, _ = film.opened[-1]
    assert isinstance(opened, screen)
    named, *listed = opened._entries
    assert f"the first {MOST_LISTED}" in named.words
    assert len(listed) == MOST_LISTED
    last = f" {MOST_LISTED + 1}x"
    (named, found) = opened._found(last)
    assert "the first" not in named.words
    assert last in found.words


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
