"""The keys that link and part passages by hand, and take such changes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui_app.core.model import Row, Side, opposite
from tui_app.core.rows import RowPart, joined_rows, split
from tui_app.review.journey import Stay
from tui_app.review.review import Review
from tui_app.ui.host import Acts, Host
from tui_app.ui.notes_desk import NotesDesk


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
            "link-as-well": lambda: self._settle(self.link_as_well),
            "take-out": lambda: self._settle(self.take_out),
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
        """Link the passages under the two sides' cursors, and with nothing else."""
        rows = self._under_cursors()
        if rows is not None:
            left, right = rows
            before = bool(left.right or right.left)
            said = "linked, no longer with what was linked before"
            self._desk.link([(left.left, right.right)], said if before else "linked")

    def link_as_well(self) -> None:
        """Link these passages and all that they are linked with already."""
        rows = self._under_cursors()
        if rows is not None:
            self._desk.link([joined_rows([*rows])], "linked as well")

    def _under_cursors(self) -> tuple[Row, Row] | None:
        """Return the rows of the left and the right cursor; say so if there is none."""
        cursor, rows = self._review.cursor, self._review.comparison.rows
        left, right = rows[cursor.left], rows[cursor.right]
        if cursor.left != cursor.right and left.left and right.right:
            return left, right
        across, down, up = map(self._host.key, ("other-side", "row-down", "row-up"))
        self._host.say(
            f"Put the two cursors on the passages first: {across}, then {down} or {up}."
        )
        return None

    def unlink(self) -> None:
        """Unlink the two sides of this row."""
        row = self._review.comparison.rows[self._review.row]
        if row.left and row.right:
            self._desk.unlink(row)
        else:
            self._host.say("This row has one side only.")

    def take_out(self) -> None:
        """Take one of several passages out of this row; the others stay linked.

        It is the one at the selection, the difference or the hit, else the last.
        """
        row = self._review.comparison.rows[self._review.row]
        found = self._one_of_several(row) if row.left and row.right else None
        if found is None:
            unlink = self._host.key("unlink")
            self._host.say(f"This row has one passage a side; {unlink} unlinks them.")
            return
        side, out = found
        rest = tuple(unit for unit in row.units(side) if unit != out)
        part = (rest, row.right) if side == "left" else (row.left, rest)
        self._desk.link([part], f"one passage of the {side} taken out")

    def _one_of_several(self, row: Row) -> tuple[Side, int] | None:
        """Return the unit to take out, of a side that has more than one."""
        for stay in self._looked_at():
            units = row.units(stay.side)
            document = self._review.comparison.document(stay.side)
            for unit in units if len(units) > 1 else ():
                if document.units[unit].start <= stay.offset < document.units[unit].end:
                    return stay.side, unit
        cursor = self._review.cursor.side
        for side in (cursor, opposite(cursor)):
            if len(row.units(side)) > 1:
                return side, row.units(side)[-1]
        return None

    def _looked_at(self) -> Iterator[Stay]:
        for selection in self._review.selected:
            yield Stay(selection.side, selection.span.start)
        at = self._review.looked_at()
        if at is not None:
            yield at

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
