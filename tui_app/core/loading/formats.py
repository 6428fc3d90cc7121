"""What cannot be opened as text, told by its name before anything is read."""

from __future__ import annotations

import re
from pathlib import PurePath

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
