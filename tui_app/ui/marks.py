"""The marks every widget that shows text shares: their names and how they look.

They are worked out from the theme's variables and not from CSS: a style sheet
would match every mark anew for every widget whenever anything changes. Each mark has
an attribute of its own beside its colour (bold, underline, strike, italic, reverse),
which carries the meaning under ``NO_COLOR`` and in 16 colours.

How loud a mark is follows what it says: a changed fact has a ground and is bold,
words that only one side has are underlined, rewording is set in italics, and
spelling, case and punctuation are only a little paler than the text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from weakref import WeakKeyDictionary

from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.widget import Widget

from tui_app.ui.theme import mark_variables

PREFIX = "mark--"


class Look(NamedTuple):
    """How a mark looks: variables of the theme, and attributes as rich names them.

    ``ansi`` and ``plain`` replace ``style`` where the terminal's own colours are used,
    and where there are none.
    """

    colour: str = ""
    ground: str = ""
    style: str = ""
    ansi: str | None = None
    plain: str | None = None


_DIM = Look("mark-faint", "", "", "dim", "dim")
_FAINT = Look("mark-faint")
_FAINTER = Look("mark-fainter", "", "", "dim", "dim")


def _fact(side: str) -> Look:
    loud = "bold reverse"
    return Look(f"mark-{side}-strong", f"mark-{side}-ground", "bold", loud, loud)


LOOKS: Mapping[str, Look] = {
    # Running text.
    "text": Look("foreground"),
    "title": Look("mark-title-text", "", "bold"),
    "aside": _DIM,
    "paragraph": _FAINTER,
    "empty": Look("mark-fainter", "", "dim"),
    "fold": Look("mark-faint", "", "italic", "dim", "dim"),
    "hidden": Look("mark-note", "", "italic"),
    # The row under the cursor, on the side that is active and on the other.
    "cursor": Look("", "mark-row"),
    "cursor-other": Look("", "mark-row-other"),
    "noted": Look("", "mark-note-ground", "", "overline", "overline"),
    "selection": Look("", "mark-selection", "", "reverse", "reverse"),
    # What differs.
    "left-only": Look("mark-left"),
    "right-only": Look("mark-right"),
    "fact-left": _fact("left"),
    "fact-right": _fact("right"),
    "removed": Look("mark-left", "", "underline", None, "bold"),
    "added": Look("mark-right", "", "underline", None, "bold"),
    "word-left": Look("mark-left", "", "italic", None, "underline"),
    "word-right": Look("mark-right", "", "italic", None, "underline"),
    "moved-left": Look("mark-left", "", "italic underline"),
    "moved-right": Look("mark-right", "", "italic underline"),
    "quiet": Look("mark-quiet", "", "", "dim", "dim"),
    "uncounted": _DIM,
    "letters": Look("", "", "underline"),
    "merged-removed": Look("mark-left", "", "strike"),
    "merged-added": Look("mark-right", "", "underline"),
    # What a search found.
    "hit": Look("mark-hit-text", "mark-hit-ground", "", None, "reverse"),
    "hit-current": Look(
        "mark-hit-text",
        "mark-hit-ground",
        "bold reverse",
        None,
        "bold underline reverse",
    ),
    # The gutter between the sides.
    "gutter": _FAINT,
    "gutter-same": _FAINTER,
    "gutter-changed": _FAINT,
    "gutter-fact": Look("mark-left-strong", "", "bold"),
    "gutter-left-only": Look("mark-left"),
    "gutter-right-only": Look("mark-right"),
    "gutter-moved": Look("mark-right", "", "italic"),
    "gutter-note": Look("mark-note", "", "bold"),
    "gutter-reviewed": _FAINT,
    "gutter-weak": _FAINT,
    # The map at the edge.
    "map": Look("mark-fainter"),
    "map-here": Look("foreground", "mark-row", "", None, "reverse"),
    "map-changed": _FAINT,
    "map-fact": Look("mark-left-strong", "", "bold"),
    "map-only": Look("mark-right"),
    "map-note": Look("mark-note"),
    "map-hit": Look("mark-hit-text", "mark-hit-ground"),
}
MARKS = frozenset(PREFIX + name for name in LOOKS)

_Key = tuple[str, bool, bool]
_known: WeakKeyDictionary[App[object], tuple[_Key, dict[str, Style]]] = (
    WeakKeyDictionary()
)


def mark_style(widget: Widget, name: str) -> Style:
    """Return the style of the mark ``mark--…`` in the theme that is on.

    It is partial: to be laid over what stands below. Other names are component
    classes of the widget.
    """
    if name not in MARKS:
        return widget.get_component_rich_style(name, partial=True)
    app = widget.app
    key = (app.theme, app.no_color, app.native_ansi_color)
    known = _known.get(app)
    if known is None or known[0] != key:
        variables = mark_variables(app.current_theme) | app.theme_variables
        known = _known[app] = (key, mark_styles(variables, *key[1:]))
    return known[1][name]


def mark_styles(
    variables: Mapping[str, str],
    no_color: bool = False,
    ansi: bool = False,
) -> dict[str, Style]:
    """Return the style of every mark, from the variables of a theme."""
    return {
        PREFIX + name: _style(look, variables, _attributes(look, no_color, ansi))
        for name, look in LOOKS.items()
    }


def _attributes(look: Look, no_color: bool, ansi: bool) -> str:
    if no_color:
        return look.style if look.plain is None else look.plain
    return look.ansi if ansi and look.ansi is not None else look.style


def _style(look: Look, variables: Mapping[str, str], attributes: str) -> Style:
    colours = [
        Color.parse(variables[name]).rich_color if name else None
        for name in (look.colour, look.ground)
    ]
    return Style(
        color=colours[0],
        bgcolor=colours[1],
        **dict.fromkeys(attributes.split(), True),  # type: ignore[arg-type]  # by name
    )
