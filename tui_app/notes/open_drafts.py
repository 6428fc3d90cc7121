"""Which notes this reader is writing: begun, kept while typing, saved or dropped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tui_app.notes.journal.records import ulid
from tui_app.notes.note import Anchor, Draft, Note, NoteKind
from tui_app.notes.notebook import Notebook


class OpenDrafts:
    """The drafts of one reader. What writes to disk raises ``UserError``."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._originals: dict[str, Note] = {}
        self._open: dict[str, Draft] = {}

    @property
    def open_drafts(self) -> tuple[Draft, ...]:
        """What is written and not saved yet, here or by another reader."""
        has_said = self._notebook.has_said
        return tuple(draft for draft in self._open.values() if not has_said(draft))

    def take_up(self, drafts: Iterable[Draft]) -> None:
        """Go on with drafts of an earlier run."""
        self._open |= {draft.key: draft for draft in drafts}

    def here(self, anchors: tuple[Anchor, ...]) -> Draft:
        """Return a draft on these anchors; one kept before goes on."""
        return self._fresh(anchors)

    def on_all(self) -> Draft:
        """Return a draft for the whole comparison; one kept before goes on."""
        return self._fresh(())

    def _fresh(self, anchors: tuple[Anchor, ...]) -> Draft:
        for draft in self.open_drafts:
            if draft.note is None and draft.anchors == anchors:
                return draft
        return Draft(ulid(), None, NoteKind.NOTE, "", (), anchors)

    def of_note(self, note: Note) -> Draft:
        """Return a draft that changes ``note``; one kept before goes on."""
        for draft in self.open_drafts:
            if draft.note == note.id:
                return draft
        self._originals[note.id] = note
        return Draft(
            note.id,
            note.id,
            note.kind,
            note.body,
            note.tags,
            note.anchors,
            version=note.version,
        )

    def keep(self, draft: Draft) -> None:
        """Keep the draft on disk."""
        self._notebook.drafts.save(draft)
        self._open[draft.key] = draft

    def save(self, draft: Draft) -> None:
        """Make a note of the draft, or change its note; then the draft is dropped.

        Other readers may have been offered the same draft: its note has its key, so
        that it is saved once.
        """
        notebook = self._notebook
        original = self._original(draft)
        if original is None:
            notebook.add(
                draft.body,
                draft.anchors,
                kind=draft.kind,
                tags=draft.tags,
                entry=draft.key,
            )
        else:
            notebook.edit(original, body=draft.body, kind=draft.kind, tags=draft.tags)
        self.drop(draft)

    def _original(self, draft: Draft) -> Note | None:
        if draft.note is None:
            return None
        if draft.note in self._originals:
            return self._originals[draft.note]
        known = {note.id: note for note in self._notebook.notes}
        note = known.get(draft.note)
        # What the writer had read, so that a change made since stays as a copy.
        return replace(note, version=draft.version) if note and draft.version else note

    def drop(self, draft: Draft) -> None:
        """Forget a draft."""
        self._open.pop(draft.key, None)
        self._notebook.drafts.drop(draft.key)
