"""How the reader wants the pair laid out; changed by keys, begun by settings."""

from __future__ import annotations

from typing import NamedTuple

from tui_app.core.layout.columns import Columns, one_column, two_columns
from tui_app.core.layout.setting import View
from tui_app.settings.model import Layout, Settings

COMFORTABLE = 84
"""The widest column, in cells, unless the reader asks for another."""
_NARROWEST = 16
_STEP = 4


class Options(NamedTuple):
    """The layout. ``width`` 0: as wide as there is room, up to what reads well."""

    layout: Layout = "auto"
    width: int = 0
    margin: int = 1
    spacing: int = 0
    stack_below: int = 90
    free: bool = False
    folded: bool = False

    @classmethod
    def of(cls, settings: Settings) -> Options:
        """Return what the settings ask for."""
        return cls(
            settings.layout,
            settings.column_width,
            settings.margin,
            settings.line_spacing,
            settings.stack_below,
        )

    def view(self, window: int) -> View:
        """Return the view for a window of so many cells."""
        if self.layout == "auto":
            return "stacked" if window < self.stack_below else "side"
        return self.layout

    def columns(self, window: int, view: View) -> Columns:
        """Return where the columns stand."""
        margin = self.margin if window > 2 * _NARROWEST else 0
        make = two_columns if view == "side" else one_column
        return make(window, self.width or COMFORTABLE, margin)

    def resized(self, by: int, text: int) -> int:
        """Return the column width so many steps wider than ``text`` cells."""
        return max(_NARROWEST, text + by * _STEP)
