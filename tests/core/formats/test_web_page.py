"""What is taken out of a web page."""

from __future__ import annotations

import socket

import pytest

from tui_app.core.extract import Extract, Part
from tui_app.core.formats.taking import Wanted
from tui_app.core.formats.web_page import read_web_page
from tui_app.errors import UserError

SENTENCE = "The mill stood by the river for years, and nobody had ever asked why. "
PARAGRAPHS = [f"Part {number}. {SENTENCE * 3}".strip() for number in range(1, 7)]
MENU = "".join(f'<li><a href="/{n}">Department {n}</a></li>' for n in range(30))
TEASERS = "".join(
    f'<div class="card"><a href="/t{n}">Another story {n} of today</a></div>'
    for n in range(12)
)

MANY_ATTRIBUTES = " ".join(f'a{n}=">"' for n in range(3000))


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def site(article: str, head: str = "") -> str:
    """Return a page of a paper: menus before, other stories behind the article."""
    return page(
        f'<div class="top"><ul>{MENU}</ul></div>'
        f'<div class="content"><article>{article}</article></div>'
        f'<div class="wrap">{TEASERS}</div>'
        f'<footer>About us <a href="/terms">Terms</a></footer>',
        head,
    )


def told(paragraphs: list[str]) -> str:
    return "".join(f"<p>{one}</p>" for one in paragraphs)


def taken(text: str | bytes) -> Extract:
    data = text.encode() if isinstance(text, str) else text
    return read_web_page(data, Wanted("mill.html"))


def passages(text: str) -> list[tuple[Part, str]]:
    extract = taken(text)
    return [(one.part, extract.text[one.start : one.end]) for one in extract.passages]


def words(text: str) -> list[str]:
    return [passage for _, passage in passages(text)]


def complaint(text: str | bytes) -> str:
    with pytest.raises(UserError) as caught:
        taken(text)
    return str(caught.value)


def test_the_article_comes_without_menus_and_other_stories():
    assert words(site(told(PARAGRAPHS))) == PARAGRAPHS


def test_what_was_left_out_is_told_with_why():
    left = [(one.why, one.text) for one in taken(site(told(PARAGRAPHS))).left_out]
    assert [why for why, _ in left] == ["links", "links", "footer"]
    assert "Department 7" in left[0][1]
    assert "Another story 3" in left[1][1]
    assert left[2][1] == "About us Terms"


def test_each_stretch_left_out_is_told_where_it_would_stand():
    extract = taken(site(told(PARAGRAPHS)))
    menu, *_, footer = extract.left_out
    assert (menu.offset, footer.offset) == (0, len(extract.text))


def test_the_title_stands_first_though_it_is_outside_the_article():
    text = site(told(PARAGRAPHS), "<title>The old mill | Daily Paper</title>")
    text = text.replace('<div class="content">', "<h1>The old mill</h1><div>")
    extract = taken(text)
    assert passages(text)[0] == (Part.TITLE, "The old mill")
    assert extract.metadata.title == "The old mill"


def test_headings_lists_tables_and_quotations_between_are_part_of_it():
    between = (
        "<h2>The wheel</h2><ul><li>oak</li><li>iron</li></ul>"
        "<table><tr><th>Year</th><th>Sacks</th></tr><tr><td>1790</td><td>12</td></tr>"
        "</table><blockquote>It turns.</blockquote><p>Short.</p>"
    )
    text = site(told(PARAGRAPHS[:3]) + between + told(PARAGRAPHS[3:]))
    assert passages(text)[3:-3] == [
        (Part.HEADING, "The wheel"),
        (Part.LIST_ITEM, "oak"),
        (Part.LIST_ITEM, "iron"),
        (Part.TABLE_ROW, "Year\tSacks"),
        (Part.TABLE_ROW, "1790\t12"),
        (Part.PARAGRAPH, "It turns."),
        (Part.PARAGRAPH, "Short."),
    ]


