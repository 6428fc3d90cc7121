"""The list of what was left out of both documents, each with why; Enter goes there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui_app.core.comparison import Comparison
from tui_app.core.extract import LeftOut
from tui_app.core.model import SIDES, Side
from tui_app.review.journey import Stay
from tui_app.settings.drawn import Drawn
from tui_app.ui.widgets.boxes import PickScreen
from tui_app.ui.widgets.hints import Hint
from tui_app.ui.widgets.picklist import ListEntry, first_of, holds

_LONGEST = 400
"""Characters of a passage; the filter finds words in these."""


class LeftOutScreen(PickScreen[Stay]):
    """The list; dismissed with where in the text something would stand, or ``None``."""

    HEADING = "Left out of the documents"
    HINTS = (Hint("Enter", "go where it stood"), Hint("Esc", "close"))

    def __init__(
        self, comparison: Comparison, *, drawn_with: Drawn = Drawn.UNICODE
    ) -> None:
        self._comparison = comparison
        super().__init__(self._found(""), drawn_with=drawn_with)

    def _found(self, query: str) -> Iterator[ListEntry[Stay]]:
        for side in SIDES:
            document = self._comparison.document(side)
            left_out = document.extract.left_out if document.extract else ()
            name = f"{side.capitalize()}, {len(left_out)}: {document.called}"
            yield from first_of(name, _entries(left_out, side, query))

    def typed(self, text: str) -> None:
        """Offer what matches."""
        self.picks.show(self._found(text))
        self.picks.filter(text)


def _entries(
    left_out: Iterable[LeftOut], side: Side, query: str
) -> Iterator[ListEntry[Stay]]:
    wanted = query.casefold().split()
    for one in left_out:
        words, why = one.text[:_LONGEST], f"{one.why}: "
        if holds(f"{why}{words}".casefold(), wanted):
            pieces = ((why, "aside"), (" ".join(words.split()), ""))
            yield ListEntry(pieces, Stay(side, one.offset))
