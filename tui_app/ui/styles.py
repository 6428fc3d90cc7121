"""Which style a mark has in the theme that is on, and several of them combined.

Styles are worked out from the theme's variables and not from CSS: a style sheet
would match every mark anew for every widget whenever anything changes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from weakref import WeakKeyDictionary

from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.widget import Widget

from tui_app.review.looks import LOOKS, MarkStyle
from tui_app.ui.theme import mark_variables

_Key = tuple[str, bool, bool]

_known: WeakKeyDictionary[App[object], tuple[_Key, dict[str, Style]]] = (
    WeakKeyDictionary()
)


def mark_style(widget: Widget, name: str) -> Style:
    """Return the style of a mark of ``LOOKS`` in the theme that is on.

    It is partial: to be laid over what stands below.
    """
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
        name: _style(look, variables, look.attributes(no_color=no_color, ansi=ansi))
        for name, look in LOOKS.items()
    }


def _style(
    look: MarkStyle, variables: Mapping[str, str], attributes: dict[str, bool]
) -> Style:
    colours = [
        Color.parse(variables[name]).rich_color if name else None
        for name in (look.colour, look.ground)
    ]
    color, bgcolor = colours
    return Style(color=color, bgcolor=bgcolor, **attributes)  # type: ignore[arg-type]  # by name


def palette_of(widget: Widget) -> Palette:
    """Return the styles of marks over the ground of the widget, in the theme on."""
    return Palette(widget.rich_style, partial(mark_style, widget))


class Palette:
    """Combines named styles over the ground of the widget."""

    def __init__(self, ground: Style, named: Callable[[str], Style]) -> None:
        self._ground = ground
        self._named = named
        self._known: dict[tuple[str, ...], Style] = {}

    def style(self, *names: str) -> Style:
        """Return the styles laid over each other, the last on top."""
        style = self._known.get(names)
        if style is None:
            style = self._ground
            for name in names:
                style += self._named(name)
            self._known[names] = style
        return style
