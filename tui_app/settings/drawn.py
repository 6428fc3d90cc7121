"""What the program draws with: signs of Unicode, plain ASCII, or words alone."""

from __future__ import annotations

import os
from enum import IntEnum
from typing import TextIO

_FEW_LETTERS = "linux"
"""The name of Linux's console, whose fonts hold 256 or 512 characters. None of those in
Debian's console-setup has the signs of a note, of what was reviewed, of a quarter."""


class Drawn(IntEnum):
    """What is drawn with; ``PLAIN`` is ASCII whose states are words."""

    UNICODE = 0
    ASCII = 1
    PLAIN = 2


def shows_signs(stream: TextIO) -> bool:
    """Tell whether signs beyond ASCII can be read where the stream goes."""
    if stream.isatty() and os.environ.get("TERM") == _FEW_LETTERS:
        return False
    encoding = stream.encoding or "ascii"
    return encoding.lower().replace("-", "").startswith("utf")
