"""The keys that write notes, list and visit them, and mark rows as reviewed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui_app.core.text.plurals import counted
from tui_app.review.looks import Mark
from tui_app.review.review import Review
from tui_app.settings.preferences import AfterReview
from tui_app.ui.host import Acts, Host
from tui_app.ui.notes_desk import NotesDesk
from tui_app.ui.pair.pair_window import PairWindow
from tui_app.ui.pair.panes import LinesInSight
from tui_app.ui.reader.jump_keys import JumpKeys
from tui_app.ui.reader.list_keys import ListKeys
from tui_app.ui.widgets.kind_line import OtherKind

if TYPE_CHECKING:
    from tui_app.notes.note import Anchor, Draft, PlacedNote
    from tui_app.notes.open_drafts import OpenDrafts
    from tui_app.ui.note_screens.notes_list import NoteChoice


class NoteKeys:
    """Opens the box and the list of notes, and goes where they lead."""

    def __init__(
        self,
        review: Review,
        window: PairWindow,
        desk: NotesDesk,
        jumps: JumpKeys,
        host: Host,
        after_marking: AfterReview = "next",
        lines_above: Callable[[], int] = lambda: 0,
    ) -> None:
        self._review = review
        self._window = window
        self._desk = desk
        self._jumps = jumps
        self._host = host
        self._lines_above = lines_above
        self._goes_on = after_marking == "next"
        self._drawn_with = review.signs.drawn_with
        self._lists: ListKeys | None = None

    def acts(self) -> Acts:
        """Return what the keys do."""
        return {
            "note": self.write_here,
            "note-on-all": self.write_on_all,
            "notes-list": self.list_notes,
            "next-note": lambda: self._go_to_first(self._noted_after()),
            "previous-note": lambda: self._go_to_first(self._noted_before()),
            "reviewed": self.toggle_reviewed,
            "next-unreviewed": self.go_to_next_unreviewed,
            "unreviewed-only": self.show_unreviewed_only,
        }

    # Writing -------------------------------------------------------------------

    async def write_here(self) -> None:
        """Write a note on the selection or the row."""
        await self._desk.opened()
        writing = self._desk.writing()
        if writing is not None:
            words = "words of " if self._review.selected else ""
            heading = f"Note on {words}row {self._review.row + 1}"
            draft = writing.here(self._desk.anchors_here())
            self._write(writing, draft, heading, row=self._review.row)

    async def write_on_all(self) -> None:
        """Write a note on the whole comparison."""
        await self._desk.opened()
        writing = self._desk.writing()
        if writing is not None:
            self._write(writing, writing.on_all(), "Note on the whole comparison")

    def _write(
        self,
        writing: OpenDrafts,
        draft: Draft,
        heading: str,
        *,
        row: int | None = None,
        listed: str = "",
    ) -> None:
        """Open the box beside the ``row``, if it is about one.

        Afterwards go back to the list, if ``listed`` names a note.
        """
        from tui_app.ui.note_screens.note_box import NoteBox

        async def written(saved: bool | None) -> None:
            if saved:
                self._window.select(None)
                self._host.say("Saved.")
                await self._desk.refresh()
            elif saved is False:
                lists = self._host.key("notes-list")
                self._host.say(f"Not saved yet; the draft is kept, {lists} lists it.")
            if listed:
                self._open_list(listed)

        tags = self._desk.notebook.tags if self._desk.notebook else ()
        box = NoteBox(
            draft,
            writing,
            heading,
            tags,
            beside=partial(self._room_beside, row),
            marks_of=self._marks_of,
            key=self._host.key,
            drawn_with=self._drawn_with,
        )
        self._host.open(box, written)

    def _room_beside(self, row: int | None, lines: int) -> LinesInSight | None:
        """Make room beside the row; return its lines on the screen."""
        if row is None:
            return None
        self._window.make_room_beside(row, lines)
        seen = self._window.panes.row_in_sight(row)
        return seen and seen.lower(self._lines_above())

    def _marks_of(self, anchor: Anchor) -> Sequence[Mark]:
        from tui_app.ui.note_screens.quoted_passage import marks_now

        return marks_now(self._review, anchor)

    # The list of notes ---------------------------------------------------------

    def list_among(self, lists: ListKeys) -> None:
        """Have the list of notes be one of several."""
        self._lists = lists
        lists.notes = self

    @property
    def listed_count(self) -> int:
        """Return how many notes and drafts the list has."""
        return len(self._desk.listed()) if self._desk.notebook else 0

    async def list_notes(self) -> None:
        """Open the list of notes."""
        await self._desk.opened()
        if self._desk.notebook is None:
            self._host.say("The notes are not open.")
        else:
            self._open_list("")

    def _open_list(self, near: str) -> None:
        from tui_app.ui.note_screens.notes_list import NotesScreen

        screen = NotesScreen(
            self._desk,
            near,
            self._lists.numbers() if self._lists else (),
            marks_of=self._marks_of,
            key=self._host.key,
            drawn_with=self._drawn_with,
        )
        self._host.open(screen, self._chosen)

    def _chosen(self, choice: NoteChoice | OtherKind | None) -> None:
        if isinstance(choice, OtherKind):
            if self._lists is not None:
                self._lists.open(choice.kind)
            return
        if choice is None:
            return
        from tui_app.notes.note import Candidate, Draft

        listed = choice.listed
        if isinstance(listed, Candidate):
            self._desk.adopt(listed)
        elif not isinstance(listed, Draft) and choice.verb == "open":
            self.visit(listed)
        else:
            self._write_on(listed)

    def _write_on(self, listed: Draft | PlacedNote) -> None:
        from tui_app.notes.note import Draft
        from tui_app.ui.note_screens.note_lines import key_of

        writing = self._desk.writing()
        if writing is None:
            return
        if isinstance(listed, Draft):
            self._write(writing, listed, "Draft of a note", listed=key_of(listed))
        else:
            draft = writing.of_note(listed.note)
            row = next(iter(listed.rows), None)
            here = key_of(listed)
            self._write(writing, draft, "Edit the note", row=row, listed=here)

    # Going to notes ------------------------------------------------------------

    def visit(self, placed: PlacedNote) -> None:
        """Go to the passage of a note, on its side if it is on one side only."""
        rows = placed.rows or placed.proposed
        if not rows:
            self._host.say("This note has no place in the texts.")
        elif placed.left and not placed.right:
            self._jumps.go(rows[0], "left", placed.left[0].start)
        elif placed.right and not placed.left:
            self._jumps.go(rows[0], "right", placed.right[0].start)
        else:
            self._jumps.go(rows[0])

    def _go_to_first(self, rows: Iterable[int]) -> None:
        found = next(iter(rows), None)
        if found is None:
            self._host.bell()
        else:
            self._jumps.go(found)

    def _noted_after(self) -> list[int]:
        review = self._review
        return sorted(row for row in review.attention.noted if row > review.row)

    def _noted_before(self) -> list[int]:
        review = self._review
        before = (row for row in review.attention.noted if row < review.row)
        return sorted(before, reverse=True)

    # Review --------------------------------------------------------------------

    def toggle_reviewed(self) -> None:
        """Mark the row as reviewed and go on, or take the mark away and stay.

        In a fold, which is read as one, all of its rows are marked at once.
        """
        review = self._review
        if self._host.waits_for_rows(review) or not review.comparison.rows:
            return
        rows = self._window.rows_here()
        if self._desk.toggle_reviewed(rows) and self._goes_on:
            self._go_on_after(rows)

    def _go_on_after(self, rows: range) -> None:
        """Go to the next row that is not reviewed; these are about to be.

        It is no jump: the way back to where one began would be as long as the review.
        """
        found = self._next_unreviewed(rows.stop)
        if found is None:
            self._host.say(self._none_left(but=rows))
        else:
            self._window.go_on_to(found)

    def go_to_next_unreviewed(self) -> None:
        """Go to the next row that is not reviewed; say where there is none."""
        found = self._next_unreviewed(self._window.rows_here().stop)
        if found is None:
            self._host.bell()
            self._host.say(self._none_left())
        else:
            self._jumps.go(found)

    def _next_unreviewed(self, first: int) -> int | None:
        review = self._review
        rows = range(first, len(review.comparison.rows))
        reviewed = review.attention.reviewed
        return next((row for row in rows if row not in reviewed), None)

    def _none_left(self, but: range = range(0)) -> str:
        """Tell that there is no such row below, and how many there are above."""
        review = self._review
        reviewed = review.attention.reviewed.union(but)
        left = len(review.comparison.rows) - len(reviewed)
        if not left:
            return "All rows are reviewed."
        rows = counted(left, "row", "rows")
        return f"All below is reviewed; {rows} above not yet."

    def show_unreviewed_only(self) -> None:
        """Show only what is not reviewed, or everything again."""
        self._window.show_unreviewed_only(only=not self._review.unreviewed_only)
