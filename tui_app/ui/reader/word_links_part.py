"""Words of the row that answer each other across two languages: shown, and stepped to.

Between two languages the key of the marks shows and hides them, as there are no levels
of wording; the keys of the sides, which draw a selection word by word where there is
one, step from linked word to linked word while they are shown.
"""

from __future__ import annotations

from collections.abc import Callable

from tui_app.core.word_links import LinksOf
from tui_app.review.review import Review
from tui_app.ui.host import Acts, Host
from tui_app.ui.pair.pair_keys import PairKeys
from tui_app.ui.pair.pair_window import PairWindow
from tui_app.ui.reader.learnt_words import LearntWords


class WordLinksPart:
    """Takes the place of the pair's own acts where the texts are in two languages."""

    def __init__(
        self,
        review: Review,
        window: PairWindow,
        pair_keys: PairKeys,
        words: LearntWords,
        host: Host,
    ) -> None:
        self._review = review
        self._window = window
        self._pair_keys = pair_keys
        self._words = words
        self._host = host
        self._asked = False

    def acts(self) -> Acts:
        """Return what the keys do."""
        return {
            "word-marks": self.mark,
            "side-left": lambda: self._step(-1, self._pair_keys.go_left),
            "side-right": lambda: self._step(1, self._pair_keys.go_right),
        }

    def mark(self) -> None:
        """Show the words that answer each other, or hide them."""
        if self._review.comparison.translation is None:
            self._pair_keys.mark_words_otherwise()
        elif self._asked:
            self._asked = False
            self._window.link_words(None)
            self._host.say("Linked words: off")
        elif not self._host.waits_for_rows(self._review):
            self._asked = True
            if not self._words.of_shown(self._show):
                self._host.say("Linked words: on, once they are learnt")

    def _show(self, links_of: LinksOf) -> None:
        if self._asked:  # else hidden again before they were learnt
            self._window.link_words(links_of)
            left, right = map(self._host.key, ("side-left", "side-right"))
            self._host.say(f"Linked words: on; {left} {right} choose one")

    def _step(self, by: int, otherwise: Callable[[], None]) -> None:
        """Choose another linked word where such are shown and nothing is selected."""
        attention = self._review.attention
        if attention.linked is None or attention.selection:
            otherwise()
        elif not self._window.step_link(by):
            self._host.bell()
