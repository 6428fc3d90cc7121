"""Themes made for long reading, and the marks every widget that shows text shares.

A widget that paints passages has ``COMPONENT_CLASSES = MARKS`` and the CSS class
``marks`` (``DEFAULT_CLASSES = "marks"``) and asks ``get_component_rich_style``.
The colours are variables, so that every theme of Textual works; each mark also
has an attribute of its own (bold, underline, strike, italic, reverse), which
carries the meaning under ``NO_COLOR`` and in 16 colours. The left witness is
orange, the right one blue; red and green mean nothing anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.theme import Theme

from tui_app.settings.state import State

DARK = "diptych-dark"
LIGHT = "diptych-light"
TERMINAL = "diptych-terminal"
OWN_THEMES = (DARK, LIGHT, TERMINAL)

MARKS = frozenset(
    "mark--" + name
    for name in (
        "text",  # running text
        "title",  # titles and headings
        "aside",  # datelines, captions, boilerplate
        "cursor",  # background of the row under the cursor, the side that is active
        "cursor-other",  # the same row on the other side
        "left-only",  # text of a row that only the left has
        "right-only",
        "fact-left",  # a changed fact
        "fact-right",
        "added",  # words only the right has
        "removed",  # words only the left has
        "word-left",  # other words for the same
        "word-right",
        "moved-left",  # words that stand elsewhere in the passage
        "moved-right",
        "quiet",  # inflection, spelling, case, punctuation
        "letters",  # the letters that differ in two words nearly equal
        "merged-removed",  # merged view: words of the left
        "merged-added",  # merged view: words of the right
        "hit",  # a search hit
        "hit-current",
        "selection",
        "hidden",  # badge for invisible characters
        "paragraph",  # paragraph signs
        "empty",  # hatching of a side that has nothing
        "gutter",  # signs of the gutter, each by what it says
        "gutter-same",
        "gutter-changed",
        "gutter-fact",
        "gutter-left-only",
        "gutter-right-only",
        "gutter-moved",
        "gutter-note",
        "gutter-reviewed",
        "gutter-weak",  # a link of little certainty
        "fold",  # "12 rows the same"
        "map",  # the map at the edge, ground and signs
        "map-here",
        "map-changed",
        "map-fact",
        "map-only",
        "map-note",
        "map-hit",
    )
)

_DARK_MARKS = {
    "left": "#e8a35c",
    "right": "#79b8ff",
    "left-ground": "#4a3216",
    "right-ground": "#173a5c",
    "left-strong": "#ffc078",
    "right-strong": "#a5d2ff",
    "faint": "#8b9099",
    "fainter": "#5c626c",
    "row": "#262b33",
    "row-other": "#20242b",
    "hit-ground": "#5b4b8a",
    "hit-text": "#f3efff",
    "note": "#c9a0f0",
    "title-text": "#f0ede4",
}

_LIGHT_MARKS = {
    "left": "#9a4f00",
    "right": "#0b57a4",
    "left-ground": "#fbdfbd",
    "right-ground": "#d3e5f8",
    "left-strong": "#6f3600",
    "right-strong": "#063c76",
    "faint": "#676b72",
    "fainter": "#9b9c98",
    "row": "#ece7da",
    "row-other": "#f2eee3",
    "hit-ground": "#dccdf7",
    "hit-text": "#2b1457",
    "note": "#6c3aa6",
    "title-text": "#14181d",
}

_ANSI_MARKS = {
    "left": "ansi_yellow",
    "right": "ansi_bright_blue",
    "left-ground": "ansi_default",
    "right-ground": "ansi_default",
    "left-strong": "ansi_yellow",
    "right-strong": "ansi_bright_blue",
    "faint": "ansi_default",
    "fainter": "ansi_default",
    "row": "ansi_default",
    "row-other": "ansi_default",
    "hit-ground": "ansi_magenta",
    "hit-text": "ansi_bright_white",
    "note": "ansi_magenta",
    "title-text": "ansi_default",
}


def mark_variables(theme: Theme) -> dict[str, str]:
    """Return the variables ``$mark-…`` that suit the theme.

    An App returns them from ``get_theme_variable_defaults``; a theme may set its
    own.
    """
    own = _DARK_MARKS if theme.dark else _LIGHT_MARKS
    colours = _ANSI_MARKS if theme.ansi else own
    return {f"mark-{name}": colour for name, colour in colours.items()}


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


@dataclass(frozen=True, slots=True)
class ThemeChoice:
    """The theme to begin with, and what was wrong with the one asked for."""

    name: str
    complaint: str = ""


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
    if wanted not in names:
        allowed = ", ".join(sorted(names))
        return ThemeChoice(fallback, f"theme: no theme {wanted!r}; allowed: {allowed}")
    return ThemeChoice(fallback if wanted == DARK else wanted)


MARKS_CSS = """
.marks {
    & > .mark--text { color: $foreground; }
    & > .mark--title { color: $mark-title-text; text-style: bold; }
    & > .mark--aside { color: $mark-faint; }
    & > .mark--cursor { background: $mark-row; }
    & > .mark--cursor-other { background: $mark-row-other; }
    & > .mark--left-only { color: $mark-left; }
    & > .mark--right-only { color: $mark-right; }
    & > .mark--fact-left {
        color: $mark-left-strong; background: $mark-left-ground; text-style: bold;
    }
    & > .mark--fact-right {
        color: $mark-right-strong; background: $mark-right-ground; text-style: bold;
    }
    & > .mark--removed { color: $mark-left; text-style: underline; }
    & > .mark--added { color: $mark-right; text-style: underline; }
    & > .mark--word-left { color: $mark-left; }
    & > .mark--word-right { color: $mark-right; }
    & > .mark--moved-left { color: $mark-left; text-style: italic; }
    & > .mark--moved-right { color: $mark-right; text-style: italic; }
    & > .mark--quiet { color: $mark-faint; }
    & > .mark--letters { text-style: underline; }
    & > .mark--merged-removed { color: $mark-left; text-style: strike; }
    & > .mark--merged-added { color: $mark-right; text-style: underline; }
    & > .mark--hit { color: $mark-hit-text; background: $mark-hit-ground; }
    & > .mark--hit-current {
        color: $mark-hit-text; background: $mark-hit-ground; text-style: bold reverse;
    }
    & > .mark--selection { background: $screen-selection-background; }
    & > .mark--hidden { color: $mark-note; text-style: italic; }
    & > .mark--paragraph { color: $mark-fainter; }
    & > .mark--empty { color: $mark-fainter; text-style: dim; }
    & > .mark--gutter { color: $mark-faint; }
    & > .mark--gutter-same { color: $mark-fainter; }
    & > .mark--gutter-changed { color: $mark-faint; }
    & > .mark--gutter-fact { color: $mark-left-strong; text-style: bold; }
    & > .mark--gutter-left-only { color: $mark-left; }
    & > .mark--gutter-right-only { color: $mark-right; }
    & > .mark--gutter-moved { color: $mark-right; text-style: italic; }
    & > .mark--gutter-note { color: $mark-note; text-style: bold; }
    & > .mark--gutter-reviewed { color: $mark-faint; }
    & > .mark--gutter-weak { color: $mark-faint; }
    & > .mark--fold { color: $mark-faint; text-style: italic; }
    & > .mark--map { color: $mark-fainter; }
    & > .mark--map-here { background: $mark-row; color: $foreground; }
    & > .mark--map-changed { color: $mark-faint; }
    & > .mark--map-fact { color: $mark-left-strong; text-style: bold; }
    & > .mark--map-only { color: $mark-right; }
    & > .mark--map-note { color: $mark-note; }
    & > .mark--map-hit { color: $mark-hit-text; background: $mark-hit-ground; }
}
.marks:ansi, .marks:nocolor {
    & > .mark--fact-left, & > .mark--fact-right { text-style: bold reverse; }
    & > .mark--word-left, & > .mark--word-right { text-style: bold; }
    & > .mark--quiet { text-style: dim; }
    & > .mark--hit { text-style: reverse; }
    & > .mark--hit-current { text-style: bold reverse underline; }
    & > .mark--selection { text-style: reverse; }
    & > .mark--aside, & > .mark--paragraph, & > .mark--gutter-same { text-style: dim; }
}
"""
"""The style of the marks, for the CSS of the App."""
