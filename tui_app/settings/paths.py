"""Where the user's files are, by the XDG rules (through platformdirs)."""

from __future__ import annotations

from pathlib import Path

APPLICATION = "diptych"


def config_file() -> Path:
    """Return where ``config.toml`` is looked for."""
    from platformdirs import user_config_path

    return user_config_path(APPLICATION, appauthor=False) / "config.toml"


def state_file() -> Path:
    """Return where recent comparisons and places are kept."""
    from platformdirs import user_state_path

    return user_state_path(APPLICATION, appauthor=False) / "state.json"
