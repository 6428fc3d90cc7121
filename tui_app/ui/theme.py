"""Which theme is on, and the colours of the marks in it.

The colours are variables, so that every theme of Textual works.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from tui_app.settings.problem import Problem
from tui_app.settings.state import State
from tui_app.ui.colours import (
    ANSI_MARKS,
    DARK,
    DARK_MARKS,
    LIGHT_MARKS,
    OWN_THEMES,
    TERMINAL,
)

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
    available: Iterable[str], wanted: str, state: State, *, few_colours: bool = False
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
