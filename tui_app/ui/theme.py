"""Which theme is on, and the colours of the marks in it.

The colours are variables, so that every theme of Textual works.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import NamedTuple

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from tui_app.errors import Problem
from tui_app.review.looks import (
    ANSI_MARKS,
    DARK,
    DARK_MARKS,
    LIGHT,
    LIGHT_MARKS,
    OWN_THEMES,
    TERMINAL,
)
from tui_app.review.session import Environment
from tui_app.settings.memory import Memories
from tui_app.ui.keyboard import OrderlyApp


def _scrollbar(thumb: str, active: str, ground: str) -> dict[str, str]:
    return {
        "scrollbar": thumb,
        "scrollbar-hover": active,
        "scrollbar-active": active,
        "scrollbar-background": ground,
        "scrollbar-background-hover": ground,
        "scrollbar-background-active": ground,
        "scrollbar-corner-color": ground,
    }


THEMES = (
    Theme(
        name=DARK,
        dark=True,
        primary="#79b8ff",
        secondary="#5f8fc4",
        accent="#e8a35c",
        warning="#e8a35c",
        error="#f2b8a0",
        success="#79b8ff",
        foreground="#d8d5cc",
        background="#16181c",
        surface="#1c1f24",
        panel="#252931",
        text_alpha=1.0,
        variables=_scrollbar("#3a4049", "#5c626c", "#16181c"),
    ),
    Theme(
        name=LIGHT,
        dark=False,
        primary="#0b57a4",
        secondary="#4c78a8",
        accent="#9a4f00",
        warning="#9a4f00",
        error="#8a3b12",
        success="#0b57a4",
        foreground="#24282d",
        background="#f8f5ee",
        surface="#f1ede3",
        panel="#e6e1d4",
        text_alpha=1.0,
        variables=_scrollbar("#cfc9ba", "#a3a39d", "#f8f5ee"),
    ),
    Theme(
        name=TERMINAL,
        ansi=True,
        primary="ansi_blue",
        secondary="ansi_cyan",
        accent="ansi_yellow",
        warning="ansi_yellow",
        error="ansi_magenta",
        success="ansi_blue",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        variables={
            "ansi-background": "ansi_default",
            "ansi-foreground": "ansi_default",
            "border-blurred": "ansi_bright_black",
            "input-cursor-text-style": "reverse",
            "input-cursor-background": "ansi_default",
            "input-cursor-foreground": "ansi_default",
        },
    ),
)

"""The themes of the program; the last takes the terminal's own colours."""

_GROUNDS = {"row": 0.09, "row-other": 0.04}

"""How far the text's colour is mixed into the background of another's theme."""


def mark_variables(theme: Theme) -> dict[str, str]:
    """Return the variables ``$mark-…`` that suit the theme.

    An App returns them from ``get_theme_variable_defaults``; a theme may set its
    own.
    """
    own = DARK_MARKS if theme.dark else LIGHT_MARKS
    colours = dict(ANSI_MARKS if theme.ansi else own)
    if not theme.ansi and theme.name not in OWN_THEMES:
        colours |= _grounds_in(theme)
    return {f"mark-{name}": colour for name, colour in colours.items()}


def _grounds_in(theme: Theme) -> dict[str, str]:
    generated = theme.to_color_system().generate()
    ground = Color.parse(generated["background"])
    text = Color.parse(generated["foreground"])
    return {name: ground.blend(text, share).hex6 for name, share in _GROUNDS.items()}


class ThemeChoice(NamedTuple):
    """The theme to begin with, and what was wrong with the one asked for."""

    name: str
    complaint: str = ""


def theme_problem(wanted: str, available: Iterable[str] = ()) -> Problem | None:
    """Return what is wrong with the name of a theme, ``None`` when it exists.

    Without ``available`` the own themes and those of Textual are meant.
    """
    names = set(available) or {*OWN_THEMES, *BUILTIN_THEMES}
    if wanted in names:
        return None
    return Problem("theme", f"no theme {wanted!r}; allowed: {', '.join(sorted(names))}")


def choose_theme(
    available: Iterable[str], wanted: str, state: Memories, *, few_colours: bool = False
) -> ThemeChoice:
    """Return the theme to begin with.

    The one chosen in the reader holds until ``config.toml`` says something new; a
    terminal of 16 colours gets its own colours unless something else was chosen.
    """
    names = set(available)
    if state.theme in names and state.theme_over == wanted:
        return ThemeChoice(state.theme)
    fallback = TERMINAL if few_colours else DARK
    problem = theme_problem(wanted, names)
    if problem is not None:
        return ThemeChoice(fallback, str(problem))
    return ThemeChoice(fallback if wanted == DARK else wanted)


class ThemedApp(OrderlyApp):
    """An App in the theme that settings, memory and terminal ask for.

    ``complaints`` are sentences about what is wrong in the settings.
    """

    def __init__(self, around: Environment) -> None:
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
        from tui_app.ui.screens.theme_picker import ThemeScreen

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
