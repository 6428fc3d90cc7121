"""The key of the table of one text against several, and going to what is picked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui_app.core.file_stamp import lasting_stamp
from tui_app.core.model import Constraints, Document
from tui_app.review.journey import Stay
from tui_app.review.request import Request
from tui_app.review.review import Review
from tui_app.review.session import Session
from tui_app.ui.beside import HandOver
from tui_app.ui.host import Acts, Host
from tui_app.ui.reader.jump_keys import JumpKeys
from tui_app.ui.reader.other_text_keys import OtherTextKeys

if TYPE_CHECKING:
    from tui_app.core.witness_table import LoneLine
    from tui_app.review.witness_work import FoundWitness, WitnessJob
    from tui_app.ui.reader.table_work import TableWork
    from tui_app.ui.screens.witness_list import WitnessScreen


class _SoFar(NamedTuple):
    """What was found in texts beside this left, by their numbers in the ring."""

    left: Document
    found: dict[int, FoundWitness]

    def holds(self, left: Document) -> bool:
        """Tell whether it is about the passages of this text."""
        before = self.left
        return before.granularity == left.granularity and before.text == left.text


class AroundTable(NamedTuple):
    """What the key needs of the screen besides a host.

    ``links`` are those settled by hand in the pair that is read.
    """

    hand_over: HandOver
    jumps: JumpKeys
    others: OtherTextKeys
    links: Callable[[], Constraints]


class TableKeys:
    """Opens the table; what was found is there when it is opened again."""

    def __init__(
        self, session: Session, review: Review, host: Host, around: AroundTable
    ) -> None:
        self._session = session
        self._review = review
        self._host = host
        self._around = around
        self._so_far: _SoFar | None = None
        self._work: TableWork | None = None

    def acts(self) -> Acts:
        """Return what the keys do."""
        return {"witness-table": self.open}

    def go_on_from(self, other: TableKeys) -> None:
        """Take over what the reading before has found and what still holds."""
        so_far = other._so_far
        if so_far is not None and other._request is not None:
            other._forget_stale(so_far, other._request)
            self._so_far = so_far

    def close(self) -> None:
        """Abandon what is still worked out."""
        if self._work is not None:
            self._work.end()
            self._work = None

    @property
    def _request(self) -> Request | None:
        request = self._session.request
        return request if request and request.against else None

    def open(self) -> None:
        """Show what there is of each passage in each of the texts."""
        request = self._request
        if request is None:
            self._host.say("There is no other text; name some with --against.")
        elif not self._host.waits_for_rows(self._review):
            self._open(request)

    def _open(self, request: Request) -> None:
        from tui_app.ui.screens.witness_list import WitnessScreen

        review = self._review
        left = review.comparison.left
        if self._so_far is None or not self._so_far.holds(left):
            self._so_far = _SoFar(left, {})
        self._forget_stale(self._so_far, request)
        screen = WitnessScreen(
            left,
            request.ring,
            request.at,
            self._refuse,
            unit=left.unit_at(self._left_offset()),
            weak_below=review.weak_below,
            drawn_with=review.signs.drawn_with,
            key=self._host.key,
        )
        for found in self._so_far.found.values():
            screen.take(found)
        self._host.open(screen, partial(self._closed, screen))
        self._begin(self._so_far, request, screen)

    def _left_offset(self) -> int:
        stay = self._review.beginning(self._review.row, "left")
        return stay.offset if stay.side == "left" else 0

    def _refuse(self, place: Path) -> None:
        """Raise ``UserError`` for a file that must not be replaced."""
        from tui_app.core.exports.writing import refuse_own
        from tui_app.notes.journal.archive import refuse_notes

        request = self._session.request
        if request is not None:
            refuse_own(place, request.left, *request.ring)
        refuse_notes(place)

    # Working it out ------------------------------------------------------------

    def _forget_stale(self, so_far: _SoFar, request: Request) -> None:
        """Forget what is not so any more: a text changed, or links in this pair."""
        for number, found in list(so_far.found.items()):
            of_pair = found.settled.links, found.settled.counting.silenced
            now = self._around.links(), self._review.marks.counting.silenced
            changed = found.stamp not in {None, lasting_stamp(request.ring[number])}
            if changed or found.trouble or (number == request.at and of_pair != now):
                del so_far.found[number]

    def _begin(self, so_far: _SoFar, request: Request, screen: WitnessScreen) -> None:
        from tui_app.ui.reader.table_work import TableListener, TableWork

        self.close()
        job = self._job(so_far, request)
        if not job.wanted:
            return

        def took(found: FoundWitness) -> None:
            so_far.found[found.number] = found
            screen.take(found)

        listener = TableListener(screen.tell, took, screen.fail)
        self._work = TableWork(job, self._around.hand_over, listener)
        self._work.begin()

    def _job(self, so_far: _SoFar, request: Request) -> WitnessJob:
        from tui_app.review.witness_work import WitnessJob

        count, settings = len(request.ring), self._session.settings
        order = ((request.at + further) % count for further in range(count))
        return WitnessJob(
            so_far.left,
            request.ring,
            tuple(number for number in order if number not in so_far.found),
            ((request.at, self._review.comparison.right), *self._around.others.once),
            request.changes.right,
            settings.with_lists(request.languages),
            self._review.marks.counting._replace(silenced=frozenset()),
        )

    # Going ---------------------------------------------------------------------

    def _closed(self, screen: WitnessScreen, picked: int | LoneLine | None) -> None:
        self.close()
        if picked is None or self._request is None:
            return
        number, stay = _place_of(self._review.comparison.left, screen.chosen, picked)
        review = self._review
        if number == self._request.at:
            self._around.jumps.go(review.row_at(stay), *stay)
        else:
            self._around.jumps.leave(review.here)
            self._around.others.go_to(number, stay)


def _place_of(left: Document, chosen: int, picked: int | LoneLine) -> tuple[int, Stay]:
    """Return the text to go to, and the passage there.

    What the left lacks and the text chosen as well is gone to in the first that has it.
    """
    if isinstance(picked, int):
        return chosen, Stay("left", left.units[picked].start)
    held = picked.passages
    number = chosen if held[chosen] else next(n for n, one in enumerate(held) if one)
    passage = held[number]
    return number, Stay("right", passage.span.start if passage else 0)
