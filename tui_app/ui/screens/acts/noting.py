"""Notes: writing them, going from one to the next, the list of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from tui_app.ui.screens.acts.choosing import ChoosingActs

if TYPE_CHECKING:
    from textual.worker import Worker

    from tui_app.core.comparison import Comparison
    from tui_app.core.model import Constraints, Side, Span, Unit
    from tui_app.notes.note import Draft, PlacedNote
    from tui_app.notes.open_drafts import OpenDrafts
    from tui_app.ui.host import Task
    from tui_app.ui.note_screens.desk import NotesDesk
    from tui_app.ui.note_screens.notes_list import NoteChoice


class NotingActs(ChoosingActs):
    """The keys about notes."""

    @cached_property
    def desk(self) -> NotesDesk:
        """Return the desk of the notes; nothing of it is loaded before it is needed."""
        from tui_app.ui.note_screens.desk import NotesDesk

        return NotesDesk(self)

    @property
    def has_desk(self) -> bool:
        """Tell whether the notes have been asked for yet."""
        return "desk" in self.__dict__

    def realign(self, constraints: Constraints) -> None:
        """Align again under what is settled by hand."""
        raise NotImplementedError

    def work(self, task: Task) -> Worker[None]:
        """Run the task beside the screen."""

        async def begun() -> None:
            await task()

        return self.run_worker(begun, exit_on_error=True)

    def show_notes(
        self, placed: Sequence[PlacedNote], reviewed: frozenset[int]
    ) -> None:
        """Show which rows have notes and which are reviewed."""
        noted = frozenset(row for one in placed for row in one.rows)
        self.view.set_signs(
            noted, reviewed, tuple(_words_noted(self.comparison, placed))
        )
        self.view.tell()

    def notes_here(self) -> tuple[str, ...]:
        """Return the words of the notes on the row under the cursor."""
        row = self.cursor_row
        placed = self.desk.placed if self.has_desk else ()
        return tuple(one.note.body for one in placed if row in one.rows)

    async def action_note(self) -> None:
        """Write a note on the selection or the row."""
        await self.desk.opened()
        writing = self.desk.writing()
        if writing is not None:
            words = "words of " if self.selected_spans() else ""
            heading = f"Note on {words}row {self.cursor_row + 1}"
            self._write(writing, writing.here(self.desk.anchors_here()), heading)

    async def action_note_on_all(self) -> None:
        """Write a note on the whole comparison."""
        await self.desk.opened()
        writing = self.desk.writing()
        if writing is not None:
            self._write(writing, writing.on_all(), "Note on the whole comparison")

    def _write(
        self, writing: OpenDrafts, draft: Draft, heading: str, *, listed: str = ""
    ) -> None:
        """Open the box; afterwards go back to the list, if ``listed`` names a note."""
        from tui_app.ui.note_screens.note_box import NoteBox

        async def written(saved: bool | None) -> None:
            if saved:
                self.view.select(None)
                self.say("Saved.")
                await self.desk.refresh()
            elif saved is False:
                self.say("Not saved yet; the draft is kept, @ lists it.")
            if listed:
                self._list_notes(listed)

        tags = self.desk.notebook.tags if self.desk.notebook else ()
        box = NoteBox(draft, writing, heading, tags, ascii_only=self.view.ascii_only)
        self.app.push_screen(box, written)

    async def action_notes_list(self) -> None:
        """Open the list of notes."""
        await self.desk.opened()
        if self.desk.notebook is None:
            self.say("The notes are not open.")
        else:
            self._list_notes("")

    def _list_notes(self, near: str) -> None:
        from tui_app.ui.note_screens.notes_list import NotesScreen

        screen = NotesScreen(self.desk, near, ascii_only=self.view.ascii_only)
        self.app.push_screen(screen, self._chosen)

    def _chosen(self, choice: NoteChoice | None) -> None:
        if choice is None:
            return
        from tui_app.notes.note import Candidate, Draft

        listed = choice.listed
        if isinstance(listed, Candidate):
            self.desk.adopt(listed)
        elif not isinstance(listed, Draft) and choice.verb == "open":
            self._visit_note(listed)
        else:
            self._write_on(listed)

    def _write_on(self, listed: Draft | PlacedNote) -> None:
        from tui_app.notes.note import Draft
        from tui_app.ui.note_screens.note_lines import key_of

        writing = self.desk.writing()
        if writing is None:
            return
        if isinstance(listed, Draft):
            self._write(writing, listed, "Draft of a note", listed=key_of(listed))
        else:
            draft = writing.of_note(listed.note)
            self._write(writing, draft, "Edit the note", listed=key_of(listed))

    def _visit_note(self, placed: PlacedNote) -> None:
        rows = placed.rows or placed.proposed
        if not rows:
            self.say("This note has no place in the texts.")
        elif placed.left and not placed.right:
            self.go_to_row(rows[0], "left", placed.left[0].start)
        elif placed.right and not placed.left:
            self.go_to_row(rows[0], "right", placed.right[0].start)
        else:
            self.go_to_row(rows[0])

    def action_next_note(self) -> None:
        """Go to the next row with a note."""
        self._step_note(forward=True)

    def action_previous_note(self) -> None:
        """Go to the row with a note before."""
        self._step_note(forward=False)

    def _step_note(self, *, forward: bool) -> None:
        here, noted = self.cursor_row, self.view.attention.noted
        ahead = [row for row in noted if (row > here if forward else row < here)]
        if ahead:
            self.go_to_row(min(ahead) if forward else max(ahead))
        else:
            self.app.bell()


def _words_noted(
    comparison: Comparison, placed: Iterable[PlacedNote]
) -> Iterator[tuple[Side, Span]]:
    """Yield the stretches to mark: of notes on words, and of all highlights.

    A note on whole passages has its sign in the gutter; marking all their words
    would be louder than what it says.
    """
    for one in placed:
        loud = one.note.kind == "highlight"
        for span in one.left:
            if loud or not _is_whole(comparison.left.units, span):
                yield "left", span
        for span in one.right:
            if loud or not _is_whole(comparison.right.units, span):
                yield "right", span


def _is_whole(units: Sequence[Unit], span: Span) -> bool:
    """Tell whether the span begins and ends with a unit."""
    first = bisect_left(units, span.start, key=lambda unit: unit.start)
    last = bisect_left(units, span.end, key=lambda unit: unit.end)
    return (
        first < len(units)
        and last < len(units)
        and units[first].start == span.start
        and units[last].end == span.end
    )
