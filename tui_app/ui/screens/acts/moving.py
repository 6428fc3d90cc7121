"""Moving: rows, pages, sides, jumps and back again."""

from __future__ import annotations

from typing import NamedTuple

from tui_app.core.model import opposite
from tui_app.core.row_places import Counterpart
from tui_app.review.journey import Stay
from tui_app.ui.screens.acts.choosing import ChoosingActs

_QUOTED = 60


class Hop(NamedTuple):
    """A jump to the counterpart: where it began and where it led."""

    began: Stay
    there: Stay


class MovingActs(ChoosingActs):
    """The keys that move."""

    _hop: Hop | None = None

    def action_row_down(self) -> None:
        """Go to the next row; while selecting, draw on a sentence."""
        if not self.draw_sentence(1):
            self.view.step_rows(1)

    def action_row_up(self) -> None:
        """Go to the row before; while selecting, draw back a sentence."""
        if not self.draw_sentence(-1):
            self.view.step_rows(-1)

    def action_page_down(self) -> None:
        """Turn a page."""
        self.view.turn(1)

    def action_page_up(self) -> None:
        """Turn a page back."""
        self.view.turn(-1)

    def action_half_down(self) -> None:
        """Turn half a page."""
        self.view.turn(0.5)

    def action_half_up(self) -> None:
        """Turn half a page back."""
        self.view.turn(-0.5)

    def action_first_row(self) -> None:
        """Go to the beginning."""
        self._jump_to_end(last=False)

    def action_last_row(self) -> None:
        """Go to the end."""
        self._jump_to_end(last=True)

    def _jump_to_end(self, *, last: bool) -> None:
        self.journey.leave(self.here)
        self.view.go_to_end(last=last)

    def action_other_side(self) -> None:
        """Go to the other side; what is selected on this one stays selected."""
        self.keep_selection()
        side = self.view.attention.cursor.side
        self.view.to_side(opposite(side))

    def action_place_back(self) -> None:
        """Go back to the place before a jump."""
        self._visit(self.journey.back(self.here))

    def action_place_forward(self) -> None:
        """Go forward again."""
        self._visit(self.journey.forward(self.here))

    def _visit(self, stay: Stay | None) -> None:
        if stay is None:
            self.app.bell()
            return
        self.view.go_to(self.view.where.row_at(*stay), *stay)

    def action_counterpart(self) -> None:
        """Go to where a moved passage stands in the right text, and back."""
        if self.view.options.free:
            self.view.bring_counterpart()
            return
        if self.still_aligning():
            return
        if self._hop is not None and self._is_here(self._hop.there):
            began, self._hop = self._hop.began, None
            self.go_to_row(self.view.where.row_at(*began), *began)
            self.say_shortly("Back where m was pressed.")
            return
        found = self.view.where.counterpart(self.cursor_row)
        if found is None:
            self.say("Nothing has moved from or to here.")
            return
        began, told = self.here, self._told(found, self.cursor_row)
        there = Stay(*self.view.where.offset_of(found.row, "right"))
        self._hop = Hop(began, there)
        self.go_to_row(found.row, *there)
        self.say_shortly(told)

    def _is_here(self, stay: Stay) -> bool:
        return self.view.where.row_at(*stay) == self.cursor_row

    def _told(self, found: Counterpart, row: int) -> str:
        moved = self.comparison.rows[row].moved
        if moved:
            where = f"on the right {found.place} this row"
        else:
            where = f"moved from {found.place} row {row + 1}"
        unit = self.comparison.right.units[found.passage]
        text = self.comparison.right.text[unit.start : unit.start + _QUOTED]
        return f"{where}: {' '.join(text.split())}"
