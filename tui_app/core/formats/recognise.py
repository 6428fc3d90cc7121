"""What kind of document some bytes are, told by what they hold, then by the name."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from tui_app.core.extract import Format
from tui_app.core.formats.refusals import LOCKED
from tui_app.errors import UserError

if TYPE_CHECKING:
    from tui_app.core.formats.zip_archive import ZipArchive

GZIP = b"\x1f\x8b"

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")

_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mkdn"})

_AS_TEXT = "save it as plain text and open that"
_AS_WORD = "open it in Word or LibreOffice and save it as .docx"

_COMPOUND = rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # MS-CFB, a file of streams
_LOCKED_STREAM = "EncryptedPackage".encode("utf-16-le")

# How files begin that hold text nobody can take out here, and what to do.
_REFUSED = (
    (rb"\{\\rtf", "an RTF file", _AS_WORD),
    (rb"%!PS", "a PostScript file", "make a PDF of it and open that"),
    (rb"AT&TFORM", "a DjVu file", "make a PDF or a plain text of it and open that"),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|II\*\0|MM\0\*", "a picture", _AS_TEXT),
    (rb"(?s).{60}BOOKMOBI", "a Kindle book", "convert it to EPUB and open that"),
    (_COMPOUND, "an old Word or Office file", _AS_WORD),
)  # fmt: skip

_OTHER_ARCHIVES = (
    ("xl/workbook.xml", "a table of Excel, which cannot be read"),
    ("ppt/presentation.xml", "a PowerPoint presentation, which cannot be read"),
    ("content.xml", "an OpenDocument file that holds no text document"),
)

_WORD_TYPE = "wordprocessingml.document.main+xml"

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_SRT = re.compile(r"\s*\d+[ \t]*\n\d{1,2}:\d\d:\d\d[,.]\d{1,3}[ \t]*-->")
_HEAD = 4096  # characters in which a document must say what it is


def recognise_bytes(data: bytes, name: str) -> Format | None:
    """Return the format whose bytes these are, ``None`` for what may be text.

    Raises ``UserError`` for formats that are not read, by their names.
    """
    if _is_pdf(data):
        return Format.PDF
    if re.match(_COMPOUND, data) and _LOCKED_STREAM in data:
        raise UserError(name, *LOCKED)
    for beginning, what, hint in _REFUSED:
        if re.match(beginning, data):
            raise UserError(name, f"is {what}, which cannot be read", hint)
    if data.startswith(_ZIP):
        return _in_archive(data, name)
    return None


def _is_pdf(data: bytes) -> bool:
    """Tell a PDF, also one behind some junk, from a text that speaks of one."""
    head = data[:1024]
    return head.startswith(b"%PDF-") or (b"%PDF-" in head and b"endobj" in data)


def recognise_text(text: str, name: str) -> Format:
    """Return the format of what is text already."""
    head = text[:_HEAD]
    if _HTML.match(head):
        return Format.HTML
    if head.startswith("WEBVTT") or _SRT.match(head) or "[Script Info]" in head[:200]:
        return Format.SUBTITLES
    if _ending(name) in _MARKDOWN:
        return Format.MARKDOWN
    return Format.TEXT


def _ending(name: str) -> str:
    path = re.sub(r"[?#].*", "", name) if "://" in name else name
    return PurePath(path).suffix.lower()


def _types(archive: ZipArchive) -> str:
    member = "[Content_Types].xml"
    return archive.read_text(member) if member in archive else ""


def _in_archive(data: bytes, name: str) -> Format:
    """Return what the zip archive is. Raises ``UserError`` for all others."""
    from tui_app.core.formats.zip_archive import ZipArchive

    archive = ZipArchive(data, name)
    kind = archive.read_text("mimetype").strip() if "mimetype" in archive else ""
    if kind == "application/epub+zip" or "META-INF/container.xml" in archive:
        return Format.EPUB
    if kind.startswith("application/vnd.oasis.opendocument.text"):
        return Format.OPEN_DOCUMENT
    if "word/document.xml" in archive or _WORD_TYPE in _types(archive):
        return Format.WORD
    for member, what in _OTHER_ARCHIVES:
        if member in archive:
            raise UserError(name, f"is {what}", _AS_TEXT)
    why = "is a zip archive, not a document"
    raise UserError(name, why, "unpack it and open a file that is in it")
