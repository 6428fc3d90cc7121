"""Names of texts that are no files: standard input, the clipboard, web addresses."""

from __future__ import annotations

from pathlib import Path

STANDARD_INPUT = "-"

CLIPBOARD = "clipboard:"

READ_ONCE = frozenset({STANDARD_INPUT, CLIPBOARD})
"""Names behind which another text may stand the next time."""

OPEN_FILES = ("/dev/", "/proc/")
"""Where a system gives names to files that a program has open."""

_WEB = ("http://", "https://")


def is_address(name: str) -> bool:
    """Tell whether the name is that of a page on the web."""
    return name[:8].lower().startswith(_WEB)


def short_source(name: str) -> str:
    """Return the name of a text as one says it: that of a file without its folder."""
    if name == STANDARD_INPUT:
        return "standard input"
    if name == CLIPBOARD:
        return "the clipboard"
    return name if is_address(name) else Path(name).name or name


def _is_pipe(name: str) -> bool:
    try:
        return Path(name).is_fifo()
    except OSError:  # too long, or in a folder that is closed to the user
        return False


def is_read_once(name: str) -> bool:
    """Tell whether another text may stand behind the same name the next time.

    So it is with standard input, the clipboard, and a pipe such as a shell's
    ``<(command)``.
    """
    if name in READ_ONCE:
        return True
    if is_address(name):
        return False
    return name.startswith(OPEN_FILES) or _is_pipe(name)
