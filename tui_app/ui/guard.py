"""The last gate before the terminal: no text segment carries a control character.

Whatever shows text maps it first (``core.text.display``), so that widths are right.
This filter only makes sure that a place forgotten cannot steer the terminal; a
test counts what it had to replace, and any count above none is a fault elsewhere.
"""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui_app.core.text.display import displayable_line


class Guard(LineFilter):
    """Replaces what could steer the terminal; ``hits`` counts the segments it met."""

    def __init__(self) -> None:
        super().__init__()
        self.hits = 0

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with their text made displayable."""
        del background
        return [
            segment if segment.control else self._clean(segment) for segment in segments
        ]

    def _clean(self, segment: Segment) -> Segment:
        text = segment.text
        if text.isprintable():
            return segment
        shown = displayable_line(text)
        if shown == text:
            return segment
        self.hits += 1
        return segment._replace(text=shown)
