"""The words that the readable forms share."""

from __future__ import annotations

from tui_app.core.model import Document
from tui_app.notes.model import Anchor, PlacedNote


def name_of(document: Document) -> str:
    """Return what a reader calls the document."""
    return document.source or document.title or "(text)"


def side_name(anchor: Anchor) -> str:
    """Return the side of the anchor in words."""
    return "Left" if anchor.side == "left" else "Right"


def quoted(anchor: Anchor) -> str:
    """Return the passage in one line, or where something is missing."""
    if anchor.is_gap:
        return f"(missing here, after “{' '.join(anchor.prefix.split())}”)"
    return " ".join(anchor.quote.split())


def rows_in_words(one: PlacedNote) -> str:
    """Return where the note stands: rows as the reader counts them."""
    if one.rows:
        word = "Row" if len(one.rows) == 1 else "Rows"
        return f"{word} {', '.join(str(row + 1) for row in one.rows)}"
    return "Without a place" if one.note.anchors else "The whole comparison"
