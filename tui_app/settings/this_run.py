"""What a command line sets for one run, over what ``config.toml`` says."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from tui_app.settings.config_file import (
    Configuration,
    read_configuration,
    read_named_configuration,
)
from tui_app.settings.preferences import Layout


class ThisRun(NamedTuple):
    """What was asked for one run; what was not is as the file says.

    ``config`` is another file of settings, ``""`` none at all: the defaults.
    ``theme`` is a name, known or not.
    """

    config: str | None = None
    theme: str = ""
    layout: Layout | None = None
    ascii_only: bool = False
    plain: bool = False

    def configuration(self) -> Configuration:
        """Return the settings that hold; who reads them looks at theme and layout.

        Raises ``UserError`` where a file was named and cannot be read.
        """
        found = self._of_file()
        settings = found.settings
        if self.ascii_only:
            settings = settings._replace(ascii=True)
        if self.plain:
            settings = settings._replace(plain=True)
        return found._replace(settings=settings)

    def is_plain(self) -> bool:
        """Tell whether all is said in words alone.

        Raises ``UserError`` as ``configuration`` does.
        """
        return self.configuration().settings.plain

    def _of_file(self) -> Configuration:
        if self.config is None:
            return read_configuration()
        if not self.config:
            return Configuration.unread()
        return read_named_configuration(Path(self.config))
