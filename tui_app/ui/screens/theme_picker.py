"""The themes: each shown on the text behind as the cursor comes to it."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.theme import Theme

from tui_app.settings.drawn import Drawn
from tui_app.ui.theme import OWN_THEMES
from tui_app.ui.widgets.boxes import PickScreen
from tui_app.ui.widgets.hints import Hint
from tui_app.ui.widgets.picklist import ListEntry, PickList, heading


def theme_entries(themes: Sequence[Theme]) -> list[ListEntry[str]]:
    """Return the themes, those of the program first, then dark and light ones."""
    groups = {
        "Made for reading": [t for t in themes if t.name in OWN_THEMES],
        "Dark": [t for t in themes if t.dark and t.name not in OWN_THEMES],
        "Light": [t for t in themes if not t.dark and t.name not in OWN_THEMES],
    }
    entries: list[ListEntry[str]] = []
    for name, members in groups.items():
        entries.append(heading(name))
        entries.extend(ListEntry(((theme.name, ""),), theme.name) for theme in members)
    return entries


class ThemeScreen(PickScreen[str]):
    """The picker; it is dismissed with the theme to keep, or ``None``."""

    DEFAULT_CSS = """
    ThemeScreen {
        align: right top; background: transparent;
        & > #box { max-width: 34; }
    }
    """
    HEADING = "Theme"
    HINTS = (Hint("Enter", "keep"), Hint("Esc", "as before"))

    def __init__(
        self, themes: Sequence[Theme], *, drawn_with: Drawn = Drawn.UNICODE
    ) -> None:
        super().__init__(theme_entries(themes), drawn_with=drawn_with)
        self._before = ""

    def on_mount(self) -> None:
        """Begin on the theme that is on."""
        self._before = self.app.theme
        self.picks.place_on(self._before)

    @on(PickList.Moved)
    def _preview(self, event: PickList.Moved) -> None:
        event.stop()
        if isinstance(event.value, str):
            self.app.theme = event.value

    def action_cancel(self) -> None:
        """Go back to the theme of before."""
        self.app.theme = self._before
        super().action_cancel()
