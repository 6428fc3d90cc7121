"""The status line: where the reader is, how much is alike, what is left to see."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


@dataclass(frozen=True, slots=True)
class StatusInfo:
    """What the status line says; ``None`` leaves a part out.

    ``row`` counts from 1. ``alike`` is 0 to 1. ``modes`` are short words in a
    fixed order, an empty one keeps its place blank-free. ``message`` (progress,
    a search) stands first while there is one.
    """

    row: int = 0
    rows: int = 0
    alike: float | None = None
    differences_left: int | None = None
    facts: int | None = None
    rewordings: int | None = None
    notes: int = 0
    modes: tuple[str, ...] = ()
    message: str = ""


class StatusLine(Widget):
    """One line; its left part is dropped bit by bit when the terminal is narrow."""

    DEFAULT_CSS = """
    StatusLine { height: 1; background: $panel; color: $foreground; padding: 0 1; }
    """

    info: reactive[StatusInfo] = reactive(StatusInfo())

    def render(self) -> Content:
        """Return the line."""
        info = self.info
        return Content(f"{info.message} row {info.row}/{info.rows}".strip())
