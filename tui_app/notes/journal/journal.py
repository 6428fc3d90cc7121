"""How a line is appended so that nothing is lost: one line a change, safe to share.

A change is acknowledged when its line is written under the lock and the device has
confirmed it. Whatever fails before leaves the file as it was. Readers never lock.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tui_app.disk.durable import (
    PRIVATE_FILE,
    back_up,
    close,
    make_directory,
    remove_stale_temporaries,
    replace_file,
    sync,
    sync_directory,
    write_all,
)
from tui_app.disk.locking import exclusive

LARGEST = 1 << 30
"""Bytes; a journal has about one kilobyte a note."""

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class News:
    """Lines that were not seen yet; ``anew``: forget the others, the file is new.

    ``tail`` stands behind the last line end: what is being written, or was cut off.
    """

    anew: bool
    lines: tuple[bytes, ...]
    tail: bytes = b""


NOTHING_NEW = News(anew=False, lines=())


class Journal:
    """A journal as one reader sees it. ``path`` has its symbolic links resolved.

    A link that leads to itself stays one, and cannot be opened.

    Not safe for threads; safe for any number of processes. All methods raise
    ``OSError``.
    """

    def __init__(self, path: Path) -> None:
        self.path = Path(os.path.realpath(path))
        self._fd = -1
        self._seen = 0
        self._settled = False

    def close(self) -> None:
        """Close the file."""
        if self._fd >= 0:
            close(self._fd)
        self._fd, self._seen = -1, 0

    def news(self) -> News:
        """Return the whole lines that were written since the last call, and the tail.

        The tail is told again each time.
        """
        anew = self._follow()
        if self._fd < 0:
            return News(anew, ())
        size = os.fstat(self._fd).st_size
        if size < self._seen:
            anew, self._seen = True, 0
        if size == self._seen:
            return News(anew, ()) if anew else NOTHING_NEW
        data = _read(self._fd, self._seen, size)
        whole = data[: data.rfind(b"\n") + 1]
        self._seen += len(whole)
        return News(anew, tuple(whole.split(b"\n")[:-1]), data[len(whole) :])

    def know(self, size: int) -> None:
        """Take what stands in the first ``size`` bytes as read, for it is ours."""
        if self._fd >= 0:
            self._seen = size

    def size(self) -> int:
        """Return the bytes of the file as far as it was read."""
        return self._seen

    def _follow(self) -> bool:
        """Open the file that has the name now; return whether it is another one."""
        try:
            named = self.path.stat(follow_symlinks=False)
        except FileNotFoundError:
            gone = self._fd >= 0
            self.close()
            return gone
        if self._fd >= 0 and os.path.samestat(named, os.fstat(self._fd)):
            return False
        reopened = self._fd >= 0
        self.close()
        self._fd = _open(self.path, os.O_RDONLY)
        return reopened

    @contextlib.contextmanager
    def writing(self) -> Iterator[Writer]:
        """Lock the journal, created where it is missing; catch up before writing."""
        make_directory(self.path.parent)
        while True:
            fd = _open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT)
            try:
                with exclusive(fd, self.path):
                    if self._is_named(fd):
                        self._settle()
                        yield Writer(self, fd)
                        return
            finally:
                close(fd)

    def _is_named(self, fd: int) -> bool:
        try:
            return os.path.samestat(os.fstat(fd), self.path.stat())
        except FileNotFoundError:
            return False

    def _settle(self) -> None:
        """Make the names durable: whoever created them may have died before that."""
        if not self._settled:
            remove_stale_temporaries(self.path.parent)
            sync_directory(self.path.parent)
            sync_directory(self.path.parent.parent)
            self._settled = True


class Writer:
    """The journal while it is locked."""

    def __init__(self, journal: Journal, fd: int) -> None:
        self._journal = journal
        self._fd = fd

    def news(self) -> News:
        """Return what others wrote since; nobody writes until the lock is gone."""
        return self._journal.news()

    def append(self, lines: bytes) -> None:
        """Write whole lines at the end; on disk when this returns.

        They are no news to this reader. Raises ``OSError``; the journal is then as
        it was before.
        """
        size = os.fstat(self._fd).st_size
        data = self._mended(size) + lines
        try:
            write_all(self._fd, data)
            self._require(os.fstat(self._fd).st_size == size + len(data))
        except BaseException:  # also where one interrupts: all of it, or nothing
            self._take_back(size)
            raise
        try:
            sync(self._fd)
        except OSError:
            self._rewrite(size, data)
        else:
            self._journal.know(size + len(data))

    def content(self) -> bytes:
        """Return the whole journal."""
        data = _read(self._fd, 0, os.fstat(self._fd).st_size)
        self._require(len(data) == os.fstat(self._fd).st_size)
        return data

    def replace(self, data: bytes) -> None:
        """Put other lines in the place of all; what was stays as a backup."""
        back_up(self._journal.path)
        replace_file(self._journal.path, data)

    def _mended(self, size: int) -> bytes:
        """Return what must stand before a new line where the last one is torn."""
        torn = size > 0 and os.pread(self._fd, 1, size - 1) != b"\n"
        return b"\n" if torn else b""

    def _rewrite(self, size: int, data: bytes) -> None:
        """Write everything to a new file: after a failed fsync no other is true."""
        try:
            old = self.content()[:size]
            self._require(len(old) == size)
            replace_file(self._journal.path, old + data)
        except OSError:
            self._take_back(size)
            raise

    def _require(self, sound: bool) -> None:
        """Take a lying file system for a failing one."""
        if not sound:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(self._journal.path))

    def _take_back(self, size: int) -> None:
        with contextlib.suppress(OSError):
            os.ftruncate(self._fd, size)


def _open(path: Path, flags: int) -> int:
    wanted = flags | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
    fd = os.open(path, wanted, PRIVATE_FILE)
    try:
        _check(fd, path)
    except BaseException:
        close(fd)
        raise
    return fd


def _check(fd: int, path: Path) -> None:
    status = os.fstat(fd)
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "not an ordinary file", str(path))
    if status.st_size > LARGEST:
        raise OSError(errno.EFBIG, "larger than any notes file", str(path))
    foreign = status.st_uid != os.geteuid()
    if foreign and path.parent.stat().st_mode & stat.S_IWOTH:
        why = "it belongs to another user, in a directory anybody can write to"
        raise OSError(errno.EPERM, why, str(path))


def _read(fd: int, start: int, end: int) -> bytes:
    parts = []
    while start < end:
        part = os.pread(fd, min(_CHUNK, end - start), start)
        if not part:
            break
        parts.append(part)
        start += len(part)
    return b"".join(parts)
