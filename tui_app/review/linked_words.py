"""The words of the row under the cursor that answer each other across two languages.

All of them are marked faintly; one is chosen, by stepping to it or by selecting words
that it is among, and is marked on both sides alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui_app.core.comparison import Comparison
from tui_app.core.model import Side
from tui_app.core.word_links import LinksOf, linked_on, links_in_row, meet
from tui_app.review.looks import Mark

if TYPE_CHECKING:
    from tui_app.core.align.translations.translation_lexicon import WordLink
    from tui_app.review.selection import Selection


class LinkedWords:
    """The links of one row at a time; ``links_of`` is what is known of the words."""

    def __init__(self, comparison: Comparison, links_of: LinksOf) -> None:
        self.links_of = links_of
        self._comparison = comparison
        self._row = -1
        self._links: tuple[WordLink, ...] = ()
        self._stepped: WordLink | None = None

    def of_row(self, row: int) -> tuple[WordLink, ...]:
        """Return the links of the row; what was stepped to on another is forgotten."""
        if row != self._row:
            self._row, self._stepped = row, None
            self._links = links_in_row(self._comparison, row, self.links_of)
        return self._links

    def chosen(self, row: int, selections: Sequence[Selection]) -> list[WordLink]:
        """Return the links with selected words, else the one stepped to."""
        links = self.of_row(row)
        touched = [
            link
            for link in links
            for one in selections
            if meet(linked_on(link, one.side), one.span)
        ]
        if selections or self._stepped is None:
            return touched
        return [self._stepped]

    def step(self, row: int, side: Side, by: int) -> WordLink | None:
        """Step to the next linked word (1) or the one before (-1), round the end."""
        links = sorted(self.of_row(row), key=lambda link: linked_on(link, side))
        if not links:
            return None
        at = links.index(self._stepped) + by if self._stepped else min(by, 0)
        self._stepped = links[at % len(links)]
        return self._stepped

    def faint_marks(self, row: int, side: Side) -> Iterator[Mark]:
        """Yield the marks of all linked words of one side."""
        for link in self.of_row(row):
            yield Mark(*linked_on(link, side), f"answered-{side}")

    def chosen_marks(
        self, row: int, side: Side, selections: Sequence[Selection]
    ) -> Iterator[Mark]:
        """Yield the marks of the words chosen, alike on both sides."""
        for link in self.chosen(row, selections):
            yield Mark(*linked_on(link, side), "answered")
