"""The reader's screen: it composes the pair, the map, the bars, and acts on keys."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from tui_app.core.comparison import compare
from tui_app.ui.bindings import bindings
from tui_app.ui.reading.marks import Look
from tui_app.ui.reading.options import Options
from tui_app.ui.reading.view import PairView
from tui_app.ui.session import Session


class ReaderScreen(Screen[None]):
    """Reads the two documents of a session."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("reader")

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        settings = session.settings
        comparison = session.comparison or compare(session.left, session.right)
        self.view = PairView(
            comparison,
            Options.of(settings),
            Look(settings.word_marks, kinds=settings.show),
            weak_below=settings.weak_links,
            ascii_only=settings.ascii,
        )

    def compose(self) -> ComposeResult:
        """Yield the parts."""
        yield self.view

    def action_row_down(self) -> None:
        """Go to the next row."""
        self.view.step_rows(1)

    def action_row_up(self) -> None:
        """Go to the row before."""
        self.view.step_rows(-1)

    def action_page_down(self) -> None:
        """Turn a page."""
        self.view.turn(1)

    def action_page_up(self) -> None:
        """Turn a page back."""
        self.view.turn(-1)

    def action_other_side(self) -> None:
        """Go to the other side."""
        side = self.view.attention.cursor.side
        self.view.to_side("right" if side == "left" else "left")
