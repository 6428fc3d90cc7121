"""The list of all changed facts of two articles; Enter goes to one."""

from __future__ import annotations

import asyncio
from time import perf_counter

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from tui_app.core.comparison import Comparison
from tui_app.core.kinds import KINDS
from tui_app.core.model import Relation
from tui_app.review.details import ChangeInWords, changes_of
from tui_app.review.signs import signs
from tui_app.ui.widgets.boxes import PickScreen
from tui_app.ui.widgets.cells import cut_middle
from tui_app.ui.widgets.hints import Hint
from tui_app.ui.widgets.picklist import ListEntry

WORDS = 28
"""Cells kept for the words that differ, so that what is around them lines up."""

LONGEST = 32
"""Cells of one side's words; a whole quotation is shown by its ends."""

KEPT = 256
"""Rows whose differences are kept while the list is made."""

SLICE = 0.008
"""Seconds of work at a stretch."""

PAUSE = 0.004
"""Seconds left to everything else: a key takes many turns of the event loop."""

TELL_EVERY = 0.3
"""Seconds between two additions to the list; each paints the screen."""


class FactsScreen(PickScreen[ChangeInWords]):
    """The list; it is dismissed with the :class:`ChangeInWords` to go to, or ``None``.

    The facts of a long text are found bit by bit while the list is open already.
    """

    HEADING = "Changed facts"
    HINTS = (Hint("Enter", "go there"), Hint("Esc", "close"))

    def __init__(
        self, comparison: Comparison, row: int = 0, *, ascii_only: bool = False
    ) -> None:
        super().__init__(ascii_only=ascii_only)
        self._comparison = comparison
        self._row = row
        self._width = len(str(len(comparison.rows)))
        self._found = 0

    def on_mount(self) -> None:
        """Begin to look for facts."""
        self.run_worker(self._collect(), exclusive=True)

    async def _collect(self) -> None:
        rows = self._comparison.rows
        comparison = self._comparison
        entries: list[ListEntry[ChangeInWords]] = []
        began = told = perf_counter()
        for number, row in enumerate(rows):
            if number % KEPT == 0:
                comparison = self._comparison.forgetful()
            if row.relation is Relation.CHANGED:
                facts = changes_of(comparison, number)
                entries.extend(self._entry(fact) for fact in facts)
            now = perf_counter()
            if now - began > SLICE:
                if now - told > TELL_EVERY:
                    self._add(entries, number)
                    entries, told = [], now
                await asyncio.sleep(PAUSE)
                began = perf_counter()
        self._add(entries, len(rows))

    def _add(self, entries: list[ListEntry[ChangeInWords]], done: int) -> None:
        self._found += len(entries)
        self.picks.extend(entries)
        self._start_near_the_cursor(done)
        rows = len(self._comparison.rows)
        so_far = "" if done >= rows else f", rows looked at: {done} of {rows}"
        title = f"{self.HEADING}: {self._found}{so_far}"
        self.query_one("#title", Static).update(Content(title))

    def _start_near_the_cursor(self, done: int) -> None:
        """Put the cursor on the first fact at or after the reader's row, once."""
        if self._row < 0 or done < self._row:
            return
        for entry in self.picks.entries:
            if entry.value is not None and entry.value.row >= self._row:
                self.picks.place_on(entry.value)
                self._row = -1
                return

    def _entry(self, fact: ChangeInWords) -> ListEntry[ChangeInWords]:
        sign = signs(self._ascii)
        left = cut_middle(fact.left or sign.no_words, LONGEST, sign.cut)
        right = cut_middle(fact.right or sign.no_words, LONGEST, sign.cut)
        words = cell_len(left + right)
        gap = " " * max(3, WORDS - words)
        return ListEntry(
            (
                (f"{fact.row + 1:>{self._width}}  ", "aside"),
                (f"{KINDS[fact.kind].name:<10} ", "aside"),
                (left, "fact-left" if fact.left else "aside"),
                (sign.becomes, "aside"),
                (right, "fact-right" if fact.right else "aside"),
                (f"{gap}{sign.cut} {fact.around} {sign.cut}", "aside"),
            ),
            fact,
        )
