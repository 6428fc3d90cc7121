"""Where the user's files are, by the XDG rules (through platformdirs)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

APPLICATION = "diptych"


def config_file() -> Path:
    """Return where ``config.toml`` is looked for."""
    folder = _named("XDG_CONFIG_HOME", ".config")
    if folder is None:
        from platformdirs import user_config_path

        folder = user_config_path(APPLICATION, appauthor=False)
    return folder / "config.toml"


def state_file() -> Path:
    """Return where recent comparisons and places are kept."""
    folder = _named("XDG_STATE_HOME", ".local/state")
    if folder is None:
        from platformdirs import user_state_path

        folder = user_state_path(APPLICATION, appauthor=False)
    return folder / "state.json"


def _named(variable: str, usual: str) -> Path | None:
    """Return the folder where nothing is in doubt, ``None`` for platformdirs to say.

    What platformdirs imports would make every start wait for a hundredth of a
    second; on Linux with absolute names in the environment its answer is known.
    """
    if sys.platform != "linux" or "ANDROID_ROOT" in os.environ:
        return None
    given, home = os.environ.get(variable, ""), os.environ.get("HOME", "")
    if given.startswith("/"):
        return Path(given, APPLICATION)
    if not given and home.startswith("/"):
        return Path(home, usual, APPLICATION)
    return None
