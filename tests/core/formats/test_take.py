"""How a document is told and taken, whatever its format and name."""

from __future__ import annotations

import gzip
import io
import sys
import zipfile

import pytest

from tui_app.core.extract import Extract
from tui_app.core.formats import take
from tui_app.core.formats.taking import Wanted
from tui_app.errors import UserError


def taken(data: bytes, name: str = "a.txt") -> Extract:
    return take(data, Wanted(name))


def refusal(data: bytes, name: str = "a.txt") -> str:
    with pytest.raises(UserError) as refused:
        taken(data, name)
    line = str(refused.value)
    assert "\n" not in line
    assert line.startswith(f"{name}: ")
    return line


def zipped(members: dict[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return whole.getvalue()


def test_plain_text_stays_as_it_is():
    extract = taken(b"One.\r\n\r\n  Two.")
    assert extract.text == "One.\n\n  Two."
    assert not extract.passages


@pytest.mark.parametrize(
    ("beginning", "what"),
    [
        (b"{\\rtf1 text}", "an RTF file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "an old Word"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + "EncryptedPackage".encode("utf-16-le"),
            "protected by a password",
        ),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 60, "a picture"),
        (b"x" * 60 + b"BOOKMOBI" + b"\0" * 60, "a Kindle book"),
        (b"%!PS-Adobe-3.0\n", "a PostScript file"),
    ],
)
def test_formats_that_cannot_be_read_are_refused_by_name(beginning, what):
    line = refusal(beginning, "report.doc")
    assert what in line
    assert ", " in line  # what to do


def test_a_locked_office_file_is_called_no_format_that_cannot_be_read():
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    line = refusal(head + "EncryptedPackage".encode("utf-16-le"), "report.docx")
    assert "cannot be read" not in line
    assert line.endswith("is protected by a password, save it without and open that")


@pytest.mark.parametrize(
    ("member", "what"),
    [
        ("xl/workbook.xml", "Excel"),
        ("ppt/presentation.xml", "PowerPoint"),
        ("anything", "a zip archive, not a document"),
    ],
)
def test_archives_that_hold_no_text_document_are_refused_by_name(member, what):
    assert what in refusal(zipped({member: b"<x/>"}), "a.docx")


def test_what_is_packed_by_gzip_is_read_as_what_it_is():
    packed = gzip.compress(b"# Mill\n\nIt turns.")
    assert taken(packed, "a.md.gz").text == "Mill\n\nIt turns."
    assert taken(packed, "a.txt.gz").text == "# Mill\n\nIt turns."


def test_damaged_and_doubly_packed_files_are_refused():
    packed = gzip.compress(b"text " * 1000)
    assert "damaged" in refusal(packed[:-20])
    assert "packed twice" in refusal(gzip.compress(packed))


def test_what_is_wrong_with_a_packed_file_is_said_of_the_file_there_is():
    packed = gzip.compress(bytes(range(256)) * 50)
    assert refusal(packed, "a.tar.gz").startswith("a.tar.gz: looks binary")


def test_a_text_that_speaks_of_pdf_is_no_pdf():
    text = b"A PDF begins with %PDF-1.7, and ends with %%EOF."
    assert take(text, Wanted("a.txt")).text == text.decode()


def test_what_swells_without_end_is_refused():
    bomb = gzip.compress(b"word " * 1024 * 1024)
    assert "unpacks to more than a document can hold" in refusal(bomb)
    large = gzip.compress(b"\0" * (65 * 1024 * 1024), compresslevel=0)
    assert "unpacks to more than 64 MB" in refusal(large)


def test_an_archive_of_too_many_files_is_refused_before_they_are_looked_at():
    many = zipped({str(number): b"" for number in range(10_001)})
    assert "more than 10,000 files" in refusal(many, "a.docx")


def test_too_much_markup_is_refused_also_where_it_is_in_several_parts(monkeypatch):
    monkeypatch.setattr("tui_app.core.formats.safe_xml.MOST_SIGNS", 6)
    relations, document = "word/_rels/document.xml.rels", "word/document.xml"
    parts = {relations: b"<x><y/><y/></x>", document: b"<x><y/></x>"}
    assert "more markup than can be read" in refusal(zipped(parts), "a.docx")


def test_a_truncated_archive_is_refused():
    whole = zipped({"word/document.xml": b"<x/>" * 1000})
    assert "damaged or cut short" in refusal(whole[:100], "a.docx")


def test_a_text_file_is_read_as_text_whatever_its_name():
    assert taken(b"Only words.", "a.docx").text == "Only words."


def test_a_format_that_needs_more_names_the_command_that_brings_it(monkeypatch):
    module = sys.modules["tui_app.core.formats.take"]
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    line = refusal(b"%PDF-1.4\n", "a.pdf")
    assert "PDF files need the extra 'pdf'" in line
    assert line.endswith("-m pip install 'diptych[pdf]'")
