"""Whether a file was touched since it was read: told by a look, never by opening it."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import NamedTuple

from tui_app.core.source_names import is_address, is_read_once


class FileStamp(NamedTuple):
    """What the system says of a file; any change of it makes another.

    Times are in nanoseconds and only ever compared for being the same, so a clock that
    was set back hides nothing. All are 0 where there is no file to be seen, and then
    ``error`` tells what the system said.
    """

    device: int = 0
    inode: int = 0
    mode: int = 0
    size: int = 0
    modified: int = 0
    changed: int = 0
    error: int = 0

    @property
    def is_there(self) -> bool:
        """Tell whether there is something of that name."""
        return not self.error

    @property
    def is_plain(self) -> bool:
        """Tell whether it is a plain file, which can be read without waiting."""
        return stat.S_ISREG(self.mode)

    @property
    def is_folder(self) -> bool:
        """Tell whether it is a folder."""
        return stat.S_ISDIR(self.mode)


def stamp_of(name: str) -> FileStamp:
    """Return the stamp of the file of that name, of what a link leads to.

    A name that the system refuses is no error: there is no file to be seen.
    """
    try:
        found = Path(name).stat()
    except OSError as error:
        return FileStamp(error=error.errno or -1)
    except ValueError:  # no file can have such a name
        return FileStamp(error=-1)
    return FileStamp(
        found.st_dev,
        found.st_ino,
        found.st_mode,
        found.st_size,
        found.st_mtime_ns,
        found.st_ctime_ns,
    )


def lasting_stamp(name: str) -> FileStamp | None:
    """Return the stamp of a file that can be read again and again.

    Standard input, the clipboard, passing pipes and addresses are none.
    """
    return None if is_address(name) or is_read_once(name) else stamp_of(name)
