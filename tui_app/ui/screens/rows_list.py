"""The list of the rows of one kind: only on one side, moved, not reviewed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from tui_app.core.comparison import Comparison
from tui_app.core.model import SIDES, Side
from tui_app.core.text.display import displayable_line
from tui_app.core.text.plurals import counted
from tui_app.review.listed_rows import KindNumber, ListKind
from tui_app.review.looks import StyledText
from tui_app.review.signs import moved_sign, row_sign, signs
from tui_app.settings.drawn import Drawn
from tui_app.ui.screens.context_lines import filled
from tui_app.ui.screens.listed_screen import ListedScreen
from tui_app.ui.widgets.cells import cut
from tui_app.ui.widgets.kind_line import OtherKind
from tui_app.ui.widgets.picklist import LaterLine, ListEntry

BESIDE = 90
"""Cells of a line from which both sides stand beside each other in it."""

_LONGEST = 400
"""Characters of a side that are looked at: a line shows no more."""

HEADINGS = {
    ListKind.LEFT_ONLY: "Only on the left",
    ListKind.RIGHT_ONLY: "Only on the right",
    ListKind.MOVED: "Moved",
    ListKind.UNREVIEWED: "Not reviewed",
}


class RowsScreen(ListedScreen[int]):
    """The list; it is dismissed with a row from 0, another kind, or ``None``.

    The cursor begins at the first row at or after the reader's ``row``.
    """

    def __init__(
        self,
        comparison: Comparison,
        rows: Sequence[int],
        kind: ListKind,
        numbers: Sequence[KindNumber] = (),
        *,
        row: int = 0,
        weak_below: float = 0.4,
        drawn_with: Drawn = Drawn.UNICODE,
    ) -> None:
        super().__init__(kind, numbers, drawn_with=drawn_with)
        self._comparison = comparison
        self._rows = rows
        self._row = row
        self._weak_below = weak_below
        self._width = len(str(len(comparison.rows)))
        self._sign = signs(drawn_with)

    def on_mount(self) -> None:
        """List the rows."""
        many = counted(len(self._rows), "row", "rows")
        title = f"{HEADINGS[self._kind]}: {many}"
        self.query_one("#title", Static).update(Content(title))
        self.picks.show(map(self._entry, self._rows))
        near = next((one for one in self._rows if one >= self._row), None)
        if near is not None:
            self.picks.place_on(near)

    def _entry(self, row: int) -> ListEntry[int | OtherKind]:
        later = LaterLine(partial(self._line, row), partial(self._words, row))
        return ListEntry((), row, later=later)

    def _words(self, row: int) -> str:
        return " ".join(self._text(row, side) for side in SIDES)

    def _text(self, row: int, side: Side) -> str:
        document = self._comparison.document(side)
        units = self._comparison.rows[row].units(side)
        text = " ".join(map(document.unit_text, units))[:_LONGEST]
        return displayable_line(" ".join(text.split()))

    def _line(self, row: int, room: int) -> tuple[StyledText, ...]:
        head = self._head(row)
        left = room - cell_len("".join(text for text, _ in head))
        if room < BESIDE or self._kind in {ListKind.LEFT_ONLY, ListKind.RIGHT_ONLY}:
            side: Side = "left" if self._comparison.rows[row].left else "right"
            return (*head, *self._side(row, side, left))
        rule = f"  {self._sign.rule} "  # the fence of columns wants two blanks
        ours = (left - cell_len(rule)) // 2
        return (
            *head,
            *self._side(row, "left", ours),
            (rule, "aside"),
            *self._side(row, "right", left - cell_len(rule) - ours),
        )

    def _head(self, row: int) -> tuple[StyledText, ...]:
        rows = self._comparison.rows
        kind = row_sign(rows[row], self._weak_below)
        return (
            (f"{row + 1:>{self._width}} ", "aside"),
            self._sign.cell(kind),
            self._sign.cell(moved_sign(rows, row)),
            (" ", ""),
        )

    def _side(self, row: int, side: Side, width: int) -> tuple[StyledText, ...]:
        text, look = self._text(row, side), "text"
        if not text:
            text, look = self._sign.no_words, "aside"
        elif not all(self._comparison.rows[row][:2]):
            look = f"{side}-only"
        return filled(((cut(text, width, self._sign.cut), look),), width)
