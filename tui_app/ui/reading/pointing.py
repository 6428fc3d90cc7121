"""What the mouse does in the pair: click, drag to select, double click."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.timer import Timer

from tui_app.core.model import Document, Span
from tui_app.review.selection import Selection, paragraph_at, sentence_at, word_at
from tui_app.ui.reading.page import Spot

if TYPE_CHECKING:
    from tui_app.ui.reading.view import PairView

_SCROLL_EVERY = 0.06
_LARGER: tuple[Callable[[Document, int], Span], ...] = (
    word_at,
    sentence_at,
    paragraph_at,
)


class Pointer:
    """Turns presses and drags into the cursor and a selection of one side."""

    def __init__(self, view: PairView) -> None:
        self._view = view
        self._from: Spot | None = None
        self._at = (0, 0)
        self._timer: Timer | None = None

    @property
    def dragging(self) -> bool:
        """Tell whether the button is held."""
        return self._from is not None

    def press(self, x: int, y: int) -> None:
        """Put the cursor there; a drag may follow."""
        spot = self._view.spot_at(x, y)
        self._view.select(None)
        if spot is None:
            self._view.click_empty(x, y)
            return
        self._from = spot
        self._view.to_side(spot.side)
        self._view.put_cursor(spot.row)

    def drag(self, x: int, y: int) -> None:
        """Select from where the button went down to here, on that side only."""
        self._at = (x, y)
        outside = not 0 <= y < self._view.size.height
        if outside and self._timer is None:
            self._timer = self._view.set_interval(_SCROLL_EVERY, self._creep)
        elif not outside:
            self._stop()
        self._draw()

    def _creep(self) -> None:
        """Scroll while the mouse is held beyond the edge."""
        self._view.scroll_lines(-1 if self._at[1] < 0 else 1)
        self._draw()

    def _draw(self) -> None:
        begun = self._from
        if begun is None:
            return
        spot = self._view.spot_at(*self._at, begun.side)
        if spot is not None:
            anchor = Span(begun.offset, begun.offset + 1)
            head = Span(spot.offset, spot.offset + 1)
            self._view.select(Selection(begun.side, anchor, head))

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
        spot = self._view.spot_at(x, y)
        if spot is None or clicks < 2:
            return
        document = self._view.comparison.document(spot.side)
        span = _LARGER[min(clicks, 4) - 2](document, spot.offset)
        self._view.select(Selection(spot.side, span, span))
