"""The App's themes: which to begin with, trying others, keeping one."""

from __future__ import annotations

import os

from tui_app.ui.colours import THEMES
from tui_app.ui.keyboard import OrderlyApp
from tui_app.ui.preparation import Surroundings
from tui_app.ui.theme import choose_theme, mark_variables


class ThemedApp(OrderlyApp):
    """An App in the theme that settings, memory and terminal ask for.

    ``complaints`` are sentences about what is wrong in the settings.
    """

    def __init__(self, around: Surroundings) -> None:
        # Without colours the terminal's own ones are right, not shades of grey.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.around = around
        self.ascii_only = around.configuration.settings.ascii
        self.complaints = [str(one) for one in around.configuration.problems]
        for theme in THEMES:
            self.register_theme(theme)
        self._begin_with(self._first_theme())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the colours of the marks for whatever theme is on."""
        return mark_variables(self.current_theme)

    def action_theme(self) -> None:
        """Let the user choose a theme while the text behind shows it."""
        from tui_app.ui.screens.themes import ThemeScreen

        themes = list(self.available_themes.values())
        self.push_screen(
            ThemeScreen(themes, ascii_only=self.ascii_only), self.keep_theme
        )

    def keep_theme(self, name: str | None) -> None:
        """Put a theme on, also in the runs to come."""
        if name is None:
            return
        self.theme = name
        over = self.around.configuration.settings.theme
        self.around.memory.change(
            lambda state: state._replace(theme=name, theme_over=over)
        )

    def _begin_with(self, name: str) -> None:
        """Put the first theme on before anything is styled.

        Setting ``theme`` would read and match all style sheets a second time. Only
        dark themes that are not the terminal's own begin in the state an App is in.
        """
        theme = self.available_themes[name]
        if theme.ansi or not theme.dark:
            self.theme = name
            return
        self.set_reactive(OrderlyApp.theme, name)
        self.update_classes({f"-theme-{name}": True}, update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    def _first_theme(self) -> str:
        configuration = self.around.configuration
        choice = choose_theme(
            self.available_themes,
            configuration.settings.theme,
            self.around.state,
            few_colours=self.around.few_colours,
        )
        if choice.complaint:
            self.complaints.append(choice.complaint)
        return choice.name
