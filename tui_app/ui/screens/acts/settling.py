"""What the reader settles: rows reviewed, passages linked or parted, undo, redo."""

from __future__ import annotations

from collections.abc import Sequence

from tui_app.notes.model import PlacedNote
from tui_app.ui.screens.acts.noting import NotingActs


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
        """Mark the row as reviewed and go on, or take the mark away."""
        row = self.cursor_row
        if self.view.provisional:
            self.say("The texts are still being aligned.")
        elif self.comparison.rows:
            fresh = row not in self.desk.reviewed
            self.desk.toggle_reviewed([row])
            if fresh and not self.unreviewed_only:
                self.view.step_rows(1)

    def action_unreviewed_only(self) -> None:
        """Show only what is not reviewed, or everything again."""
        self.unreviewed_only = not self.unreviewed_only
        reviewed = self.desk.reviewed
        self.view.set_hidden(reviewed.__contains__ if self.unreviewed_only else None)
        self.view.post_message(self.view.Moved())

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
        if self.view.provisional or not rows:
            return
        left, right = rows[cursor.left], rows[cursor.right]
        if cursor.left == cursor.right or not (left.left and right.right):
            self.say("Put the two cursors on the passages first: tab, then j or k.")
            return
        self.desk.link(left.left, right.right)

    def action_unlink(self) -> None:
        """Unlink the two sides of this row."""
        if self.view.provisional or not self.comparison.rows:
            return
        row = self.comparison.rows[self.cursor_row]
        if row.left and row.right:
            self.desk.unlink(row)
        else:
            self.say("This row has one side only.")

    def action_undo(self) -> None:
        """Undo the last change of notes, marks or links."""
        self.desk.go_back()

    def action_redo(self) -> None:
        """Do again what was undone."""
        self.desk.go_forward()
