"""The text of a document of any format: what it is, who reads it, what is missing."""

from __future__ import annotations

import gzip
import io
import shlex
import sys
import zlib
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import NamedTuple

from tui_app.core.extract import Extract, Format
from tui_app.core.formats.decoding import decode
from tui_app.core.formats.recognise import (
    GZIP,
    recognise_bytes,
    recognise_text,
)
from tui_app.core.formats.refusals import SPLIT, SWOLLEN, is_swollen
from tui_app.core.formats.taking import Wanted
from tui_app.errors import UserError

LARGEST_TEXT = 64 * 1024 * 1024
"""Bytes of a document, unpacked."""


class _Reader(NamedTuple):
    """Where a format is read, and what has to be installed for it.

    ``function`` stands in ``module``, taking bytes, or text where ``of_text``, and
    what is wanted. ``extra`` is the choice of the installation that brings
    ``packages``.
    """

    module: str
    function: str
    of_text: bool = False
    extra: str = ""
    packages: tuple[str, ...] = ()


_READERS = {
    Format.MARKDOWN: _Reader("markdown", "read_markdown", of_text=True),
    Format.SUBTITLES: _Reader("subtitles", "read_subtitles", of_text=True),
    Format.HTML: _Reader(
        "web_page", "read_web_page", extra="web", packages=("lxml", "readability")
    ),
    Format.WORD: _Reader("word_document", "read_word"),
    Format.OPEN_DOCUMENT: _Reader("open_document", "read_open_document"),
    Format.EPUB: _Reader("epub", "read_epub"),
    Format.PDF: _Reader("pdf", "read_pdf", extra="pdf", packages=("pypdfium2",)),
}


def take(data: bytes, wanted: Wanted) -> Extract:
    """Return what the document in ``data`` holds.

    Raises ``UserError`` for what is damaged, locked, of a format that is not read, or
    needs something that is not installed.
    """
    if not data.startswith(GZIP):
        return _take(data, wanted)
    inner, of_inner = _unpacked(data, wanted)
    try:
        return _take(inner, of_inner)
    except UserError as error:
        raise UserError(wanted.name, error.why, error.hint) from error


def _take(data: bytes, wanted: Wanted) -> Extract:
    known = recognise_bytes(data, wanted.name)
    if known is not None:
        extract = _read_as(known, data, wanted)
    else:
        extract = _take_text(data, wanted)
    if not extract.text or extract.text.isspace():
        raise UserError(wanted.name, "is empty", "choose a file with words in it")
    return extract


def _take_text(data: bytes, wanted: Wanted) -> Extract:
    text, remarks = decode(data, wanted.name)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    known = recognise_text(text, wanted.name)
    if known is Format.TEXT:
        return Extract(text, remarks=remarks)
    return _read_as(known, text if _READERS[known].of_text else data, wanted)


def _read_as(known: Format, whole: bytes | str, wanted: Wanted) -> Extract:
    read = _reader(known, wanted.name)
    try:
        return read(whole, wanted)
    except (UserError, KeyboardInterrupt):
        raise
    except Exception as error:
        # What a library raises over a file that is made to harm is its own affair.
        why = f"cannot be read as {known} ({type(error).__name__})"
        raise UserError(wanted.name, why, "save it anew or as plain text") from error


def _reader(known: Format, name: str) -> Callable[..., Extract]:
    reader = _READERS[known]
    if any(find_spec(package) is None for package in reader.packages):
        why = f"{known} files need the extra '{reader.extra}', which is not installed"
        python = shlex.quote(sys.executable)  # another pip would install elsewhere
        command = f"{python} -m pip install 'diptych[{reader.extra}]'"
        raise UserError(name, why, f"run: {command}")
    module = import_module(f"tui_app.core.formats.{reader.module}")
    function: Callable[..., Extract] = getattr(module, reader.function)
    return function


def _unpacked(data: bytes, wanted: Wanted) -> tuple[bytes, Wanted]:
    """Return what was packed by gzip, and its name."""
    name = wanted.name
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            inner = file.read(LARGEST_TEXT + 1)
    except (OSError, EOFError, zlib.error) as error:
        hint = "fetch or pack it anew"
        raise UserError(name, "is damaged or cut short", hint) from error
    if is_swollen(len(inner), len(data)):
        raise UserError(name, *SWOLLEN)
    if len(inner) > LARGEST_TEXT:
        why = f"unpacks to more than {LARGEST_TEXT // 1024**2} MB"
        raise UserError(name, why, SPLIT)
    if inner.startswith(GZIP):
        raise UserError(name, "is packed twice", "unpack it and open what is in it")
    return inner, wanted._replace(name=name.removesuffix(".gz"))
