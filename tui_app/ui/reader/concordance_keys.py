"""The key of the concordance: what is looked up, and going to what is picked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui_app.core.model import SIDES
from tui_app.review.review import Review
from tui_app.review.selection import Selection
from tui_app.ui.host import Acts, Host
from tui_app.ui.pair.pair_window import PairWindow
from tui_app.ui.reader.jump_keys import JumpKeys

if TYPE_CHECKING:
    from tui_app.core.concordance import Occurrence, Sought
    from tui_app.ui.screens.concordance_list import Begun, ConcordanceScreen


class ConcordanceKeys:
    """Opens the concordance; what was looked up last is proposed the next time."""

    def __init__(
        self, review: Review, window: PairWindow, jumps: JumpKeys, host: Host
    ) -> None:
        self._review = review
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
        from tui_app.review.citations import Citations
        from tui_app.ui.screens.concordance_list import ConcordanceScreen

        review = self._review
        citations = Citations(review.comparison)
        if review.comparison.translation is not None:
            citations = Citations(review.comparison, answer=None)
        screen = ConcordanceScreen(
            partial(concordance, review.comparison, review.places),
            citations,
            len(review.comparison.rows),
            begun,
            ascii_only=review.signs.ascii_only,
        )
        self._host.open(screen, partial(self._closed, screen))

    def _closed(self, screen: ConcordanceScreen, found: Occurrence | None) -> None:
        if screen.sought.words.strip():
            self._last = screen.sought
        if found is None:
            return
        side = self._review.cursor.side
        if found.span(side) is None:
            side = found.side
        span = found.span(side)
        if span is not None:
            self._jumps.go(found.row, side, span.start)
            self._window.select(Selection(side, span, span))
