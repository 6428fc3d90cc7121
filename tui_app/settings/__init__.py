"""What the user prefers (config.toml) and what the program remembers between runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_app.settings.configuration import Configuration
    from tui_app.settings.description import configuration_text
    from tui_app.settings.model import Settings
    from tui_app.settings.place import Pair, Place, Recent
    from tui_app.settings.reading import read_configuration
    from tui_app.settings.state import Memory, State

__all__ = [
    "Configuration",
    "Memory",
    "Pair",
    "Place",
    "Recent",
    "Settings",
    "State",
    "configuration_text",
    "read_configuration",
]

_HOMES = {
    "Configuration": "configuration",
    "Memory": "state",
    "Pair": "place",
    "Place": "place",
    "Recent": "place",
    "Settings": "model",
    "State": "state",
    "configuration_text": "description",
    "read_configuration": "reading",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
