"""The list of what was left out of both documents, each with why; Enter goes there."""

from __future__ import annotations

from collections.abc import Iterator

from tui_app.core.comparison import Comparison
from tui_app.core.model import Document, Side
from tui_app.review.journey import Stay
from tui_app.ui.widgets.boxes import PickScreen
from tui_app.ui.widgets.hints import Hint
from tui_app.ui.widgets.picklist import ListEntry, heading

_LONGEST = 400
"""Characters of a passage; the filter finds words in these."""


class LeftOutScreen(PickScreen[Stay]):
    """The list; dismissed with where in the text something would stand, or ``None``."""

    HEADING = "Left out of the documents"
    HINTS = (Hint("Enter", "go where it stood"), Hint("Esc", "close"))

    def __init__(self, comparison: Comparison, *, ascii_only: bool = False) -> None:
        entries = [
            *_entries(comparison.left, "left"),
            *_entries(comparison.right, "right"),
        ]
        super().__init__(entries, ascii_only=ascii_only)


def _entries(document: Document, side: Side) -> Iterator[ListEntry[Stay]]:
    left_out = document.extract.left_out if document.extract else ()
    if left_out:
        yield heading(f"{side.capitalize()}, {len(left_out)}: {document.title}")
    for one in left_out:
        words = " ".join(one.text[:_LONGEST].split())
        pieces = ((f"{one.why}: ", "aside"), (words, ""))
        yield ListEntry(pieces, Stay(side, one.offset))
