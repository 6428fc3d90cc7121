"""Keeping a passage on its screen line while everything around it changes."""

from __future__ import annotations

from typing import NamedTuple

from tui_app.core.model import Side
from tui_app.ui.reading.page import Page


class Held(NamedTuple):
    """A passage, by an offset that survives other rows and units, on line ``y``."""

    side: Side
    offset: int
    y: int


def hold_top(page: Page, height: int) -> Held | None:
    """Take hold of the first text in a window of this height."""
    for y, place in enumerate(page.visible(height)):
        lines = page.lines(place.item)
        line = lines[place.line] if lines else None
        for text in (line.left, line.right) if line else ():
            for piece in text.pieces if text else ():
                if piece.side:
                    return Held(piece.side, piece.start, y)
    return None


def hold_row(page: Page, row: int, at: tuple[Side, int], height: int) -> Held | None:
    """Take hold of the character ``at`` of a row; None if it is not shown."""
    y = page.scroller.distance(page.top, page.place_of(row, *at), height - 1)
    return None if y is None else Held(*at, y)


def put_back(page: Page, row: int, held: Held, height: int) -> None:
    """Scroll so that the passage, now in ``row``, is on its line again."""
    place = page.place_of(row, held.side, held.offset)
    top = page.scroller.step(place, -held.y)
    page.top = page.scroller.held(top, height)
