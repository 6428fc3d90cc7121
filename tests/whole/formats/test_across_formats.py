"""One article in every format: read beside its plain text, nothing differs.

The documents are made here, as writers of these formats make them: with what a
format adds of its own (navigation, running heads, hard wrapping, running page
numbers) and what it needs.
"""

from __future__ import annotations

import html
import io
import re
import textwrap
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tui_app.core.comparison import Comparison, compare
from tui_app.core.formats import take
from tui_app.core.formats.taking import Wanted
from tui_app.core.kinds import FACTS
from tui_app.core.model import Document, Role
from tui_app.core.segmentation import segment, segment_extract

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))

Article = list[tuple[Role, str]]
Maker = Callable[[Article], bytes]


def article_of(path: Path) -> Article:
    """Return the paragraphs of a sample with what they are."""
    document = segment(path.read_text("utf-8"), None, "paragraph")
    return [
        (unit.role, " ".join(document.unit_text(number).split()))
        for number, unit in enumerate(document.units)
    ]


def as_text(article: Article) -> bytes:
    return "\n\n".join(words for _, words in article).encode()


def as_markdown(article: Article) -> bytes:
    signs = {Role.TITLE: "# ", Role.HEADING: "## "}
    blocks = []
    for role, words in article:
        escaped = re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", words)
        escaped = re.sub(r"^(\d+)([.)])|^([-+])(?=\s)", r"\1\\\2\3", escaped)
        sign = signs.get(role, "")
        wrapped = escaped if sign else textwrap.fill(escaped, 72)
        blocks.append(sign + re.sub(r"(?m)^([-+>])", r"\\\1", wrapped))
    return "\n\n".join(blocks).encode()


def as_page(article: Article) -> bytes:
    """Return a web page with the furniture of one."""
    links = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(9))
    inner = "\n".join(_xhtml(article))
    return (
        "<!doctype html><html lang=en><head><meta charset=utf-8>"
        f"<title>{html.escape(_title(article))} - The Daily Mill</title></head><body>"
        f"<header><nav><ul>{links}</ul></nav></header>"
        f"<main><article>{inner}</article></main>"
        f'<aside class="related"><h3>More stories</h3><ul>{links}</ul></aside>'
        "<footer><p>Copyright The Daily Mill. All rights reserved.</p></footer>"
        "</body></html>"
    ).encode()


def _title(article: Article) -> str:
    return next((words for role, words in article if role is Role.TITLE), "Untitled")


def _xhtml(article: Article) -> Iterator[str]:
    tags = {Role.TITLE: "h1", Role.HEADING: "h2"}
    for role, words in article:
        tag = tags.get(role, "p")
        yield f"<{tag}>{html.escape(words, quote=False)}</{tag}>"


def zipped(members: dict[str, str]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return whole.getvalue()


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def as_word(article: Article) -> bytes:
    styles = {Role.TITLE: "Title", Role.HEADING: "Heading1"}
    named = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/>'
        "</w:style>"
        for name, shown in (("Title", "Title"), ("Heading1", "heading 1"))
    )
    paragraphs = []
    for role, words in article:
        style = styles.get(role)
        told = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        # A word processor parts runs wherever it likes.
        half = len(words) // 2
        runs = "".join(
            f'<w:r><w:t xml:space="preserve">{html.escape(piece, quote=False)}</w:t>'
            "</w:r>"
            for piece in (words[:half], words[half:])
        )
        paragraphs.append(f"<w:p>{told}{runs}</w:p>")
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/styles.xml": f'<w:styles xmlns:w="{WORD}">{named}</w:styles>',
            "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>'
            + "".join(paragraphs)
            + "</w:body></w:document>",
        }
    )


def as_open_document(article: Article) -> bytes:
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    blocks = []
    for role, words in article:
        shown = html.escape(words, quote=False)
        if role is Role.HEADING:
            blocks.append(f'<text:h text:outline-level="1">{shown}</text:h>')
        else:
            style = ' text:style-name="Title"' if role is Role.TITLE else ""
            blocks.append(f"<text:p{style}>{shown}</text:p>")
    content = (
        f'<office:document-content xmlns:office="{office}" xmlns:text="{text}">'
        f"<office:body><office:text>{''.join(blocks)}</office:text></office:body>"
        "</office:document-content>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
        }
    )


