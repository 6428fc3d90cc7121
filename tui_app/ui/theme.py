"""Themes made for long reading, and the colours of the marks in every theme.

The colours are variables, so that every theme of Textual works. The left witness
is orange, the right one blue; red and green mean nothing anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from tui_app.settings.problem import Problem
from tui_app.settings.state import State

DARK = "diptych-dark"
LIGHT = "diptych-light"
TERMINAL = "diptych-terminal"
OWN_THEMES = (DARK, LIGHT, TERMINAL)

_DARK_MARKS = {
    "left": "#dcae7c",
    "right": "#97c1f0",
    "left-ground": "#523717",
    "right-ground": "#1b4068",
    "left-strong": "#ffd09a",
    "right-strong": "#bcdcff",
    "quiet": "#a9a69d",
    "faint": "#8f949c",
    "fainter": "#5c626c",
    "row": "#24282f",
    "row-other": "#1d2026",
    "selection": "#3d4f6e",
    "hit-ground": "#5b4b8a",
    "hit-text": "#f6f2ff",
    "note": "#cda6f5",
    "note-ground": "#372b47",
    "title-text": "#f3f0e8",
}

_LIGHT_MARKS = {
    "left": "#86500f",
    "right": "#245a94",
    "left-ground": "#fadcb6",
    "right-ground": "#cfe2f7",
    "left-strong": "#5f2e00",
    "right-strong": "#05346a",
    "quiet": "#5a5d61",
    "faint": "#62666c",
    "fainter": "#a3a39d",
    "row": "#ebe6d9",
    "row-other": "#f2eee3",
    "selection": "#c3d3ea",
    "hit-ground": "#dccdf7",
    "hit-text": "#2b1457",
    "note": "#6430a0",
    "note-ground": "#eadcf7",
    "title-text": "#111418",
}

_ANSI_MARKS = {
    "left": "ansi_yellow",
    "right": "ansi_bright_blue",
    "left-ground": "ansi_default",
    "right-ground": "ansi_default",
    "left-strong": "ansi_yellow",
    "right-strong": "ansi_bright_blue",
    "quiet": "ansi_default",
    "faint": "ansi_default",
    "fainter": "ansi_default",
    "row": "ansi_default",
    "row-other": "ansi_default",
    "selection": "ansi_default",
    "hit-ground": "ansi_magenta",
    "hit-text": "ansi_bright_white",
    "note": "ansi_magenta",
    "note-ground": "ansi_default",
    "title-text": "ansi_default",
}

_GROUNDS = {"row": 0.09, "row-other": 0.04}
"""How far the text's colour is mixed into the background of another's theme."""


def mark_variables(theme: Theme) -> dict[str, str]:
    """Return the variables ``$mark-…`` that suit the theme.

    An App returns them from ``get_theme_variable_defaults``; a theme may set its
    own.
    """
    own = _DARK_MARKS if theme.dark else _LIGHT_MARKS
    colours = dict(_ANSI_MARKS if theme.ansi else own)
    if not theme.ansi and theme.name not in OWN_THEMES:
        colours |= _grounds_in(theme)
    return {f"mark-{name}": colour for name, colour in colours.items()}


def _grounds_in(theme: Theme) -> dict[str, str]:
    generated = theme.to_color_system().generate()
    ground = Color.parse(generated["background"])
    text = Color.parse(generated["foreground"])
    return {name: ground.blend(text, share).hex6 for name, share in _GROUNDS.items()}


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


def own_themes() -> tuple[Theme, ...]:
    """Return the themes of the program; the last takes the terminal's own colours."""
    return (
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
