"""What is being typed, kept until it is saved or not wanted any more."""

from __future__ import annotations

import contextlib
import json
import os
import re
import socket
from pathlib import Path
from typing import Any

from tui_app.disk.durable import (
    make_directory,
    remove_stale_temporaries,
    replace_file,
)
from tui_app.disk.locking import alive
from tui_app.notes.journal.records import (
    BadRecordError,
    EntryContent,
    Record,
    from_fields,
    to_fields,
)
from tui_app.notes.note import Draft, NoteKind, Status

_LARGEST = 32 << 20
_KEY = re.compile(r"[0-9A-Za-z_-]{1,64}\Z")


class DraftFiles:
    """The drafts about one pair: a file each, named by draft and process."""

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


def _started(pid: int) -> str:
    """Return when a process was started, where the system tells: numbers recur."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text(errors="replace")
        return told.rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""


def _fields(draft: Draft) -> dict[str, Any]:
    pid = os.getpid()
    content = EntryContent(
        str(draft.kind), draft.body, draft.tags, Status.OPEN, "", draft.anchors
    )
    version = draft.version or draft.key
    record = Record(draft.key, version, draft.note, 0, draft.changed, "", content)
    owner = {"host": socket.gethostname(), "pid": pid, "started": _started(pid)}
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
    return alive(owner["pid"]) and owner.get("started") == _started(owner["pid"])
