"""The counts of the rows on the screen: made beside it, shown as they come."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tui_app.review.counts import Counts, Tally
from tui_app.review.review import Review
from tui_app.review.text_map import TextMap
from tui_app.ui.reader.background import Background
from tui_app.ui.reader.map_bar import MapBar
from tui_app.ui.reader.status_line import StatusLine


class CountingPart:
    """Has the rows counted into ``counts``; the map and the status line show them.

    ``soon`` calls a function once the screen has been painted.
    """

    def __init__(
        self,
        review: Review,
        background: Background,
        counts: Counts,
        map_bar: MapBar,
        status: StatusLine,
        soon: Callable[[Callable[[], None]], object],
    ) -> None:
        self._review = review
        self._background = background
        self._counts = counts
        self._map = map_bar
        self._status = status
        self._soon = soon

    def begin(self) -> None:
        """Count what differs in the rows."""
        # Beside the painting it would only make both slower.
        self._soon(self._count)

    def coming(self, text_map: TextMap) -> None:
        """Take what is known as said of other rows, and show the map of the next."""
        self._background.stop_counting()
        self._counts.outdate()
        self._map.take(text_map)

    def begin_anew(self) -> None:
        """Count other differences of the same rows; what is known is of before."""
        review = self._review
        self._background.stop_counting()
        self._counts.outdate()
        self._map.take(TextMap(review.comparison, provisional=review.provisional))
        if not review.provisional:
            self.begin()

    def _count(self) -> None:
        review = self._review
        self._counts.begin(review.comparison)
        self._background.count(
            review.comparison, review.marks, self._counted, self._estimated
        )

    def _counted(self, tallies: Mapping[int, Tally]) -> None:
        self._counts.add(tallies)
        self._map.mark_facts(row for row, one in tallies.items() if one.facts)
        self._status.follow()

    def _estimated(self, alike: float) -> None:
        self._counts.estimate = alike
        self._status.follow()
