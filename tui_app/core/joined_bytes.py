"""Pieces of bytes as they go from process to process and stand in a file."""

from __future__ import annotations

import os
import struct
from array import array
from typing import Final

LENGTH: Final = struct.Struct("<Q")
"""Before each piece, how many bytes it has."""


def joined(*pieces: bytes) -> bytes:
    """Return the pieces one after the other, each with its length before it."""
    return b"".join(
        part for piece in pieces for part in (LENGTH.pack(len(piece)), piece)
    )


def parted(data: bytes, count: int | None = None) -> list[bytes]:
    """Return the pieces of ``joined``; raises ``ValueError`` if they are no ``count``.

    Any number will do if none is named.
    """
    pieces, at = [], 0
    while at < len(data):
        begin = at + LENGTH.size
        if begin > len(data):
            raise ValueError("a piece without its length")
        at = begin + LENGTH.unpack_from(data, at)[0]
        if at > len(data):
            raise ValueError("a piece is cut off")
        pieces.append(data[begin:at])
    if count is not None and len(pieces) != count:
        raise ValueError("pieces are missing")
    return pieces


def write_piece(pipe: int, piece: bytes) -> None:
    """Write the piece to a pipe, its length before it."""
    rest = memoryview(joined(piece))
    while rest:
        rest = rest[os.write(pipe, rest) :]


def read_piece(pipe: int) -> bytes | None:
    """Return the next piece from a pipe, ``None`` where no whole one comes."""
    length = _read(pipe, LENGTH.size)
    return None if length is None else _read(pipe, *LENGTH.unpack(length))


def _read(pipe: int, size: int) -> bytes | None:
    parts: list[bytes] = []
    while size:
        part = os.read(pipe, size)
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def numbers(data: bytes) -> array[int]:
    """Return the numbers of an ``array("I")`` of this machine.

    Raises ``ValueError`` for half a number.
    """
    found = array("I")
    found.frombytes(data)
    return found
