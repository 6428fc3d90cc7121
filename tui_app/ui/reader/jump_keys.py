"""The keys that jump, and the way back to where a jump began."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tui_app.core.model import Side
from tui_app.core.row_places import Counterpart
from tui_app.review.journey import Journey, Stay
from tui_app.review.review import Review
from tui_app.ui.host import Acts, Host
from tui_app.ui.pair.pair_window import PairWindow

_QUOTED = 60
"""Characters of a moved passage that are shown."""


class Hop(NamedTuple):
    """A jump to the counterpart: where it began and where it led."""

    began: Stay
    there: Stay


class JumpKeys:
    """Jumps, and remembers where each began.

    ``go`` and ``leave`` are for the other parts, whose jumps are remembered too.
    """

    def __init__(self, review: Review, window: PairWindow, host: Host) -> None:
        self._review = review
        self._window = window
        self._host = host
        self._journey = Journey()
        self._hop: Hop | None = None

    def acts(self) -> Acts:
        """Return what the keys do."""
        return {
            "first-row": lambda: self._go_to_end(last=False),
            "last-row": lambda: self._go_to_end(last=True),
            "go-to": self.ask_where,
            "left-out": self.list_left_out,
            "place-back": self.go_back,
            "place-forward": self.go_forward,
            "counterpart": self.hop,
        }

    def go_on_from(self, other: JumpKeys, moved: Callable[[Stay], Stay]) -> None:
        """Take over where jumps began in the texts as they were before."""
        self._journey = other._journey.in_other_texts(moved)

    def leave(self, stay: Stay) -> None:
        """Remember the place a jump leaves; ``ctrl+o`` leads back to it."""
        self._journey.leave(stay)

    def go(self, row: int, side: Side | None = None, offset: int | None = None) -> None:
        """Jump to a row, or to a character of it."""
        self.leave(self._review.here)
        self._window.go_to(row, side, offset)

    def _go_to_end(self, *, last: bool) -> None:
        self.leave(self._review.here)
        self._window.go_to_end(last=last)

    def go_back(self) -> None:
        """Go back to the place before a jump."""
        self._visit(self._journey.back(self._review.here))

    def go_forward(self) -> None:
        """Go forward again."""
        self._visit(self._journey.forward(self._review.here))

    def _visit(self, stay: Stay | None) -> None:
        if stay is None:
            self._host.bell()
        else:
            self._window.go_to(self._review.row_at(stay), *stay)

    def ask_where(self) -> None:
        """Ask for a row, a percentage or a heading, and go there."""
        from tui_app.ui.screens.goto import GoToScreen

        review = self._review
        screen = GoToScreen(
            review.comparison,
            review.places,
            review.headings,
            drawn_with=review.signs.drawn_with,
        )
        self._host.open(screen, self._go_there)

    def _go_there(self, row: int | None) -> None:
        if row is not None:
            self.go(row)

    # What is not in the texts ---------------------------------------------------

    def list_left_out(self) -> None:
        """Open the list of what was left out, and go to where the one picked stood."""
        from tui_app.ui.screens.left_out import LeftOutScreen

        review = self._review
        sides = review.comparison.left, review.comparison.right
        if any(side.extract and side.extract.left_out for side in sides):
            screen = LeftOutScreen(
                review.comparison, drawn_with=review.signs.drawn_with
            )
            self._host.open(screen, self._go_to_stay)
        else:
            self._host.say("Nothing was left out of these documents.")

    def _go_to_stay(self, stay: Stay | None) -> None:
        if stay is not None:
            self.go(self._review.row_at(stay), *stay)

    # Moved passages ------------------------------------------------------------

    def hop(self) -> None:
        """Go to where a moved passage stands in the right text, and back.

        In free panes it is brought beside this one instead.
        """
        review = self._review
        if review.options.free:
            self._window.bring_counterpart()
        elif not self._host.waits_for_rows(review):
            if self._hop is not None and review.row_at(self._hop.there) == review.row:
                self._hop_back(self._hop.began)
            else:
                self._hop_on(review.places.counterpart(review.row))

    def _hop_back(self, began: Stay) -> None:
        self._hop = None
        self.go(self._review.row_at(began), *began)
        self._host.say(
            f"Back where {self._host.key('counterpart')} was pressed.", whole=False
        )

    def _hop_on(self, found: Counterpart | None) -> None:
        if found is None:
            self._host.say("Nothing has moved from or to here.")
            return
        review = self._review
        there = review.beginning(found.row, "right")
        told = self._told(found)
        self._hop = Hop(review.here, there)
        self.go(found.row, *there)
        self._host.say(told, whole=False)

    def _told(self, found: Counterpart) -> str:
        """Return where the passage stands, seen from here, and how it begins."""
        comparison, row = self._review.comparison, self._review.row
        start = comparison.right.units[found.passage].start
        words = " ".join(comparison.right.text[start : start + _QUOTED].split())
        if comparison.rows[row].moved:
            return f"on the right {found.place} this row: {words}"
        return f"moved from {found.place} row {row + 1}: {words}"
