"""Where the user's files are: settings, state, notes, drafts, caches (platformdirs).

platformdirs is imported when a place is asked for: it takes a hundredth of a second,
and the process that paints the first screen asks for none.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

APPLICATION = "diptych"


def config_file() -> Path:
    """Return where ``config.toml`` is looked for."""
    import platformdirs

    return platformdirs.user_config_path(APPLICATION, appauthor=False) / "config.toml"


def state_file() -> Path:
    """Return where recent comparisons and places are kept."""
    import platformdirs

    return platformdirs.user_state_path(APPLICATION, appauthor=False) / "state.json"


def counts_folder() -> Path:
    """Return where counts are kept that can be made anew: it may be deleted."""
    import platformdirs

    return platformdirs.user_cache_path(APPLICATION, appauthor=False) / "counts"


def texts_folder() -> Path:
    """Return where is kept what many files hold in short: it may be deleted."""
    import platformdirs

    return platformdirs.user_cache_path(APPLICATION, appauthor=False) / "library"


def alignments_folder() -> Path:
    """Return where alignments are kept that can be made anew: it may be deleted."""
    import platformdirs

    return platformdirs.user_cache_path(APPLICATION, appauthor=False) / "alignments"


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
            platformdirs.user_data_path(APPLICATION, appauthor=False),
            platformdirs.user_state_path(APPLICATION, appauthor=False),
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
        name = os.fsencode(os.path.realpath(path))
        return self.state / "drafts" / f"file-{hashlib.sha256(name).hexdigest()[:32]}"
