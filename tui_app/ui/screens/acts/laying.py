"""Layout: views, column width, free panes."""

from __future__ import annotations

from tui_app.settings.preferences import Layout
from tui_app.ui.screens.acts.base import ReaderActs


class LayingActs(ReaderActs):
    """The keys about the layout."""

    def action_layout_auto(self) -> None:
        """Lay out by the width of the terminal, columns as wide as reads well."""
        self.view.set_options(self.view.options._replace(width=0))
        self._lay("auto")

    def action_layout_side(self) -> None:
        """Side by side."""
        self._lay("side")

    def action_layout_stacked(self) -> None:
        """Stacked, left above right."""
        self._lay("stacked")

    def action_layout_merged(self) -> None:
        """Merge both in one column."""
        self._lay("merged")

    def _lay(self, layout: Layout) -> None:
        self.view.set_options(self.view.options._replace(layout=layout, free=False))

    def action_wider(self) -> None:
        """Make the columns wider."""
        self._widen(1)

    def action_narrower(self) -> None:
        """Make the columns narrower."""
        self._widen(-1)

    def _widen(self, by: int) -> None:
        options, text = self.view.options, self.view.text_width
        self.view.set_options(options._replace(width=options.resized(by, text)))
        if self.view.text_width == text:
            self.view.set_options(options)
            self.app.bell()

    def action_unlock(self) -> None:
        """Let each side scroll by itself, or lock them on the current row."""
        options = self.view.options
        self.view.set_options(options._replace(free=not options.free))
