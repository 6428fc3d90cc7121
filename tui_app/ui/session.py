"""What one reading is about: the documents, the preferences, what is remembered."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tui_app.core.comparison import Comparison
from tui_app.core.model import Document
from tui_app.settings.model import Settings
from tui_app.settings.place import Place


@dataclass(frozen=True, slots=True)
class Session:
    """Two documents to read beside each other.

    ``comparison`` is there when it was ready before the screen; otherwise the
    reader aligns in the background. ``notes_path`` is a file of the user's
    choice, ``None`` for the usual place. ``place`` is where the last reading of the
    pair ended.
    """

    left: Document
    right: Document
    comparison: Comparison | None = None
    notes_path: Path | None = None
    settings: Settings = field(default_factory=Settings)
    place: Place | None = None
