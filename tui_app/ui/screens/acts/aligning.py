"""Aligning beside the reading: at the start, in other units, after links by hand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from textual import on

from tui_app.core.comparison import Comparison, compare_again, compare_in_steps
from tui_app.core.model import Constraints, Granularity
from tui_app.review.alignments import (
    Cut,
    Job,
    Made,
    Report,
    _mostly_linked,
    recut,
    worth_showing,
)
from tui_app.review.outline import Outline
from tui_app.review.session import Session
from tui_app.ui.reader.background import Aligned, Aligning, AlignmentFailed, Background
from tui_app.ui.screens.acts.noting import NotingActs

_STAGES = {"align": "aligning"}

_NEXT_UNIT: dict[Granularity, Granularity] = {
    "sentence": "paragraph",
    "paragraph": "line",
    "line": "sentence",
}


class AligningActs(NotingActs):
    """What makes the rows that are shown."""

    session: Session
    background: Background
    _cut: Cut
    _obeyed = Constraints()
    """What the rows on the screen take as settled by hand."""
    _complete = False
    """Whether the rows on the screen are the best there will be."""
    _unit: Granularity | None = None
    """The unit asked for whose rows are not there yet."""

    def realign(self, constraints: Constraints) -> None:
        """Align again under what is settled by hand; reading goes on meanwhile."""
        if self._unit is not None:
            self._cut_in(self._unit)  # it asks what is settled itself
            return
        shown, before = self.comparison, self._obeyed
        if not self._complete:
            self._work_on(lambda report: self._steps(shown, constraints, report))
            return

        def job(_report: Report) -> Iterable[Made]:
            return [Made(compare_again(shown, before, constraints), constraints)]

        self._work_on(job)

    def begin(self) -> None:
        """Take the rows that were ready before the screen, or begin to align."""
        self._complete = self.session.comparison is not None
        self._cut = Cut(self.session)
        if not self._complete:
            self.tell_progress("aligning")
            # Both texts are to be read first.
            self.call_after_refresh(self.realign, Constraints())

    def _steps(
        self, shown: Comparison, constraints: Constraints, report: Report
    ) -> Iterator[Made]:
        row = shown.rows[self.cursor_row] if shown.rows else None
        eye = row.left[0] if row and row.left else 0
        left, right = shown.left, shown.right
        if self.session.coarse and left is self.session.left:
            at = left.units[eye].start if left.units else 0
            left, right = self._cut.documents()
            eye = max(0, bisect_right(left.units, at, key=lambda unit: unit.start) - 1)
            if self.has_desk:
                constraints = self.desk.settled(left, right)
        steps = compare_in_steps(left, right, constraints, report, eye)
        yield from _mostly_linked(steps, constraints)

    def action_unit(self) -> None:
        """Go from sentences to paragraphs to lines; the passage stays in sight."""
        self._unit = _NEXT_UNIT[self._unit or self.comparison.left.granularity]
        self._cut_in(self._unit)

    def _cut_in(self, unit: Granularity) -> None:
        shown = self.comparison

        def job(report: Report) -> Iterable[Made]:
            documents = recut(shown.left, unit), recut(shown.right, unit)
            settled = self.desk.settled(*documents)
            steps = compare_in_steps(*documents, settled, report)
            return _mostly_linked(steps, settled)

        self._work_on(job)

    def _work_on(self, job: Job) -> None:
        self.tell_progress("aligning")
        self.background.align(job)

    @on(Aligning)
    def _aligning(self, event: Aligning) -> None:
        progress = event.progress
        stage = _STAGES.get(progress.stage, progress.stage)
        share = f" {progress.done / progress.total:.0%}" if progress.total else ""
        self.tell_progress(f"{stage}{share}")

    @on(Aligned)
    def _aligned(self, event: Aligned) -> None:
        comparison, obeyed = event.made
        if not event.complete and not worth_showing(comparison, self.here):
            return
        self._obeyed, self._complete = obeyed, event.complete
        if comparison is not self.comparison:
            self.view.show(comparison)
        if event.complete:
            if comparison.left.granularity == self._unit:
                self._unit = None
            self.tell_progress("")
        self.rows_changed(event.outline, complete=event.complete)

    @on(AlignmentFailed)
    def _failed(self, event: AlignmentFailed) -> None:
        self._unit = None
        self.say(f"The alignment failed. {event.trouble}", trouble=True)
        self.tell_progress("")

    def tell_progress(self, message: str) -> None:
        """Say what is being worked on, or nothing."""
        raise NotImplementedError

    def rows_changed(self, outline: Outline, *, complete: bool) -> None:
        """Bring everything up to date that depends on the rows."""
        raise NotImplementedError
