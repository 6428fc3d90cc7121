"""Titles, datelines, captions and furniture are told apart, and never dropped."""

import pytest

from tui_app.core.model import Role
from tui_app.core.segmentation import segment

BODY = (
    "The minister spoke on Saturday about the visit of the commissioner to the "
    "country, which ended after six days with talks in the capital."
)
MORE = (
    "Both sides had exchanged their views on trade and on the rights of workers in "
    "depth, the minister said after the visit had ended."
)


def roles(*passages):
    document = segment("\n\n".join(passages), None, "paragraph")
    assert len(document.units) == len(passages)
    return [unit.role for unit in document.units], document.title


def test_an_article_page_is_read_as_one():
    found, title = roles(
        "Home>>",
        "Minister speaks about visit of commissioner",
        "(Agency) 10:12, May 29, 2022",
        "The minister on Saturday. Photo: Agency",
        BODY,
        "Talks in the capital",
        MORE,
        "READ ALSO: Something else happened elsewhere",
        BODY.replace("Saturday", "Sunday"),
        "(Web editor: Jane Doe)",
        "Leave a Reply",
    )
    assert title == "Minister speaks about visit of commissioner"
    assert found == [
        Role.BOILERPLATE,
        Role.TITLE,
        Role.DATELINE,
        Role.CAPTION,
        Role.BODY,
        Role.HEADING,
        Role.BODY,
        Role.TEASER,
        Role.BODY,
        Role.BOILERPLATE,
        Role.BOILERPLATE,
    ]


def test_the_title_is_the_line_whose_words_the_body_takes_up():
    _, title = roles(
        "World and Politics",
        "Sign up for letters that matter to you",
        "Minister speaks on visit of commissioner to capital",
        BODY,
        MORE,
    )
    assert title == "Minister speaks on visit of commissioner to capital"


def test_a_title_with_a_stop_is_known_by_its_repetition():
    line = "Minister speaks about the visit."
    found, title = roles(line, line, BODY, MORE)
    assert title == line
    assert found[:2] == [Role.TITLE, Role.TEASER]


def test_without_a_title_the_document_is_called_by_its_first_sentence():
    _, title = roles(f"Agency, Capital, May 28 (Agency) -- {BODY}", MORE)
    assert title.startswith("The minister spoke on Saturday")
    assert title.endswith("…")


@pytest.mark.parametrize(
    "line",
    [
        "Published: May 25, 2022 12:54 PM",
        "2022-05-25 12:54",
        "By Jane Doe",
        "28. Mai 2022",
        "(Agence) 28 mai 2022",
        "2022年5月28日 10:12 来源",
        "Опубликовано: 28 мая 2022",
    ],
)
def test_datelines_are_known_in_several_languages(line):
    found, _ = roles("Minister speaks about visit", line, BODY, MORE)
    assert found[1] is Role.DATELINE


def test_a_poem_or_list_is_not_full_of_headings():
    text = "\n".join(["the sea the sea", "the wind over it", "and nobody there"] * 9)
    units = segment(text, None, "line").units
    assert {unit.role for unit in units} <= {Role.BODY, Role.TEASER}


def test_sentences_take_the_role_of_their_paragraph():
    document = segment(
        f"Minister speaks about visit\n\n{BODY} {MORE}", None, "sentence"
    )
    assert [unit.role for unit in document.units] == [Role.TITLE, Role.BODY, Role.BODY]


def test_an_empty_text_has_no_units_and_no_title():
    document = segment(" \n", None, "sentence")
    assert (document.units, document.title) == ((), "")


def test_a_programme_or_a_chronicle_is_not_full_of_datelines():
    found, _ = roles("9:00 Welcome", "9:30 Choir", "10:00 Races", "11:00 Tea")
    assert set(found) == {Role.BODY}
    found, _ = roles("Minister speaks on visit", "By Jane Doe", "May 29, 2022", BODY)
    assert found.count(Role.DATELINE) == 2


def test_a_line_that_says_it_is_the_title_is_it():
    _, title = roles(
        "An electronic book of the old mill, by Ann Lee",
        "Title: The Old Mill",
        "Author: Ann Lee",
        "CHAPTER I.",
        BODY,
        MORE,
    )
    assert title == "The Old Mill"
    _, title = roles("Title: ", "Minister speaks on visit of commissioner", BODY, MORE)
    assert title == "Minister speaks on visit of commissioner"


def test_the_head_of_a_chapter_is_no_title():
    for head in ("CHAPTER I.", "1.1 CHAPTER I", "Chapter 3: The Storm", "第三章 风暴"):
        document = segment(f"{head}\n\n{BODY}\n\n{MORE}", None, "paragraph")
        assert not document.has_title
    document = segment(f"Minister speaks\n\n{BODY}\n\n{MORE}", None, "paragraph")
    assert document.has_title


def test_items_of_a_list_are_no_headings():
    for item in ("一、加强合作", "（二）深化改革", "3. Trade with the neighbours"):
        found, _ = roles("Minister speaks about visit", BODY, item, MORE)
        assert found[2] is Role.BODY
