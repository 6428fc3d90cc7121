"""What a reader of a page reads: its passages, taken from the tree of its elements."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest
from lxml import html

from tui_app.core.extract import Extract, Format, LeftOut, Part
from tui_app.core.formats.taking import Taking
from tui_app.core.formats.xhtml_blocks import Blocks, Choices
from tui_app.core.formats.xhtml_tree import parse_xhtml
from tui_app.core.formats.xhtml_walk import words_of

_NAMES = (
    'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
)


def _page(body: str) -> Element:
    page = f"<html {_NAMES}><body>{body}</body></html>"
    root, mended = parse_xhtml(page.encode(), "page.xhtml")
    assert not mended
    return root


def _taken(body: str, choices: Choices | None = None) -> Extract:
    taking = Taking()
    Blocks(taking, choices).take(_page(body))
    return taking.extract(Format.HTML)


def _passages(body: str, choices: Choices | None = None) -> list[tuple[str, str, int]]:
    extract = _taken(body, choices)
    return [
        (extract.text[one.start : one.end], one.part.name, one.level)
        for one in extract.passages
    ]


def test_headings_have_their_level_and_blocks_are_paragraphs() -> None:
    assert _passages(
        "before<h2>Of <i>whales</i></h2> between <div><p>One.</p>two<p>Three.</p></div>"
    ) == [
        ("before", "PARAGRAPH", 0),
        ("Of whales", "HEADING", 2),
        ("between", "PARAGRAPH", 0),
        ("One.", "PARAGRAPH", 0),
        ("two", "PARAGRAPH", 0),
        ("Three.", "PARAGRAPH", 0),
    ]


def test_a_meant_line_end_is_kept_and_a_wrapped_line_is_not() -> None:
    assert _taken("<p>One\n  line.<br/>\nAnother.</p>").text == "One line.\nAnother."


def test_items_have_the_level_of_nesting_and_what_follows_in_one_is_a_paragraph() -> (
    None
):
    assert _passages(
        "<ul><li><p>one</p><p>more</p></li><li>two<ol><li>three</li></ol></li></ul>"
    ) == [
        ("one", "LIST_ITEM", 1),
        ("more", "PARAGRAPH", 0),
        ("two", "LIST_ITEM", 1),
        ("three", "LIST_ITEM", 2),
    ]


def test_terms_and_what_they_mean_are_items() -> None:
    found = _passages("<dl><dt>whale</dt><dd>a fish</dd></dl>")
    assert found == [("whale", "LIST_ITEM", 1), ("a fish", "LIST_ITEM", 1)]


def test_lists_that_follow_one_another_stand_apart() -> None:
    assert _taken("<ul><li>a</li><li>b</li></ul><ul><li>c</li></ul>").text == (
        "a\nb\n\nc"
    )


def test_a_row_is_a_passage_whatever_is_in_its_cells() -> None:
    assert _passages(
        "<table><caption>Ships</caption><tr><th>Name</th><th>Year</th></tr>"
        "<tr><td><p>Pequod</p><p>of Nantucket</p></td><td>18<br/>40</td></tr></table>"
    ) == [
        ("Ships", "CAPTION", 0),
        ("Name\tYear", "TABLE_ROW", 0),
        ("Pequod of Nantucket\t18 40", "TABLE_ROW", 0),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td><h2>News</h2><p>One.</p></td></tr></table>",
        (
            '<table role="presentation"><tr><td><h2>News</h2></td><td>One.</td></tr>'
            "</table>"
        ),
        (
            "<table><tr><td><h2>News</h2></td><td><table><tr><td>One.</td></tr></table>"
            "</td></tr></table>"
        ),
    ],
)
def test_a_table_that_lays_out_a_page_is_none(table: str) -> None:
    assert _passages(table) == [("News", "HEADING", 2), ("One.", "PARAGRAPH", 0)]


def test_code_keeps_its_lines_and_its_white_space() -> None:
    extract = _taken("<pre>\n  if x:\n      y\n\n  z <b>w</b>\n</pre>")
    assert extract.text == "  if x:\n      y\n\n  z w"
    assert {one.part for one in extract.passages} == {Part.CODE}


def test_a_picture_is_told_by_its_caption() -> None:
    found = _passages(
        '<figure><img src="a.png"/><figcaption>A ship</figcaption></figure>'
    )
    assert found == [("A ship", "CAPTION", 0)]


@pytest.mark.parametrize(
    "poem",
    [
        (
            '<div class="stanza"><p>One line,</p><p>another.</p></div>'
            '<div class="stanza"><p>A third.</p></div>'
        ),
        (
            '<blockquote epub:type="z3998:verse"><p><span>One line,</span><br/>'
            "<span>another.</span></p><p>A third.</p></blockquote>"
        ),
        (
            '<div class="poem"><p><span class="line">One line,</span>'
            '<span class="line">another.</span></p><p>A third.</p></div>'
        ),
        (
            '<div class="poem"><p><span class="line">One line,</span><br/>'
            '<span class="line">another.</span><br/></p><p>A third.</p></div>'
        ),
        '<pre class="verse">\nOne line,\n  another.\n\nA third.</pre>',
    ],
)
def test_a_verse_is_a_passage_a_line_and_stanzas_stand_apart(poem: str) -> None:
    extract = _taken(poem)
    assert extract.text == "One line,\nanother.\n\nA third."
    assert {one.part for one in extract.passages} == {Part.VERSE}


def test_the_number_of_a_verse_line_is_a_label() -> None:
    line = '<p class="verse">And on<span class="lnum">10</span></p>'
    assert _taken(line).text == "And on"


@pytest.mark.parametrize(
    "mark",
    [
        '<a epub:type="noteref" href="#n1">1</a>',
        '<a role="doc-noteref" href="notes.xhtml#n1">see note</a>',
        '<sup><a href="#n1">1</a></sup>',
        '<a href="#n1"><sup>12</sup></a>',
        '<sup class="reference"><a href="#n1"><span>[</span>1<span>]</span></a></sup>',
        '<a href="#n1">[1]</a>',
        '<a href="#n1">*</a>',
    ],
)
def test_the_mark_of_a_note_is_a_label(mark: str) -> None:
    assert _taken(f"<p>Words{mark}, more.</p>").text == "Words, more."


@pytest.mark.parametrize(
    "words",
    [
        '<a href="#s2">2</a>',
        '<a href="http://x.example/#s">section 2</a>',
        "<sup>2</sup>",
        '<sup><a href="#s">second</a></sup>',
    ],
)
def test_a_link_that_says_something_and_a_raised_number_stay(words: str) -> None:
    said = words_of(_page(words))
    assert _taken(f"<p>See {words}.</p>").text == f"See {said}."


@pytest.mark.parametrize(
    "note",
    [
        '<aside epub:type="footnote"><p><a href="#r">1.</a> A note.</p></aside>',
        '<div epub:type="rearnote"><p><sup>1</sup> A note.</p></div>',
    ],
)
def test_a_note_among_the_text_stands_at_its_end_without_a_number(note: str) -> None:
    found = _passages(f"<p>Words.</p>{note}<p>More.</p>")
    assert found == [
        ("Words.", "PARAGRAPH", 0),
        ("More.", "PARAGRAPH", 0),
        ("A note.", "NOTE", 0),
    ]


@pytest.mark.parametrize(
    "note",
    [
        (
            '<section role="doc-endnotes"><ol><li id="f"><p>A note.'
            '<a href="#r" class="footnote-back">back</a></p></li></ol></section>'
        ),
        '<ol class="references"><li><a href="#r">^</a> <span>A note.</span></li></ol>',
    ],
)
def test_a_section_of_notes_stays_where_it_is_without_numbers(note: str) -> None:
    found = _passages(f"<p>Words.</p>{note}<p>More.</p>")
    assert found == [
        ("Words.", "PARAGRAPH", 0),
        ("A note.", "NOTE", 0),
        ("More.", "PARAGRAPH", 0),
    ]


def test_a_section_of_notes_keeps_its_own_heading_and_paragraphs() -> None:
    found = _passages(
        '<section epub:type="rearnotes"><h2>Notes</h2><p>Of all.</p>'
        '<div epub:type="rearnote">One.</div></section>'
    )
    assert [part for _, part, _ in found] == ["HEADING", "PARAGRAPH", "NOTE"]


@pytest.mark.parametrize("name", ["span", "aside"])
def test_a_note_inside_a_paragraph_stands_at_the_end(name: str) -> None:
    note = f'<{name} role="doc-footnote">A note.</{name}>'
    assert _passages(f"<p>Words{note} go on.</p><p>More.</p>") == [
        ("Words go on.", "PARAGRAPH", 0),
        ("More.", "PARAGRAPH", 0),
        ("A note.", "NOTE", 0),
    ]


def test_a_note_at_the_end_tells_the_page_it_stood_on() -> None:
    pages = "<p id='p1'>One<span role='doc-footnote'>A note.</span>.</p>"
    extract = _taken(
        pages + "<p id='p2'>Two.</p>", Choices(place=lambda one: one.get("id", ""))
    )
    assert extract.text == "One.\n\nTwo.\n\nA note."
    assert [mark.name for mark in extract.places] == ["p1", "p2", "p1"]


def test_a_note_inside_a_cell_stands_behind_the_table() -> None:
    note = '<aside role="doc-footnote"><p>A note.</p></aside>'
    found = _passages(f"<table><tr><td>a{note} b</td><td>c</td></tr></table>")
    assert found == [("a b\tc", "TABLE_ROW", 0), ("A note.", "NOTE", 0)]


def test_readings_of_ruby_and_words_for_programs_are_not_read() -> None:
    extract = _taken(
        "<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字"
        "<script>x()</script><style>p {}</style><template>t</template></p>"
    )
    assert (extract.text, extract.left_out) == ("漢字", ())


@pytest.mark.parametrize(
    ("left", "why"),
    [
        ("<p hidden='hidden'>Secret.</p>", "hidden text"),
        ("<p style='color: red; Display: none'>Secret.</p>", "hidden text"),
        ("<nav><p>Secret.</p></nav>", "navigation"),
        ("<form><select><option>Secret.</option></select></form>", "part of a form"),
    ],
)
def test_what_a_person_could_miss_is_noted_as_left_out(left: str, why: str) -> None:
    extract = _taken(f"<p>Words.</p>{left}<p>More.</p>")
    assert extract.text == "Words.\n\nMore."
    assert extract.left_out == (LeftOut("Secret.", why, len("Words.")),)


def test_who_has_a_page_taken_may_leave_out_more_with_a_reason_or_without() -> None:
    def skip(element: Element) -> str | None:
        return {"ad": "advertisement", "menu": ""}.get(element.get("class", ""))

    extract = _taken(
        '<p>Words.</p><div class="ad">Buy <p>this</p></div><p class="menu">Home</p>',
        Choices(skip=skip),
    )
    assert extract.text == "Words."
    assert [one[:2] for one in extract.left_out] == [("Buy this", "advertisement")]


def test_places_begin_with_their_element_in_the_middle_of_a_paragraph_too() -> None:
    extract = _taken(
        '<p>One. <a id="page 2"/>Two.</p><p id="page 3">Three.</p>',
        Choices(place=lambda element: element.get("id", "")),
    )
    found = [extract.place_at(extract.text.index(word)) for word in ("One", "Tw", "Th")]
    assert found == ["", "page 2", "page 3"]


def test_the_first_passage_of_the_titles_words_is_the_title() -> None:
    found = _passages(
        "<h1>The\n Whale</h1><h1>The Whale</h1>", Choices(title="The whale")
    )
    assert [part for _, part, _ in found] == ["TITLE", "HEADING"]


def test_quotations_have_the_marks_a_browser_shows() -> None:
    text = _taken("<p><q>He said <q>no</q></q></p>").text
    assert text == "“He said ‘no’”"


def test_the_number_of_a_printed_page_is_no_word_of_the_text() -> None:
    text = _taken('<p>One <span epub:type="pagebreak">12</span>word.</p>').text
    assert text == "One word."


def test_comments_of_a_tree_of_lxml_are_passed_over() -> None:
    taking = Taking()
    page = "<h1>A</h1>b<!-- c -->d<p hidden>e<p>f<aside epub:type=footnote>g</aside>"
    Blocks(taking).take(html.document_fromstring(page))
    extract = taking.extract(Format.HTML)
    assert extract.text == "A\n\nbd\n\nf\n\ng"
    assert extract.passages[-1].part is Part.NOTE


def test_depth_is_no_matter() -> None:
    deep = 10_000
    for name in ("div", "b", "table", "sup", "aside"):
        page = f"{f'<{name}>' * deep}word{f'</{name}>' * deep}"
        assert _taken(page).text == "word"
        assert words_of(_page(page)) == "word"
