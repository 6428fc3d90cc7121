"""What a web page says of itself, and what it does not."""

from __future__ import annotations

import json

import pytest

from tui_app.core.extract import NO_METADATA, Metadata
from tui_app.core.formats.page_metadata import page_metadata
from tui_app.core.formats.page_tree import page_tree


def told(body: str, head: str = "", html: str = "<html>") -> Metadata:
    text = f"{html}<head>{head}</head><body>{body}<p>Words.</p></body></html>"
    return page_metadata(page_tree(text, "mill.html"))


def meta(**names: str) -> str:
    return "".join(
        f'<meta property="{name.replace("__", ":")}" content="{content}">'
        for name, content in names.items()
    )


def ld(**about: object) -> str:
    told = json.dumps({"@type": "NewsArticle", **about})
    return f'<script type="application/ld+json">{told}</script>'


def test_a_page_that_says_nothing_has_no_metadata():
    assert told("") == NO_METADATA


@pytest.mark.parametrize(
    "title",
    ["The old mill", "The old mill | Paper", "The old mill - Daily Paper",
     "Daily Paper: The old mill", "Daily Paper » The old mill"],
)  # fmt: skip
def test_the_title_is_the_heading_without_the_site(title: str):
    assert told("<h1>The old mill</h1>", f"<title>{title}</title>").title == (
        "The old mill"
    )


def test_a_heading_that_names_the_site_is_no_title():
    head = meta(og__site_name="Daily Paper", og__title="The old mill")
    assert told("<h1>Daily Paper</h1><h2>The old mill</h2>", head).title == (
        "The old mill"
    )


def test_without_a_heading_the_site_is_taken_off_the_name():
    head = "<title>The old mill – a story – Daily Paper</title>"
    assert told("", head + meta(og__site_name="Daily Paper")).title == (
        "The old mill – a story"
    )


def test_a_hyphen_within_a_title_parts_nothing():
    assert told("", "<title>Self-made and well-known mills</title>").title == (
        "Self-made and well-known mills"
    )


def test_what_is_told_to_programs_is_taken():
    head = ld(
        headline="The old mill",
        author=[{"name": "Ann Low"}, {"name": "Bo High"}],
        datePublished="2021-03-04T23:30:00Z",
        publisher={"name": "Daily Paper"},
    )
    assert told("", head, '<html lang="en-GB">') == Metadata(
        "The old mill", "Ann Low, Bo High", "2021-03-04", "Daily Paper", "en-gb"
    )


def test_json_that_is_damaged_or_deep_is_passed_over():
    damaged = '<script type="application/ld+json">{"@type": "Article", </script>'
    deep = f'<script type="application/ld+json">{"[" * 100_000}</script>'
    assert told("", damaged + deep) == NO_METADATA


@pytest.mark.parametrize(
    "body",
    [
        '<time datetime="2021-03-04T10:00">yesterday</time>',
        '<p class="dateline">Posted on March 4, 2021 by Ann</p>',
        '<span class="post-date">4. März 2021</span>',
        '<div class="meta">4 mars 2021</div>',
        '<div class="published">04.03.2021</div>',
        "<h1>Mill</h1><p>Thursday, 4 March 2021</p>",
    ],
)
def test_the_day_at_the_article_is_its_date(body: str):
    assert told(body).date == "2021-03-04"


def test_the_address_may_name_the_day():
    link = '<link rel="canonical" href="http://a.example/2021/03/04/mill/">'
    assert told("", link).date == "2021-03-04"


@pytest.mark.parametrize(
    "body",
    [
        '<div class="comments"><time datetime="2021-03-04">x</time></div>',
        '<aside><time datetime="2021-03-04">x</time></aside>',
        "<footer><p class='date'>4 March 2021</p></footer>",
        '<span class="date">03/04/2021</span>',
        '<span class="date">31 February 2021</span>',
        f'<p class="info">On 4 March 2021 the mill{" stood" * 30}.</p>',
    ],
)
def test_no_date_is_made_up(body: str):
    assert told(f"<h1>Mill</h1>{body}").date == ""


def test_the_byline_names_the_author():
    assert told('<p class="byline">By Ann Low</p>').author == "Ann Low"


def test_an_address_is_no_author():
    assert told("", meta(article__author="https://a.example/ann")).author == ""


def test_the_site_is_told_by_its_address_at_least():
    assert told("", meta(og__url="https://www.paper.example/a")).site == "paper.example"


def test_a_language_that_is_none_is_not_taken():
    assert told("", html='<html lang="{{ lang }}">').language == ""


def test_the_language_may_be_told_by_the_body():
    text = '<html><body lang="DE"><p>Worte.</p></body></html>'
    assert page_metadata(page_tree(text, "mill.html")).language == "de"
