"""The palette: everything there is to do here, with its key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui_app.settings.keymap import Keymap
from tui_app.settings.keys import Action
from tui_app.settings.place import Recent
from tui_app.ui.commands import action_entries
from tui_app.ui.naming import pair_name
from tui_app.ui.screens.pick import PickScreen
from tui_app.ui.widgets.entries import Entry, heading


@dataclass(frozen=True, slots=True)
class Command:
    """What was picked: an action's id, a theme, or a comparison to open."""

    action: str = ""
    theme: str = ""
    comparison: Recent | None = None


class PaletteScreen(PickScreen[Command]):
    """The palette; it is dismissed with a :class:`Command`, or ``None``."""

    HEADING = "Everything"
    PLACEHOLDER = "type what you want to do"

    def __init__(
        self,
        actions: Iterable[Action],
        keymap: Keymap,
        themes: Sequence[str],
        recent: Sequence[Recent],
        *,
        ascii_only: bool = False,
    ) -> None:
        entries: list[Entry[Command]] = [
            Entry(
                entry.pieces,
                Command(entry.value) if entry.value else None,
                entry.tail,
                entry.heading,
            )
            for entry in action_entries(actions, keymap, ascii_only=ascii_only)
        ]
        entries += _comparisons(recent)
        entries += _themes(themes)
        super().__init__(entries, ascii_only=ascii_only)


def _themes(names: Sequence[str]) -> list[Entry[Command]]:
    entries = [Entry(((f"Theme {name}", ""),), Command(theme=name)) for name in names]
    return [heading("Themes"), *entries] if entries else []


def _comparisons(recent: Sequence[Recent]) -> list[Entry[Command]]:
    entries = [
        Entry(((f"Open {pair_name(item)}", ""),), Command(comparison=item))
        for item in recent
    ]
    return [heading("Recent comparisons"), *entries] if entries else []
