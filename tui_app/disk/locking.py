"""Who may write now: one writer at a time, across processes."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import time
from collections.abc import Iterator
from pathlib import Path

LOCK_PATIENCE = 10.0
"""Seconds to wait for another writer; a save takes thousandths of one."""

_NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL}
_BUSY = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES}


class LockedError(OSError):
    """Another writer has held the lock for longer than anybody should."""


@contextlib.contextmanager
def exclusive(fd: int, path: Path) -> Iterator[None]:
    """Hold the lock on an open file; ``path`` is its name.

    Where the file system has no locks, a file beside it that names host and
    process stands for the lock; one left by a dead process of this host is taken.
    Raises ``LockedError`` after ``LOCK_PATIENCE`` seconds.
    """
    waiting = _attempts(path)
    try:
        for _ in waiting:
            if _try(fd):
                break
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
        with _lock_file(path):
            yield
        return
    try:
        yield
    finally:
        fcntl.flock(fd, fcntl.LOCK_UN)


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock file of its own, for a file that is replaced as a whole.

    Raises ``OSError``, ``LockedError`` as ``exclusive`` does.
    """
    fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        with exclusive(fd, path):
            yield
    finally:
        os.close(fd)


def _attempts(path: Path) -> Iterator[None]:
    deadline = time.monotonic() + LOCK_PATIENCE
    pause = 0.001
    while True:
        yield
        if time.monotonic() > deadline:
            raise LockedError(errno.EBUSY, "locked by another program", str(path))
        time.sleep(pause)
        pause = min(pause * 1.5, 0.05)


def _try(fd: int) -> bool:
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _BUSY:
            return False
        raise
    return True


@contextlib.contextmanager
def _lock_file(path: Path) -> Iterator[None]:
    import socket

    lock = path.with_name(path.name + ".lock")
    owner = f"{socket.gethostname()} {os.getpid()}"
    for _ in _attempts(path):
        try:
            fd = os.open(lock, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            _remove_if_dead(lock)
            continue
        with os.fdopen(fd, "w") as file:
            file.write(owner)
        break
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def _remove_if_dead(lock: Path) -> None:
    import socket

    with contextlib.suppress(OSError, ValueError):
        host, pid = lock.read_text().split()
        if host == socket.gethostname() and not alive(int(pid)):
            lock.unlink(missing_ok=True)


def alive(pid: int) -> bool:
    """Return whether a process of this number runs on this machine.

    One that was killed may keep its number until somebody asks after it, for ever in
    some containers: where the system tells, it does not run.
    """
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return _status(pid)[:1] not in (["Z"], ["X"])


def started(pid: int) -> str:
    """Return when a process was started, where the system tells: numbers recur."""
    return "".join(_status(pid)[19:20])


def _status(pid: int) -> list[str]:
    """Return the fields of proc(5) after the process's name, if there are any."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(errors="replace")
    except OSError:
        return []
    return fields.rpartition(")")[2].split()
