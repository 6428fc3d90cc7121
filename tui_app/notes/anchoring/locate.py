"""The order in which a place is looked for; the first answer wins."""

from __future__ import annotations

from tui_app.core.model import Span
from tui_app.notes.model import Anchor, Found, State


class Locator:
    """Finds anchors made on one text in another.

    ``old`` is the text the anchors were made on, ``None`` if it is not known.
    """

    def __init__(self, old: str | None, new: str) -> None:
        self._old = old
        self._new = new

    def locate(self, anchor: Anchor) -> Found:
        """Return where the anchor stands in the new text."""
        span = Span(anchor.start, anchor.end)
        if self._new[anchor.start : anchor.end] == anchor.quote:
            return Found(anchor, State.PLACED, span, 1.0)
        return Found(anchor, State.ORPHAN, None, 0.0)
