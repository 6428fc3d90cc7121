"""The library's list: it can be listed anew under the cursor, and is left as it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic

from textual.events import Click

from tui_app.ui.widgets.picklist import (
    ListEntry,
    PickList,
    Value,
    matching,
    next_pick,
)


class PairList(PickList[Value], Generic[Value]):
    """A list whose entries change while it is read.

    Until the reader moves the cursor it is on the first entry. A click moves it, a
    click on it chooses.
    """

    touched = False

    def renew(self, entries: Iterable[ListEntry[Value]]) -> None:
        """Show other entries under the filter that is on.

        What is under the cursor stays under it, on the same line of the screen. Where
        it is gone the cursor comes to what took its place.
        """
        here, at = self.current, self._cursor or 0
        line = at - self.scroll_offset.y
        self._all = list(entries)
        self._shown = matching(self._all, self._query)
        self._measure()
        self._cursor = self._nearest(here, at) if self.touched else None
        if self._cursor is None:
            self._cursor = next_pick(self._shown, 0, 1)
            line = self._cursor or 0
        self.scroll_to(
            y=max(0, (self._cursor or 0) - line), animate=False, immediate=True
        )
        self.refresh()
        self.follow_cursor()
        if self.current is not None and self.current != here:
            self.post_message(self.Moved(self.current))

    def _nearest(self, value: Value | None, at: int) -> int | None:
        """Return where the value is by now, or else what can be picked near there."""
        shown = self._shown
        same = [n for n, entry in enumerate(shown) if entry.value == value]
        if value is not None and same:
            return min(same, key=lambda number: abs(number - at))
        at = min(at, len(shown) - 1)
        after = next_pick(shown, at, 1)
        return next_pick(shown, at, -1) if after is None else after

    def filter(self, query: str) -> None:
        """Show the entries that match and put the cursor on the first."""
        super().filter(query)
        self.touched = True

    def action_move(self, step: int) -> None:
        """Move the cursor by one entry that can be picked."""
        self.touched = True
        super().action_move(step)

    def action_page(self, direction: int) -> None:
        """Move the cursor by what is in sight."""
        self.touched = True
        super().action_page(direction)

    def action_first(self) -> None:
        """Move the cursor to the first entry."""
        self.touched = True
        super().action_first()

    def action_last(self) -> None:
        """Move the cursor to the last entry."""
        self.touched = True
        super().action_last()

    def go_to_group(self, step: int) -> None:
        """Move the cursor to the first entry below the next heading, or that before."""
        self.touched = True
        shown, here = self._shown, self._cursor or 0
        if step < 0:
            # From within a group its own beginning comes first.
            here = self._heading(here, -1)
            if next_pick(shown, max(here, 0), 1) == self._cursor:
                here = self._heading(here - 1, -1)
        else:
            here = self._heading(here, 1)
        if 0 <= here < len(shown):
            self._go(next_pick(shown, here, 1))

    def _heading(self, at: int, step: int) -> int:
        """Return the next heading from there on, -1 or the number of lines if none."""
        while 0 <= at < len(self._shown) and not self._shown[at].heading:
            at += step
        return at

    def on_click(self, event: Click) -> None:
        """Put the cursor where the click is; a click on the cursor chooses."""
        event.prevent_default()
        self.touched = True
        index = event.y + self.scroll_offset.y
        if index == self._cursor:
            self.action_pick()
        elif 0 <= index < len(self._shown) and self._shown[index].value is not None:
            self._go(index)
