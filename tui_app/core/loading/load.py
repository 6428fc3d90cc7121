"""From a path or standard input to a document; other formats are refused by name."""

from __future__ import annotations

import re
from dataclasses import replace
from os import PathLike, fspath
from pathlib import PurePath

from tui_app.core.loading.decoding import decode
from tui_app.core.loading.sources import (
    STANDARD_INPUT,
    read_path,
    read_standard_input,
    refuse_unopenable,
)
from tui_app.core.model import Document, Granularity
from tui_app.core.segmentation import segment
from tui_app.errors import UserError

_ADDRESS = r"[a-z][a-z0-9+.-]*://"

_UNREAD = {
    ".htm": "HTML",
    ".html": "HTML",
    ".xhtml": "HTML",
    ".docx": "Word",
    ".doc": "Word",
    ".odt": "OpenDocument",
    ".rtf": "RTF",
    ".epub": "EPUB",
    ".pdf": "PDF",
}


def load_document(path: str | PathLike[str], granularity: Granularity) -> Document:
    """Return the document in the file ``path``, or on standard input for ``-``.

    Line ends are read as newlines and a byte order mark is left out; offsets count
    from there. Raises ``UserError`` where there is no text to be had.
    """
    name = fspath(path)
    text, remarks = load_text(name)
    return replace(segment(text, name, granularity), remarks=remarks)


def load_text(name: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file and what the user should know of its reading.

    Raises ``UserError`` as ``load_document`` does.
    """
    if name == STANDARD_INPUT:
        data = read_standard_input()
    else:
        refuse_unread_format(name)
        data = read_path(name)
    text, remarks = decode(data, name)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text or text.isspace():
        raise UserError(name, "is empty", "choose a file with words in it")
    return text, remarks


def look_at(name: str) -> None:
    """Raise ``UserError`` where it is plain without reading that ``name`` cannot be.

    For errors that should come before anything else is begun.
    """
    if name != STANDARD_INPUT:
        refuse_unread_format(name)
        refuse_unopenable(name)


def refuse_unread_format(name: str) -> None:
    """Raise ``UserError`` where ``name`` is empty, an address, or a format to come."""
    if not name:
        raise UserError("''", "is no file name", "name a text file")
    if "://" in name and re.match(_ADDRESS, name, re.IGNORECASE):
        raise UserError(
            name, "addresses are not read yet", "save the page as text and open that"
        )
    ending = PurePath(name).suffix.lower()
    if ending in _UNREAD:
        raise UserError(
            name,
            f"{_UNREAD[ending]} files are not read yet",
            "save it as plain text and open that",
        )
