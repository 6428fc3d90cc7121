"""The bytes behind a path or on standard input, within bounds of size and patience.

What the system says of a file is turned into an error the user can mend.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from tui_app.core.formats.take import LARGEST_TEXT
from tui_app.errors import UserError

_PIPE_PATIENCE = 10.0  # seconds a pipe may stay silent before it is given up
_CHUNK = 1024 * 1024
_BINARY = getattr(os, "O_BINARY", 0)  # Windows translates line ends without it

_NO_TEXT = {
    stat.S_IFDIR: ("is a folder", "name a file in it"),
    stat.S_IFCHR: ("is a device", "name a text file"),
    stat.S_IFBLK: ("is a device", "name a text file"),
    stat.S_IFSOCK: ("is a socket", "name a text file"),
}

_WHY = {
    errno.ENOENT: ("there is no such file", "check the name"),
    errno.ENOTDIR: ("there is no such file", "check the name"),
    errno.EACCES: ("may not be read", "ask its owner or change its permissions"),
    errno.EPERM: ("may not be read", "ask its owner or change its permissions"),
    errno.ELOOP: ("is a link that leads to itself", "name the file meant"),
    errno.ENAMETOOLONG: ("the name is too long", "check the name"),
}


def read_path(name: str, largest: int | None = None) -> bytes:
    """Return what the file ``name`` holds, at most so many bytes, else as of a text.

    Raises ``UserError`` where it is missing, unreadable, too large or no file.
    """
    with _plain_words(name):
        return b"".join(_pieces(name, largest or LARGEST_TEXT, at_once=True))


def pieces_of(name: str) -> Iterator[bytes]:
    """Yield what the file ``name`` holds, piece by piece.

    Raises ``UserError`` as ``read_path``.
    """
    with _plain_words(name):
        yield from _pieces(name, LARGEST_TEXT)


def read_standard_input(largest: int | None = None) -> bytes:
    """Return what standard input holds, at most so much, as ``read_path`` does."""
    if sys.stdin is None or sys.stdin.closed:
        raise UserError("-", "standard input is closed", "name a file")
    try:
        return b"".join(_of_file(sys.stdin.buffer, "-", largest or LARGEST_TEXT))
    except OSError as error:
        why = f"standard input cannot be read ({error.strerror or error})"
        raise UserError("-", why, "name a file") from error


def refuse_unopenable(name: str) -> None:
    """Raise ``UserError`` where a look at ``name`` tells that it cannot be read.

    Nothing is read: what the file holds may still be no text.
    """
    with _plain_words(name):
        _kind(name)
        if not os.access(name, os.R_OK):
            raise PermissionError(errno.EACCES, "")


@contextmanager
def _plain_words(name: str) -> Iterator[None]:
    """Turn the system's errors about ``name`` into one the user can mend."""
    try:
        yield
    except OSError as error:
        why, hint = _WHY.get(
            error.errno or 0,
            (f"cannot be read ({error.strerror or error})", "try another file"),
        )
        raise UserError(name, why, hint) from error
    except ValueError as error:  # a NUL in the name
        raise UserError(name, "is no file name", "check the name") from error


def _kind(name: str) -> int:
    """Return the type of the file, one that can hold a text."""
    kind = stat.S_IFMT(Path(name).stat().st_mode)
    if kind in _NO_TEXT:
        raise UserError(name, *_NO_TEXT[kind])
    return kind


def _pieces(name: str, largest: int, *, at_once: bool = False) -> Iterator[bytes]:
    kind = _kind(name)
    # Opening a pipe nobody writes to would wait for ever without O_NONBLOCK.
    handle = os.open(name, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
    with os.fdopen(handle, "rb", buffering=0) as file:
        if kind == stat.S_IFIFO:
            yield from _of_pipe(handle, name, largest)
        else:
            expected = os.fstat(handle).st_size + 1 if at_once else 0
            yield from _of_file(file, name, largest, expected)


def _of_file(
    file: BinaryIO, name: str, largest: int, expected: int = 0
) -> Iterator[bytes]:
    """Yield all that ``file`` holds, in one piece if it is as long as expected."""
    size = 0
    wanted = min(max(expected, _CHUNK), largest + 1)
    while chunk := file.read(wanted):
        size += len(chunk)
        _refuse_huge(size, largest, name)
        yield chunk


def _of_pipe(handle: int, name: str, largest: int) -> Iterator[bytes]:
    import select

    size = 0
    poll = select.poll()
    poll.register(handle, select.POLLIN)
    while True:
        if not poll.poll(_PIPE_PATIENCE * 1000):
            why = f"nothing came through the pipe for {_PIPE_PATIENCE:.0f} seconds"
            raise UserError(name, why, "start what writes to it first")
        chunk = os.read(handle, _CHUNK)
        if not chunk:
            return
        size += len(chunk)
        _refuse_huge(size, largest, name)
        yield chunk


def _refuse_huge(size: int, largest: int, name: str) -> None:
    if size > largest:
        why = f"is larger than {largest // 1024**2} MB"
        raise UserError(name, why, "split it into parts")
