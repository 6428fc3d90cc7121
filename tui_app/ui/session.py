"""What one reading is about: the documents, the preferences, what is remembered."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.model import Document
from tui_app.settings.model import Settings
from tui_app.settings.place import Pair, Place, Recent
from tui_app.settings.state import Memory


class Session(NamedTuple):
    """Two documents to read beside each other.

    ``comparison`` is there when it was ready before the screen; otherwise the
    reader aligns in the background. ``notes_path`` is a file of the user's
    choice, ``None`` for the usual place. ``place`` is where the last reading of the
    pair ended; ``pair`` is ``None`` for what cannot be opened again.
    """

    left: Document
    right: Document
    comparison: Comparison | None = None
    notes_path: Path | None = None
    settings: Settings = Settings()
    place: Place | None = None
    pair: Pair | None = None
    memory: Memory | None = None

    def remember(self) -> None:
        """Remember the pair as the latest one opened, if anything is remembered.

        It waits for the disk, so no screen should wait for it.
        """
        if self.memory is not None and self.pair is not None:
            titles = self.left.title, self.right.title
            recent = Recent(self.pair, *titles, self.settings.unit)
            self.memory.change(lambda state: state.opened(recent))

    def keep(self, place: Place) -> None:
        """Remember where the reading ended; without a memory, nothing happens."""
        pair = self.pair
        if self.memory is not None and pair is not None:
            self.memory.change(lambda state: state.left_at(pair, place))
