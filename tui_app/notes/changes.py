"""How a change becomes safe: made one at a time, and said loudly where it fails."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from tui_app.core.model import Document
from tui_app.disk.reasons import not_saved, reason, refused
from tui_app.errors import UserError
from tui_app.notes.anchoring.locator import KeptTexts
from tui_app.notes.identity.pair_archive import PairArchive
from tui_app.notes.journal.archive import JournalChange, Plan
from tui_app.notes.journal.ledger import Entry
from tui_app.notes.journal.records import (
    LONGEST_BODY,
    LONGEST_TAG,
    MOST_TAGS,
    BadRecordError,
    EntryContent,
    Record,
    ulid,
)
from tui_app.notes.note import Anchor, MarkKind, Note, NoteKind, Status

_MARKS = frozenset(str(kind) for kind in MarkKind)


class Changes:
    """Makes changes of one pair's entries; safe for threads.

    ``trouble`` are sentences for the user about what could not be kept beside
    the notes.
    """

    def __init__(
        self,
        pair_archive: PairArchive,
        documents: Sequence[Document],
        texts: KeptTexts,
    ) -> None:
        self.pair_archive = pair_archive
        self.lock = threading.RLock()
        self.trouble: tuple[str, ...] = ()
        self._documents = documents
        self._texts = texts
        self._kept = False
        self._notes: dict[tuple[str, str, bool], Note] = {}

    def move_to(self, pair_archive: PairArchive) -> None:
        """Make all changes to another archive from now on."""
        self.pair_archive = pair_archive
        self._notes.clear()

    def notes(self) -> list[Note]:
        """Return all notes, oldest first."""
        with self.lock:
            kinds = self.pair_archive.ledger.kinds - _MARKS
            return list(map(self._note, self.pair_archive.entries(kinds)))

    def _note(self, entry: Entry) -> Note:
        key = entry.record.id, entry.record.act, entry.copy
        note = self._notes.get(key)
        if note is None:
            note = self._notes[key] = as_note(entry)
        return note

    def entries(self, *kinds: MarkKind) -> list[Entry]:
        """Return the entries of these kinds in the order they were made."""
        with self.lock:
            return list(self.pair_archive.entries(kinds))

    def new(
        self,
        kind: NoteKind | MarkKind,
        anchors: Iterable[Anchor],
        body: str = "",
        tags: tuple[str, ...] = (),
        unit: str = "",
        entry: str = "",
    ) -> JournalChange:
        """Return the change that adds an entry, with ``entry`` as its id if given."""
        now = self.pair_archive.archive.now()
        content = EntryContent(
            str(kind), body, tags, Status.OPEN, now, tuple(anchors), unit
        )
        return JournalChange(entry or ulid(), None, content)

    def revised(
        self,
        note: Note,
        revise: Callable[[EntryContent], EntryContent],
        *,
        newest: bool = False,
    ) -> JournalChange:
        """Return the change of a note as the reader has it before the eyes.

        ``newest``: of the note as it is by now, for a change that has no quarrel
        with what another reader may have written. Raises ``UserError``.
        """
        entry = note.conflict_of or note.id
        ledger = self.pair_archive.ledger
        record = ledger.version(entry, note.version) or ledger.newest(entry)
        if newest and not note.conflict_of:
            record = ledger.newest(entry)
        if record is None or record.content is None:
            raise UserError("note", "it is no longer there")
        return JournalChange(
            entry, record.act, revise(self.pair_archive.turn(record.content))
        )

    def put(self, decide: Callable[[], JournalChange]) -> Note:
        """Save one note and return it as it is now; ``decide`` as in ``commit``."""
        (record,) = self._explained(lambda: self._write(lambda: [decide()]))
        if record.content is None:
            raise ValueError(record)
        return as_note(
            Entry(record, self.pair_archive.turn(record.content), copy=False)
        )

    def put_once(self, change: JournalChange) -> Note:
        """Add a note, unless one of this id is here that said the same at any time.

        Where it said something else both are kept, as after any conflict.
        """
        with self.lock:
            self.commit(lambda: [] if self.has_said(change) else [change])
            return self._note(next(self.pair_archive.entry(change.entry)))

    def has_said(self, change: JournalChange) -> bool:
        """Tell whether an entry that is here says or said what the change makes of it.

        Where it stands does not matter.
        """
        ledger, content = self.pair_archive.ledger, change.content
        with self.lock:
            newest = ledger.newest(change.entry)
            if content is None or newest is None or newest.content is None:
                return False
            former = (record.content for record in ledger.versions(change.entry))
            return any(old and _words(old) == _words(content) for old in former)

    def commit(self, decide: Callable[[], list[JournalChange]]) -> None:
        """Save what ``decide`` returns, sides as the documents have them.

        ``decide`` is called when all that other readers wrote is known, and none
        of them can write.
        """
        self._explained(lambda: self._write(decide))

    def step(self, decide: Callable[[], Plan]) -> tuple[Record, ...]:
        """Save an undo or a redo, sides as the journal has them."""
        with self.lock:
            return self._explained(lambda: self.pair_archive.commit(decide))

    def _explained(self, save: Callable[[], tuple[Record, ...]]) -> tuple[Record, ...]:
        """Save, and say in the user's words where that fails."""
        try:
            return save()
        except OSError as error:
            raise not_saved(self.pair_archive.archive.path, error) from error
        except BadRecordError as error:
            raise refused(self.pair_archive.archive.path) from error

    def _write(self, decide: Callable[[], list[JournalChange]]) -> tuple[Record, ...]:
        with self.lock:
            self._keep_texts()
            return self.pair_archive.commit(
                lambda: Plan([self._outward(change) for change in decide()])
            )

    def _outward(self, change: JournalChange) -> JournalChange:
        content = self.pair_archive.turn(change.content) if change.content else None
        return replace(change, content=content)

    def _keep_texts(self) -> None:
        """Keep what the notes are made on; without it they follow edits less well."""
        if self._kept or not self.pair_archive.writable:
            return
        try:
            for document in self._documents:
                self._texts.keep(document.text)
            self._kept, self.trouble = True, ()
        except OSError as error:
            why, _ = reason(error)
            self.trouble = (f"The articles' texts could not be kept: {why}.",)


def _words(content: EntryContent) -> tuple[str, str, tuple[str, ...]]:
    return content.kind, content.body, content.tags


def as_note(entry: Entry) -> Note:
    """Return an entry as the note it is; unknown kinds are plain notes."""
    record, content = entry.record, entry.content
    return Note(
        record.act if entry.copy else record.id,
        record.act,
        NoteKind(content.kind) if content.kind in set(NoteKind) else NoteKind.NOTE,
        content.body,
        content.tags,
        content.status,
        content.anchors,
        content.created,
        record.time,
        record.by,
        record.id if entry.copy else None,
    )


def clean_body(body: str) -> str:
    """Return the text of a note. Raises ``UserError`` where it is too long."""
    if len(body) > LONGEST_BODY:
        raise UserError("note", "longer than a million characters", "shorten it")
    return body


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return tags without outer space, ``#`` and repetition.

    Raises ``UserError`` where one is too long or they are too many.
    """
    cleaned = (" ".join(tag.split()).removeprefix("#") for tag in tags)
    unique = tuple(dict.fromkeys(tag for tag in cleaned if tag))
    if any(len(tag) > LONGEST_TAG for tag in unique):
        raise UserError("tag", f"longer than {LONGEST_TAG} characters", "shorten it")
    if len(unique) > MOST_TAGS:
        raise UserError("tags", f"more than {MOST_TAGS} on a note", "use fewer")
    return unique
