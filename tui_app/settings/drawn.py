"""What the program draws with: signs of Unicode, plain ASCII, or words alone."""

from __future__ import annotations

from enum import IntEnum


class Drawn(IntEnum):
    """What is drawn with; ``PLAIN`` is ASCII whose states are words."""

    UNICODE = 0
    ASCII = 1
    PLAIN = 2
