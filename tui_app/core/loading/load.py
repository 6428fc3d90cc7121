"""From a name – a path, standard input, the clipboard, an address – to a document."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from functools import partial
from os import PathLike, fspath
from pathlib import Path

from tui_app.core.extract import (
    ACCEPTED,
    BEFORE_AND_AFTER,
    Changes,
    Extract,
    PairChanges,
)
from tui_app.core.file_stamp import stamp_of
from tui_app.core.formats import take
from tui_app.core.formats.recognise import GZIP
from tui_app.core.formats.taking import Wanted
from tui_app.core.loading.sources import (
    pieces_of,
    read_path,
    read_standard_input,
    refuse_unopenable,
)
from tui_app.core.model import Document, Granularity, Progress, Report, Telling
from tui_app.core.segmentation import segment_extract
from tui_app.core.source_names import (
    CLIPBOARD,
    READ_ONCE,
    STANDARD_INPUT,
    is_address,
    short_source,
)
from tui_app.core.text.two_languages import in_turn
from tui_app.errors import UserError

_MAY_TRACK = (b"PK", b"\x1f\x8b")  # a zip archive, what gzip packed

_OTHER_ADDRESS = r"(?!https?://)[a-z][a-z0-9+.-]*://"


def load_document(
    path: str | PathLike[str],
    granularity: Granularity,
    changes: Changes = "accept",
    tell: Telling | None = None,
) -> Document:
    """Return the document in the file ``path``, or on standard input for ``-``.

    Offsets count from the start of the text that was taken out of it; in a plain text
    line ends are read as newlines and a byte order mark is left out. ``changes``
    tells what becomes of tracked changes. ``tell`` is told what is being done. Raises
    ``UserError`` where there is no text to be had.
    """
    name = fspath(path)
    extract = load_extract(name, changes, tell)
    _tell_of(name, "finding the passages of", tell)
    return segment_extract(extract, name, granularity)


def _tell_of(name: str, doing: str, tell: Telling | None) -> Report | None:
    """Tell that this is done with a text; return who is told how far it is."""
    if tell is None:
        return None
    words = f"{doing} {short_source(name)}"
    tell(words, Progress())
    return partial(tell, words)


def load_both(
    left: str,
    right: str,
    granularity: Granularity,
    changes: PairChanges = ACCEPTED,
    tell: Telling | None = None,
) -> tuple[Document, Document]:
    """Return both documents, or one ``BEFORE_AND_AFTER`` its tracked changes.

    ``tell`` is told what is being done. Raises ``UserError`` as ``load_document`` does,
    and where a document that is to stand beside itself has no tracked changes.
    """
    if left == right and changes == BEFORE_AND_AFTER:
        return _before_and_after(left, granularity, tell)
    return (
        load_document(left, granularity, changes.left, tell),
        load_document(right, granularity, changes.right, tell),
    )


def _before_and_after(
    name: str, granularity: Granularity, tell: Telling | None
) -> tuple[Document, Document]:
    report = _tell_of(name, "reading", tell)
    data = _read(name)
    extracts = (
        take(data, Wanted(name, changes, report)) for changes in BEFORE_AND_AFTER
    )
    # What becomes of the changes is plain to see, so nothing is to be said of it.
    before, after = (
        segment_extract(replace(extract, remarks=()), name, granularity)
        for extract in extracts
    )
    if before.text == after.text:
        why = "has no tracked changes, so there is no second text"
        raise UserError(name, why, "name the text to read beside it")
    return replace(before, state="before"), replace(after, state="after")


def refuse_without_changes(name: str) -> None:
    """Raise ``UserError`` where a look shows that ``name`` has no tracked changes.

    Only documents that are archives have them.
    """
    if name == STANDARD_INPUT or is_address(name) or not stamp_of(name).is_plain:
        return
    with suppress(OSError), Path(name).open("rb") as file:
        if not file.read(2).startswith(_MAY_TRACK):
            raise UserError(name, "there is no second text", "name two files")


def is_packed(name: str) -> bool:
    """Tell whether a plain file is one that gzip packed. Raises ``UserError``."""
    return next(pieces_of(name), b"").startswith(GZIP)


def load_extract(
    name: str, changes: Changes = "accept", tell: Telling | None = None
) -> Extract:
    """Return what the document of this name holds.

    ``tell`` is told how far that is. Raises ``UserError`` as ``load_document`` does.
    """
    report = _tell_of(name, "reading", tell)
    extract = take(_read(name), Wanted(name, changes, report))
    languages = in_turn(extract.text)
    if languages is None:
        return extract
    both = " and ".join(languages)
    said = f"it is in {both} by turns: save each language as a text of its own"
    return replace(extract, remarks=(*extract.remarks, said))


def _read(name: str) -> bytes:
    if name == STANDARD_INPUT:
        return read_standard_input()
    refuse_no_name(name)
    if name == CLIPBOARD:
        from tui_app.core.loading.clipboard import read_clipboard

        return read_clipboard()
    if is_address(name):
        from tui_app.core.loading.address import fetch

        return fetch(name)
    return read_path(name)


def look_at(name: str) -> None:
    """Raise ``UserError`` where it is plain without reading that ``name`` cannot be.

    For errors that should come before anything else is begun.
    """
    if name not in READ_ONCE:
        refuse_no_name(name)
        if not is_address(name):
            refuse_unopenable(name)


def refuse_no_name(name: str) -> None:
    """Raise ``UserError`` where ``name`` is empty or an address of another kind."""
    if not name:
        raise UserError("''", "is no file name", "name a file")
    if re.match(_OTHER_ADDRESS, name, re.IGNORECASE):
        why = "only http and https addresses are read"
        raise UserError(name, why, "save what is there and open that")
