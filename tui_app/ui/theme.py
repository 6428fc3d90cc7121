"""Which themes there are, which one is on, and which is kept.

The colours of the marks are variables, so that every theme of Textual works.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from textual.app import App
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from tui_app.errors import Problem, UserError
from tui_app.review.looks import ANSI_MARKS, DARK_MARKS, LIGHT_MARKS
from tui_app.review.session import Environment
from tui_app.settings.memory import WhatIsRemembered

AUTO = "auto"
"""Whichever of the own themes suits the terminal."""

DARK = "diptych-dark"
LIGHT = "diptych-light"
TERMINAL = "diptych-terminal"
OWN_THEMES = (DARK, LIGHT, TERMINAL)


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

_GROUNDS = {"row": 0.09, "row-other": 0.04, "chosen": 0.1}

"""How far the text's colour is mixed into the background of another's theme."""

_TINT = 0.18
"""How far a side's colour is mixed into that background."""


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
    marks = DARK_MARKS if theme.dark else LIGHT_MARKS
    grounds = {name: (text, share) for name, share in _GROUNDS.items()}
    for side in ("left", "right"):
        grounds[f"{side}-tint"] = Color.parse(marks[side]), _TINT
    return {name: ground.blend(*mixed).hex6 for name, mixed in grounds.items()}


def theme_names() -> list[str]:
    """Return the names of the own themes and of Textual's."""
    return sorted({*OWN_THEMES, *BUILTIN_THEMES})


class ThemeChoice(NamedTuple):
    """The theme to begin with, and what was wrong with the one asked for.

    ``by_ground``: nobody asked for it, so another may suit the terminal better.
    """

    name: str
    complaint: str = ""
    by_ground: bool = False


def theme_problem(wanted: str, available: Iterable[str] = ()) -> Problem | None:
    """Return what is wrong with the name of a theme, ``None`` when it exists.

    Without ``available`` the own themes and those of Textual are meant.
    """
    names = set(available or theme_names())
    if wanted in {AUTO, *names}:
        return None
    allowed = ", ".join([AUTO, *sorted(names)])
    return Problem("theme", f"no theme {wanted!r}; allowed: {allowed}")


def refuse_unknown_theme(wanted: str) -> None:
    """Raise ``UserError`` where a theme was asked for that does not exist."""
    problem = theme_problem(wanted) if wanted else None
    if problem is None:
        return
    from difflib import get_close_matches

    near = get_close_matches(wanted, theme_names(), n=1)
    every = ", ".join([AUTO, *theme_names()])
    hint = f"did you mean {near[0]}?" if near else f"use one of {every}"
    raise UserError("--theme", f"there is no theme {wanted!r}", hint)


def choose_theme(
    available: Iterable[str],
    wanted: str,
    remembered: WhatIsRemembered,
    *,
    few_colours: bool = False,
    asked: str = "",
) -> ThemeChoice:
    """Return the theme to begin with.

    One ``asked`` for this run is taken at its word. The one chosen in the reader holds
    until ``config.toml`` says something new. Where nothing is chosen, a terminal of 16
    colours gets its own colours, any other the dark theme until it tells its ground.
    """
    by_itself = ThemeChoice(TERMINAL if few_colours else DARK, "", not few_colours)
    if asked:
        return by_itself if asked == AUTO else ThemeChoice(asked)
    names = set(available)
    if remembered.theme in names and remembered.theme_over == wanted:
        return ThemeChoice(remembered.theme)
    problem = theme_problem(wanted, names)
    if problem is not None:
        return by_itself._replace(complaint=str(problem))
    return by_itself if wanted == AUTO else ThemeChoice(wanted)


class ThemeKeeper:
    """Puts the first theme on an App, and keeps the one that is chosen later."""

    def __init__(self, app: App[None], environment: Environment) -> None:
        self._app = app
        self._environment = environment
        self._wanted = environment.configuration.settings.theme
        self.by_ground = False
        for theme in THEMES:
            app.register_theme(theme)

    def begin(self) -> str:
        """Put the first theme on; return what is wrong with the one asked for."""
        choice = choose_theme(
            self._app.available_themes,
            self._wanted,
            self._environment.remembered,
            few_colours=self._environment.few_colours,
            asked=self._environment.asked.theme,
        )
        self._put_on_first(choice.name)
        self.by_ground = choice.by_ground
        return choice.complaint

    def suit(self, *, light: bool) -> None:
        """Put on what suits the terminal's ground, if nobody chose a theme."""
        if self.by_ground:
            self._app.theme = LIGHT if light else DARK

    def keep(self, name: str | None) -> None:
        """Put a theme on, also in the runs to come; ``None`` changes nothing."""
        if name is None:
            return
        self.by_ground = False
        self._app.theme = name
        self._environment.memory.change(
            lambda known: known._replace(theme=name, theme_over=self._wanted)
        )

    def _put_on_first(self, name: str) -> None:
        """Put a theme on before anything is styled.

        Setting ``theme`` would read and match all style sheets a second time. Only
        dark themes that are not the terminal's own begin in the state an App is in.
        """
        app = self._app
        theme = app.available_themes[name]
        if theme.ansi or not theme.dark:
            app.theme = name
            return
        app.set_reactive(App.theme, name)
        app.update_classes({f"-theme-{name}": True}, update=False)
        app.stylesheet.set_variables(app.get_css_variables())
