"""Targets that take documents: whatever the bytes, an extract in order or a refusal.

The members of an archive stand one after the other, each under a line with its name, so
that what is changed at random is still an archive.
"""

from __future__ import annotations

import contextlib
import io
import re
import traceback
import warnings
import zipfile
from itertools import pairwise
from unittest import mock

import numpy as np

import tui_app
from tui_app.core.extract import Extract
from tui_app.core.formats import pdf, pdf_letters
from tui_app.core.formats.take import take
from tui_app.core.formats.taking import Wanted
from tui_app.core.segmentation import segment_extract
from tui_app.errors import UserError

from .text_targets import UNITS, check_units

MEMBER = re.compile(rb"^=== ([!-~]{1,99})\n", re.MULTILINE)
"""The line that stands over a member of an archive."""

_OURS = tui_app.__path__[0]
_NAMES = ("a.txt", "a.md", "a.html", "a.srt", "a.docx", "a.odt", "a.epub", "a.pdf")


def members_in_lines(data: bytes) -> bytes:
    """Return an archive as the targets take it: for the seeds."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(
            b"=== %s\n%s\n" % (name.encode(), archive.read(name))
            for name in archive.namelist()
            if name.endswith(("xml", "html", "opf", "ncx", "rels", "mimetype"))
        )


def archive_of(data: bytes) -> bytes:
    """Return the archive whose members stand in lines; what is before is none."""
    _, *parts = MEMBER.split(data)
    whole = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(whole, "w") as archive:
        warnings.simplefilter("ignore")  # the same name twice
        for name, content in zip(parts[::2], parts[1::2], strict=True):
            archive.writestr(name.decode(), content.removesuffix(b"\n"))
    return whole.getvalue()


def read_document(data: bytes, name: str, changes="accept") -> None:
    """Take the text out of a document, and cut it into units; it may be refused."""
    try:
        extract = take(data, Wanted(name, changes))
    except UserError as error:
        check_refusal(error, f"{name}: ")
        _refuse_own_faults(error.__cause__)
        return
    check_extract(extract)
    for unit in UNITS:
        check_units(segment_extract(extract, name, unit))


def check_refusal(error: UserError, beginning: str = "") -> None:
    """Assert that it is said in one line, which begins so."""
    assert "\n" not in str(error)
    assert str(error).startswith(beginning)


def _refuse_own_faults(cause: BaseException | None) -> None:
    """Raise what went wrong in a reader of our own, and not in a library.

    To the user it is told as a document that cannot be read.
    """
    if cause is None or isinstance(cause, (UserError, RecursionError, MemoryError)):
        return
    latest = traceback.extract_tb(cause.__traceback__)[-1]
    if latest.filename.startswith(_OURS) and not isinstance(cause, OSError):
        raise cause


def check_extract(extract: Extract) -> None:
    """Assert that passages, places and what was left out stand in the text."""
    text, size = extract.text, len(extract.text)
    assert text.strip()
    for before, after in pairwise(extract.passages):
        assert before.end <= after.start
    for passage in extract.passages:
        assert 0 <= passage.start < passage.end <= size
        assert text[passage.start : passage.end].strip()
        assert passage.level >= 0
    offsets = [mark.offset for mark in extract.places]
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= size for offset in offsets)
    assert all(0 <= left.offset <= size and left.text for left in extract.left_out)
    assert all(isinstance(said, str) for said in (*extract.metadata, *extract.remarks))


def any_document(data: bytes) -> None:
    """The first byte is the ending of the name; the bytes are what they are."""
    read_document(data[1:], _NAMES[(data[:1] or b"\0")[0] % len(_NAMES)])


def plain_text(data: bytes) -> None:
    read_document(data, "a.txt")


def markdown(data: bytes) -> None:
    read_document(data, "a.md")


def web_page(data: bytes) -> None:
    read_document(data, "a.html")


def subtitles(data: bytes) -> None:
    read_document(data, "a.srt")


def word(data: bytes) -> None:
    """An even first byte accepts the tracked changes, an odd one rejects them."""
    changes = "reject" if (data[:1] or b"\0")[0] % 2 else "accept"
    read_document(archive_of(data), "a.docx", changes)


def open_document(data: bytes) -> None:
    """The same as ``word``."""
    changes = "reject" if (data[:1] or b"\0")[0] % 2 else "accept"
    read_document(archive_of(data), "a.odt", changes)


def epub(data: bytes) -> None:
    read_document(archive_of(data), "a.epub")


def pdf_file(data: bytes) -> None:
    """The whole way, pdfium in a process of its own included."""
    read_document(data, "a.pdf")


def pdf_pages(data: bytes) -> None:
    """Pages as pdfium may give them: ``x y size angle words`` on a line, FF between."""
    wanted = Wanted("a.pdf")
    made = mock.patch.object(pdf, "LettersOf", _MadeLetters)
    with made, contextlib.suppress(UserError):
        extract = pdf.read_pdf(data, wanted)
        if extract.text.strip():  # a document without words is refused for all formats
            check_extract(extract)


_LINE = re.compile(r"(\S+) (\S+) (\S+) (\S+) (.*)")


class _MadeLetters:
    """The letters that lines tell of, in the place of those in a file."""

    def __init__(self, data: bytes, _name: str) -> None:
        text = data.decode("utf-8", "replace")
        self._pages = text.split("\f")[:20]
        told = self._pages[0].partition("\n")[0]
        self.told = pdf_letters.Told(len(self._pages), told, told[::-1], told)

    def close(self) -> None:
        """There is no process to end."""

    def __iter__(self):
        for page in self._pages:
            codes, boxes, words = [], [], []
            for line in page.split("\n"):
                found = _LINE.fullmatch(line)
                if found:
                    _add_line(found, codes, boxes, words)
            yield pdf_letters.Letters(
                page[:3],
                np.array(codes, np.uint32),
                np.array(boxes, np.float32).reshape(-1, 4),
                np.array(words, pdf_letters._WORDS),
                (0.0, 0.0, 600.0, 800.0) if len(page) % 5 else (),
                pictures=len(page) % 7 == 1,
                damaged=len(page) % 11 == 1,
            )


def _add_line(found, codes, boxes, words) -> None:
    try:
        x, y, size, angle = map(float, found.groups()[:4])
    except ValueError:
        return
    latest = " "
    for letter in found[5]:
        if letter > " " >= latest:
            words.append((len(codes), angle, size > 10))
        codes.append(ord(letter))
        boxes.append((x, y + size, x + size / 2, y))
        x += size / 2
        latest = letter
