"""Where the terminal's cursor stands: a screen reader and a braille line go along.

It is the character that the last key led to (a change, a hit, the end of a selection),
or else the beginning of the row.
"""

from __future__ import annotations

from tui_app.core.layout.scrolling import LinePlace
from tui_app.core.layout.set_lines import SetLine
from tui_app.core.model import Side
from tui_app.review.journey import Stay
from tui_app.review.review import Review
from tui_app.ui.pair.pages import Page
from tui_app.ui.pair.painter import WRAPPER
from tui_app.ui.pair.panes import Panes

Cell = tuple[int, int]
"""A column and a line of the window, both from 0."""


class Standing:
    """Follows a review; asked after each change."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._row = -1
        self._side: Side = "left"
        self._crossed = False

    def cell(self, panes: Panes) -> Cell | None:
        """Return where to stand, ``None`` where there is nothing to stand on."""
        if panes.empty:
            return None
        self._go_along()
        page, stay = panes.page, self._character()
        place = self._beginning(page)
        if stay is not None:
            place = page.place_of(self._review.row, *stay)
        y = panes.line_of(place)
        if y is None:
            return 0, 0
        return self._column(page, place, stay), y

    def _go_along(self) -> None:
        """Take note of whether the last key led to another row or another side."""
        row, side = self._review.row, self._review.cursor.side
        if row != self._row:
            self._crossed = False
        elif side != self._side:
            self._crossed = True
        self._row, self._side = row, side

    def _character(self) -> Stay | None:
        """Return the character that one was led to, if it is of this row."""
        review = self._review
        chosen = review.attention.selection
        found = Stay(chosen.side, chosen.head.start) if chosen else None
        found = found or review.looked_at() or review.cursor.aim
        if found is None or found.side != review.cursor.side:
            return None
        if review.row_at(found) != review.row:
            return None
        at_its_beginning = found == review.beginning(review.row, found.side)
        led = chosen or review.attention.stop or review.attention.hits
        return None if at_its_beginning and not led else found

    def _beginning(self, page: Page) -> LinePlace:
        """Return where the row begins, or the passage of a side one crossed to."""
        review = self._review
        item = page.items.at(review.row)
        if self._crossed or not review.options.plain:
            return page.place_of(
                review.row, *review.beginning(review.row, review.cursor.side)
            )
        return LinePlace(item, page.first_line(item))

    def _column(self, page: Page, place: LinePlace, stay: Stay | None) -> int:
        columns = page.painter.columns
        side = stay.side if stay else self._review.cursor.side
        first = columns.right if side == "right" else columns.left
        lines = page.lines(place.item)
        if stay is None or place.line >= len(lines):
            return first
        return first + _cells_before(lines[place.line], stay)


def _cells_before(line: SetLine, stay: Stay) -> int:
    """Return the cells of the line that stand before the character, if it is on it."""
    for text in (line.left, line.right):
        if text is None or not text.covers(*stay):
            continue
        cells = text.indent
        for piece in text.pieces:
            if piece.side == stay.side and piece.start <= stay.offset < piece.end:
                return cells + WRAPPER.cells(piece.text[: stay.offset - piece.start])
            cells += WRAPPER.cells(piece.text)
    return 0
