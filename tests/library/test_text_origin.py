"""When and by whom a text was written, as far as it says so itself."""

from dataclasses import replace

import pytest

from tui_app.core.extract import Extract, Metadata
from tui_app.core.formats.written_day import day_of_a_year
from tui_app.core.segmentation import segment
from tui_app.library.text_origin import stated_day, stated_site

BODY = (
    "The minister said on 3 April 2019 that the talks in the capital (Reuters asked "
    "for them) had been long and open, and that they would go on in the spring.\n"
)


def document(head, body=BODY):
    return segment(f"{head}\n\n{body}\n{body}", None, "paragraph")


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Published: May 25, 2022 12:54 PM", "2022-05-25"),
        ("(Xinhua) 10:12, May 29, 2022", "2022-05-29"),
        ("2022年5月28日", "2022-05-28"),
        ("28. Mai 2022", "2022-05-28"),
        ("May 28", "--05-28"),
        ("03/04/2022", ""),
        ("Talks go on", ""),
    ],
)
def test_the_day_of_a_dateline(head, day):
    assert stated_day(document(head)) == day


def test_a_dateline_at_the_head_of_the_body():
    text = document("A title of the news", f"BEIJING, May 28 (Xinhua) -- {BODY}")
    assert stated_day(text) == "--05-28"
    assert stated_site(text) == "Xinhua"


def test_days_in_the_body_tell_nothing():
    assert stated_day(document("A title of the news")) == ""
    assert stated_site(document("A title of the news")) == ""


def test_what_a_document_says_of_itself_comes_first():
    told = Metadata(date="2020-01-02", site="The Daily")
    text = replace(
        document("(Xinhua) May 29, 2022"), extract=Extract("", metadata=told)
    )
    assert stated_day(text) == "2020-01-02"
    assert stated_site(text) == "The Daily"


def test_a_stated_date_in_other_words_is_none():
    told = Extract("", metadata=Metadata(date="a while ago"))
    text = replace(document("May 29, 2022"), extract=told)
    assert stated_day(text) == "2022-05-29"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("May 28 (Xinhua)", "--05-28"),
        ("am 3. Oktober", "--10-03"),
        ("5月28日", "--05-28"),
        ("29 February", "--02-29"),
        ("February 31, then June 3", "--06-03"),
        ("Room 12, 28 people", ""),
        ("12 28", ""),
    ],
)
def test_a_day_without_its_year(text, day):
    assert day_of_a_year(text) == day
