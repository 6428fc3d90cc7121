"""What became of a file that is being read: told once, when it stands still.

A look costs one question to the system. Only what has changed is read, and only a plain
file, so that nothing waits for a pipe; nothing here changes the reading.
"""

from __future__ import annotations

import stat
import time
from collections.abc import Callable
from enum import Enum, auto
from typing import NamedTuple

from tui_app.core.extract import Changes
from tui_app.core.file_stamp import FileStamp, stamp_of
from tui_app.core.model import SIDES, Document, Granularity, Side
from tui_app.errors import UserError
from tui_app.review.request import Request
from tui_app.review.session import Session

STILL = 0.4
"""Seconds that a file must stand as it is: it may be half written."""

PATIENCE = 3.0
"""Seconds until it is said that it cannot be read; it may be back soon."""

_ANOTHER = 1 / 3
"""Share of words in common below which a text is another one and no edition: two
articles on different things have hardly more than the commonest words in common."""

_KINDS = {
    stat.S_IFDIR: "is a folder by now",
    stat.S_IFIFO: "is a pipe by now",
    stat.S_IFCHR: "is a device by now",
    stat.S_IFBLK: "is a device by now",
    stat.S_IFSOCK: "is a socket by now",
}

Texts = tuple[str, ...]


class Change(Enum):
    """What became of a file."""

    AS_READ = auto()
    EDITED = auto()
    ANOTHER_TEXT = auto()
    UNREADABLE = auto()


class FileNews(NamedTuple):
    """What became of the file ``name``; ``why`` it cannot be read, if so."""

    name: str
    change: Change
    why: str = ""


class WatchedSource(NamedTuple):
    """A file that is read on one side, or on both (``sides``).

    ``read`` is its stamp from before it was read.
    """

    name: str
    sides: tuple[Side, ...]
    read: FileStamp
    request: Request

    def texts(self) -> Texts:
        """Return its texts as they are now. Raises ``UserError`` where it has none."""
        from tui_app.core.loading import load_extract

        if self.request.is_one:
            return tuple(one.text for one in self.documents("paragraph").values())
        return tuple(
            load_extract(self.name, changes).text for _, changes in self._changes()
        )

    def documents(self, unit: Granularity) -> dict[Side, Document]:
        """Return its documents as they are now. Raises ``UserError`` as ``texts``."""
        from tui_app.core.loading import load_both, load_document

        request = self.request
        if request.is_one:
            both = load_both(request.left, request.right, unit, request.changes)
            return dict(zip(SIDES, both, strict=True))
        return {
            side: load_document(self.name, unit, changes)
            for side, changes in self._changes()
        }

    def _changes(self) -> list[tuple[Side, Changes]]:
        """Return what becomes of tracked changes on its sides."""
        of_sides = zip(SIDES, self.request.changes, strict=True)
        return [(side, one) for side, one in of_sides if side in self.sides]


def watched_sources(session: Session) -> tuple[WatchedSource, ...]:
    """Return the files to watch: what is read once, or from afar, never is."""
    request = session.request
    if request is None:
        return ()
    names = request.left, request.right
    stamps = dict(zip(names, session.stamps, strict=True))
    return tuple(
        WatchedSource(
            name,
            tuple(side for side, one in zip(SIDES, names, strict=True) if one == name),
            stamp,
            request,
        )
        for name, stamp in stamps.items()
        if stamp is not None
    )


class WatchedText:
    """One file: ``look`` at it now and then, and tell what it says.

    ``texts`` are what was read. ``now`` gives the seconds of a clock that nobody sets.
    """

    def __init__(
        self,
        source: WatchedSource,
        texts: Texts,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self.source = source
        self._texts = texts
        self._now = now
        self._known = source.read
        self._seen = source.read
        self._since = now()
        self._told = FileNews(source.name, Change.AS_READ)
        self._found: FileNews | None = None

    def look(self) -> FileNews | None:
        """Return what became of the file, if that is news."""
        stamp = stamp_of(self.source.name)
        if stamp == self._known:
            return None
        if stamp != self._seen:
            self._seen, self._since, self._found = stamp, self._now(), None
        stands = self._now() - self._since
        if stands < STILL:
            return None
        if self._found is None:
            self._found = self._judged(stamp)
        if self._found is None or (
            self._found.change is Change.UNREADABLE and stands < PATIENCE
        ):
            return None
        self._known = stamp
        told, self._told = self._told, self._found
        return None if told == self._told else self._told

    def _judged(self, stamp: FileStamp) -> FileNews | None:
        """Return what the file holds; ``None`` while somebody writes to it."""
        name = self.source.name
        why = why_unreadable(stamp)
        if why:
            return FileNews(name, Change.UNREADABLE, why)
        try:
            texts = self.source.texts()
        except UserError as error:
            return FileNews(name, Change.UNREADABLE, error.why)
        if stamp_of(name) != stamp:
            return None
        return FileNews(name, _change(self._texts, texts))


def why_unreadable(stamp: FileStamp) -> str:
    """Return why a file cannot be read, by its stamp alone; else nothing."""
    if not stamp.is_there:
        return "is gone"
    return "" if stamp.is_plain else _KINDS.get(stat.S_IFMT(stamp.mode), "is no file")


def _change(read: Texts, now: Texts) -> Change:
    if read == now:
        return Change.AS_READ
    from tui_app.notes.identity.fingerprint import sketch, sketch_likeness

    alike = max(
        sketch_likeness(sketch(old), sketch(new))
        for old, new in zip(read, now, strict=True)
    )
    return Change.ANOTHER_TEXT if alike < _ANOTHER else Change.EDITED