@pytest.mark.parametrize(
    ("box", "why"),
    [
        ('<div class="share-bar">Tell your friends of it</div>', "buttons for sharing"),
        ('<div class="relatedPosts">Also of interest today</div>', "related links"),
        ('<aside class="newsletter-signup"><p>Get our letter</p></aside>',
         "newsletter or subscription"),
        ("<p>Advertisement</p>", "advertisement"),
        ('<p><a href="/other">Read: the other mill</a></p>', "link by itself"),
        ("<nav>Page 2</nav>", "navigation"),
    ],
)  # fmt: skip
def test_furniture_between_paragraphs_is_left_out(box: str, why: str):
    extract = taken(site(told(PARAGRAPHS[:3]) + box + told(PARAGRAPHS[3:])))
    assert extract.text == "\n\n".join(PARAGRAPHS)
    assert why in {one.why for one in extract.left_out}


def test_a_quoted_post_is_no_button_for_sharing():
    post = '<blockquote class="social-post"><p>It burns!</p></blockquote>'
    text = site(told(PARAGRAPHS[:3]) + post + told(PARAGRAPHS[3:]))
    assert "It burns!" in words(text)


def test_a_page_without_furniture_is_taken_whole():
    text = page(
        "<h1>Mills</h1><p>A short page.</p><ul><li>one</li><li>two</li></ul>"
        "<table><tr><td>a</td><td>b</td></tr></table><p>The end.</p>"
    )
    assert words(text) == ["Mills", "A short page.", "one", "two", "a\tb", "The end."]
    assert taken(text).left_out == ()


def test_a_section_called_by_its_heading_is_no_furniture():
    text = page(
        '<nav><ul><li><a href="#comments">Comments</a></li></ul></nav>'
        '<section id="comments"><h1>Comments</h1><p>On <a href="/x">this</a>.</p>'
        "</section>"
    )
    assert words(text) == ["Comments", "On this."]


def test_a_page_that_word_saved_keeps_notes_and_drops_bullets():
    text = page(
        '<div class="WordSection1"><p class="MsoListParagraph">'
        '<span style="mso-list:Ignore">·<span>&nbsp; </span></span>One item</p>'
        '<p class="MsoNormal">Text<a href="#_ftn1"><span>[1]</span></a>.</p></div>'
        '<div id="ftn1"><p class="MsoFootnoteText">'
        '<a href="#_ftnref1">[1]</a> A note.</p></div>'
    )
    assert passages(text) == [
        (Part.PARAGRAPH, "One item"),
        (Part.PARAGRAPH, "Text."),
        (Part.NOTE, "A note."),
    ]


def test_a_book_on_one_page_keeps_all_its_chapters():
    chapters = "".join(
        f'<div class="chapter"><h2 id="comments-{n}">Chapter {n}</h2>'
        f"{told(PARAGRAPHS * n)}</div>"
        for n in range(1, 5)
    )
    contents = "".join(f'<p><a href="#comments-{n}">Chapter</a></p>' for n in range(4))
    text = page(f'<section id="pg-footer">{contents}{chapters}</section>')
    assert sum(one in PARAGRAPHS for one in words(text)) == 60


def test_words_between_blocks_are_taken_or_left_by_themselves():
    text = site(f"{PARAGRAPHS[0]}<h2>Wheel</h2>{PARAGRAPHS[1]}{told(PARAGRAPHS[2:])}")
    text = text.replace('<div class="wrap">', '<div class="wrap">Loose words ')
    assert words(text) == [PARAGRAPHS[0], "Wheel", *PARAGRAPHS[1:]]


def test_much_left_out_is_said_once_with_numbers():
    thread = "".join(
        f'<div class="comment"><p>Reader {n}. {SENTENCE * 2}</p></div>'
        for n in range(20)
    )
    text = site(told(PARAGRAPHS)).replace("<footer>", f"{thread}<footer>")
    extract = taken(text)
    assert extract.text == "\n\n".join(PARAGRAPHS)
    (remark,) = extract.remarks
    assert remark.startswith("much of the page was left out: 20 of 26 paragraphs; ")
    assert "diptych text --all" in remark


def test_nothing_is_said_where_most_was_taken():
    assert taken(site(told(PARAGRAPHS))).remarks == ()


