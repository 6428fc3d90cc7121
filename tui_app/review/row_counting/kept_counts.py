"""Counts kept in the user's cache: a file a pair of texts, few and small in all.

A file holds places and numbers, and hashes of the texts, but none of their words. It
may be deleted at any time; one that is damaged, or does not fit to the last byte of
both texts and of the program, is as good as none. Whoever counts writes a whole file
and puts it in the place of the one before, so that two readers share it.
"""

from __future__ import annotations

import os
import stat
import zlib
from contextlib import suppress
from pathlib import Path

from tui_app.core.joined_bytes import joined, parted
from tui_app.disk.durable import (
    make_directory,
    remove_stale_temporaries,
    swap_file,
)
from tui_app.review.row_counting.counted_rows import CountedRows, RowColumns
from tui_app.review.row_counting.counting_work import KnownCounts

MOST_PAIRS = 20
MOST_BYTES = 100_000_000
"""Files of the folder, and bytes of all of them."""

_FORMAT = b"diptych counts 1\n"
_HASH = 32
_MOST_UNPACKED = 400_000_000
_SUFFIX = ".counts"


class KeptCounts:
    """The counts of one pair of texts; ``key`` is the hash of what they depend on."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._folder = folder
        self._key = key
        self._path = folder / f"{key.hex()}{_SUFFIX}"

    def read(self) -> KnownCounts | None:
        """Return what is kept, ``None`` for nothing that can be used."""
        try:
            found = _unpacked(self._key, _regular_file(self._path))
        except (OSError, ValueError, zlib.error, MemoryError):
            return None
        with suppress(OSError):  # what is used stays longest
            os.utime(self._path)
        return found

    def write(self, known: KnownCounts) -> None:
        """Keep the counts, if the disk allows it; the oldest may have to go."""
        data = _packed(self._key, known)
        with suppress(OSError):
            make_directory(self._folder)
            remove_stale_temporaries(self._folder)
            _make_room(self._folder, self._path, len(data))
            if len(data) <= MOST_BYTES:
                swap_file(self._path, data)


def _regular_file(path: Path) -> bytes:
    """Return the bytes; what is no file, or too large to be one of these, has none."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_size > MOST_BYTES:
            raise ValueError("no file of counts")
        return file.read()


def _packed(key: bytes, known: KnownCounts) -> bytes:
    rows, pair, marks, counted = known
    stretches = [one.to_bytes() for one in counted]
    content = joined(joined(*rows), pair, marks, joined(*stretches))
    return _FORMAT + key + zlib.compress(content, 1)


def _unpacked(key: bytes, data: bytes) -> KnownCounts:
    """Return the counts; raises ``ValueError`` and ``zlib.error`` for damage.

    What zlib packed holds a sum of what it was (RFC 1950), so that no bit is taken for
    another.
    """
    head = len(_FORMAT) + _HASH
    if data[:head] != _FORMAT + key:
        raise ValueError("counts of something else")
    unpacking = zlib.decompressobj()
    content = unpacking.decompress(data[head:], _MOST_UNPACKED)
    if not unpacking.eof or unpacking.unused_data:
        raise ValueError("counts cut off, or more than these")
    rows, pair, marks, stretches = parted(content, 4)
    columns = RowColumns(*parted(rows, len(RowColumns._fields)))
    counted = tuple(map(CountedRows.from_bytes, parted(stretches)))
    return KnownCounts(columns, pair, marks, counted)


def _make_room(folder: Path, coming: Path, size: int) -> None:
    """Delete the files used longest ago, so that there is room for one more."""
    files = [(path.stat(), path) for path in folder.glob(f"*{_SUFFIX}")]
    files = [(status, path) for status, path in files if path != coming]
    files.sort(key=lambda one: one[0].st_mtime, reverse=True)
    left = MOST_BYTES - size
    for number, (status, path) in enumerate(files, 1):
        left -= status.st_size
        if number >= MOST_PAIRS or left < 0:
            path.unlink(missing_ok=True)
