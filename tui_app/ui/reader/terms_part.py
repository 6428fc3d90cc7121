"""The key of the terms that are said in two ways: found beside the reading, listed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui_app.core.comparison import Comparison
from tui_app.core.model import Progress
from tui_app.core.word_links import LinksOf
from tui_app.review.review import Review
from tui_app.ui.host import Acts, Host
from tui_app.ui.reader.background import Background, Pupil
from tui_app.ui.reader.concordance_keys import ConcordanceKeys
from tui_app.ui.reader.learnt_words import LearntWords

if TYPE_CHECKING:
    from tui_app.core.facts.across.terms import Term
    from tui_app.ui.screens.terms_list import TermsScreen


class TermsPart:
    """Lists the terms, and opens the concordance of one."""

    def __init__(
        self,
        review: Review,
        background: Background,
        words: LearntWords,
        concordance: ConcordanceKeys,
        host: Host,
    ) -> None:
        self._review = review
        self._background = background
        self._words = words
        self._concordance = concordance
        self._host = host
        self._of: Comparison | None = None
        self._terms: tuple[Term, ...] = ()

    def acts(self) -> Acts:
        """Return what the keys do."""
        return {"terms-list": self.list_terms}

    def list_terms(self, near: Term | None = None) -> None:
        """List the terms; those of other rows are looked for first."""
        from tui_app.ui.screens.terms_list import TermsScreen

        review = self._review
        if review.comparison.translation is None:
            self._host.say("Terms said in two ways are listed between two languages.")
        elif not self._host.waits_for_rows(review):
            screen = TermsScreen(near, drawn_with=review.signs.drawn_with)
            self._host.open(screen, self._open_places)
            self._words.of_shown(partial(self._find, screen))

    def _find(self, screen: TermsScreen, links_of: LinksOf) -> None:
        from tui_app.core.term_places import terms_of

        comparison = self._review.comparison
        if self._of is comparison:
            self._show(screen, comparison, self._terms)
            return

        def told(progress: Progress) -> None:
            screen.progress(f"rows looked at: {progress.done} of {progress.total}")

        self._background.learn(
            partial(terms_of, comparison, links_of),
            Pupil(
                told,
                partial(self._show, screen, comparison),
                lambda trouble: self._host.say(trouble, trouble=True),
            ),
        )

    def _show(
        self, screen: TermsScreen, comparison: Comparison, terms: tuple[Term, ...]
    ) -> None:
        self._of, self._terms = comparison, terms
        screen.when_painted(partial(screen.show_terms, terms))

    def _open_places(self, term: Term | None) -> None:
        if term is not None:
            again = partial(self.list_terms, term)
            self._words.of_shown(partial(self._concordance.open_term, term, again))
