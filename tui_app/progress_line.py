"""One line of the terminal that says what is done, while nothing else is shown."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from math import inf
from time import monotonic
from unicodedata import east_asian_width

from tui_app.core.model import Progress
from tui_app.core.text.display import displayable_line

_EVERY = 0.15
"""Seconds between two tellings of the same work."""

_ERASE = "\r\x1b[K"

_USUAL_WIDTH = 80


class Pace:
    """How often is told what is being done: other work at once, the same now and then.

    ``every`` are the seconds between two tellings of the same.
    """

    def __init__(self, every: float) -> None:
        self._every = every
        self._doing = ""
        self._told = 0.0

    def is_due(self, doing: str) -> bool:
        """Tell whether this is to be told now; then it is taken to be told."""
        now = monotonic()
        if doing == self._doing and now - self._told < self._every:
            return False
        self._doing, self._told = doing, now
        return True


class ProgressLine:
    """What is being done, on a line of standard error that is written over.

    ``hint`` stands behind it where there is room. For who hears them, ``plain``, each
    thing that is done has a line of its own, which stays.
    """

    def __init__(self, *, hint: str = "", plain: bool = False) -> None:
        self._hint = f" ({hint})" if hint else ""
        self._plain = plain
        self._pace = Pace(inf if plain else _EVERY)
        self._stands = False

    def show(self, doing: str, progress: Progress) -> None:
        """Show it; that the same has come a little further only now and then."""
        if not self._pace.is_due(doing):
            return
        self._stands = not self._plain
        said = displayable_line(f"{doing}{progress.share}")
        if self._plain:
            _write(f"{said}{self._hint}\n")
        else:
            _write(_ERASE + _fitting(said, self._hint, _width() - 1))

    def clear(self) -> None:
        """Take the line away; one that stays is left."""
        if self._stands:
            _write(_ERASE)
        self._stands = False


def _fitting(said: str, hint: str, width: int) -> str:
    """Return what fits in so many cells: the hint is left out first."""
    if _cells(said) + _cells(hint) <= width:
        return said + hint
    while _cells(said) > width:
        said = said[:-1]
    return said


def _cells(text: str) -> int:
    return sum(1 + (east_asian_width(sign) in "WF") for sign in text)


def _width() -> int:
    with suppress(OSError, ValueError):
        return os.get_terminal_size(sys.stderr.fileno()).columns or _USUAL_WIDTH
    return _USUAL_WIDTH


def _write(words: str) -> None:
    with suppress(OSError, ValueError):
        sys.stderr.write(words)
        sys.stderr.flush()
