"""Which files under some paths are texts to be read, which are not, and why.

Nothing is opened: the system is asked what a thing is, so that no pipe is waited for
and no device woken. What changes meanwhile is found out by who reads.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tui_app.core.file_stamp import FileStamp, stamp_of
from tui_app.errors import UserError
from tui_app.library.shelf import LeftOutFile

LARGEST_FILE = 16 * 1024 * 1024
"""Bytes of a file that is read among many; a larger one is opened by itself."""

_NO_TEXT = {
    stat.S_IFIFO: "is a pipe",
    stat.S_IFCHR: "is a device",
    stat.S_IFBLK: "is a device",
    stat.S_IFSOCK: "is a socket",
}


_NOTHING = {errno.ENOENT, errno.ENOTDIR}


class FoundFile(NamedTuple):
    """A file to be read, and what the system said of it when it was found."""

    path: str
    stamp: FileStamp


def walk_files(
    paths: Sequence[str | os.PathLike[str]],
) -> Iterator[FoundFile | LeftOutFile]:
    """Yield every file under ``paths``, folder by folder, in the order of their names.

    Hidden files and folders (``.name``) are passed over unless they are named
    themselves. A file or folder that was met already by another name, as behind a link,
    is not met again. Raises ``UserError`` where a path is not there.
    """
    names = [os.fspath(path) for path in paths]
    for name in names:
        if _is_nothing(name):
            raise UserError(name or "''", "there is no such file", "check the name")
    walk = _Walk()
    for name in names:
        yield from walk.of(name)


def _is_nothing(name: str) -> bool:
    """Tell whether the system knows nothing of that name; it may refuse to tell."""
    return not name or (stamp_of(name).error in _NOTHING and not os.path.lexists(name))


class _Walk:
    """One walk: it knows which files and folders it has met, and by which name."""

    def __init__(self) -> None:
        self._met: dict[tuple[int, int], str] = {}

    def of(self, name: str) -> Iterator[FoundFile | LeftOutFile]:
        """Yield what is under the name; a stack, for folders may be nested deeply."""
        waiting = [name]
        while waiting:
            path = waiting.pop()
            stamp = stamp_of(path)
            met = self._first_name(path, stamp)
            if met == path:
                continue
            if why := _why_not(path, stamp, met):
                yield LeftOutFile(path, why)
            elif stat.S_ISDIR(stamp.mode):
                try:
                    inner = _names_in(path)
                except OSError as error:
                    yield LeftOutFile(path, _refusal(error.errno or 0))
                else:
                    waiting += [f"{path.rstrip(os.sep)}{os.sep}{one}" for one in inner]
            else:
                yield FoundFile(path, stamp)

    def _first_name(self, path: str, stamp: FileStamp) -> str | None:
        """Return the name by which it was met before, ``None`` for the first time."""
        if not (stamp.device or stamp.inode):
            return None
        which = stamp.device, stamp.inode
        met = self._met.get(which)
        self._met.setdefault(which, path)
        return met


def _why_not(path: str, stamp: FileStamp, met: str | None) -> str:
    """Return why nothing is read there, ``""`` where something is."""
    kind = stat.S_IFMT(stamp.mode)
    if not stamp.is_there:
        if stamp.error == errno.ELOOP:
            return "is a link that leads to itself"
        is_link = stamp.error == errno.ENOENT and Path(path).is_symlink()
        return "is a link that leads nowhere" if is_link else _refusal(stamp.error)
    if met is not None:
        return f"is the same {'folder' if kind == stat.S_IFDIR else 'file'} as {met}"
    if stamp.is_plain and not stamp.size:
        return "is empty"
    if stamp.is_plain and stamp.size > LARGEST_FILE:
        return f"is larger than {LARGEST_FILE // 1024**2} MB: open it by itself"
    return _NO_TEXT.get(kind, "")


def _names_in(folder: str) -> list[str]:
    """Return the names of what is not hidden in the folder, the last first."""
    with os.scandir(folder) as entries:
        names = [one.name for one in entries if not one.name.startswith(".")]
    return sorted(names, reverse=True)


def _refusal(error: int) -> str:
    """Return what the system said, in words."""
    return os.strerror(error).lower() if error > 0 else "cannot be read"
