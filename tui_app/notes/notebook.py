"""Everything a reader can do with the notes, marks and drafts of two documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from os import PathLike
from pathlib import Path

from tui_app.core.comparison import Comparison
from tui_app.core.model import Document, Report, Side
from tui_app.disk.paths import Store
from tui_app.errors import UserError
from tui_app.notes.anchoring.locator import Finder, KeptTexts
from tui_app.notes.anchoring.new_anchors import span_anchor
from tui_app.notes.anchoring.placement import Placer, reading_order
from tui_app.notes.changes import Changes, clean_body, clean_tags
from tui_app.notes.draft_files import KeptDrafts
from tui_app.notes.exchange.arrivals import Arrival, Imported, as_changes
from tui_app.notes.identity import opening
from tui_app.notes.identity.pair_archive import PairArchive, remarks
from tui_app.notes.journal import history
from tui_app.notes.journal.archive import JournalChange, Plan
from tui_app.notes.journal.ledger import Ledger
from tui_app.notes.journal.records import EntryContent
from tui_app.notes.marks import Marks
from tui_app.notes.note import (
    Anchor,
    Candidate,
    Draft,
    Note,
    NoteKind,
    PlacedNote,
    State,
    Status,
)
from tui_app.notes.silences import Silences


class Notebook:
    """What the reader wrote about a pair, kept safe.

    Every method that changes something returns only when the change is on disk,
    and raises ``UserError`` (nothing changed, nothing lost) where it cannot be.
    All methods may be called from any thread. ``marks`` are the review marks and
    the links by hand, ``silences`` what is not to be told again, ``drafts`` what is
    being typed.
    """

    def __init__(
        self,
        left: Document,
        right: Document,
        notes_path: str | PathLike[str] | None = None,
    ) -> None:
        self._documents = (left, right)
        self._store = Store.of_user()
        self._texts = KeptTexts(self._store.texts)
        self._finder = Finder(left, right, self._texts.get)
        chosen = notes_path is not None
        opened = (
            opening.open_known(self._store, left, right)
            if notes_path is None
            else opening.open_file(notes_path, left, right)
        )
        self._changes = Changes(
            self._bound(opened, chosen=chosen), self._documents, self._texts
        )
        self._placer: Placer | None = None
        self.marks = Marks(self._changes, self._finder)
        self.silences = Silences(self._changes)
        self.drafts = KeptDrafts(self._changes)

    def _bound(self, opened: opening.Opened, *, chosen: bool) -> PairArchive:
        return PairArchive(self._store, self._documents, opened, chosen=chosen)

    @property
    def _pair_archive(self) -> PairArchive:
        return self._changes.pair_archive

    @classmethod
    def open(
        cls,
        left: Document,
        right: Document,
        *,
        notes_path: str | PathLike[str] | None = None,
    ) -> Notebook:
        """Open the notes of two documents, found by their content and paths.

        ``notes_path`` is a file of the user's choice instead. No note is written
        before the first change. Raises ``UserError`` where the file is there and
        cannot be read.
        """
        return cls(left, right, notes_path)

    def close(self) -> None:
        """Let go of the files; drop from the journal what is history only."""
        with self._changes.lock:
            self._pair_archive.close()

    @property
    def where(self) -> Path:
        """The file the notes are in, or will be at the first note."""
        return self._pair_archive.archive.path

    @property
    def writable(self) -> bool:
        """Whether notes can be saved, as far as is known before trying."""
        return self._pair_archive.writable

    @property
    def remarks(self) -> tuple[str, ...]:
        """Sentences for the user: damage, a read-only place, notes of a like pair."""
        with self._changes.lock:
            return (*remarks(self._pair_archive, self._store), *self._changes.trouble)

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Similar pairs with notes, offered as long as this one has none."""
        with self._changes.lock:
            return self._pair_archive.candidates()

    # -- notes ---------------------------------------------------------------

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes, oldest first, copies kept from conflicts included."""
        return tuple(self._changes.notes())

    @property
    def tags(self) -> tuple[str, ...]:
        """All tags in use, most used first, for completion."""
        count = Counter(tag for note in self.notes for tag in note.tags)
        return tuple(tag for tag, _ in count.most_common())

    def placed(self, comparison: Comparison) -> tuple[PlacedNote, ...]:
        """Return every note with its place, in the order of the rows.

        Notes on the whole comparison come first, those without a place last.
        """
        with self._changes.lock:
            if self._placer is None or self._placer.comparison is not comparison:
                self._placer = Placer(comparison, self._finder.find)
            found = [self._placer.place(note) for note in self._changes.notes()]
        return tuple(sorted(found, key=reading_order))

    def without_place(self) -> tuple[Note, ...]:
        """Return the notes with a place that is not found for sure in the texts."""
        sure = (State.PLACED, State.CHANGED)
        with self._changes.lock:
            return tuple(
                note
                for note in self._changes.notes()
                if any(self._finder.find(one).state not in sure for one in note.anchors)
            )

    def add(
        self,
        body: str,
        anchors: Sequence[Anchor] = (),
        *,
        kind: NoteKind = NoteKind.NOTE,
        tags: Iterable[str] = (),
        entry: str = "",
    ) -> Note:
        """Save a new note; ``anchors`` come from ``anchoring.new_anchors``.

        ``entry`` is the id it shall have: what two readers have before them under
        one id, and save both, becomes one note.
        """
        change = self._changes.new(
            kind, anchors, clean_body(body), clean_tags(tags), entry=entry
        )
        return self._changes.put_once(change)

    def has_said(self, draft: Draft) -> bool:
        """Tell whether the draft has become a note, or a change of one, already."""
        change = self._changes.new(
            draft.kind, (), draft.body, draft.tags, entry=draft.note or draft.key
        )
        return self._changes.has_said(change)

    def import_notes(
        self, arrivals: Iterable[Arrival], report: Report | None = None
    ) -> Imported:
        """Save notes from outside, in one change to undo: all of them, or none.

        Those known here already are passed over, those whose place cannot be told
        for sure are returned. ``report`` is told of how many the place was looked for.
        """
        left, right = self._documents
        imported, changes = as_changes(arrivals, left, right, self._known, report)
        if changes:
            self._changes.commit(lambda: list(changes))
        return imported

    def _known(self, entry: str) -> bool:
        """Tell whether an entry is here, deleted or not."""
        return self._pair_archive.ledger.newest(entry) is not None

    def edit(
        self,
        note: Note,
        *,
        body: str | None = None,
        kind: NoteKind | None = None,
        tags: Iterable[str] | None = None,
    ) -> Note:
        """Save a change of the note as it was when the reader began to change it.

        Where another reader has changed it since, both versions are kept.
        """

        def revise(old: EntryContent) -> EntryContent:
            return replace(
                old,
                body=old.body if body is None else clean_body(body),
                kind=old.kind if kind is None else str(kind),
                tags=old.tags if tags is None else clean_tags(tags),
            )

        return self._changes.put(lambda: self._changes.revised(note, revise))

    def resolve(self, note: Note, *, resolved: bool = True) -> Note:
        """Mark the note as resolved, or as open again."""
        status = Status.RESOLVED if resolved else Status.OPEN
        return self._revise(note, lambda old: replace(old, status=status))

    def delete(self, note: Note) -> None:
        """Delete the note; undo brings it back.

        Where another reader has changed it since, that version stays.
        """
        entry = note.conflict_of or note.id
        self._changes.commit(lambda: [JournalChange(entry, note.version, None)])

    def reattach(self, note: Note, anchors: Sequence[Anchor]) -> Note:
        """Put the note on another place."""
        return self._revise(note, lambda old: replace(old, anchors=tuple(anchors)))

    def _revise(
        self, note: Note, revise: Callable[[EntryContent], EntryContent]
    ) -> Note:
        return self._changes.put(
            lambda: self._changes.revised(note, revise, newest=True)
        )

    def accept(self, placed: PlacedNote) -> Note:
        """Say yes to the place that was found or proposed for a note."""
        anchors = [
            span_anchor(self._document(each.anchor.side), each.anchor.side, each.span)
            if each.span
            else each.anchor
            for each in placed.found
        ]
        return self.reattach(placed.note, anchors)

    def _document(self, side: Side) -> Document:
        return self._documents[0 if side == "left" else 1]

    # -- history -------------------------------------------------------------

    def undo(self) -> str | None:
        """Take back the last change of this user, also one of an earlier run.

        Return what was undone in a few words, ``None`` where there is nothing.
        Raises ``UserError`` where somebody changed the same note since.
        """
        return self._step(history.undo)

    def redo(self) -> str | None:
        """Do again what was undone last; as ``undo``."""
        return self._step(history.redo)

    def _step(self, plan: Callable[[Ledger, str], Plan]) -> str | None:
        by = self._pair_archive.archive.by
        with self._changes.lock:
            self.poll()
            if not plan(self._pair_archive.ledger, by).changes:
                return None
            record, *_ = self._changes.step(lambda: plan(self._pair_archive.ledger, by))
            act = record.undo or record.redo or record.act
            return history.describe(self._pair_archive.ledger, act)

    def poll(self) -> bool:
        """Take in what other readers wrote; return whether anything changed.

        Costs one stat where nothing did; call it about once a second. It never
        waits: while a save is under way there is nothing to tell yet.
        """
        if not self._changes.lock.acquire(blocking=False):
            return False
        try:
            return self._pair_archive.archive.refresh()
        except OSError:
            return False
        finally:
            self._changes.lock.release()

    def adopt(self, candidate: Candidate) -> None:
        """Use the notes of a similar pair for this one from now on."""
        with self._changes.lock:
            if candidate not in self.candidates:
                raise UserError("notes", "this pair has notes of its own")
            match = self._pair_archive.offered(candidate.pair)
            archive = opening.open_archive(self._store.journal(candidate.pair))
            self._pair_archive.archive.close()
            opened = opening.Opened(archive, candidate.pair, match, ())
            self._changes.move_to(self._bound(opened, chosen=False))
            self._placer = None
