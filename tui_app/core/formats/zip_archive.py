"""Members of a zip archive, read into memory by name, within bounds; never unpacked."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from tui_app.core.formats.refusals import (
    CHECK_ORIGIN,
    DAMAGED,
    LOCKED,
    SWOLLEN,
    is_swollen,
)
from tui_app.errors import UserError

MOST_MEMBERS = 10_000  # a long book with a picture a page
LARGEST_MEMBER = 50 * 1024 * 1024
LARGEST_WHOLE = 100 * 1024 * 1024

_END = b"PK\x05\x06"  # the record at the end, PKWARE APPNOTE 4.3.16
_END_SIZE = 22
_LONGEST_COMMENT = 65_535

_FAILURES = (
    *(zipfile.BadZipFile, zlib.error, EOFError, ValueError),
    *(NotImplementedError, OSError, RuntimeError),
)


class ZipArchive:
    """A document that is a zip archive. ``name`` is that of the document.

    Every method raises ``UserError`` for what is damaged, locked or out of bounds.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._read = 0
        _refuse_many(_told_members(data), name)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _FAILURES as error:
            raise self._damaged() from error
        self._members = {one.filename: one for one in self._zip.infolist()}
        _refuse_many(len(self._members), name)
        if len(self._members) < len(self._zip.infolist()):
            raise self._damaged()

    def __contains__(self, member: str) -> bool:
        return member in self._members

    def members(self) -> tuple[str, ...]:
        """Return the names of all members, as they stand in the archive."""
        return tuple(self._members)

    def read(self, member: str) -> bytes:
        """Return what the member holds. Raises ``KeyError`` where there is none."""
        info = self._members[member]
        if info.flag_bits & 0x1:
            raise UserError(self._name, *LOCKED)
        try:
            with self._zip.open(info) as file:
                data = file.read(LARGEST_MEMBER + 1)
        except _FAILURES as error:
            raise self._damaged() from error
        self._refuse_bomb(len(data), info.compress_size)
        return data

    def read_text(self, member: str) -> str:
        """Return a member that is UTF-8, what is not valid replaced."""
        return self.read(member).decode("utf-8-sig", "replace")

    def _refuse_bomb(self, size: int, packed: int) -> None:
        self._read += size
        too_large = size > LARGEST_MEMBER or self._read > LARGEST_WHOLE
        if too_large or is_swollen(size, packed):
            raise UserError(self._name, *SWOLLEN)

    def _damaged(self) -> UserError:
        return UserError(self._name, *DAMAGED)


def _told_members(data: bytes) -> int:
    """Return how many members the archive says it has, before any is looked at."""
    found = data.rfind(_END, max(0, len(data) - _END_SIZE - _LONGEST_COMMENT))
    if found < 0 or found + _END_SIZE > len(data):
        return 0
    told: int = struct.unpack_from("<H", data, found + 10)[0]
    return told


def _refuse_many(members: int, name: str) -> None:
    if members > MOST_MEMBERS:
        why = f"holds more than {MOST_MEMBERS:,} files"
        raise UserError(name, why, CHECK_ORIGIN)
