"""When something is really on disk; all of it is private from the first byte."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Iterable
from pathlib import Path

PRIVATE_FILE = 0o600
PRIVATE_DIRECTORY = 0o700
PIPE_PATIENCE = 10.0
"""Seconds that somebody may take to read a pipe."""

_LOOK_EVERY = 0.05
_NOBODY_READS = "nobody reads the pipe, start what reads it first"
_STALE_SECONDS = 3600
_BACKUPS = 3
_TEMPORARY = ".diptych-tmp-"
_CANNOT_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EACCES}


def write_all(fd: int, data: bytes) -> None:
    """Write every byte; a short write is continued until it fails or is done."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


def sync(fd: int) -> None:
    """Have the device hold what was written, as far as the system can promise it."""
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
    else:
        os.fsync(fd)


def close(fd: int) -> None:
    """Close a file whose content is already safe, or was only read."""
    with contextlib.suppress(OSError):
        os.close(fd)


def sync_directory(path: Path) -> None:
    """Make the names in a directory durable, where the file system can."""
    try:
        fd = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(fd)
        finally:
            close(fd)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise


def make_directory(path: Path) -> None:
    """Create the directory and those above it, private and durable."""
    if path.is_dir():
        return
    make_directory(path.parent)
    with contextlib.suppress(FileExistsError):
        path.mkdir(PRIVATE_DIRECTORY)
    sync_directory(path.parent)


def replace_file(path: Path, data: bytes) -> None:
    """Put ``data`` in the place of the file and have the device hold it.

    A symbolic link stays one: what it leads to is replaced. Raises ``OSError``; the
    file is then what it was, and no temporary file stays.
    """
    place = _behind_links(path)
    swap_file(place, data)
    sync_directory(place.parent)


def swap_file(path: Path, data: bytes) -> None:
    """Replace the file as a whole: after a crash it holds the old or the new.

    Quicker than ``replace_file``, for what may be lost. Raises ``OSError`` as it does.
    """
    _swap(_behind_links(path), (data,))


def _swap(path: Path, pieces: Iterable[bytes]) -> None:
    """Replace the file by the pieces; what they raise leaves it as it was."""
    temporary = path.with_name(f"{_TEMPORARY}{os.getpid()}-{time.monotonic_ns()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    try:
        # Within: a signal may end the writer as soon as the file is there.
        fd = os.open(temporary, flags, PRIVATE_FILE)
        try:
            for piece in pieces:
                write_all(fd, piece)
            sync(fd)
        finally:
            close(fd)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def _behind_links(path: Path) -> Path:
    """Return where the symbolic links lead, ``path`` itself where it is none."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def write_file(path: Path, data: bytes) -> None:
    """Write ``data`` to a place that the user named, as ``write_pieces`` does."""
    write_pieces(path, (data,))


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Write to a place that the user named, whatever is there, piece by piece.

    A file is replaced as a whole and keeps its permissions, a new one gets the usual
    ones; where a piece cannot be made or written, it stays what it was. What killed
    writers left beside it is removed. A pipe or a device is written to; for the reader
    of a pipe it waits some seconds. Raises ``OSError``, and what the pieces raise.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        mode = stat.S_IFREG | (0o666 & ~_umask())
    if stat.S_ISREG(mode):
        place = _behind_links(path)
        remove_stale_temporaries(place.parent)
        _swap(place, pieces)
        sync_directory(place.parent)
        place.chmod(stat.S_IMODE(mode))
        return
    fd = _open_to_write(path, mode)
    try:
        for piece in pieces:
            write_all(fd, piece)
    finally:
        close(fd)


def _open_to_write(path: Path, mode: int) -> int:
    """Open what is no file: a pipe that nobody reads would be waited for endlessly."""
    flags = os.O_WRONLY | os.O_CLOEXEC
    if not stat.S_ISFIFO(mode):
        return os.open(path, flags)
    until = time.monotonic() + PIPE_PATIENCE
    while True:
        try:
            fd = os.open(path, flags | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO:
                raise
            if time.monotonic() > until:
                raise OSError(errno.ENXIO, _NOBODY_READS) from error
            time.sleep(_LOOK_EVERY)
        else:
            os.set_blocking(fd, True)
            return fd


def _umask() -> int:
    # The only way to learn it is to set it.
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def remove_stale_temporaries(directory: Path) -> None:
    """Remove what killed writers left, once it is older than any writer's work."""
    with contextlib.suppress(OSError):
        for path in directory.glob(_TEMPORARY + "*"):
            if time.time() - path.stat().st_mtime > _STALE_SECONDS:
                path.unlink(missing_ok=True)


def back_up(path: Path) -> None:
    """Keep the file as it is under another name, the last three times.

    Raises ``OSError``.
    """
    stamp = time.strftime("%Y%m%dT%H%M%S", time.gmtime()) + f"-{time.monotonic_ns()}"
    copy = path.with_name(f"{path.stem}.{stamp}.bak")
    try:
        copy.hardlink_to(path)
    except OSError:  # a file system without hard links
        replace_file(copy, path.read_bytes())
    for old in sorted(path.parent.glob(f"{path.stem}.*.bak"))[:-_BACKUPS]:
        old.unlink(missing_ok=True)
