"""Where a reading of one pair ended, so that the next begins there."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from tui_app.core.model import Granularity, Side
from tui_app.settings.model import Layout

NOT_FILES = ("http://", "https://")
OPEN_FILES = ("/dev/", "/proc/")
"""Where a system gives names to files that a program has open."""


class Pair(NamedTuple):
    """The two things compared: absolute paths, or addresses."""

    left: str
    right: str

    @classmethod
    def of(cls, left: str, right: str) -> Pair | None:
        """Return the pair of two arguments; ``None`` where one can be read only once.

        That is standard input, and a pipe such as a shell's ``<(command)``.
        """
        if "-" in {left, right} or _is_passing(left) or _is_passing(right):
            return None
        return cls(_absolute(left), _absolute(right))


def _is_passing(source: str) -> bool:
    """Tell whether another text may stand behind the same name the next time."""
    if source.startswith(NOT_FILES):
        return False
    return source.startswith(OPEN_FILES) or Path(source).is_fifo()


def _absolute(source: str) -> str:
    return source if source.startswith(NOT_FILES) else str(Path(source).absolute())


class Place(NamedTuple):
    """The passage under the cursor and how it was shown.

    ``offset`` is a code point into the text of ``side``: it survives another unit
    and, roughly, an edit. ``None`` for the looks means "as the settings say".
    """

    side: Side
    offset: int
    layout: Layout | None = None
    unit: Granularity | None = None
    column_width: int | None = None
    facts_only: bool = False
    folded: bool = False


class Recent(NamedTuple):
    """A comparison opened before, with the titles it had."""

    pair: Pair
    left_title: str = ""
    right_title: str = ""
    unit: Granularity = "sentence"
