"""Dropping from a journal what no longer matters to anybody."""

from __future__ import annotations

from tui_app.notes import lines
from tui_app.notes.ledger import Ledger

WORTHWHILE = 256 << 10
"""Bytes below which a journal stays as it is."""

UNDOABLE = 100
"""The latest acts that can still be undone after compaction."""


def pays(ledger: Ledger, size: int) -> bool:
    """Return whether more than half of a large journal is history."""
    if size < WORTHWHILE:
        return False
    return 2 * len(ledger.alive(UNDOABLE)) < len(ledger)


def compacted(ledger: Ledger, journal: bytes) -> bytes:
    """Return the lines to keep, byte for byte.

    Lines this program cannot read are kept, and so are those of other kinds.
    """
    alive = ledger.alive(UNDOABLE)
    kept = [raw for raw in journal.split(b"\n") if raw and _stays(raw, alive)]
    return b"".join(raw + b"\n" for raw in kept)


def _stays(raw: bytes, alive: set[tuple[str, str]]) -> bool:
    line = lines.decode(raw)
    if line.trust is not lines.Trust.GOOD or line.fields.get("op") not in (
        "put",
        "del",
    ):
        return True
    return (line.fields.get("id"), line.fields.get("act")) in alive
