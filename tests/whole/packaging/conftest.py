"""Documents of any format, made for whoever names them."""

import zipfile
from itertools import count
from pathlib import Path

import pytest

from tui_app.core.comparison import compare_texts

_CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="a.opf"/></rootfiles></container>"""
_PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/>
<manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="a"/></spine></package>"""
_CHAPTER = '<html xmlns="http://www.w3.org/1999/xhtml"><body>{}</body></html>'
_PAGE = """%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R
/Resources << /Font << /F 5 0 R >> >> >> endobj
4 0 obj << /Length {} >> stream
{}
endstream endobj
5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Courier >> endobj
trailer << /Root 1 0 R >>
"""


def made_sentences(number: int) -> list[str]:
    """Return what a text says; the one of another ``number`` says it otherwise."""
    halls = [
        f"In hall {hall} of the house the choir sang for {hall % 7 + number} hours."
        for hall in range(1, 41)
    ]
    return [*halls, "They had done so for decades." if number == 1 else "They did."]


def _paragraphs(sentences: list[str]) -> str:
    return "".join(f"<p>{sentence}</p>" for sentence in sentences)


def made_page(number: int) -> bytes:
    """Return a web page: an article, and the furniture of a site."""
    links = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(9))
    return (
        "<!doctype html><html><head><title>The choir</title></head><body>"
        f"<nav><ul>{links}</ul></nav><article><h1>The choir</h1>"
        f"{_paragraphs(made_sentences(number))}</article></body></html>"
    ).encode()


def _write_book(path: Path, number: int) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", _CONTAINER)
        archive.writestr("a.opf", _PACKAGE)
        body = _paragraphs(made_sentences(number))
        archive.writestr("a.xhtml", _CHAPTER.format(body))


def _write_word_file(path: Path, number: int) -> None:
    texts = "\n\n".join(made_sentences(number)), "\n\n".join(made_sentences(number + 1))
    compare_texts(*texts).export("docx", path)  # tracked changes


def _write_pdf(path: Path, number: int) -> None:
    lines = (
        f"BT /F 10 Tf 60 {760 - 14 * row} Td ({sentence}) Tj ET"
        for row, sentence in enumerate(made_sentences(number))
    )
    content = "\n".join(lines)
    path.write_text(_PAGE.format(len(content), content))


def _write_text(path: Path, number: int) -> None:
    path.write_text(" ".join(made_sentences(number)) + "\n")


_WRITERS = {
    ".docx": _write_word_file,
    ".epub": _write_book,
    ".pdf": _write_pdf,
    ".txt": _write_text,
    ".md": _write_text,
    "": _write_text,
}


@pytest.fixture
def write_document():
    """Return a function that writes a document of the format that its name tells.

    Each says a little else; an ending that nobody can write is an error.
    """
    numbers = count(1)

    def write(path: Path) -> None:
        _WRITERS[path.suffix](path, next(numbers))

    return write


@pytest.fixture
def web_page():
    """Return a function that answers each address with a page of its own."""
    numbers = count(1)
    return lambda _address: made_page(next(numbers))
