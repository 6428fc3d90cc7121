"""The styles of the theme that is on, combined when needed and remembered."""

from __future__ import annotations

from collections.abc import Callable

from rich.style import Style


class Palette:
    """Combines named styles over the ground of the widget."""

    def __init__(self, ground: Style, named: Callable[[str], Style]) -> None:
        self._ground = ground
        self._named = named
        self._known: dict[tuple[str, ...], Style] = {}

    def style(self, *names: str) -> Style:
        """Return the styles laid over each other, the last on top."""
        style = self._known.get(names)
        if style is None:
            style = self._ground
            for name in names:
                style += self._named(name)
            self._known[names] = style
        return style
