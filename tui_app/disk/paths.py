"""Where everything is kept, by the XDG rules (platformdirs)."""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import dataclass
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


_NAME = "diptych"


@dataclass(frozen=True, slots=True)
class Store:
    """The directories of one user; nothing is created by asking where it is."""

    data: Path
    state: Path

    @classmethod
    def of_user(cls) -> Store:
        """Return the places the environment names (``XDG_DATA_HOME``, …)."""
        import platformdirs

        return cls(
            platformdirs.user_data_path(_NAME), platformdirs.user_state_path(_NAME)
        )

    @property
    def pairs(self) -> Path:
        """The directory with one directory for each pair."""
        return self.data / "pairs"

    @property
    def texts(self) -> Path:
        """The directory of the texts that notes were made on."""
        return self.data / "texts"

    def journal(self, pair: str) -> Path:
        """Return the file with the notes of a pair."""
        return self.pairs / pair / "notes.jsonl"

    def identity(self, pair: str) -> Path:
        """Return the file that says by what a pair is known."""
        return self.pairs / pair / "pair.json"

    def drafts(self, pair: str) -> Path:
        """Return the directory of what is being written about a pair."""
        return self.state / "drafts" / pair

    def drafts_for_file(self, path: Path) -> Path:
        """Return the directory of what is being written for a file of the user's."""
        name = os.fsencode(path.resolve())
        return self.state / "drafts" / f"file-{hashlib.sha256(name).hexdigest()[:32]}"
