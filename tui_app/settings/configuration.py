"""The settings in force, where they come from, and what was wrong in the file."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from tui_app.settings.model import Settings
from tui_app.settings.problem import Problem


class Configuration(NamedTuple):
    """The settings in force, the file they come from, and its wrong entries.

    ``given`` holds the entries the file sets soundly.
    """

    settings: Settings
    path: Path
    exists: bool
    problems: tuple[Problem, ...] = ()
    given: frozenset[str] = frozenset()

    @classmethod
    def unread(cls) -> Configuration:
        """Return the defaults, as if there were no file."""
        return cls(Settings(), Path("config.toml"), exists=False)
