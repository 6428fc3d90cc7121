"""What the reader settles: rows reviewed, passages linked or parted, undo, redo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui_app.core.model import Side
from tui_app.core.rows import RowPart, joined_rows, split
from tui_app.ui.screens.acts.noting import NotingActs

if TYPE_CHECKING:
    from tui_app.notes.note import PlacedNote


class SettlingActs(NotingActs):
    """The keys about review, links by hand and history."""

    unreviewed_only = False

    def show_notes(
        self, placed: Sequence[PlacedNote], reviewed: frozenset[int]
    ) -> None:
        """Show the signs, and under ``F`` hide what is reviewed by now."""
        super().show_notes(placed, reviewed)
        if self.unreviewed_only:
            self.view.set_hidden(reviewed.__contains__)

    def action_reviewed(self) -> None:
        """Mark the row as reviewed, or take the mark away."""
        if not self._not_yet():
            self.desk.toggle_reviewed([self.cursor_row])

    def action_unreviewed_only(self) -> None:
        """Show only what is not reviewed, or everything again."""
        self.unreviewed_only = not self.unreviewed_only
        reviewed = self.desk.reviewed
        self.view.set_hidden(reviewed.__contains__ if self.unreviewed_only else None)
        self.view.tell()

    def action_next_unreviewed(self) -> None:
        """Go to the next row that is not reviewed."""
        rows = range(self.cursor_row + 1, len(self.comparison.rows))
        found = next((row for row in rows if row not in self.desk.reviewed), None)
        if found is None:
            self.app.bell()
        else:
            self.go_to_row(found)

    def action_link(self) -> None:
        """Link the passages under the two sides' cursors."""
        cursor = self.view.attention.cursor
        rows = self.comparison.rows
        if self._not_yet():
            return
        left, right = rows[cursor.left], rows[cursor.right]
        if cursor.left == cursor.right or not (left.left and right.right):
            self.say("Put the two cursors on the passages first: tab, then j or k.")
            return
        # A passage on its own joins the row it is linked to.
        whole = joined_rows([left, right])
        lone = not (left.right and right.left)
        self.desk.link([whole if lone else (left.left, right.right)], "linked")

    def action_unlink(self) -> None:
        """Unlink the two sides of this row."""
        if self._not_yet():
            return
        row = self.comparison.rows[self.cursor_row]
        if row.left and row.right:
            self.desk.unlink(row)
        else:
            self.say("This row has one side only.")

    def action_no_counterpart(self) -> None:
        """Settle that neither side of this row has a counterpart anywhere."""
        if not self._not_yet():
            row = self.comparison.rows[self.cursor_row]
            sides: list[RowPart] = [(row.left, ()), ((), row.right)]
            parts = [part for part in sides if any(part)]
            self.desk.link(parts, "settled: no counterpart")

    def action_join_rows(self) -> None:
        """Join this row and the next to one."""
        at = self.cursor_row
        if self._not_yet() or at + 1 >= len(self.comparison.rows):
            return
        left, right = joined_rows([*self.comparison.rows[at : at + 2]])
        if left and right:
            self.desk.link([(left, right)], "joined with the next row")
        else:
            self.say("Both rows have the same side only.")

    def action_split_row(self) -> None:
        """Split the row at the difference or the hit, else after its first passage."""
        if self._not_yet():
            return
        row, shown = self.comparison.rows[self.cursor_row], self.comparison
        several: Side = "left" if len(row.left) >= len(row.right) else "right"
        eye = self.view.attention_offset() or (several, 0)
        parts = split(row, shown.left, shown.right, *eye)
        parts = parts or split(row, shown.left, shown.right, several, 0)
        if parts is None:
            self.say("There is only one passage on each side of the row.")
        else:
            self.desk.link(list(parts), "split")

    def _not_yet(self) -> bool:
        return self.still_aligning() or not self.comparison.rows

    def action_undo(self) -> None:
        """Undo the last change of notes, marks or links."""
        self.desk.go_back()

    def action_redo(self) -> None:
        """Do again what was undone."""
        self.desk.go_forward()
