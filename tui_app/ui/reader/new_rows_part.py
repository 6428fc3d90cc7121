"""The rows that come while one reads: better ones, other units, after links by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.model import Constraints, Document, Granularity, Progress
from tui_app.review.new_rows import (
    Job,
    SettledFor,
    as_settled,
    in_unit,
    worth_showing,
)
from tui_app.review.review import Review
from tui_app.review.text_map import TextMap
from tui_app.ui.host import Acts, Say
from tui_app.ui.pair.pair_window import PairWindow
from tui_app.ui.reader.background import Aligned, Background, Listener

_NEXT_UNIT: dict[Granularity, Granularity] = {
    "sentence": "paragraph",
    "paragraph": "line",
    "line": "sentence",
}


class Watchers(NamedTuple):
    """Who is told of an alignment.

    ``progress`` shows how far it is, or nothing any more; ``coming`` is told of rows
    just before they are shown, ``complete`` when the best are on the screen.
    """

    say: Say
    progress: Callable[[str], None]
    coming: Callable[[TextMap], None]
    complete: Callable[[], None]


class NewRowsPart:
    """Has the pair aligned beside the screen, and shows what is worth showing.

    ``unit`` is what rows are to be of. ``settled`` gives what is settled by hand for
    texts cut into units; it is asked on another thread.
    """

    def __init__(
        self,
        review: Review,
        window: PairWindow,
        background: Background,
        unit: Granularity,
        settled: SettledFor,
        watchers: Watchers,
    ) -> None:
        self._review = review
        self._window = window
        self._background = background
        self._settled = settled
        self._watchers = watchers
        self._asked = Constraints()
        """What the latest alignment is to take as settled by hand."""
        self._complete = not review.provisional
        """Whether the rows on the screen are the best there will be."""
        self._unit = unit if review.provisional else None
        """The unit asked for whose rows are not there yet."""

    def acts(self) -> Acts:
        """Return what the keys do."""
        return {"unit": self.next_unit}

    @property
    def links(self) -> Constraints:
        """Return what the latest alignment takes as settled by hand."""
        return self._asked

    @property
    def lasting_rows(self) -> Comparison | None:
        """Return the rows, if they will be the same when the pair is read again.

        What is settled by hand may be another by then.
        """
        if self._complete and self._unit is None and self._asked == Constraints():
            return self._review.comparison
        return None

    def begin(self) -> None:
        """Align what has not been aligned before the screen."""
        self._align_in(self._unit or self._review.comparison.left.granularity)

    def realign(self, constraints: Constraints) -> None:
        """Align again under what is settled by hand, if that is new; one reads on."""
        if constraints == self._asked:
            return
        self._asked = constraints
        if self._unit is not None or not self._complete:
            self.begin()  # the other unit has links of other numbers
        else:
            self._work_on(as_settled(self._review.comparison, constraints))

    def _eye(self) -> int:
        """Return the place in the left text of the row that is read."""
        shown, row = self._review.comparison, self._review.row
        units = shown.rows[row].left if shown.rows else ()
        return shown.left.units[units[0]].start if units else 0

    def next_unit(self) -> None:
        """Go from sentences to paragraphs to lines; the passage stays in sight."""
        shown = self._unit or self._review.comparison.left.granularity
        self._unit = _NEXT_UNIT[shown]
        self._align_in(self._unit)

    def _align_in(self, unit: Granularity) -> None:
        shown = self._review.comparison
        self._work_on(in_unit(shown, unit, self._eye(), self._ask))

    def _ask(self, left: Document, right: Document) -> Constraints:
        self._asked = self._settled(left, right)
        return self._asked

    def _work_on(self, job: Job) -> None:
        self._watchers.progress("aligning")
        self._background.align(job, Listener(self._tell, self.take, self._fail))

    def _tell(self, progress: Progress) -> None:
        self._watchers.progress(f"aligning{progress.share}")

    def take(self, aligned: Aligned) -> None:
        """Show the rows, if enough of them is aligned where one reads."""
        comparison, text_map, complete = aligned
        if not complete and not worth_showing(comparison, self._review.here):
            return
        self._complete = complete
        if comparison is not self._review.comparison:
            self._watchers.coming(text_map)
            self._window.show(comparison)
        if complete:
            if comparison.left.granularity == self._unit:
                self._unit = None
            self._watchers.progress("")
            self._watchers.complete()

    def _fail(self, trouble: str) -> None:
        if self._complete:
            self._unit = None
        self._watchers.say(f"The alignment failed. {trouble}", trouble=True)
        self._watchers.progress("")
