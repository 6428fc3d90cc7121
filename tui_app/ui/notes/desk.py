"""The desk: between the reader's screen and the notebook on disk.

Slow work (opening, saving, finding places again) runs in threads; what the screen
shows is asked for again after every change, also after one by another reader.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from tui_app.core.comparison import Comparison
from tui_app.core.model import Constraints, Document, Row, Side, Span
from tui_app.core.splitting import Part
from tui_app.errors import UserError
from tui_app.notes.ids import ulid
from tui_app.notes.model import (
    Anchor,
    Candidate,
    Draft,
    Note,
    NoteKind,
    PlacedNote,
    Status,
)
from tui_app.notes.notebook import Notebook
from tui_app.notes.places import row_anchors, span_anchor
from tui_app.ui.notes.entries import Listed

POLL_SECONDS = 1.0


class NotesHost(Protocol):
    """The reader's screen as the notes see it."""

    @property
    def comparison(self) -> Comparison:
        """The comparison on the screen."""

    @property
    def cursor_row(self) -> int:
        """The row under the cursor, from 0."""

    def selected_spans(self) -> Sequence[tuple[Side, Span]]:
        """Return what is selected, empty for nothing."""

    def show_notes(
        self, placed: Sequence[PlacedNote], reviewed: frozenset[int]
    ) -> None:
        """Show these notes and review marks."""

    def realign(self, constraints: Constraints) -> None:
        """Align again under what is settled by hand."""

    def say(self, message: str, *, trouble: bool = False) -> None:
        """Tell the reader something."""

    def work(self, task: Coroutine[Any, Any, None]) -> None:
        """Run the task beside the screen."""


