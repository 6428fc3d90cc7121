"""The list of terms that the other text says in two ways; Enter opens their places."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from tui_app.core.facts.across.terms import Term
from tui_app.core.model import opposite
from tui_app.review.looks import StyledText
from tui_app.review.signs import signs
from tui_app.settings.drawn import Drawn
from tui_app.ui.screens.context_lines import filled
from tui_app.ui.widgets.boxes import PickScreen
from tui_app.ui.widgets.cells import cut
from tui_app.ui.widgets.hints import Hint
from tui_app.ui.widgets.picklist import ListEntry

WORDS = 24
"""Cells for the term, so that its renderings line up; at most a third of the line."""


class TermsScreen(PickScreen[Term]):
    """The list; dismissed with the :class:`Term` whose places are to be seen, or None.

    It is open while the terms are still looked for. ``near`` is one seen before: the
    cursor is put on it.
    """

    HEADING = "Terms said in two ways"
    HINTS = (Hint("Enter", "its places"), Hint("Esc", "close"))

    def __init__(
        self, near: Term | None = None, *, drawn_with: Drawn = Drawn.UNICODE
    ) -> None:
        super().__init__(drawn_with=drawn_with)
        self._near = near
        self._sign = signs(drawn_with)

    def progress(self, told: str) -> None:
        """Tell how far it is that terms are looked for."""
        if self.is_open:
            title = f"{self.HEADING}: {told}" if told else self.HEADING
            self.query_one("#title", Static).update(Content(title))

    def show_terms(self, terms: Sequence[Term]) -> None:
        """List the terms."""
        self.progress(str(len(terms)) if terms else "none")
        self.picks.show(map(self._entry, terms))
        if self._near is not None:
            self.picks.place_on(self._near)

    def _entry(self, term: Term) -> ListEntry[Term]:
        sign, other = self._sign, opposite(term.side)
        column = min(WORDS, self.app.size.width // 3)
        words = ((cut(term.words, column, sign.cut), f"listed-{term.side}"),)
        ways: list[StyledText] = []
        for way in term.renderings:
            ways += [(way.words, f"listed-{other}"), (f" {len(way.rows)}", "aside")]
            ways.append((", ", "aside"))
        shown = (
            (f"{term.side:<5}  ", "aside"),
            *filled(words, column),
            (f"{term.answered:>5}{sign.becomes}", "aside"),
            *ways[:-1],
        )
        return ListEntry(shown, term, unseen=term.words)
