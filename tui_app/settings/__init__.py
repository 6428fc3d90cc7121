"""What the user prefers (config.toml) and what the program remembers between runs."""

from tui_app.settings.configuration import Configuration, read_configuration
from tui_app.settings.description import configuration_text
from tui_app.settings.model import Settings
from tui_app.settings.place import Pair, Place, Recent
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
