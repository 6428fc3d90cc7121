"""What one reading is about: the documents, the preferences, what is remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.model import Document
from tui_app.settings.model import Settings
from tui_app.settings.place import Pair, Place, Recent
from tui_app.settings.state import Memory

Documents = tuple[Document, Document]


class Session(NamedTuple):
    """Two documents to read beside each other.

    ``comparison`` is there when it was ready before the screen; otherwise the
    reader aligns in the background. ``notes_path`` is a file of the user's
    choice, ``None`` for the usual place. ``place`` is where the last reading of the
    pair ended; ``pair`` is ``None`` for what cannot be opened again. ``coarse`` tells
    that the units of two books are still paragraphs where they will be sentences, and
    ``finer`` who is cutting them, if anybody is.
    """

    left: Document
    right: Document
    comparison: Comparison | None = None
    notes_path: Path | None = None
    settings: Settings = Settings()
    place: Place | None = None
    pair: Pair | None = None
    memory: Memory | None = None
    coarse: bool = False
    finer: Callable[[], Documents | None] | None = None

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


class Cut:
    """The documents of a session in the units they are to have.

    They are made once, for whoever asks first; any thread may ask.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._made: Documents | None = None
        self._order = Lock()

    def documents(self) -> Documents:
        """Return the documents; with books it may take a second."""
        with self._order:
            if self._made is None:
                self._made = self._make()
            return self._made

    def _make(self) -> Documents:
        session = self._session
        if not session.coarse:
            return session.left, session.right
        return (session.finer and session.finer()) or both_in_sentences(session)


def both_in_sentences(session: Session) -> Documents:
    """Cut the paragraphs of a coarse session into sentences."""
    from tui_app.core.segmentation import in_sentences

    return in_sentences(session.left), in_sentences(session.right)
