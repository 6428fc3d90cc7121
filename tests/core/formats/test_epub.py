"""Books are read in their order; what is no text of theirs is left out."""

from __future__ import annotations

import io
import zipfile
from typing import NamedTuple

import pytest

from tui_app.core.extract import Extract, Part
from tui_app.core.formats.epub import read_epub
from tui_app.core.formats.language_code import language_code
from tui_app.core.formats.take import take
from tui_app.core.formats.taking import Wanted
from tui_app.core.model import Progress
from tui_app.errors import UserError

_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/book.opf"/></rootfiles></container>'
)
_TITLE = '<dc:title>The Whale</dc:title><dc:creator id="c">H. Melville</dc:creator>'
_WORDS = "Words of a chapter that go on and on. " * 20


class _Item(NamedTuple):
    """A member of a book and what the package document says of it."""

    href: str
    content: str = ""
    properties: str = ""
    itemref: str = ""
    kind: str = "application/xhtml+xml"
    in_spine: bool = True


def _page(body: str, *, attributes: str = "") -> str:
    return (
        '<html xmlns="http://www.w3.org/1999/xhtml"'
        ' xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title>No text</title></head><body {attributes}>{body}</body></html>"
    )


def _chapter(href: str, body: str, **told: str) -> _Item:
    return _Item(href, _page(body), **told)


def _nav(*entries: str, pages: str = "", body: str = "") -> _Item:
    links = "".join(f"<li>{entry}</li>" for entry in entries)
    page = _page(
        f'<nav epub:type="toc"><ol>{links}</ol></nav>'
        f'<nav epub:type="page-list"><ol>{pages}</ol></nav>{body}'
    )
    return _Item("nav.xhtml", page, properties="nav", in_spine=False)


def _package(items: tuple[_Item, ...], metadata: str) -> str:
    manifest = "".join(
        f'<item id="i{number}" href="{item.href}" media-type="{item.kind}"'
        f' properties="{item.properties}"/>'
        for number, item in enumerate(items)
    )
    spine = "".join(
        f'<itemref idref="i{number}" {item.itemref}/>'
        for number, item in enumerate(items)
        if item.in_spine
    )
    return (
        '<package xmlns="http://www.idpf.org/2007/opf"'
        ' xmlns:opf="http://www.idpf.org/2007/opf"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>{metadata}</metadata>'
        f"<manifest>{manifest}</manifest><spine>{spine}</spine></package>"
    )


def _zipped(members: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _book(*items: _Item, metadata: str = _TITLE, **more: str) -> bytes:
    members = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": _CONTAINER,
        "OPS/book.opf": _package(items, metadata),
        **{f"OPS/{item.href}": item.content for item in items if item.content},
        **{f"META-INF/{name}.xml": content for name, content in more.items()},
    }
    return _zipped(members)


def _read(*items: _Item, metadata: str = _TITLE, **more: str) -> Extract:
    return read_epub(_book(*items, metadata=metadata, **more), Wanted("whale.epub"))


def _refused(book: bytes) -> str:
    with pytest.raises(UserError) as refusal:
        read_epub(book, Wanted("whale.epub"))
    return str(refusal.value)


def _parts(extract: Extract) -> list[tuple[str, Part]]:
    return [(extract.text[one.start : one.end], one.part) for one in extract.passages]


def test_chapters_stand_in_the_order_of_the_spine() -> None:
    extract = _read(
        _chapter("b.xhtml", "<p>One.</p>"), _chapter("a.xhtml", "<p>Two.</p>")
    )
    assert extract.text == "One.\n\nTwo."
    assert extract.format == "EPUB"


def test_a_book_is_known_by_its_content_whatever_its_name() -> None:
    extract = take(_book(_chapter("a.xhtml", "<p>One.</p>")), Wanted("whale.txt"))
    assert (extract.format, extract.text) == ("EPUB", "One.")


def test_what_stands_beside_the_text_comes_at_the_end() -> None:
    extract = _read(
        _chapter("a.xhtml", "<p>Answers.</p>", itemref='linear="no"'),
        _chapter("b.xhtml", "<p>One.</p>"),
    )
    assert extract.text == "One.\n\nAnswers."


