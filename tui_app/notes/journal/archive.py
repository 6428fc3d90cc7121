"""The journal and what it amounts to, kept in step: reading, committing, tidying."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tui_app.errors import UserError
from tui_app.notes.journal.journal import Journal, News, Writer
from tui_app.notes.journal.ledger import Ledger, compacted, pays
from tui_app.notes.journal.records import (
    LINE_VERSION,
    LONGEST_LINE,
    RECORDS,
    BadRecordError,
    EntryContent,
    JournalLine,
    Record,
    Trust,
    decode,
    encode,
    from_fields,
    looks_ours,
    sound_fields,
    ulid,
)

Clock = Callable[[], datetime]

_HEAD = 200  # bytes that tell a file of notes

_OPERATIONS = ("head", *RECORDS)


def utc_now() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


def refuse_notes(place: Path) -> None:
    """Raise ``UserError`` where notes, of whatever pair, are kept in the file.

    For who is about to replace it; what cannot be read is left to who writes there.
    """
    try:
        # A pipe would be waited for.
        is_file = place.is_file()
        beginning = _beginning(place) if is_file else b""
    except OSError:
        return
    if looks_ours(beginning):
        why = "holds notes, and the export would replace it"
        raise UserError(str(place), why, "name another file")


def _beginning(place: Path) -> bytes:
    with place.open("rb") as file:
        return file.read(_HEAD)


@dataclass(frozen=True, slots=True)
class JournalChange:
    """What an entry shall be from now on; ``content`` is ``None`` to delete it.

    ``base`` is the act whose outcome is changed, ``None`` for a new entry. ``by`` and
    ``time`` tell who made the change and when, where that was not here and now.
    """

    entry: str
    base: str | None
    content: EntryContent | None
    by: str = ""
    time: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What one act of the user comes to; ``undo`` and ``redo`` name another act."""

    changes: Sequence[JournalChange]
    undo: str | None = None
    redo: str | None = None


@dataclass(slots=True)
class Health:
    """What reading the journal has shown.

    ``ours`` tells that a line, or what is left of one, is such as this program writes;
    ``torn`` that the last line was cut off.
    """

    ours: bool = False
    torn: bool = False
    damaged: int = 0
    unverified: int = 0
    newer: bool = False


class Archive:
    """All changes of one pair. Not safe for threads. Methods raise ``OSError``."""

    def __init__(self, path: Path, by: str, clock: Clock = utc_now) -> None:
        self.ledger = Ledger()
        self.health = Health()
        self.head: Mapping[str, Any] | None = None
        self._journal = Journal(path)
        self._endless = b""  # a line that was taken in before its line end came
        self.by = by
        self._clock = clock

    @property
    def path(self) -> Path:
        """The journal's file."""
        return self._journal.path

    def close(self) -> None:
        """Close the journal."""
        self._journal.close()

    def is_foreign(self) -> bool:
        """Tell whether something stands in the file and none of it is ours."""
        health = self.health
        something = health.damaged or health.unverified or health.torn
        return bool(something) and not health.ours

    def refresh(self) -> bool:
        """Take in what was written since; return whether anything changed."""
        return self._absorb(self._journal.news())

    def now(self) -> str:
        """Return the time as records have it."""
        moment = self._clock().astimezone(UTC)
        return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def commit(
        self, decide: Callable[[], Plan], head: Mapping[str, Any]
    ) -> tuple[Record, ...]:
        """Write what ``decide`` returns; the records are on disk on return.

        ``decide`` is called under the lock, when all that others wrote is known.
        ``head`` describes the pair, for a journal that has no head yet. Raises
        ``BadRecordError``, and writes nothing, for what could not be read again.
        """
        with self._journal.writing() as writer:
            self._absorb(writer.news())
            records = self._records_of(decide())
            if records:
                self._append(writer, records, head)
        return records

    def _append(
        self, writer: Writer, records: Sequence[Record], head: Mapping[str, Any]
    ) -> None:
        first = {} if self.head else {"op": "head", "t": self.now(), **head}
        fields = [first] * bool(first) + [sound_fields(record) for record in records]
        encoded = [encode(each) for each in fields]
        if any(len(line) > LONGEST_LINE for line in encoded):
            raise BadRecordError("line")
        writer.append(b"".join(encoded))
        self.health.ours = True
        self.head = self.head or first
        self.ledger.absorb(records)

    def compact(self) -> bool:
        """Drop history where that pays; return whether anything was done."""
        if self.health.newer or not pays(self.ledger, self._journal.size()):
            return False
        with self._journal.writing() as writer:
            self._absorb(writer.news())
            writer.replace(compacted(self.ledger, writer.content()))
        return True

    def _records_of(self, plan: Plan) -> tuple[Record, ...]:
        act, time = ulid(), self.now()
        return tuple(
            Record(
                change.entry,
                act,
                change.base,
                self._revision(change),
                change.time or time,
                change.by or self.by,
                change.content,
                plan.undo,
                plan.redo,
            )
            for change in plan.changes
        )

    def _revision(self, change: JournalChange) -> int:
        base = self.ledger.version(change.entry, change.base or "")
        return base.rev + 1 if base else 1

    def _absorb(self, news: News) -> bool:
        if news.anew:
            self.ledger, self.health, self.head = Ledger(), Health(), None
            self._endless = b""
        lines, self.health.torn = news.lines, False
        if lines:
            known = lines[0].rstrip(b"\r") == self._endless.rstrip(b"\r")
            lines = lines[1:] if known else lines
            self._endless = b""
        if news.tail and news.tail != self._endless:
            if decode(news.tail).trust is not Trust.DAMAGED:
                self._endless = news.tail
                lines = (*lines, news.tail)
            else:
                self.health.torn = True
                self.health.ours |= looks_ours(news.tail)
        return self.ledger.absorb(self._records(lines)) or news.anew

    def _records(self, raw: Iterable[bytes]) -> Iterable[Record]:
        for each in raw:
            self.health.ours |= looks_ours(each)
            record = self._record_of(decode(each)) if each.strip() else None
            if record is not None:
                yield record

    def _record_of(self, line: JournalLine) -> Record | None:
        health, fields = self.health, line.fields
        if line.trust is Trust.DAMAGED:
            health.damaged += 1
            return None
        health.ours |= line.trust is Trust.GOOD or fields.get("op") in _OPERATIONS
        health.unverified += line.trust is Trust.UNVERIFIED
        if fields["v"] > LINE_VERSION:
            health.newer = True
        elif fields.get("op") == "head":
            self.head = self.head or fields
        elif fields.get("op") in RECORDS:
            try:
                return from_fields(fields)
            except BadRecordError:
                health.damaged += 1
        return None
