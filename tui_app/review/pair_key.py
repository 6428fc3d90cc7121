"""What is worked out of a pair depends on: a hash of its texts and of the program.

Of the program it is the text of all its parts that have a say, and the versions of the
libraries they ask: whoever changes one of them gets other counts, other alignments,
without a number somebody would have to think of.
"""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from array import array
from functools import cache
from importlib import metadata
from pathlib import Path

import tui_app
from tui_app.core.column_sequence import NUMBERS
from tui_app.core.joined_bytes import joined
from tui_app.core.model import Document
from tui_app.core.translation import Translation
from tui_app.core.units import unit_ends, unit_starts

LIBRARIES = ("anyascii", "numpy", "rapidfuzz", "text2num")
"""What the parts that align, compare and count import from elsewhere."""

_PARTS = ("core", "review")
_PROGRAM = Path(tui_app.__file__).parent


class NotToldError(Exception):
    """It cannot be told what has a say here: nothing is kept."""


def pair_key(left: Document, right: Document, translation: Translation | None) -> bytes:
    """Return a hash of the texts, what their units are, their languages, the program.

    Raises ``NotToldError``, as where the program is not in files of its own.
    """
    of_pair = (
        _document_hash(left),
        _document_hash(right),
        repr(translation).encode("utf-8", "surrogatepass"),
        program_hash(_PROGRAM),
    )
    return hashlib.sha256(joined(*of_pair)).digest()


def _document_hash(document: Document) -> bytes:
    """Return a hash of the text and of where its units stand: formats cut otherwise."""
    text = document.text.encode("utf-8", "surrogatepass")
    starts, ends = unit_starts(document.units), unit_ends(document.units)
    borders = (array(NUMBERS, numbers).tobytes() for numbers in (starts, ends))
    unit = document.granularity.encode()
    return hashlib.sha256(joined(text, unit, *borders)).digest()


@cache
def program_hash(program: Path) -> bytes:
    """Return a hash of the parts that have a say, of Python and of the libraries."""
    found = hashlib.sha256()
    files = sorted(file for part in _PARTS for file in (program / part).rglob("*"))
    files = [file for file in files if "__pycache__" not in file.parts]
    if not files:
        raise NotToldError
    try:
        for file in filter(Path.is_file, files):
            name = file.relative_to(program).as_posix().encode()
            found.update(joined(name, file.read_bytes()))
        for version in _versions():
            found.update(joined(version.encode()))
    except (OSError, metadata.PackageNotFoundError) as error:
        raise NotToldError from error
    return found.digest()


def _versions() -> tuple[str, ...]:
    of_libraries = map(metadata.version, LIBRARIES)
    return sys.version, unicodedata.unidata_version, sys.byteorder, *of_libraries