class NotesDesk:
    """What the reader does with notes, marks and links, and what is known of them."""

    def __init__(self, host: NotesHost) -> None:
        self._host = host
        self._order = asyncio.Lock()
        self._originals: dict[str, Note] = {}
        self._open_drafts: dict[str, Draft] = {}
        self.notebook: Notebook | None = None
        self.placed: tuple[PlacedNote, ...] = ()
        self.reviewed: frozenset[int] = frozenset()
        self.constraints = Constraints()

    # -- opening, watching, showing -------------------------------------------

    async def open(self, left: Document, right: Document, path: Path | None) -> None:
        """Open the notebook; tell what the user should know of it."""
        try:
            self.notebook = notebook = await asyncio.to_thread(
                lambda: Notebook.open(left, right, notes_path=path)
            )
        except UserError as error:
            self._host.say(f"Notes cannot be opened. {error}", trouble=True)
            return
        for remark in notebook.remarks:
            self._host.say(remark)
        for draft in await asyncio.to_thread(notebook.drafts):
            self._open_drafts[draft.key] = draft
        if self._open_drafts:
            count = len(self._open_drafts)
            drafts = "1 draft" if count == 1 else f"{count} drafts"
            self._host.say(f"{drafts} not saved yet; @ lists them")
        await self._settle_here()

    async def _settle(self, left: Document, right: Document) -> None:
        """Align again where what is settled by hand is not what is shown."""
        if self.notebook is None:
            return
        found = await asyncio.to_thread(self.notebook.constraints, left, right)
        if found != self.constraints:
            self.constraints = found
            self._host.realign(found)
        await self.refresh()

    async def refresh(self) -> None:
        """Find the places of the notes in the comparison on the screen; show them."""
        notebook, comparison = self.notebook, self._host.comparison
        if notebook is None:
            return
        placed = await asyncio.to_thread(notebook.placed, comparison)
        reviewed = await asyncio.to_thread(notebook.reviewed, comparison)
        if comparison is self._host.comparison:
            self.placed, self.reviewed = placed, reviewed
            self._host.show_notes(placed, reviewed)

    async def look(self) -> None:
        """Take in what other readers wrote."""
        if self.notebook is not None and self.notebook.poll():
            await self._settle_here()

    async def _settle_here(self) -> None:
        shown = self._host.comparison
        await self._settle(shown.left, shown.right)

    def settled(self, left: Document, right: Document) -> Constraints:
        """Return what is settled by hand, for texts cut into units like these."""
        if self.notebook is not None:
            self.constraints = self.notebook.constraints(left, right)
        return self.constraints

    def close(self) -> None:
        """Let go of the notebook."""
        if self.notebook is not None:
            self.notebook.close()

    @property
    def has_drafts(self) -> bool:
        """Whether something written is not saved yet."""
        return bool(self._open_drafts)

    def adopt(self, candidate: Candidate) -> None:
        """Use the notes of a similar pair for this one from now on."""
        notebook = self._notebook()
        self._change(lambda: notebook.adopt(candidate), "These are your notes now.")

    # -- writing ---------------------------------------------------------------

    def draft_here(self) -> Draft | None:
        """Return a draft for the selection or the row; one kept before goes on."""
        return self._draft(self._anchors_here()) if self._usable() else None

    def draft_on_all(self) -> Draft | None:
        """Return a draft for the whole comparison; one kept before goes on."""
        return self._draft(()) if self._usable() else None

    def _draft(self, anchors: tuple[Anchor, ...]) -> Draft:
        for draft in self._open_drafts.values():
            if draft.note is None and draft.anchors == anchors:
                return draft
        return Draft(ulid(), None, NoteKind.NOTE, "", (), anchors)

    def draft_of(self, note: Note) -> Draft:
        """Return a draft that changes ``note``; one kept before goes on."""
        for draft in self._open_drafts.values():
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
        self._open_drafts[draft.key] = draft
        self._notebook().save_draft(draft)

    def save(self, draft: Draft) -> None:
        """Make a note of the draft, or change its note; then the draft is dropped."""
        notebook = self._notebook()
        original = self._original(draft)
        if original is None:
            notebook.add(draft.body, draft.anchors, kind=draft.kind, tags=draft.tags)
        else:
            notebook.edit(original, body=draft.body, kind=draft.kind, tags=draft.tags)
        self._drop(draft)

    def _original(self, draft: Draft) -> Note | None:
        if draft.note is None:
            return None
        if draft.note in self._originals:
            return self._originals[draft.note]
        known = {note.id: note for note in self._notebook().notes}
        note = known.get(draft.note)
        # What the writer had read, so that a change made since stays as a copy.
        return replace(note, version=draft.version) if note and draft.version else note

    def _drop(self, draft: Draft) -> None:
        self._open_drafts.pop(draft.key, None)
        self._notebook().drop_draft(draft.key)

    def _anchors_here(self) -> tuple[Anchor, ...]:
        comparison = self._host.comparison
        selected = self._host.selected_spans()
        if not selected:
            return row_anchors(comparison, self._host.cursor_row, missing=True)
        documents = {"left": comparison.left, "right": comparison.right}
        return tuple(
            span_anchor(documents[side], side, span) for side, span in selected
        )

    # -- the list of notes -----------------------------------------------------

    def listed(self) -> Sequence[Listed]:
        """Return the drafts and the notes, in the order to show."""
        candidates = self._notebook().candidates
        return (*candidates, *self._open_drafts.values(), *self.placed)

    def delete(self, listed: Listed) -> None:
        """Delete the note or drop the draft."""
        if isinstance(listed, Draft):
            self._drop(listed)
        elif isinstance(listed, PlacedNote):
            self._notebook().delete(listed.note)
            self._replaced()

    def resolve(self, placed: PlacedNote) -> None:
        """Resolve the note, or open it again."""
        is_open = placed.note.status is Status.OPEN
        self._notebook().resolve(placed.note, resolved=is_open)
        self._replaced()

    def attach(self, placed: PlacedNote) -> None:
        """Accept the place found or proposed, or put the note at the cursor."""
        if placed.rows or placed.proposed:
            self._notebook().accept(placed)
        else:
            self._notebook().reattach(placed.note, self._anchors_here())
        self._replaced()

    def undo(self) -> str | None:
        """Take back the last change; return what it was."""
        done = self._notebook().undo()
        self._replaced()
        return done

    def _replaced(self) -> None:
        """Show at once what a change made of the notes."""
        comparison = self._host.comparison
        notebook = self._notebook()
        self.placed = notebook.placed(comparison)
        self.reviewed = notebook.reviewed(comparison)
        self._host.show_notes(self.placed, self.reviewed)

    # -- marks, links, history -------------------------------------------------

    def toggle_reviewed(self, rows: Iterable[int]) -> None:
        """Mark the rows as reviewed; where all are, take the marks away."""
        wanted = tuple(rows)
        if not self._usable():
            return
        reviewed = not self.reviewed.issuperset(wanted)
        shown = self._host.comparison
        notebook = self._notebook()
        self._change(
            lambda: notebook.mark_reviewed(shown, wanted, reviewed=reviewed), ""
        )

    def link(self, parts: Sequence[Part], said: str) -> None:
        """Settle that the units of each part belong together, and nothing else."""
        if self._usable():
            shown, notebook = self._host.comparison, self._notebook()
            self._change(lambda: notebook.link_parts(shown, parts), said)

    def unlink(self, row: Row) -> None:
        """Settle that the two sides of the row do not belong together."""
        if self._usable():
            shown, notebook = self._host.comparison, self._notebook()
            self._change(
                lambda: notebook.unlink(shown, row.left, row.right), "unlinked"
            )

    def go_back(self) -> None:
        """Undo, and say what was undone."""
        if self._usable():
            self._say_done(self._notebook().undo, "undone", "nothing to undo")

    def go_forward(self) -> None:
        """Redo, and say what was done again."""
        if self._usable():
            self._say_done(self._notebook().redo, "done again", "nothing to do again")

    def _say_done(
        self, step: Callable[[], str | None], said: str, nothing: str
    ) -> None:
        def change() -> str:
            done = step()
            return f"{said}: {done}" if done else nothing

        self._change(change, None)

    def _change(self, change: Callable[[], object], said: str | None) -> None:
        self._host.work(self._saved(change, said))

    async def _saved(self, change: Callable[[], object], said: str | None) -> None:
        """Make the change on disk, one after the other; then show and say it."""
        async with self._order:
            try:
                result = await asyncio.to_thread(change)
            except UserError as error:
                self._host.say(f"NOT SAVED. {error}", trouble=True)
                return
            await self._settle_here()
        message = str(result) if said is None else said
        if message:
            self._host.say(message)

    def _usable(self) -> bool:
        if self.notebook is None:
            self._host.say("The notes are not open")
        elif not self.notebook.writable:
            self._host.say(f"The notes can only be read: {self.notebook.where}")
        else:
            return True
        return False

    def _notebook(self) -> Notebook:
        if self.notebook is None:
            raise UserError("notes", "not open")
        return self.notebook
