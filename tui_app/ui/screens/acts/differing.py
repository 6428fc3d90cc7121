"""Differences: going from one to the next, and what of them is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_app.settings.preferences import WordMarks
from tui_app.ui.screens.acts.base import ReaderActs

if TYPE_CHECKING:
    from tui_app.review.details import ChangeInWords

_NEXT_MARKS: dict[WordMarks, WordMarks] = {
    "off": "words",
    "words": "letters",
    "letters": "off",
}


class DifferingActs(ReaderActs):
    """The keys about differences."""

    def action_next_difference(self) -> None:
        """Go to the next difference."""
        self.step_difference(forward=True)

    def action_previous_difference(self) -> None:
        """Go to the difference before."""
        self.step_difference(forward=False)

    def step_difference(self, *, forward: bool) -> None:
        """Go to the next difference or the one before; say where there is none."""
        if not (self.still_aligning() or self.view.step_difference(forward=forward)):
            self.app.bell()
            self.say(self._no_difference(forward=forward))

    def _no_difference(self, *, forward: bool) -> str:
        what = "changed facts" if self.view.look.facts_only else "differences"
        if self.view.has_difference(forward=not forward):
            return f"No more {what} {'below' if forward else 'above'}."
        return (
            f"No {what}." if self.view.attention.stop is None else f"No other {what}."
        )

    def action_facts_only(self) -> None:
        """Mark changed facts only, or everything again."""
        look = self.view.look
        self.view.set_look(look._replace(facts_only=not look.facts_only))
        self.view.tell()

    def action_word_marks(self) -> None:
        """Mark no words, words, or words and letters."""
        look = self.view.look
        self.view.set_look(look._replace(words=_NEXT_MARKS[look.words]))
        shown = {"off": "off", "words": "words", "letters": "words and letters"}
        self.say(f"Word marks: {shown[self.view.look.words]}")

    def action_fold_same(self) -> None:
        """Fold the rows that are the same, or open them."""
        options = self.view.options
        self.view.set_options(options._replace(folded=not options.folded))

    def action_facts_list(self) -> None:
        """Open the list of changed facts."""
        from tui_app.ui.screens.facts_list import FactsScreen

        if self.still_aligning():
            return
        screen = FactsScreen(
            self.comparison, self.cursor_row, ascii_only=self.view.ascii_only
        )
        self.app.push_screen(screen, self._go_to_change)

    def _go_to_change(self, change: ChangeInWords | None) -> None:
        if change is None:
            return
        difference = self.comparison.differences(change.row)[change.index]
        self.journey.leave(self.here)
        self.view.stop_at(change.row, difference)
