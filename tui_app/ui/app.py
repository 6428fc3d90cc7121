"""The App: it wires screens, theme, keys and settings together, and no more."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App
from textual.binding import BindingType

from tui_app.ui.bindings import bindings
from tui_app.ui.session import Session
from tui_app.ui.theme import DARK, MARKS_CSS, mark_variables, own_themes


class DiptychApp(App[None]):
    """Diptych's App; it opens the reader on ``session``."""

    CSS = MARKS_CSS
    TITLE = "Diptych"
    BINDINGS: ClassVar[list[BindingType]] = bindings("app")

    def __init__(self, session: Session | None = None) -> None:
        self.session = session
        super().__init__()
        self.animation_level = "none"
        for theme in own_themes():
            self.register_theme(theme)
        self.theme = DARK

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the colours of the marks for whatever theme is on."""
        return mark_variables(self.current_theme)

    def on_mount(self) -> None:
        """Open the reader."""
        if self.session is not None:
            from tui_app.ui.screens.reader import ReaderScreen

            self.push_screen(ReaderScreen(self.session))
