"""The places visited by jumps, to go back and forth between."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tui_app.core.model import Side

_REMEMBERED = 200


class Stay(NamedTuple):
    """A passage, by an offset that survives another unit and another alignment."""

    side: Side
    offset: int


class Journey:
    """Remembers where a jump began; as a browser does, back and forth."""

    def __init__(self) -> None:
        self._behind: list[Stay] = []
        self._ahead: list[Stay] = []

    def leave(self, here: Stay) -> None:
        """Remember the place a jump leaves."""
        if not self._behind or self._behind[-1] != here:
            self._behind = [*self._behind, here][-_REMEMBERED:]
        self._ahead.clear()

    def in_other_texts(self, moved: Callable[[Stay], Stay]) -> Journey:
        """Return the same journey where ``moved`` tells that the places are now."""
        journey = Journey()
        journey._behind = [*map(moved, self._behind)]
        journey._ahead = [*map(moved, self._ahead)]
        return journey

    def back(self, here: Stay) -> Stay | None:
        """Return the place before; None at the beginning of the journey."""
        while self._behind:
            stay = self._behind.pop()
            if stay != here:
                self._ahead.append(here)
                return stay
        return None

    def forward(self, here: Stay) -> Stay | None:
        """Return the place gone back from; None at the end of the journey."""
        if not self._ahead:
            return None
        self._behind.append(here)
        return self._ahead.pop()