def test_a_document_that_the_spine_lists_often_is_read_once() -> None:
    book = _book(_chapter("a.xhtml", "<p>One.</p>"))
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        members = {name: archive.read(name).decode() for name in archive.namelist()}
    often = '<itemref idref="i0" />' * 20_000
    package = members["OPS/book.opf"].replace('<itemref idref="i0" />', often)
    extract = read_epub(_zipped({**members, "OPS/book.opf": package}), Wanted("x.epub"))
    assert extract.text == "One."


def test_a_book_tells_its_title_author_date_publisher_and_language() -> None:
    metadata = (
        '<dc:title id="s">A Tale</dc:title><dc:title id="t">The Whale</dc:title>'
        '<meta refines="#t" property="title-type">main</meta>'
        '<dc:creator id="i">R. Kent</dc:creator><meta refines="#i" property="role">ill'
        '</meta><dc:creator opf:role="aut">H. Melville</dc:creator>'
        '<dc:creator>Anon</dc:creator><dc:date opf:event="modification">2020</dc:date>'
        '<dc:date opf:event="publication">1851</dc:date>'
        "<dc:publisher>Harper</dc:publisher>"
        "<dc:language>jp</dc:language><dc:language>en_US</dc:language>"
    )
    extract = _read(_chapter("a.xhtml", "<p>One.</p>"), metadata=metadata)
    assert extract.metadata == (
        "The Whale",
        "H. Melville, Anon",
        "1851",
        "Harper",
        "en-us",
    )


@pytest.mark.parametrize(
    ("told", "code"),
    [("de", "de"), ("pt_BR", "pt-br"), ("grc", "grc"), ("jp", ""), ("English", "")],
)
def test_a_language_that_is_none_is_not_believed(told: str, code: str) -> None:
    assert language_code(told) == code


def test_the_title_of_the_book_is_its_title_where_it_stands_in_the_text() -> None:
    extract = _read(_chapter("a.xhtml", "<h1>The whale</h1><h1>One</h1><p>Two.</p>"))
    assert _parts(extract) == [
        ("The whale", Part.TITLE),
        ("One", Part.HEADING),
        ("Two.", Part.PARAGRAPH),
    ]


def test_chapters_and_printed_pages_are_places() -> None:
    extract = _read(
        _chapter(
            "text/a b.xhtml",
            '<h1>Loomings</h1><p>One. <span id="p12"/>Two.</p>'
            '<h2 id="bag">The Bag</h2><p>Three.'
            '<span epub:type="pagebreak" title="13">13</span> Four.</p>',
        ),
        _nav(
            '<a href="text/a%20b.xhtml">Loomings</a>'
            '<ol><li><a href="text/a%20b.xhtml#bag">The Bag</a></li></ol>',
            pages='<li><a href="text/a%20b.xhtml#p12">12</a></li>',
        ),
    )
    places = {
        word: extract.place_at(extract.text.index(word))
        for word in ("One", "Two", "Three", "Four")
    }
    assert places == {
        "One": "Loomings",
        "Two": "Loomings, page 12",
        "Three": "The Bag, page 12",
        "Four": "The Bag, page 13",
    }


def test_an_old_table_of_contents_tells_the_places_too() -> None:
    ncx = (
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel>'
        '<text>Part</text></navLabel><content src="a.xhtml"/><navPoint><navLabel><text>'
        'Loomings</text></navLabel><content src="a.xhtml#one"/></navPoint></navPoint>'
        "</navMap><pageList><pageTarget><navLabel><text>iv</text></navLabel>"
        '<content src="a.xhtml#p"/></pageTarget></pageList></ncx>'
    )
    kind = "application/x-dtbncx+xml"
    extract = _read(
        _chapter("a.xhtml", '<p>One.</p><p id="one">Two.</p><p id="p">Three.</p>'),
        _Item("toc.ncx", ncx, kind=kind, in_spine=False),
    )
    found = [extract.place_at(extract.text.index(word)) for word in ("O", "Tw", "Th")]
    assert found == ["Part", "Loomings", "Loomings, page iv"]


