"""Where a note from outside comes to stand, as an import has it."""

from tui_app.core.model import Document
from tui_app.notes.exchange.arrivals import Arrival, as_changes
from tui_app.notes.note import Anchor


def anchors_of(
    arrival: Arrival, left: Document, right: Document
) -> tuple[Anchor, ...] | None:
    """Return its anchors, ``None`` where a place is unsure and it is left out."""
    imported, changes = as_changes([arrival], left, right, lambda _: False)
    if imported.unplaced:
        return None
    (change,) = changes
    return change.content.anchors
