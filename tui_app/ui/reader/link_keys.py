"""The keys that link and part passages by hand, and take such changes back."""

from __future__ import annotations

from collections.abc import Callable

from tui_app.core.model import Side
from tui_app.core.rows import RowPart, joined_rows, split
from tui_app.review.review import Review
from tui_app.ui.host import Acts, Host
from tui_app.ui.note_screens.desk import NotesDesk


class LinkKeys:
    """Says to the desk what belongs together; the rows follow when it is on disk."""

    def __init__(self, review: Review, desk: NotesDesk, host: Host) -> None:
        self._review = review
        self._desk = desk
        self._host = host

    def acts(self) -> Acts:
        """Return what the keys do."""
        return {
            "link": lambda: self._settle(self.link),
            "unlink": lambda: self._settle(self.unlink),
            "no-counterpart": lambda: self._settle(self.part_for_good),
            "join-rows": lambda: self._settle(self.join),
            "split-row": lambda: self._settle(self.split),
            "undo": self._desk.go_back,
            "redo": self._desk.go_forward,
        }

    def _settle(self, act: Callable[[], None]) -> None:
        if not self._host.waits_for_rows(self._review) and self._review.comparison.rows:
            act()

    def link(self) -> None:
        """Link the passages under the two sides' cursors."""
        cursor, rows = self._review.cursor, self._review.comparison.rows
        left, right = rows[cursor.left], rows[cursor.right]
        if cursor.left == cursor.right or not (left.left and right.right):
            self._host.say(
                "Put the two cursors on the passages first: tab, then j or k."
            )
            return
        # A passage on its own joins the row it is linked to.
        whole = joined_rows([left, right])
        lone = not (left.right and right.left)
        self._desk.link([whole if lone else (left.left, right.right)], "linked")

    def unlink(self) -> None:
        """Unlink the two sides of this row."""
        row = self._review.comparison.rows[self._review.row]
        if row.left and row.right:
            self._desk.unlink(row)
        else:
            self._host.say("This row has one side only.")

    def part_for_good(self) -> None:
        """Settle that neither side of this row has a counterpart anywhere."""
        row = self._review.comparison.rows[self._review.row]
        sides: list[RowPart] = [(row.left, ()), ((), row.right)]
        parts = [part for part in sides if any(part)]
        self._desk.link(parts, "settled: no counterpart")

    def join(self) -> None:
        """Join this row and the next to one."""
        rows, at = self._review.comparison.rows, self._review.row
        if at + 1 >= len(rows):
            return
        left, right = joined_rows([*rows[at : at + 2]])
        if left and right:
            self._desk.link([(left, right)], "joined with the next row")
        else:
            self._host.say("Both rows have the same side only.")

    def split(self) -> None:
        """Split the row at the difference or the hit, else after its first passage."""
        shown = self._review.comparison
        row = shown.rows[self._review.row]
        several: Side = "left" if len(row.left) >= len(row.right) else "right"
        at = self._review.looked_at() or (several, 0)
        parts = split(row, shown.left, shown.right, *at)
        parts = parts or split(row, shown.left, shown.right, several, 0)
        if parts is None:
            self._host.say("There is only one passage on each side of the row.")
        else:
            self._desk.link(list(parts), "split")
