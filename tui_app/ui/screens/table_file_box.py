"""The box that asks to which file the table of one text against several is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui_app.core.exports.witness_forms import form_of_table
from tui_app.core.text.display import displayable_line
from tui_app.errors import UserError
from tui_app.ui.screens.export_box import place_named
from tui_app.ui.widgets.boxes import BoxedScreen, QueryInput
from tui_app.ui.widgets.hints import Hint, HintLine


class TableFile(NamedTuple):
    """Where to write it in which form; ``replace`` where the user has said so."""

    place: Path
    form: str
    replace: bool


class TableFileBox(BoxedScreen[TableFile | None]):
    """The box; dismissed with the file, or ``None``.

    ``refuse`` raises ``UserError`` for a file that must not be replaced at all.
    """

    DEFAULT_CSS = """
    TableFileBox {
        align: center top;
        & > #box { max-width: 84; max-height: 9; height: auto; }
        & #trouble { height: auto; max-height: 3; color: $warning; text-style: bold; }
        &.-flat #title { display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "cancel", show=False),
        Binding("ctrl+q", "app.quit", show=False),
    ]

    def __init__(
        self, refuse: Callable[[Path], None], *, ascii_only: bool = False
    ) -> None:
        super().__init__(ascii_only=ascii_only)
        self._refuse = refuse
        self._asked: Path | None = None

    def compose(self) -> ComposeResult:
        """Build the box."""
        with Vertical(id="box"):
            yield Static(Content("Write the table: .csv or .json"), id="title")
            name = QueryInput("table.csv", select_on_focus=False)
            name.cursor_blink = False
            yield name
            yield Static(id="trouble")
            yield HintLine(
                (
                    Hint("Enter", "write it", "write"),
                    Hint("Esc", "close", "cancel"),
                )
            )

    @on(Input.Changed)
    def _asked_anew(self) -> None:
        self._asked = None
        self._tell("")

    @on(Input.Submitted)
    def action_write(self) -> None:
        """Write it, unless the place is no good; a file that is there is asked for."""
        try:
            place = place_named(self.query_one(QueryInput).value.strip())
            form = form_of_table(place)
            self._refuse(place)
        except UserError as error:
            self._tell(str(error))
            return
        there = place.is_file()
        if there and place != self._asked:
            self._asked = place
            self._tell("This file is there; Enter again replaces it.")
            return
        self.dismiss(TableFile(place, form, there))

    def action_cancel(self) -> None:
        """Close with nothing."""
        self.dismiss(None)

    def _tell(self, message: str) -> None:
        self.query_one("#trouble", Static).update(Content(displayable_line(message)))
