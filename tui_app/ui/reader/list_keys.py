"""The keys that open the lists: facts, one side only, moved, notes, not reviewed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from tui_app.core.from_base.told_from_base import FromBase
from tui_app.review.counts import Counts
from tui_app.review.listed_rows import KindNumber, ListKind, kind_numbers, listed_rows
from tui_app.review.review import Review
from tui_app.review.stops import Stop, Stops
from tui_app.ui.host import Acts, Host
from tui_app.ui.pair.pair_window import PairWindow
from tui_app.ui.reader.jump_keys import JumpKeys
from tui_app.ui.widgets.kind_line import OtherKind

if TYPE_CHECKING:
    from tui_app.review.details import ChangeInWords


class ListOfNotes(Protocol):
    """The list of notes, which is opened elsewhere."""

    @property
    def listed_count(self) -> int:
        """Return how many notes and drafts it has."""

    async def list_notes(self) -> None:
        """Open it."""


class ListKeys:
    """Opens one list, or another from it; the last one is opened the next time.

    ``notes`` opens the one of them that is not opened here.
    """

    def __init__(
        self,
        review: Review,
        window: PairWindow,
        counts: Counts,
        jumps: JumpKeys,
        host: Host,
    ) -> None:
        self._review = review
        self._window = window
        self._counts = counts
        self._jumps = jumps
        self._host = host
        self._last = ListKind.FACTS
        self.notes: ListOfNotes | None = None

    def acts(self) -> Acts:
        """Return what the keys do."""
        return {
            "lists": lambda: self.open(self._last),
            "facts-list": lambda: self.open(ListKind.FACTS),
        }

    def numbers(self) -> tuple[KindNumber, ...]:
        """Return how many there are of each kind."""
        notes = self.notes.listed_count if self.notes else 0
        return kind_numbers(self._review, self._counts, notes)

    def open(self, kind: ListKind) -> None:
        """Open the list of a kind, and go to what is picked from it."""
        if self._host.waits_for_rows(self._review):
            return
        self._last = kind
        if kind.since_base is not None:
            self._open_since_base(kind, kind.since_base)
        elif kind is ListKind.NOTES:
            if self.notes is not None:
                self._host.work(self.notes.list_notes)
        elif kind is ListKind.FACTS:
            self._open_facts()
        else:
            self._open_rows(kind)

    def _open_facts(self) -> None:
        from tui_app.ui.screens.facts_list import FactsScreen

        review = self._review
        screen = FactsScreen(
            review.comparison,
            review.row,
            review.marks.counting,
            self.numbers(),
            review.looks.stops.from_base,
            drawn_with=review.signs.drawn_with,
        )
        self._host.open(screen, self._go_to_change)

    def _go_to_change(self, change: ChangeInWords | OtherKind | None) -> None:
        if isinstance(change, OtherKind):
            self.open(change.kind)
        elif change is not None:
            differences = self._review.comparison.differences(change.row)
            if not differences:  # a fact of a passage that only one side has
                self._jumps.go(change.row)
                return
            self._jumps.leave(self._review.here)
            self._window.stop_at(change.row, differences[change.index])

    def _open_since_base(self, kind: ListKind, status: FromBase) -> None:
        from tui_app.ui.screens.base_list import BaseListScreen

        review, known = self._review, self._review.since_base
        changes, counts = (known.changes, known.counts) if known else (None, None)
        if changes is None or counts is None:
            self._host.say("The base is still being compared.")
            return
        marks = review.marks._replace(visits="all", facts_only=False, since_base=status)
        stops = Stops(review.comparison, marks, changes)
        screen = BaseListScreen(
            stops,
            counts.by_row(status),
            kind,
            self.numbers(),
            row=review.row,
            drawn_with=review.signs.drawn_with,
        )
        self._host.open(screen, partial(self._go_to_stop, stops))

    def _go_to_stop(self, stops: Stops, stop: Stop | OtherKind | None) -> None:
        if isinstance(stop, OtherKind):
            self.open(stop.kind)
        elif stop is not None:
            self._jumps.leave(self._review.here)
            differences = stops.of_row(stop.row)[stop.number].differences
            if differences:
                self._window.stop_at(stop.row, differences[0])
                return
            from tui_app.review.base_changes import change_at

            self._window.go_to(stop.row, *change_at(stops, stop).stay)

    def _open_rows(self, kind: ListKind) -> None:
        from tui_app.ui.screens.rows_list import RowsScreen

        review = self._review
        screen = RowsScreen(
            review.comparison,
            listed_rows(kind, review),
            kind,
            self.numbers(),
            row=review.row,
            weak_below=review.weak_below,
            drawn_with=review.signs.drawn_with,
        )
        self._host.open(screen, self._go_to_row)

    def _go_to_row(self, row: int | OtherKind | None) -> None:
        if isinstance(row, OtherKind):
            self.open(row.kind)
        elif row is not None:
            side = self._review.cursor.side
            there = self._review.beginning(row, side).side
            self._jumps.go(row, None if there == side else there)
