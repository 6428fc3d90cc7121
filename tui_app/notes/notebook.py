"""The notes, review marks and hand links of one pair of documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from os import PathLike
from pathlib import Path

from tui_app.core.comparison import Comparison
from tui_app.core.model import Constraints, Document
from tui_app.notes.ids import ulid
from tui_app.notes.model import (
    Anchor,
    Candidate,
    Draft,
    Note,
    NoteKind,
    PlacedNote,
    State,
    Status,
)


class Notebook:
    """What the reader wrote about a pair, kept safe.

    Every method that changes something returns only when the change is on disk,
    and raises ``UserError`` (nothing changed, nothing lost) where it cannot be.
    All methods may be called from any thread.

    ``where`` is the file the notes are in (or will be, at the first note).
    ``writable`` is false where it can only be read. ``remarks`` are sentences
    for the user: damage, a read-only place, notes of a similar pair.
    ``candidates`` are similar pairs with notes, offered where this has none.
    """

    where: Path
    writable: bool
    remarks: tuple[str, ...]
    candidates: tuple[Candidate, ...]

    def __init__(self, left: Document, right: Document) -> None:
        self.where = Path("notes.jsonl")
        self.writable = True
        self.remarks = ()
        self.candidates = ()
        self._notes: dict[str, Note] = {}
        self._reviewed: frozenset[int] = frozenset()

    @classmethod
    def open(
        cls,
        left: Document,
        right: Document,
        *,
        notes_path: str | PathLike[str] | None = None,
    ) -> Notebook:
        """Open the notes of two documents, found by their content and paths.

        ``notes_path`` is a file of the user's choice instead. Nothing is written
        before the first change. Raises ``UserError`` where the file is there and
        cannot be read.
        """
        return cls(left, right)

    def close(self) -> None:
        """Let go of the files; tidy the journal where that pays."""

    # -- notes ---------------------------------------------------------------

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes, oldest first, copies kept from conflicts included."""
        return tuple(self._notes.values())

    @property
    def tags(self) -> tuple[str, ...]:
        """All tags in use, most used first, for completion."""
        return ()

    def placed(self, comparison: Comparison) -> tuple[PlacedNote, ...]:
        """Return every note with its place, in the order of the rows.

        Notes on the whole comparison come first, those without a place last.
        """
        return tuple(
            PlacedNote(note, State.PLACED, (), (), (), (), ())
            for note in self._notes.values()
        )

    def add(
        self,
        body: str,
        anchors: Sequence[Anchor] = (),
        *,
        kind: NoteKind = NoteKind.NOTE,
        tags: Iterable[str] = (),
    ) -> Note:
        """Save a new note; ``anchors`` come from ``notes.places``."""
        note = Note(
            ulid(),
            ulid(),
            kind,
            body,
            tuple(tags),
            Status.OPEN,
            tuple(anchors),
            "",
            "",
            "",
        )
        self._notes[note.id] = note
        return note

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
        raise NotImplementedError

    def resolve(self, note: Note, *, resolved: bool = True) -> Note:
        """Mark the note as resolved, or as open again."""
        raise NotImplementedError

    def delete(self, note: Note) -> None:
        """Delete the note; undo brings it back."""
        del self._notes[note.id]

    def reattach(self, note: Note, anchors: Sequence[Anchor]) -> Note:
        """Put the note on another place (an orphan, or a proposal accepted)."""
        raise NotImplementedError

    def accept(self, placed: PlacedNote) -> Note:
        """Say yes to the place that was found or proposed for a note."""
        raise NotImplementedError

    # -- review marks and links by hand --------------------------------------

    def mark_reviewed(
        self, comparison: Comparison, rows: Iterable[int], *, reviewed: bool = True
    ) -> None:
        """Mark rows as reviewed, or take the mark away."""
        raise NotImplementedError

    def reviewed(self, comparison: Comparison) -> frozenset[int]:
        """Return the rows whose words are those that were reviewed."""
        return self._reviewed

    def link(
        self, comparison: Comparison, left: Iterable[int], right: Iterable[int]
    ) -> None:
        """Keep as one bead these units, numbers of both sides.

        An empty side means "no counterpart". The newest link wins where two
        speak of the same unit.
        """
        raise NotImplementedError

    def unlink(
        self, comparison: Comparison, left: Iterable[int], right: Iterable[int]
    ) -> None:
        """Keep apart each of these units of the left from each of the right."""
        raise NotImplementedError

    def constraints(self, left: Document, right: Document) -> Constraints:
        """Return what is settled by hand, for texts cut into units like these."""
        return Constraints()

    # -- history -------------------------------------------------------------

    def undo(self) -> str | None:
        """Take back the last change of this user, also one of an earlier run.

        Return what was undone in a few words, ``None`` where there is nothing.
        Raises ``UserError`` where somebody changed the same note since.
        """
        return None

    def redo(self) -> str | None:
        """Do again what was undone last; as ``undo``."""
        return None

    def poll(self) -> bool:
        """Take in what other readers wrote; return whether anything changed.

        Costs one stat where nothing did; call it about once a second.
        """
        return False

    def adopt(self, candidate: Candidate) -> None:
        """Use the notes of a similar pair for this one from now on."""
        raise NotImplementedError

    # -- drafts --------------------------------------------------------------

    def save_draft(self, draft: Draft) -> None:
        """Keep what is being typed; call it at least every 2 s while typing.

        Raises ``UserError`` where it cannot be written.
        """

    def drop_draft(self, key: str) -> None:
        """Forget a draft: its note was saved, or the reader does not want it."""

    def drafts(self) -> tuple[Draft, ...]:
        """Return drafts left by readers that are gone, oldest first."""
        return ()
