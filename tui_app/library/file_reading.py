"""One file of a shelf, read: its content is known already, or told by a card."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import PurePath

from tui_app.core.file_stamp import stamp_of
from tui_app.core.loading.sources import read_path
from tui_app.errors import UserError
from tui_app.library.kept_texts import KeptTexts, ReadFile
from tui_app.library.text_card import TextCard, card_of

_HASH = 20  # bytes: no two texts have the same one, as git takes it, too


def read_file(path: str, kept: KeptTexts) -> ReadFile:
    """Return what is in the file; its card tells why where there is no text.

    The stamp is that from before the reading: what changes meanwhile is read again the
    next time.
    """
    stamp = stamp_of(path)
    if not stamp.is_plain:
        why = "is no plain file any more" if stamp.is_there else "is there no more"
        return ReadFile(path, stamp, b"", TextCard(why=why))
    try:
        data = read_path(path)
    except UserError as error:
        return ReadFile(path, stamp, b"", TextCard(why=error.why))
    content = _content_of(data, path)
    try:
        card = kept.card_of_content(content) or card_of(data, path)
    except Exception as error:  # noqa: BLE001 - one file must not end the others
        why = f"cannot be read ({type(error).__name__})"
        return ReadFile(path, stamp, b"", TextCard(why=why))
    return ReadFile(path, stamp, content, card)


def _content_of(data: bytes, path: str) -> bytes:
    """Return the hash of the content, and of the end of its name: it tells formats."""
    hashed = blake2b(data, digest_size=_HASH)
    hashed.update(b"\0" + os.fsencode(PurePath(path).suffix.casefold()))
    return hashed.digest()