@pytest.mark.parametrize(
    "chapter",
    [
        '<p class="t" id="one">Loomings</p><p>Words.</p>',
        '<p><a id="one"/>Loom<b>ings</b></p><p>Words.</p>',
        '<a id="one"/><p>Loomings</p><p>Words.</p>',
    ],
)
def test_a_heading_that_only_the_contents_know_is_one(chapter: str) -> None:
    extract = _read(
        _chapter("a.xhtml", chapter), _nav('<a href="a.xhtml#one">Loomings</a>')
    )
    assert _parts(extract) == [("Loomings", Part.HEADING), ("Words.", Part.PARAGRAPH)]


def test_a_heading_that_is_nowhere_in_the_text_comes_from_the_contents() -> None:
    extract = _read(
        _chapter("a.xhtml", f"<p>{_WORDS}</p>"), _nav('<a href="a.xhtml">Loomings</a>')
    )
    assert _parts(extract)[0] == ("Loomings", Part.HEADING)


def test_what_a_part_is_there_for_is_no_heading() -> None:
    link = '<a epub:type="bodymatter" href="a.xhtml">Start reading</a>'
    landmarks = f'<nav epub:type="landmarks"><ol><li>{link}</li></ol></nav>'
    extract = _read(
        _chapter("a.xhtml", f"<p>{_WORDS}</p>"),
        _nav('<a href="a.xhtml">Start reading</a>', body=landmarks),
    )
    assert [part for _, part in _parts(extract)] == [Part.PARAGRAPH]


def test_pages_that_are_no_text_are_left_out_and_said() -> None:
    links = "".join(f'<li><a href="a.xhtml#{n}">Chapter {n}</a></li>' for n in range(9))
    nav = _nav('<a href="a.xhtml">Loomings</a>')
    extract = _read(
        _Item("cover.xhtml", _page("<p>Cover!</p>", attributes='epub:type="cover"')),
        nav._replace(in_spine=True),
        _chapter("brief.xhtml", f"<h1>Contents</h1><ol>{links}</ol>"),
        _chapter("a.xhtml", "<p>One.</p>"),
    )
    assert extract.text == "One."
    assert [(one.why, one.text[:8]) for one in extract.left_out] == [
        ("cover", "Cover!"),
        ("table of contents", "Loomings"),
        ("mostly links", "Contents"),
    ]


def test_a_page_with_links_in_its_text_stays() -> None:
    words = "See the whale, and then <a href='b.xhtml'>this</a> of it. "
    extract = _read(_chapter("a.xhtml", f"<p>{words * 9}</p>"))
    assert not extract.left_out


def test_entities_of_html_are_known() -> None:
    doctype = (
        '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN"'
        ' "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">'
    )
    page = doctype + _page("<p>a&nbsp;&mdash;&amp;&lt; &foo;</p>")
    extract = _read(_Item("a.xhtml", page))
    assert (extract.text, extract.remarks) == ("a\xa0—&< &foo;", ())


def test_entities_a_page_defines_are_not_used() -> None:
    bomb = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(20))
    doctype = f'<!DOCTYPE html [<!ENTITY e0 "ha"><!ENTITY f SYSTEM "file:///etc/passwd">{bomb}]>'
    extract = _read(_Item("a.xhtml", doctype + _page("<p>One &e20; &f;.</p>")))
    assert extract.text == "One &e20; &f;."


def test_a_chapter_that_is_no_xml_is_read_as_browsers_do_and_said() -> None:
    page = "<html><body><p>One & two<br>three.<p>Four <b>five.</body>"
    extract = _read(_Item("a.xhtml", page), _chapter("b.xhtml", "<p>Six.</p>"))
    assert extract.text == "One & two\nthree.\n\nFour five.\n\nSix."
    assert extract.remarks == ("1 chapter not valid XHTML, read as well as can be",)


def test_a_page_in_another_encoding_is_decoded() -> None:
    page = '<?xml version="1.0" encoding="utf-16"?>' + _page("<p>Été.</p>")
    members = {"OPS/a.xhtml": "", "OPS/book.opf": _package((_Item("a.xhtml"),), _TITLE)}
    buffer = io.BytesIO(_zipped({**members, "META-INF/container.xml": _CONTAINER}))
    with zipfile.ZipFile(buffer) as old:
        kept = {name: old.read(name) for name in old.namelist()}
    kept["OPS/a.xhtml"] = page.encode("utf-16")
    with zipfile.ZipFile(buffer := io.BytesIO(), "w") as new:
        for name, content in kept.items():
            new.writestr(name, content)
    assert read_epub(buffer.getvalue(), Wanted("x.epub")).text == "Été."


