"""The help: every key, searchable, made from the table of keys; Enter does it."""

from __future__ import annotations

from tui_app.settings.keymap import Keymap
from tui_app.settings.keys import ACTIONS
from tui_app.ui.commands import action_entries, legend
from tui_app.ui.screens.pick import PickScreen
from tui_app.ui.widgets.hints import Hint


class HelpScreen(PickScreen[str]):
    """The help; it is dismissed with the id of the action to do, or ``None``."""

    HEADING = "Help: the keys of Diptych"
    PLACEHOLDER = "type to search the help"
    HINTS = (Hint("Enter", "does it"), Hint("Esc", "close"))

    def __init__(self, keymap: Keymap, *, ascii_only: bool = False) -> None:
        entries = action_entries(ACTIONS, keymap, ascii_only=ascii_only)
        super().__init__([*entries, *legend()], ascii_only=ascii_only)
