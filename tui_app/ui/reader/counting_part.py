"""The counts of the rows on the screen: made beside it, shown as they come."""

from __future__ import annotations

from collections.abc import Callable

from tui_app.core.difference_columns import RowsWorkedOut
from tui_app.review.counts import Counts
from tui_app.review.review import Review
from tui_app.review.row_counting.counted_rows import CountedRows
from tui_app.review.text_map import TextMap
from tui_app.ui.reader.background import Background, WhatToCount
from tui_app.ui.reader.map_bar import MapBar
from tui_app.ui.reader.plain_bars import PlainStatus
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
        status: StatusLine | PlainStatus,
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
            WhatToCount(review.comparison, review.marks, review.row),
            self._counted,
            self._estimated,
        )

    def _counted(self, counted: CountedRows) -> None:
        first, tallies, differences = counted
        self._review.comparison.know(RowsWorkedOut(first, differences))
        self._counts.add(first, tallies)
        facts = tallies.facts
        self._map.mark_facts(first + row for row, count in enumerate(facts) if count)
        self._status.follow()

    def _estimated(self, alike: float) -> None:
        self._counts.estimate = alike
        self._status.follow()
