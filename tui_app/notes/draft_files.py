"""How what is being typed is kept on disk until it is saved or not wanted any more."""

from __future__ import annotations

import contextlib
import json
import os
import re
import socket
from dataclasses import replace
from pathlib import Path
from typing import Any

from tui_app.disk.durable import (
    make_directory,
    remove_stale_temporaries,
    replace_file,
)
from tui_app.disk.locking import alive, started
from tui_app.disk.reasons import reason
from tui_app.errors import UserError
from tui_app.notes.changes import Changes
from tui_app.notes.journal.records import (
    BadRecordError,
    EntryContent,
    Record,
    from_fields,
    to_fields,
)
from tui_app.notes.note import Draft, NoteKind, Status, turn

_LARGEST = 32 << 20
_KEY = re.compile(r"[0-9A-Za-z_-]{1,64}\Z")


class KeptDrafts:
    """The drafts about the pair of a notebook, sides as its documents have them."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    @property
    def _files(self) -> DraftFiles:
        return DraftFiles(self._changes.pair_archive.drafts)

    def save(self, draft: Draft) -> None:
        """Keep what is being typed; call it at least every 2 s while typing.

        Raises ``UserError`` where it cannot be written.
        """
        pair_archive = self._changes.pair_archive
        with self._changes.lock:
            if not pair_archive.archive.head:
                pair_archive.remember()  # so that an edit does not lose the draft
            turned = pair_archive.is_turned()
        now = pair_archive.archive.now()
        try:
            self._files.save(replace(_turned(draft, turned), changed=now))
        except OSError as error:
            why, hint = reason(error)
            raise UserError("draft", f"not kept: {why}", hint) from error

    def drop(self, key: str) -> None:
        """Forget a draft: its note was saved, or the reader does not want it."""
        self._files.drop(key)

    def left_behind(self) -> tuple[Draft, ...]:
        """Return drafts of this reader and of those that are gone, oldest first."""
        drafts = self._files.left_behind()
        with self._changes.lock:
            are_turned = self._changes.pair_archive.are_turned
            return tuple(_turned(one, are_turned(one.anchors)) for one in drafts)


def _turned(draft: Draft, turned: bool) -> Draft:
    return replace(draft, anchors=turn(draft.anchors)) if turned else draft


class DraftFiles:
    """The drafts in one directory: a file each, named by draft and process."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def save(self, draft: Draft) -> None:
        """Keep a draft in the place of its former state. Raises ``OSError``."""
        if not _KEY.match(draft.key):
            raise ValueError(draft.key)
        make_directory(self._directory)
        replace_file(self._path(draft.key), json.dumps(_fields(draft)).encode())

    def drop(self, key: str) -> None:
        """Forget a draft, whichever process wrote it."""
        with contextlib.suppress(OSError):
            for path in self._directory.glob(f"{key}.*.json"):
                path.unlink(missing_ok=True)

    def left_behind(self) -> tuple[Draft, ...]:
        """Return the drafts of this process and of those that are gone, oldest first.

        Of several states of one draft it is the newest.
        """
        remove_stale_temporaries(self._directory)
        found: list[Draft] = []
        with contextlib.suppress(OSError):
            read = map(_read, self._directory.glob("*.json"))
            found = [draft for draft in read if draft]
        newest = {draft.key: draft for draft in sorted(found, key=_changed)}
        return tuple(sorted(newest.values(), key=_changed))

    def _path(self, key: str) -> Path:
        return self._directory / f"{key}.{os.getpid()}.json"


def _changed(draft: Draft) -> str:
    return draft.changed


def _fields(draft: Draft) -> dict[str, Any]:
    pid = os.getpid()
    content = EntryContent(
        str(draft.kind), draft.body, draft.tags, Status.OPEN, "", draft.anchors
    )
    version = draft.version or draft.key
    record = Record(draft.key, version, draft.note, 0, draft.changed, "", content)
    owner = {"host": socket.gethostname(), "pid": pid, "started": started(pid)}
    return to_fields(record) | {"owner": owner}


def _read(path: Path) -> Draft | None:
    try:
        if path.stat().st_size > _LARGEST:
            return None
        fields = json.loads(path.read_bytes())
        record = from_fields(fields)
    except (OSError, ValueError, RecursionError, TypeError, BadRecordError):
        return None
    content = record.content
    if content is None or _still_written(fields.get("owner")):
        return None
    return Draft(
        record.id,
        record.prev,
        NoteKind(content.kind) if content.kind in set(NoteKind) else NoteKind.NOTE,
        content.body,
        content.tags,
        content.anchors,
        record.time,
        record.act if record.act != record.id else "",
    )


def _still_written(owner: Any) -> bool:
    if not isinstance(owner, dict) or type(owner.get("pid")) is not int:
        return False
    if owner.get("host") != socket.gethostname() or owner["pid"] == os.getpid():
        return False
    return alive(owner["pid"]) and owner.get("started") == started(owner["pid"])
