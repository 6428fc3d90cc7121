"""The key of the concordance: what is looked up, and going to what is picked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tui_app.core.model import SIDES
from tui_app.review.review import Review
from tui_app.review.selection import Selection
from tui_app.ui.host import Acts, Host
from tui_app.ui.pair.pair_window import PairWindow
from tui_app.ui.reader.jump_keys import JumpKeys
from tui_app.ui.reader.learnt_words import LearntWords

if TYPE_CHECKING:
    from tui_app.core.concordance import Concordance, Occurrence, Sought
    from tui_app.core.facts.across.terms import Term
    from tui_app.core.word_links import LinksOf
    from tui_app.ui.screens.concordance_list import Begun, ConcordanceScreen


class ConcordanceKeys:
    """Opens the concordance; what was looked up last is proposed the next time."""

    def __init__(
        self,
        review: Review,
        window: PairWindow,
        jumps: JumpKeys,
        words: LearntWords,
        host: Host,
    ) -> None:
        self._review = review
        self._words = words
        self._window = window
        self._jumps = jumps
        self._host = host
        self._last: Sought | None = None

    def acts(self) -> Acts:
        """Return what the keys do."""
        return {"concordance": self.open}

    def open(self) -> None:
        """List the passages with the words selected, or ask for words."""
        if not self._host.waits_for_rows(self._review):
            self._open(self._begun())

    def _begun(self) -> Begun:
        from tui_app.core.concordance import Sought
        from tui_app.ui.screens.concordance_list import Begun

        review, hits = self._review, self._review.attention.hits
        chosen = review.attention.selection
        if chosen is not None:
            words = chosen.text(review.comparison.document(chosen.side))
            across = review.comparison.translation is not None
            # Another language has words that are written alike, and mean another thing.
            sides = (chosen.side,) if across else SIDES
            sought = Sought(" ".join(words.split()), sides=sides)
            return Begun(sought, review.row, is_given=True)
        if hits is not None and not hits.query.regex:
            return Begun(Sought(hits.query.words), review.row)
        return Begun(self._last or Sought(""), review.row)

    def _open(self, begun: Begun) -> None:
        from tui_app.core.concordance import concordance

        review = self._review
        find = partial(concordance, review.comparison, review.places)
        screen = self._screen(begun, find)
        self._host.open(screen, partial(self._closed, screen))
        if review.comparison.translation is not None:
            self._words.of_shown(partial(self._mark_linked, screen))

    def _screen(
        self, begun: Begun, find: Callable[[Sought], Concordance]
    ) -> ConcordanceScreen:
        from tui_app.review.citations import Citations
        from tui_app.ui.screens.concordance_list import ConcordanceScreen

        review = self._review
        citations = Citations(review.comparison)
        if review.comparison.translation is not None:
            citations = Citations(review.comparison, answer=None)
        return ConcordanceScreen(
            find,
            citations,
            len(review.comparison.rows),
            begun,
            drawn_with=review.signs.drawn_with,
            key=self._host.key,
        )

    def _mark_linked(self, screen: ConcordanceScreen, links_of: LinksOf) -> None:
        """Mark what the words learnt answer with, once they are."""
        from tui_app.core.word_links import linked_words
        from tui_app.review.citations import Citations

        screen.cite(Citations(self._review.comparison, linked_words(links_of)))

    def open_term(
        self, term: Term, again: Callable[[], None], links_of: LinksOf
    ) -> None:
        """List the places of a term; ``again`` is called when nothing is picked."""
        from tui_app.core.concordance import Sought, concordance, concordance_of
        from tui_app.core.term_places import places_of_term
        from tui_app.ui.screens.concordance_list import Begun

        review, sought = self._review, Sought(term.words)
        places = concordance_of(
            review.comparison, sought, places_of_term(review.comparison, term, links_of)
        )

        def find(asked: Sought) -> Concordance:
            if asked == sought:
                return places
            return concordance(review.comparison, review.places, asked)

        screen = self._screen(Begun(sought, review.row, is_given=True), find)

        def closed(found: Occurrence | None) -> None:
            if found is None:
                again()
            else:
                self._go(found)

        self._host.open(screen, closed)
        self._mark_linked(screen, links_of)

    def _closed(self, screen: ConcordanceScreen, found: Occurrence | None) -> None:
        if screen.sought.words.strip():
            self._last = screen.sought
        if found is not None:
            self._go(found)

    def _go(self, found: Occurrence) -> None:
        """Go to the words of an occurrence, and select them."""
        side = self._review.cursor.side
        if found.span(side) is None:
            side = found.side
        span = found.span(side)
        if span is not None:
            self._jumps.go(found.row, side, span.start)
            self._window.select(Selection(side, span, span))
