"""What the status line of the reader says, put together from all that is known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.timer import Timer

from tui_app.core.comparison import Comparison
from tui_app.ui.reading.background import Tally
from tui_app.ui.reading.standing import Standing
from tui_app.ui.widgets.status import StatusInfo, slots

if TYPE_CHECKING:
    from tui_app.ui.screens.reader import ReaderScreen

_LEGIBLE = 4.0
"""Seconds that words stay in the status line."""


class Report:
    """Words and counts for the status line of a screen.

    Every method shows what has changed. Counts of the rows before stay until those of
    the new ones are complete.
    """

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen
        self._standing: Standing | None = None
        self._counted: Standing | None = None
        self._estimate: float | None = None
        self._progress = ""
        self._said = ""
        self._saying: Timer | None = None

    def begin(self, comparison: Comparison) -> None:
        """Count other rows from now on."""
        self._standing = Standing(comparison)

    def count(self, tallies: Mapping[int, Tally]) -> None:
        """Take in the counts of some rows."""
        if self._standing is None:
            return
        self._standing.add(tallies)
        if self._standing.complete:
            self._counted = self._standing
        self.update()

    def estimate(self, alike: float | None) -> None:
        """Say about how alike the texts are until all rows are counted."""
        self._estimate = alike
        self.update()

    def progress(self, message: str) -> None:
        """Say what is being worked on."""
        self._progress = message
        self.update()

    def say(self, message: str) -> None:
        """Show the words for a while."""
        if self._saying is not None:
            self._saying.stop()
        self._said = message
        self._saying = self._screen.set_timer(_LEGIBLE, self._say_no_more)
        self.update()

    def _say_no_more(self) -> None:
        self._said = ""
        self.update()

    def update(self) -> None:
        """Show where the reader is by now."""
        screen, view = self._screen, self._screen.view
        rows = len(screen.comparison.rows)
        desk = screen.desk if screen.has_desk else None
        said = StatusInfo(
            row=screen.cursor_row + 1 if rows else 0,
            rows=rows,
            notes=len(desk.placed) if desk else 0,
            reviewed=(len(desk.reviewed) or None) if desk else None,
            modes=slots(
                "free" if view.options.free else view.view,
                screen.comparison.left.granularity,
                locked=not view.options.free,
                facts_only=view.look.facts_only,
                folded=view.options.folded,
                unreviewed_only=screen.unreviewed_only,
                ascii_only=view.ascii_only,
            ),
            message=self._said or self._progress or self._hits_told(),
        )
        screen.status.info = self._with_counts(said)

    def _with_counts(self, said: StatusInfo) -> StatusInfo:
        """Add the counts; while others are being made, those of before."""
        counted, facts_only = self._counted, self._screen.view.look.facts_only
        if counted is None:
            return said._replace(alike=self._estimate, estimated=True)
        return said._replace(
            alike=counted.alike,
            facts=counted.facts,
            rewordings=None if facts_only else counted.rewordings,
            one_sided=None if facts_only else counted.one_sided,
            to_go=self._to_go(counted) if counted is self._standing else None,
        )

    def _to_go(self, counted: Standing) -> int:
        view = self._screen.view
        return counted.to_go(
            self._screen.cursor_row,
            view.attention.stop,
            facts_only=view.look.facts_only,
            hides=view.hides,
        )

    def _hits_told(self) -> str:
        hits = self._screen.view.attention.hits
        return f"/ {hits.place}" if hits and not self._screen.is_asking else ""
