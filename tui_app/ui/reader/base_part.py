"""The base of the reading: compared beside it, shown row by row, visited by a key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tui_app.core.from_base.told_from_base import FromBase
from tui_app.core.model import Progress
from tui_app.review.options import MarkOptions
from tui_app.review.review import Review
from tui_app.review.since_base import (
    BaseCounts,
    ComparedBase,
    StatusCounts,
    compared_with_base,
    counted_since_base,
)
from tui_app.ui.host import Acts, Host
from tui_app.ui.pair.pair_window import PairWindow
from tui_app.ui.reader.background import Background, Pupil

if TYPE_CHECKING:
    from tui_app.core.from_base.changes_from_base import ChangesFromBase

_NEXT: dict[FromBase | None, FromBase | None] = {
    None: FromBase.NEW,
    FromBase.NEW: FromBase.TAKEN_BACK,
    FromBase.TAKEN_BACK: FromBase.CHANGED_AGAIN,
    FromBase.CHANGED_AGAIN: FromBase.KEPT,
    FromBase.KEPT: None,
}
_VISITED: dict[FromBase | None, str] = {
    None: "all changes, whatever the base says",
    FromBase.NEW: "what is new: base and left agree there",
    FromBase.TAKEN_BACK: "what is taken back: as in the base again",
    FromBase.CHANGED_AGAIN: "what is changed again: all three differ",
    FromBase.KEPT: "what is kept: the left had changed the base",
}


class BasePart:
    """Has the base compared with both texts whenever other rows are shown.

    ``progress`` shows how far it is, or nothing any more.
    """

    def __init__(
        self,
        review: Review,
        window: PairWindow,
        background: Background,
        host: Host,
        progress: Callable[[str], None],
    ) -> None:
        self._review = review
        self._window = window
        self._background = background
        self._host = host
        self._progress = progress
        self._counted_of: ChangesFromBase | None = None
        self._counted_under: MarkOptions | None = None
        self._remarked = False

    def acts(self) -> Acts:
        """Return what the keys do."""
        return {"base-visits": self.visit_otherwise}

    # Visiting ------------------------------------------------------------------

    def visit_otherwise(self) -> None:
        """Go to the changes of the next status, after the last to all of them."""
        since_base, marks = self._review.since_base, self._review.marks
        if since_base is None:
            self._host.say("No base: --base FILE tells what is new or taken back.")
        elif since_base.changes is None:
            self._host.say("The base is still being compared.")
        else:
            status = _NEXT[marks.since_base]
            self._window.mark(marks._replace(since_base=status))
            keys = map(self._host.key, ("next-difference", "previous-difference"))
            self._host.say(f"{' and '.join(keys)} go to {_VISITED[status]}.")

    # Comparing -----------------------------------------------------------------

    def begin(self) -> None:
        """Compare the base, if there is one, with the texts in the rows shown."""
        since_base, shown = self._review.since_base, self._review.comparison
        if since_base is None or self._review.provisional:
            return
        self._progress("comparing with the base")
        lesson = partial(compared_with_base, since_base.base, shown)
        pupil = Pupil(self._tell, self._take, self._fail)
        self._background.learn(lesson, pupil, about="base")

    def _tell(self, progress: Progress) -> None:
        self._progress(f"comparing with the base{progress.share}")

    def _fail(self, trouble: str) -> None:
        self._progress("")
        self._host.say(f"The base could not be compared. {trouble}", trouble=True)

    def _take(self, compared: ComparedBase) -> None:
        changes, remark = compared
        self._progress("")
        if changes.pair is not self._review.comparison:
            return  # other rows came meanwhile, and are compared in their turn
        self._window.tell_from_base(changes)
        if remark and not self._remarked:
            self._host.say(f"{remark[0].upper()}{remark[1:]}.")
        self._remarked = True

    # Counting ------------------------------------------------------------------

    def follow(self) -> None:
        """Count anew where other rows are shown by now, or other changes count."""
        since_base = self._review.since_base
        if since_base is None or since_base.changes is None:
            return
        changes, marks = since_base.changes, self._review.marks
        marks = marks._replace(visits="all", facts_only=False, since_base=None)
        if changes is self._counted_of and marks == self._counted_under:
            return
        self._counted_of, self._counted_under = changes, marks
        counts = BaseCounts(len(changes.pair.rows))
        rows = counted_since_base(changes.alone(), marks)
        self._background.count_base(rows, partial(self._add, counts))

    def _add(self, counts: BaseCounts, counted: list[StatusCounts]) -> None:
        counts.add(counted)
        since_base = self._review.since_base
        if since_base is not None and counts.complete:
            since_base.counts = counts
            self._window.tell()