def test_words_that_are_hidden_or_for_programs_are_no_text():
    hidden = "<script>var a;</script><style>p{}</style><p hidden>Not yet.</p>"
    assert words(page(hidden + told(PARAGRAPHS))) == PARAGRAPHS


@pytest.mark.parametrize(
    "around",
    ["<noscript>{}</noscript>", "<nav>Menu <div>{}</div>", '<div hidden="">{}</div>',
     '<div style="visibility: hidden">{}</div>'],
)  # fmt: skip
def test_an_article_that_waits_for_a_program_is_read(around: str):
    text = page(f"<p>Loading.</p>{around.format(told(PARAGRAPHS))}")
    assert words(text)[-6:] == PARAGRAPHS


def test_a_menu_is_none_though_it_is_long():
    text = page(f"<p>{SENTENCE}</p><nav>{TEASERS * 10}</nav>")
    assert words(text) == [SENTENCE.strip()]


def test_where_nothing_is_left_but_furniture_all_words_are_taken():
    slides = "".join(f'<div class="slideshow">{one}</div>' for one in PARAGRAPHS)
    text = page(f"<ul>{MENU}</ul>{slides}<div>{TEASERS}</div>")
    assert words(text)[-6:] == PARAGRAPHS


def test_a_space_without_width_is_no_paragraph():
    assert words(page("<p>One.</p><p>\u200b</p><p>Two.</p>")) == ["One.", "Two."]


@pytest.mark.parametrize("charset", ["gb2312", "latin-1", "utf-8", "koi8-r"])
def test_what_the_page_says_of_its_encoding_counts(charset: str):
    said = {"gb2312": "磨坊“旧”", "latin-1": "M\xfchle", "koi8-r": "мельница"}
    text = page(f"<p>{said.get(charset, '磨坊')}</p>", f'<meta charset="{charset}">')
    assert words_of_bytes(text.encode(charset)) == [said.get(charset, "磨坊")]


def test_latin_1_is_read_as_browsers_do():
    text = page("<p>“Mill” – 5 €</p>", '<meta charset="iso-8859-1">')
    assert words_of_bytes(text.encode("cp1252")) == ["“Mill” – 5 €"]


def test_unicode_is_read_as_unicode_whatever_the_page_says():
    text = page("<p>Mühle</p>", '<meta charset="iso-8859-1">')
    assert words_of_bytes(text.encode()) == ["Mühle"]
    assert words_of_bytes(b"\xef\xbb\xbf" + text.encode()) == ["Mühle"]


def words_of_bytes(data: bytes) -> list[str]:
    extract = taken(data)
    return [extract.text[one.start : one.end] for one in extract.passages]


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    fetching = (
        '<base href="http://mill.example/"><link rel="stylesheet" href="a.css">'
        '<script src="http://mill.example/a.js"></script>'
    )
    pictures = (
        '<img src="http://mill.example/a.png"><iframe src="//b.example"></iframe>'
    )
    assert words(site(pictures + told(PARAGRAPHS), fetching)) == PARAGRAPHS


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "a page without words"),
        ("<html></html>", "a page without words"),
        ("<html><head></head></html>", "a page without words"),
        ("<html><body><script>draw()</script></body></html>", "its programs run"),
        ('<html><frameset><frame src="a.html"></frameset></html>', "a page of frames"),
        (page(f"<ul>{MENU}</ul>"), "only links and menus"),
        (page("<div>" * 5000), "elements inside each other"),
        (page("<b>x</b>" * 150_000), "more than 200,000 tags"),
        (page(f"<p {MANY_ATTRIBUTES}>"), "more than 2,000 attributes"),
    ],
)
def test_a_page_with_nothing_to_read_ends_in_one_line(text: str, why: str):
    assert complaint(text).startswith("mill.html: ")
    assert why in complaint(text)


def test_elements_that_were_never_closed_lose_no_words():
    text = page("<font>" * 400 + told(PARAGRAPHS))
    assert words(text) == PARAGRAPHS


def test_a_large_page_is_read_without_readability():
    text = site(told(PARAGRAPHS * 4000))
    assert len(words(text)) == 24_000
    assert "links" in {one.why for one in taken(text).left_out}
