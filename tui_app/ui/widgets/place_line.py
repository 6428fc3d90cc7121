"""The line a file to write is named in, and what is wrong with what was typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui_app.core.text.display import displayable_line
from tui_app.disk.reasons import not_written
from tui_app.errors import UserError
from tui_app.ui.widgets.boxes import QueryInput


class ChosenPlace(NamedTuple):
    """Where to write; ``replace`` where the user has said so to a file there."""

    path: Path
    replace: bool


class PlaceLine(Vertical):
    """The line; ``refuse`` raises ``UserError`` for a place that is no good."""

    DEFAULT_CSS = """
    PlaceLine {
        height: auto;
        & > #trouble { height: auto; max-height: 3; color: $warning; text-style: bold; }
    }
    """

    def __init__(self, at_first: str, refuse: Callable[[Path], object]) -> None:
        super().__init__()
        self._at_first = at_first
        self._refuse = refuse
        self._asked: Path | None = None

    def compose(self) -> ComposeResult:
        """Build the line."""
        line = QueryInput(self._at_first, select_on_focus=False)
        line.cursor_blink = False
        yield line
        yield Static(id="trouble")

    def chosen(self) -> ChosenPlace | None:
        """Return the place, ``None`` where it is no good, or a file there unasked for.

        What is wrong is said below the line.
        """
        try:
            place = _place_named(self.query_one(QueryInput).value.strip())
            self._refuse(place)
        except UserError as error:
            self._tell(str(error))
            return None
        there = place.is_file()
        if there and place != self._asked:
            self._asked = place
            self._tell("This file is there; Enter again replaces it.")
            return None
        return ChosenPlace(place, there)

    @on(Input.Changed)
    def _asked_anew(self) -> None:
        self._asked = None
        self._tell("")

    def _tell(self, message: str) -> None:
        self.query_one("#trouble", Static).update(Content(displayable_line(message)))


def _place_named(name: str) -> Path:
    """Return the place that was typed. Raises ``UserError`` where none can be."""
    if not name:
        raise UserError("file", "no name is given", "type one")
    try:
        place = Path(name).expanduser()
    except RuntimeError as error:
        raise UserError(name, "there is no such user", "type another") from error
    try:
        is_folder = place.is_dir()
    except OSError as error:  # too long, or in a folder that is closed to the user
        raise not_written(place, error) from error
    if is_folder:
        raise UserError(name, "it is a folder", "add the name of a file")
    if not place.parent.is_dir():
        raise UserError(name, "there is no such folder", "name one that is there")
    return place
