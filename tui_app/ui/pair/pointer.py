"""What the mouse does in the pair: click, drag to select, double click, scroll."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from tui_app.core.model import Document, Span
from tui_app.review.selection import Selection, paragraph_at, sentence_at, word_at
from tui_app.ui.pair.pages import Spot
from tui_app.ui.pair.pair_window import PairWindow

_SCROLL_EVERY = 0.06
_LARGER: tuple[Callable[[Document, int], Span], ...] = (
    word_at,
    sentence_at,
    paragraph_at,
)


class Stoppable(Protocol):
    """A timer."""

    def stop(self) -> None:
        """Run no more."""


Every = Callable[[float, Callable[[], None]], Stoppable]
"""Begins to call a function every so many seconds."""


class Pointer:
    """Turns presses and drags into the cursor and a selection of one side."""

    def __init__(self, window: PairWindow, every: Every) -> None:
        self._window = window
        self._every = every
        self._from: Spot | None = None
        self._at = (0, 0)
        self._timer: Stoppable | None = None

    @property
    def dragging(self) -> bool:
        """Tell whether the button is held."""
        return self._from is not None

    def press(self, x: int, y: int) -> None:
        """Put the cursor there; a drag may follow."""
        panes = self._window.panes
        self._from = panes.spot_at(x, y)
        row = panes.row_at(x, y)
        self._window.select(None)
        if self._from is not None:
            self._window.point_at(self._from.row, self._from.side)
        elif row is not None:
            self._go_to_pane(x)
            self._window.put_cursor(row)

    def drag(self, x: int, y: int) -> None:
        """Select from where the button went down to here, on that side only."""
        self._at = (x, y)
        outside = not 0 <= y < self._window.panes.size.height
        if outside and self._timer is None:
            self._timer = self._every(_SCROLL_EVERY, self._creep)
        elif not outside:
            self._stop()
        self._draw()

    def _creep(self) -> None:
        """Scroll while the mouse is held beyond the edge."""
        self._window.scroll_lines(-1 if self._at[1] < 0 else 1)
        self._draw()

    def _draw(self) -> None:
        begun = self._from
        if begun is None:
            return
        spot = self._window.panes.spot_at(*self._at, begun.side)
        if spot is not None:
            anchor = Span(begun.offset, begun.offset + 1)
            head = Span(spot.offset, spot.offset + 1)
            self._window.select(Selection(begun.side, anchor, head))

    def release(self) -> None:
        """Let go; what is selected stays selected."""
        self._stop()
        self._from = None

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def choose(self, x: int, y: int, clicks: int) -> None:
        """Select the word (two clicks), the sentence (three) or the paragraph."""
        spot = self._window.panes.spot_at(x, y)
        if spot is None or clicks < 2:
            return
        document = self._window.review.comparison.document(spot.side)
        span = _LARGER[min(clicks, 4) - 2](document, spot.offset)
        self._window.select(Selection(spot.side, span, span))

    def scroll(self, x: int, lines: int) -> None:
        """Scroll; of free panes the one that the mouse is over."""
        self._go_to_pane(x)
        self._window.scroll_lines(lines)

    def _go_to_pane(self, x: int) -> None:
        """Be in the free pane at a cell: its rows stand elsewhere than the other's."""
        if self._window.review.options.free:
            self._window.to_side(self._window.panes.side_at(x))