def _encryption(member: str) -> str:
    return (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><CipherData>'
        f'<CipherReference URI="{member}"/></CipherData></EncryptedData></encryption>'
    )


def test_a_protected_book_is_refused_by_name() -> None:
    book = _book(
        _chapter("a.xhtml", "<p>One.</p>"),
        encryption=_encryption("OPS/a.xhtml"),
        rights="<rights/>",
    )
    assert _refused(book) == (
        "whale.epub: is a protected book, encrypted by Adobe ADEPT, read it in the"
        " program of its shop, or get an edition without protection"
    )


@pytest.mark.parametrize("encryption", ["", _encryption("OPS/font.otf")])
def test_hidden_fonts_do_not_protect_a_book(encryption: str) -> None:
    extract = _read(_chapter("a.xhtml", "<p>One.</p>"), encryption=encryption)
    assert extract.text == "One."


@pytest.mark.parametrize(
    "href", ["missing.xhtml", "../../../etc/passwd.xhtml", "/a.html"]
)
def test_a_chapter_that_is_not_in_the_archive_is_missed_and_said(href: str) -> None:
    extract = _read(_chapter("a.xhtml", "<p>One.</p>"), _Item(href))
    assert extract.text == "One."
    missing = ("1 chapter that the book lists missing from it",)
    assert extract.remarks == (missing if href == "missing.xhtml" else ())


@pytest.mark.parametrize(
    ("book", "why"),
    [
        (_zipped({"mimetype": "application/epub+zip"}), "package document is missing"),
        (
            _zipped({"META-INF/container.xml": "<container>", "OPS/book.opf": "<x/>"}),
            "its XML is broken",
        ),
        (_book(_Item("missing.xhtml")), "none of the chapters"),
        (_book(_chapter("a.xhtml", '<img src="a.png"/>')), "only pictures"),
        (_book(_chapter("a.xhtml", "<p>One.</p>"))[:-30], "damaged or cut short"),
        (_book(_chapter("a.xhtml", "<b/>" * 500_000)), "too large"),
    ],
)
def test_a_book_that_cannot_be_read_says_why_in_one_line(book: bytes, why: str) -> None:
    assert why in _refused(book)


def test_a_package_is_found_where_the_container_leads_astray() -> None:
    members = {
        "META-INF/container.xml": _CONTAINER.replace("OPS/", "../../etc/"),
        "OPS/book.opf": _package((_Item("a.xhtml"),), _TITLE),
        "OPS/a.xhtml": _page("<p>One.</p>"),
    }
    assert read_epub(_zipped(members), Wanted("x.epub")).text == "One."


def test_contents_that_lead_in_circles_are_no_matter() -> None:
    nav = _nav('<a href="nav.xhtml">Contents</a>', '<a href="a.xhtml">Loomings</a>')
    fallback = _Item("x.bin", "x", kind="x/x")
    book = _book(_chapter("a.xhtml", "<p>One.</p>"), nav, fallback)
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        members = {name: archive.read(name).decode() for name in archive.namelist()}
    circle = members["OPS/book.opf"].replace('id="i2"', 'id="i2" fallback="i2"')
    extract = read_epub(_zipped({**members, "OPS/book.opf": circle}), Wanted("x.epub"))
    assert (extract.text, extract.place_at(0)) == ("One.", "Loomings")


def test_links_within_links_are_no_matter() -> None:
    deep = 20_000
    page = '<a href="#x">' * deep + "word" + "</a>" * deep + "<p>One.</p>"
    extract = _read(_chapter("a.xhtml", page + f"<p>{_WORDS}</p>"))
    assert extract.text.startswith("word\n\nOne.")


def test_how_many_documents_are_read_is_told() -> None:
    told: list[Progress] = []
    items = [_chapter(f"{name}.xhtml", "<p>One.</p>") for name in "ab"]
    read_epub(_book(*items), Wanted("whale.epub", report=told.append))
    assert told == [Progress(0, 2), Progress(1, 2)]
