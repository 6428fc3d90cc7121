"""What the system said, in words that tell the reader what to do."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from tui_app.disk.locking import LockedError
from tui_app.errors import UserError

_HINTS = {
    errno.ENOSPC: ("the disk is full", "free some space and save again"),
    errno.EDQUOT: ("the disk quota is used up", "free some space and save again"),
    errno.EFBIG: ("the file may not grow", "raise the limit on file sizes (ulimit -f)"),
    errno.EIO: ("the disk reports an error", "keep the notes elsewhere with --notes"),
    errno.EROFS: ("the place is read-only", "keep the notes elsewhere with --notes"),
    errno.EACCES: ("no permission to write", "keep the notes elsewhere with --notes"),
    errno.EPERM: ("writing is not allowed", "keep the notes elsewhere with --notes"),
    errno.ELOOP: ("it is a link, and to no file", "name the file itself"),
}


def reason(error: OSError) -> tuple[str, str]:
    """Return why it failed and what to do about it, both without a full stop."""
    if isinstance(error, LockedError):
        return "another program holds the lock", "close it or wait, and save again"
    known = _HINTS.get(error.errno or 0)
    if known and error.strerror == os.strerror(error.errno or 0):
        return known
    return error.strerror or str(error), ""


def not_saved(path: Path, error: OSError) -> UserError:
    """Return the error for a change that did not reach the disk."""
    why, hint = reason(error)
    return UserError(str(path), f"not saved: {why}", hint)


def not_written(path: Path, error: OSError) -> UserError:
    """Return the error for a file that the user named and that was not written."""
    if error.errno in (errno.EISDIR, errno.ENOTDIR, errno.ENOENT):
        is_folder = error.errno == errno.EISDIR
        why = "it is a folder" if is_folder else "there is no such folder"
        return UserError(str(path), why, "name a file in a folder that is there")
    why, hint = reason(error)
    if "--notes" in hint:
        hint = "name another place"
    return UserError(str(path), f"not written: {why}", hint.replace("save", "write"))


def refused(path: Path) -> UserError:
    """Return the error for a change that the file of notes has no room for."""
    why = "not saved: too long, or at a place that no text has"
    return UserError(str(path), why, "shorten the note or the passage it is on")


def not_read(path: Path, error: OSError) -> UserError:
    """Return the error for notes that are there and cannot be read."""
    why, _ = reason(error)
    if error.errno in (errno.EACCES, errno.EPERM):
        why = "no permission to read" if error.errno == errno.EACCES else why
    return UserError(
        str(path), f"cannot read the notes: {why}", "choose a file with --notes"
    )
