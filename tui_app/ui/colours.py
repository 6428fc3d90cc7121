"""The colours of the program's own themes, and of the marks in every theme.

The left witness is orange, the right one blue; red and green mean nothing anywhere.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = "diptych-dark"
LIGHT = "diptych-light"
TERMINAL = "diptych-terminal"
OWN_THEMES = (DARK, LIGHT, TERMINAL)

DARK_MARKS = {
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

LIGHT_MARKS = {
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

ANSI_MARKS = {
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
