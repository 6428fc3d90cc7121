"""Go to a row, a percentage or a heading."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui_app.core.comparison import Comparison
from tui_app.core.model import Document, Role
from tui_app.ui.widgets.boxes import PickScreen
from tui_app.ui.widgets.hints import Hint
from tui_app.ui.widgets.picklist import ListEntry, heading

_NUMBER = re.compile(r"\s*(\d{1,9}(?:[.,]\d{1,3})?)\s*(%?)\s*")


def row_named(text: str, rows: int) -> int | None:
    """Return the row that ``57`` or ``45%`` names, counted from 0, or ``None``.

    Numbers beyond the end name the last row.
    """
    match = _NUMBER.fullmatch(text)
    if match is None or not rows:
        return None
    number = float(match[1].replace(",", "."))
    place = number / 100 * (rows - 1) if match[2] else number - 1
    return min(max(round(place), 0), rows - 1)


def headings_of(comparison: Comparison) -> list[tuple[int, str]]:
    """Return the rows that hold a title or a heading, with its words."""
    found: list[tuple[int, str]] = []
    for number, row in enumerate(comparison.rows):
        names = _names(comparison.left, row.left) or _names(comparison.right, row.right)
        if names:
            found.append((number, names))
    return found


def _names(document: Document, units: Iterable[int]) -> str:
    wanted = {Role.TITLE, Role.HEADING}
    names = [
        document.unit_text(unit)
        for unit in units
        if document.units[unit].role in wanted
    ]
    return " ".join(" ".join(names).split())


class GoToScreen(PickScreen[int]):
    """The box; it is dismissed with a row counted from 0, or ``None``."""

    DEFAULT_CSS = """
    GoToScreen > #box { max-height: 16; }
    """
    HEADING = "Go to"
    PLACEHOLDER = "a row, a percentage (45%) or words of a heading"
    HINTS = (Hint("Enter", "go there"), Hint("Esc", "stay"))

    def __init__(self, comparison: Comparison, *, ascii_only: bool = False) -> None:
        self._rows = len(comparison.rows)
        width = len(str(self._rows))
        self._headings: list[ListEntry[int]] = [
            ListEntry(((f"{row + 1:>{width}}  ", "aside"), (name, "")), row)
            for row, name in headings_of(comparison)
        ]
        first: list[ListEntry[int]] = [heading("Headings")] if self._headings else []
        super().__init__([*first, *self._headings], ascii_only=ascii_only)

    def typed(self, text: str) -> None:
        """Offer the row that is named, or the headings that match."""
        row = row_named(text, self._rows)
        if row is None:
            self.picks.show(self._entries)
            self.picks.filter(text)
        else:
            self.picks.filter("")
            self.picks.show([ListEntry(((f"row {row + 1} of {self._rows}", ""),), row)])
