"""What can be made anew, kept in the user's cache: a file each, few and small in all.

A file may be deleted at any time; one that is damaged, or does not fit its key to the
last byte, is as good as none. Whoever keeps something writes a whole file and puts it
in the place of the one before, so that two readers share it.
"""

from __future__ import annotations

import os
import stat
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from tui_app.disk.durable import (
    make_directory,
    remove_stale_temporaries,
    swap_file,
)

MOST_FILES = 20
MOST_BYTES = 100_000_000
"""Files of a folder, and bytes of all of them."""

_MOST_UNPACKED = 400_000_000

Made = TypeVar("Made")


class KeptFile:
    """The file of one thing; ``key`` is the hash of what it was made from.

    ``form`` names what is kept and is the ending of the file.
    """

    def __init__(self, folder: Path, form: str, key: bytes) -> None:
        self._folder = folder
        self._suffix = f".{form}"
        self._head = f"diptych {form} 1\n".encode() + key
        self.path = folder / f"{key.hex()}{self._suffix}"

    def read(self, made_from: Callable[[bytes], Made]) -> Made | None:
        """Return what is made of the bytes kept, ``None`` where they are of no use.

        ``made_from`` raises ``ValueError`` for bytes that it did not expect.
        """
        try:
            found = made_from(_unpacked(self._head, _regular_file(self.path)))
        except (OSError, ValueError, zlib.error, MemoryError):
            return None
        with suppress(OSError):  # what is used stays longest
            os.utime(self.path)
        return found

    def write(self, content: bytes) -> None:
        """Keep the bytes, if the disk allows it; the oldest file may have to go."""
        data = self._head + zlib.compress(content, 1)
        with suppress(OSError):
            make_directory(self._folder)
            remove_stale_temporaries(self._folder)
            self._make_room(len(data))
            if len(data) <= MOST_BYTES:
                swap_file(self.path, data)

    def _make_room(self, size: int) -> None:
        """Delete the files used longest ago, so that there is room for one more."""
        paths = self._folder.glob(f"*{self._suffix}")
        files = [(path.stat(), path) for path in paths if path != self.path]
        files.sort(key=lambda one: one[0].st_mtime, reverse=True)
        left = MOST_BYTES - size
        for number, (status, path) in enumerate(files, 1):
            left -= status.st_size
            if number >= MOST_FILES or left < 0:
                path.unlink(missing_ok=True)


def _regular_file(path: Path) -> bytes:
    """Return the bytes; what is no file, or too large to be one of these, has none."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_size > MOST_BYTES:
            raise ValueError("no file of the cache")
        return file.read()


def _unpacked(head: bytes, data: bytes) -> bytes:
    """Return what was kept; raises ``ValueError`` and ``zlib.error`` for damage.

    What zlib packed holds a sum of what it was (RFC 1950), so that no bit is taken for
    another.
    """
    if data[: len(head)] != head:
        raise ValueError("kept of something else")
    unpacking = zlib.decompressobj()
    content = unpacking.decompress(data[len(head) :], _MOST_UNPACKED)
    if not unpacking.eof or unpacking.unused_data:
        raise ValueError("cut off, or more than was kept")
    return content
