"""What is kept of files read before, by their content: a database in the user's cache.

It holds titles, dates and numbers, none of the texts' words in their order. It may be
deleted at any time. What cannot be used is done without, and said once.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from tui_app import __version__
from tui_app.core.file_stamp import FileStamp
from tui_app.disk.durable import make_directory
from tui_app.library.text_card import TextCard

MOST_BYTES = 500_000_000

_NAME = "texts.sqlite3"
_FORMAT = f"diptych texts 3, made by {__version__}"
_PATIENCE = 5.0  # seconds that another reader may be writing
_AT_ONCE = 500  # questions of one statement
_PART = 4  # the part of all that has to go where there is too much
_TABLES = """
CREATE TABLE IF NOT EXISTS about (format TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (
    path TEXT PRIMARY KEY, stamp TEXT, content BLOB, used INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS texts (
    content BLOB PRIMARY KEY, why TEXT, title TEXT, date TEXT, site TEXT,
    words INTEGER, reach INTEGER, runs BLOB, names BLOB, sum BLOB);
"""
_CARD = ", ".join((*TextCard._fields, "sum"))
_SUM = 8  # bytes: enough to tell a disk's fault
_TROUBLE = (sqlite3.Error, OSError, ValueError, OverflowError)


class ReadFile(NamedTuple):
    """A file as it was read: its stamp before, the hash of its content, its card."""

    path: str
    stamp: FileStamp
    content: bytes
    card: TextCard


class KeptTexts:
    """The database in ``folder``; ``None`` keeps nothing.

    ``remark`` says for the user what is wrong with it, if anything. Two readers may use
    one at once; each sees what the other has written.
    """

    def __init__(self, folder: Path | None, *, to_read: bool = False) -> None:
        self.remark = ""
        self._store: sqlite3.Connection | None = None
        self._is_read_only = to_read
        if folder is not None:
            self._open(folder / _NAME)

    def close(self) -> None:
        """Let go of the database."""
        if self._store is not None:
            with suppress(*_TROUBLE):
                self._store.close()
        self._store = None

    def cards(self, files: Iterable[tuple[str, FileStamp]]) -> dict[str, TextCard]:
        """Return the cards of those files that were not touched since, by path."""
        stamps = {_plain(path): (path, _stamp(stamp)) for path, stamp in files}
        found: dict[str, TextCard] = {}
        names = [*stamps]
        for start in range(0, len(names), _AT_ONCE):
            asked = names[start : start + _AT_ONCE]
            marks = ",".join("?" * len(asked))
            rows = self._ask(
                f"SELECT path, stamp, {_CARD}"  # noqa: S608 - columns and marks
                f" FROM files JOIN texts USING (content) WHERE path IN ({marks})",
                asked,
            )
            for name, stamp, *kept in rows:
                path, now = stamps[name]
                card = _whole_card(kept) if stamp == now else None
                if card is not None:
                    found[path] = card
        return found

    def card_of_content(self, content: bytes) -> TextCard | None:
        """Return the card of a text that was read under whatever name."""
        rows = self._ask(
            f"SELECT {_CARD} FROM texts WHERE content = ?",  # noqa: S608 - columns only
            [content],
        )
        return _whole_card(rows[0]) if rows else None

    def keep(self, files: Iterable[ReadFile]) -> None:
        """Keep what was read, if the disk allows it."""
        if self._store is None or self._is_read_only:
            return
        day = int(time.time() // 86400)
        read = [one for one in files if one.content]
        try:
            with self._store:
                self._store.executemany(
                    "INSERT OR REPLACE INTO texts VALUES (?,?,?,?,?,?,?,?,?,?)",
                    [(one.content, *one.card, _sum_of(one.card)) for one in read],
                )
                self._store.executemany(
                    "INSERT OR REPLACE INTO files VALUES (?,?,?,?)",
                    [
                        (_plain(one.path), _stamp(one.stamp), one.content, day)
                        for one in read
                    ],
                )
        except _TROUBLE as error:
            self._give_up(f"what is read is not kept ({error})")

    def tidy(self) -> None:
        """Let go of what was read longest ago, where all is more than may be kept."""
        if self._store is None or self._is_read_only:
            return
        try:
            (pages,), (size,) = (
                self._store.execute(f"PRAGMA {one}").fetchone()
                for one in ("page_count", "page_size")
            )
            if pages * size <= MOST_BYTES:
                return
            with self._store:
                self._store.execute(
                    "DELETE FROM files WHERE path IN (SELECT path FROM files"
                    " ORDER BY used LIMIT (SELECT count(*) FROM files) / ?)",
                    [_PART],
                )
                self._store.execute(
                    "DELETE FROM texts WHERE content NOT IN (SELECT content FROM files)"
                )
            self._store.execute("VACUUM")
        except _TROUBLE as error:
            self._give_up(f"what is read is not kept ({error})")

    def forget_all_but(self, present: Iterable[str], folder: str) -> None:
        """Forget the files of a folder that are there no more."""
        if self._store is None or self._is_read_only:
            return
        first = _plain(folder).rstrip(os.sep) + os.sep
        known = self._ask(
            "SELECT path FROM files WHERE path >= ? AND path < ?",
            [first, first[:-1] + chr(ord(os.sep) + 1)],
        )
        gone = {name for (name,) in known}.difference(map(_plain, present))
        if gone and self._store is not None:
            with suppress(*_TROUBLE), self._store:
                self._store.executemany(
                    "DELETE FROM files WHERE path = ?", [(one,) for one in gone]
                )

    def _open(self, path: Path) -> None:
        """Open the database, a new one in the place of one that is damaged."""
        try:
            if path.exists() and not path.is_file():
                self.remark = f"{path}: is no file, so nothing is kept"
                return
            if not self._is_read_only:
                make_directory(path.parent)
                self._store = self._connected(path)
                return
        except sqlite3.OperationalError:
            pass  # it may not be written, or another reader writes for long
        except sqlite3.DatabaseError:
            self._renew(path)
            return
        except OSError as error:
            self.remark = f"{path}: {error.strerror}, so nothing is kept"
            return
        self._open_to_read(path)

    def _connected(self, path: Path) -> sqlite3.Connection:
        store = sqlite3.connect(path, timeout=_PATIENCE, check_same_thread=False)
        try:
            store.executescript(_TABLES)
            formats = [one for (one,) in store.execute("SELECT format FROM about")]
            if formats != [_FORMAT]:
                with store:
                    for table in ("about", "files", "texts"):
                        store.execute(f"DROP TABLE {table}")
                store.executescript(_TABLES)
                with store:
                    store.execute("INSERT INTO about VALUES (?)", [_FORMAT])
        except BaseException:
            store.close()
            raise
        return store

    def _renew(self, path: Path) -> None:
        try:
            for name in (path, *(Path(f"{path}{end}") for end in ("-wal", "-journal"))):
                name.unlink(missing_ok=True)
            self._store = self._connected(path)
            self.remark = f"{path}: was damaged, so all is read anew"
        except _TROUBLE as error:
            self.remark = f"{path}: is damaged ({error}), so nothing is kept"

    def _open_to_read(self, path: Path) -> None:
        was_asked, self._is_read_only = self._is_read_only, True
        address = f"{path.resolve().as_uri()}?mode=ro"
        try:
            store = sqlite3.connect(
                address, uri=True, timeout=_PATIENCE, check_same_thread=False
            )
            with closing(store.execute("SELECT format FROM about")) as rows:
                known = rows.fetchall() == [(_FORMAT,)]
        except _TROUBLE as error:
            if not was_asked:
                self.remark = f"{path}: cannot be used ({error}), so nothing is kept"
            return
        if known:
            self._store = store
        else:
            store.close()
        if not was_asked:
            self.remark = f"{path}: may not be written, so nothing new is kept"

    def _ask(self, question: str, values: list[str] | list[bytes]) -> list[tuple]:  # type: ignore[type-arg]  # as sqlite3 has it
        if self._store is None:
            return []
        try:
            return self._store.execute(question, values).fetchall()
        except _TROUBLE as error:
            self._give_up(f"cannot be used ({error})")
            return []

    def _give_up(self, why: str) -> None:
        self.remark = self.remark or f"{_NAME}: {why}"
        self.close()


def _whole_card(kept: Sequence[Any]) -> TextCard | None:
    """Return the card, ``None`` where it is not as it was kept: a disk's fault.

    A database notices only those of its own pages' order.
    """
    *values, noted = kept
    card = TextCard(*values)
    return card if noted == _sum_of(card) else None


def _sum_of(card: TextCard) -> bytes:
    """Return a checksum of all values and their types."""
    summed = blake2b(digest_size=_SUM)
    for value in card:
        plain = value if isinstance(value, bytes) else str(value).encode()
        summed.update(f"{type(value).__name__} {len(plain)} ".encode() + plain)
    return summed.digest()


def _plain(path: str) -> str:
    """Return the whole path as text that a database takes, whatever bytes it has."""
    whole = Path(path).absolute()
    return str(whole).encode("utf-8", "surrogateescape").decode("latin-1")


def _stamp(stamp: FileStamp) -> str:
    return " ".join(map(str, stamp))