def as_book(article: Article) -> bytes:
    chapter = "\n".join(_xhtml(article))
    title = html.escape(_title(article))
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:'
            'opendocument:xmlns:container"><rootfiles><rootfile '
            'full-path="OPS/book.opf"/></rootfiles></container>',
            "OPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf">'
            '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{title}</dc:title></metadata><manifest>"
            '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
            '</manifest><spine><itemref idref="a"/></spine></package>',
            "OPS/a.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml"><head>'
            f"<title>{title}</title></head><body>{chapter}</body></html>",
        }
    )


PAGE_LINES = 50


FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"


def as_pdf(article: Article) -> bytes:
    """Return pages with a running head and a number, lines broken at 80 letters."""
    lines: list[str] = []
    for _, words in article:
        lines += [*textwrap.wrap(words, 80, break_on_hyphens=False), ""]
    pages = [
        lines[start : start + PAGE_LINES] for start in range(0, len(lines), PAGE_LINES)
    ]
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count {} /Kids [{}] >>".format(
            len(pages), " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
        ),
        FONT,
    ]
    for number, page in enumerate(pages, 1):
        stream = _page_stream(page, number)
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources"
            f" << /Font << /F1 3 0 R >> >> /Contents {4 + 2 * number - 1} 0 R >>"
        )
        size = len(stream.encode("cp1252"))
        objects.append(f"<< /Length {size} >>\nstream\n{stream}\nendstream")
    return _pdf(objects)


def _page_stream(lines: list[str], number: int) -> str:
    placed = [(770, "The Daily Mill"), (20, str(number))]
    placed += [(740 - 14 * n, line) for n, line in enumerate(lines) if line]
    shown = []
    for y, line in placed:
        escaped = re.sub(r"([\\()])", r"\\\1", line)
        shown.append(f"BT /F1 10 Tf 60 {y} Td ({escaped}) Tj ET")
    return "\n".join(shown)


def _pdf(objects: list[str]) -> bytes:
    whole = b"%PDF-1.4\n"
    starts = []
    for number, one in enumerate(objects, 1):
        starts.append(len(whole))
        whole += f"{number} 0 obj\n{one}\nendobj\n".encode("cp1252")
    table = len(whole)
    whole += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    whole += b"".join(f"{start:010} 00000 n \n".encode() for start in starts)
    return (
        whole
        + (
            f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n"
            "%%EOF\n"
        ).encode()
    )


MAKERS: dict[str, Maker] = {
    "txt": as_text,
    "md": as_markdown,
    "html": as_page,
    "docx": as_word,
    "odt": as_open_document,
    "epub": as_book,
    "pdf": as_pdf,
}


def read(article: Article, ending: str) -> Document:
    name = f"article.{ending}"
    extract = take(MAKERS[ending](article), Wanted(name))
    return segment_extract(extract, name, "sentence")


def words_of(document: Document) -> list[list[str]]:
    """Return the words of each unit."""
    return [
        re.findall(r"\w+", document.unit_text(number))
        for number in range(len(document.units))
    ]


def f1_of_links(comparison: Comparison) -> float:
    """Return how well the links say which units hold the same words of the article."""
    sides = []
    for document in (comparison.left, comparison.right):
        owners = []
        for number, words in enumerate(words_of(document)):
            owners += [number] * len(words)
        sides.append(owners)
    left, right = sides
    assert len(left) == len(right), "a format lost words, or has some of its own"
    right_links = set(zip(left, right, strict=True))
    links = {link.pair for link in comparison.alignment.links}
    # A passage that the article repeats is rightly linked with each of its places.
    texts = [
        list(map(tuple, words_of(side))) for side in (comparison.left, comparison.right)
    ]
    links = {
        (a, b) for a, b in links if (a, b) in right_links or texts[0][a] != texts[1][b]
    }
    common = len(links & right_links)
    return 2 * common / (len(links) + len(right_links))


def changed_facts(comparison: Comparison) -> list[tuple[str, str]]:
    return [
        (str(one.kind), comparison.rows[row].relation)
        for row in range(len(comparison.rows))
        for one in comparison.differences(row)
        if one.kind in FACTS
    ]


@pytest.mark.parametrize("ending", [name for name in MAKERS if name != "txt"])
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_an_article_is_the_same_in_every_format(path, ending):
    article = article_of(path)
    comparison = compare(read(article, "txt"), read(article, ending))
    assert f1_of_links(comparison) >= 0.99
    assert changed_facts(comparison) == []
