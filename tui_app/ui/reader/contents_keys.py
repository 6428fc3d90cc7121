"""The key of the contents: what the texts consist of, and going to a section."""

from __future__ import annotations

from operator import is_
from typing import TYPE_CHECKING

from tui_app.review.counts import Counts
from tui_app.review.review import Review
from tui_app.ui.host import Acts, Host
from tui_app.ui.reader.jump_keys import JumpKeys

if TYPE_CHECKING:
    from tui_app.core.contents.sections import Section
    from tui_app.review.section_numbers import SectionCounter


class ContentsKeys:
    """Opens the contents, with what is counted so far."""

    def __init__(
        self, review: Review, counts: Counts, jumps: JumpKeys, host: Host
    ) -> None:
        self._review = review
        self._counts = counts
        self._jumps = jumps
        self._host = host

    def acts(self) -> Acts:
        """Return what the keys do."""
        return {"contents": self.open}

    def open(self) -> None:
        """List the sections of both texts, and go to the one picked."""
        if not self._host.waits_for_rows(self._review):
            sections = self._sections()
            if sections:
                self._open(sections)
            else:
                self._host.say("No headings are found in these texts.")

    def _sections(self) -> tuple[Section, ...]:
        from tui_app.core.contents.sections import sections_of

        review = self._review
        return sections_of(review.comparison, review.places, review.headings)

    def _open(self, sections: tuple[Section, ...]) -> None:
        from tui_app.ui.screens.contents_list import ContentsScreen

        review = self._review
        screen = ContentsScreen(
            sections,
            _News(review, self._counts),
            review.row,
            across=review.comparison.translation is not None,
            drawn_with=review.signs.drawn_with,
        )
        self._host.open(screen, self._go)

    def _go(self, section: Section | None) -> None:
        if section is None:
            return
        if section.place is None:
            self._jumps.go(section.row)
        else:
            self._jumps.go(section.row, *section.place)


class _News:
    """Tells the numbers of sections whenever they are others than when last asked."""

    def __init__(self, review: Review, counts: Counts) -> None:
        self._review = review
        self._counts = counts
        self._told: tuple[object, ...] = ()

    def __call__(self) -> SectionCounter | None:
        from tui_app.review.section_numbers import Done, SectionCounter

        review, counted = self._review, self._counts.by_row
        facts = None if counted is None else counted.facts
        known = facts, review.placed, review.attention.reviewed
        if self._told and all(map(is_, known, self._told)):
            return None
        self._told = known
        notes = tuple(min(one.rows) for one in review.placed if one.rows)
        done = Done(notes, review.attention.reviewed)
        return SectionCounter(review.comparison, counted, done)
