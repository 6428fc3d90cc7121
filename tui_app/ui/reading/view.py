"""PairView: the pair with its differences to step through, and the mouse."""

from __future__ import annotations

from typing import Any

from textual.events import (
    Click,
    MouseDown,
    MouseEvent,
    MouseMove,
    MouseScrollDown,
    MouseScrollUp,
    MouseUp,
)

from tui_app.core.model import Difference, Side
from tui_app.review.selection import Selection
from tui_app.review.stops import Stop
from tui_app.ui.reading.page import Page, Spot
from tui_app.ui.reading.pointing import Pointer
from tui_app.ui.reading.walking import PairWalk


class PairView(PairWalk):
    """Shows a comparison; the screen tells it where to go and listens."""

    def __init__(self, *settled: Any, **named: Any) -> None:
        super().__init__(*settled, **named)
        self._pointer = Pointer(self)

    # Differences ---------------------------------------------------------------

    def step_difference(self, *, forward: bool) -> bool:
        """Go to the next difference, or the one before; tell whether there is one."""
        found = self._next_stop(forward=forward)
        if found is not None:
            self._stop_at(found)
        return found is not None

    def has_difference(self, *, forward: bool) -> bool:
        """Tell whether there is a difference after this place, or before it."""
        return self._next_stop(forward=forward) is not None

    def _next_stop(self, *, forward: bool) -> Stop | None:
        stops, stop = self.looks.stops, self.attention.stop
        row = self.attention.cursor.row
        if not self.comparison.rows:
            return None
        at = stop.number if stop and stop.row == row else (-1 if forward else 0)
        found = stops.after(row, at) if forward else stops.before(row, at)
        while found is not None and self.hides is not None and self.hides(found.row):
            last = len(stops.of_row(found.row)) - 1
            found = (
                stops.after(found.row, last) if forward else stops.before(found.row, 0)
            )
        return found

    def stop_at(self, row: int, difference: Difference) -> None:
        """Go to a difference of a row."""
        groups = self.looks.stops.of_row(row)
        number = next(
            (n for n, group in enumerate(groups) if difference in group), None
        )
        if number is None:
            self.go_to(row)
        else:
            self._stop_at(Stop(row, number))

    def _stop_at(self, stop: Stop) -> None:
        left, right = self.looks.stops.spans(stop)
        active = self.attention.cursor.side
        side: Side = "right" if not left or (right and active == "right") else "left"
        spans = right if side == "right" else left
        before = self.attention.stop
        self.attention.stop = stop
        if before is not None:
            self.touch(before.row)
        if spans:
            self._go(stop.row, side, spans[0].start)
        else:
            self.go_to(stop.row)

    def _go(self, row: int, shown_on: Side, offset: int) -> None:
        """Go to a row so that an offset on either side is in sight; keep the side."""
        page = self.page
        if not len(page.items):
            return
        self._centre(page.place_of(row, shown_on, offset))
        self._cursor_to_item(page.items.at(row))

    def attention_offset(self) -> tuple[Side, int] | None:
        """Return where the eye is within the row: at a hit or at a difference."""
        hits, stop = self.attention.hits, self.attention.stop
        if hits and hits.current is not None:
            hit = hits.found[hits.current]
            return hit.side, hit.start
        if stop is None:
            return None
        left, right = self.looks.stops.spans(stop)
        if self.attention.cursor.side == "left" and left:
            return "left", left[0].start
        return ("right", right[0].start) if right else None

    def put_cursor(self, row: int) -> None:
        """Put the cursor on a row that is in sight."""
        self._set_cursor(row)

    def select(self, selection: Selection | None) -> None:
        """Show what is selected."""
        attention = self.attention
        kept = attention.kept
        if selection is None or (kept and kept.side == selection.side):
            kept = None
        if (selection, kept) != (attention.selection, attention.kept):
            attention.selection, attention.kept = selection, kept
            self.repaint()

    def click_empty(self, x: int, y: int) -> None:
        """Put the cursor on the row of an empty place."""
        page = self._pane_at(x)
        places = page.visible(self.size.height)
        if places:
            place = places[max(0, min(y, len(places) - 1))]
            self._set_cursor(page.items[place.item].start)

    def _pane_at(self, x: int) -> Page:
        right = self.options.free and x >= self.size.width // 2
        return self.pages["right" if right else "left"]

    def on_mouse_down(self, event: MouseDown) -> None:
        """Begin to select."""
        if event.button == 1 and self.pages:
            self.capture_mouse()
            self._pointer.press(event.x, event.y)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Draw the selection."""
        if self._pointer.dragging and event.button:
            self._pointer.drag(event.x, event.y)

    def on_mouse_up(self, event: MouseUp) -> None:
        """Keep the selection."""
        del event
        self._pointer.release()
        self.release_mouse()

    def on_click(self, event: Click) -> None:
        """Select more with more clicks."""
        if self.pages:
            self._pointer.choose(event.x, event.y, event.chain)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Scroll down."""
        self._wheel(event, 3)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Scroll up."""
        self._wheel(event, -3)

    def _wheel(self, event: MouseEvent, lines: int) -> None:
        event.stop()
        if not self.pages:
            return
        if self.options.free:
            self.to_side("right" if event.x >= self.size.width // 2 else "left")
        self.scroll_lines(lines)

    def spot_at(self, x: int, y: int, side: Side | None = None) -> Spot | None:
        """Return the character under a cell of the widget."""
        half = self.size.width // 2
        pane: Side = "left"
        if self.options.free:
            pane = side or ("right" if x >= half else "left")
            x -= half if pane == "right" else 0
        page = self.pages[pane]
        places = page.visible(self.size.height)
        if not places:
            return None
        place = places[max(0, min(y, len(places) - 1))]
        return page.spot(place, x, side)
