"""Any stretch of a file that dictzip packed, without unpacking all before it.

dictzip (of dictd) writes gzip (RFC 1952) in chunks that stand alone and lists their
lengths in the header's extra field, under the name RA (random access).
"""

from __future__ import annotations

import gzip
import struct
import zlib
from itertools import accumulate
from typing import BinaryIO, NamedTuple, Protocol

_EXTRA, _NAME, _COMMENT, _CHECKSUM = 4, 8, 16, 2  # flags of the header


class Stretches(Protocol):
    """What gives stretches of a file."""

    def read(self, start: int, size: int) -> bytes:
        """Return ``size`` bytes from ``start`` on, fewer at the end of the file."""


class PlainFile:
    """A file that is not packed, or packed so that it must be read from the start."""

    def __init__(self, file: BinaryIO | gzip.GzipFile) -> None:
        self._file = file

    def read(self, start: int, size: int) -> bytes:
        """Return ``size`` bytes from ``start`` on, fewer at the end of the file.

        Raises ``OSError``, ``EOFError`` or ``zlib.error`` where it is damaged.
        """
        self._file.seek(start)
        return self._file.read(size)


class _Chunks(NamedTuple):
    """Where the packed chunks stand; each holds ``size`` bytes but the last."""

    size: int
    starts: tuple[int, ...]


class PackedFile:
    """A file packed by dictzip."""

    def __init__(self, file: BinaryIO, chunks: _Chunks) -> None:
        self._file = file
        self._chunks = chunks
        self._number = -1
        self._chunk = b""

    def read(self, start: int, size: int) -> bytes:
        """Return ``size`` bytes from ``start`` on, fewer at the end of the file.

        Raises ``zlib.error`` where it is damaged.
        """
        whole = self._chunks.size
        first, last = start // whole, (start + max(size, 1) - 1) // whole
        last = min(last, len(self._chunks.starts) - 2)
        data = b"".join(map(self._unpacked, range(first, last + 1)))
        return data[start - first * whole :][:size]

    def _unpacked(self, number: int) -> bytes:
        if number != self._number:
            start, end = self._chunks.starts[number : number + 2]
            self._file.seek(start)
            packed = self._file.read(end - start)
            unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
            self._chunk = unpacker.decompress(packed, self._chunks.size)
            self._number = number
        return self._chunk


def stretches_of(file: BinaryIO) -> Stretches:
    """Return what reads stretches of an open file: plain, by dictzip, or by gzip.

    Raises ``EOFError`` or ``struct.error`` where the header is cut short.
    """
    head = file.read(10)
    if not head.startswith(b"\x1f\x8b"):
        return PlainFile(file)
    chunks = _chunks(file, head[3])
    if chunks is None:
        file.seek(0)
        return PlainFile(gzip.GzipFile(fileobj=file))
    return PackedFile(file, chunks)


def _chunks(file: BinaryIO, flags: int) -> _Chunks | None:
    """Return where the chunks are, nothing where the header does not tell."""
    if not flags & _EXTRA:
        return None
    (length,) = struct.unpack("<H", file.read(2))
    extra = file.read(length)
    for text in (_NAME, _COMMENT):
        while flags & text and file.read(1) not in {b"\0", b""}:
            pass
    if flags & _CHECKSUM:
        file.read(2)
    while len(extra) >= 4:
        name, (size,) = extra[:2], struct.unpack("<H", extra[2:4])
        if name == b"RA":
            return _listed(extra[4 : 4 + size], file.tell())
        extra = extra[4 + size :]
    return None


def _listed(field: bytes, start: int) -> _Chunks | None:
    version, size, count = struct.unpack("<HHH", field[:6])
    lengths = struct.unpack(f"<{count}H", field[6 : 6 + 2 * count])
    starts = tuple(accumulate(lengths, initial=start))
    return _Chunks(size, starts) if version == 1 and size else None
