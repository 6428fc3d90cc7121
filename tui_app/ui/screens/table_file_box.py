"""The box that asks to which file the table of one text against several is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from tui_app.core.exports.witness_forms import form_of_table
from tui_app.settings.drawn import Drawn
from tui_app.ui.widgets.boxes import BoxedScreen
from tui_app.ui.widgets.hints import Hint
from tui_app.ui.widgets.place_line import PlaceLine


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
        & > #box { max-height: 9; height: auto; }
        & > #box > * { max-width: 84; }
        &.-flat #title { display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "cancel", show=False),
        Binding("ctrl+q", "app.quit", show=False),
    ]

    def __init__(
        self, refuse: Callable[[Path], None], *, drawn_with: Drawn = Drawn.UNICODE
    ) -> None:
        super().__init__(drawn_with=drawn_with)
        self._refuse = refuse

    def inside(self) -> Iterable[Widget]:
        """Yield what is asked."""
        yield Static(Content("Write the table: .csv or .json"), id="title")
        yield PlaceLine("table.csv", self._refuse_place)

    def hints(self) -> Sequence[Hint]:
        """Return what can be done here."""
        return Hint("Enter", "write it", "write"), Hint("Esc", "close", "cancel")

    @on(Input.Submitted)
    def action_write(self) -> None:
        """Write it, unless the place is no good; a file that is there is asked for."""
        place = self.query_one(PlaceLine).chosen()
        if place is not None:
            form = form_of_table(place.path)
            self.dismiss(TableFile(place.path, form, place.replace))

    def action_cancel(self) -> None:
        """Close with nothing."""
        self.dismiss(None)

    def _refuse_place(self, place: Path) -> None:
        form_of_table(place)
        self._refuse(place)
