"""Go to a row, a percentage, a heading, or a page, chapter or time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tui_app.core.comparison import Comparison
from tui_app.core.model import Document, Role, Side
from tui_app.core.row_places import RowPlaces
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


def places_of(comparison: Comparison) -> list[tuple[int, str]]:
    """Return the rows at which pages, chapters or cues begin, with their names.

    The names tell the side where both documents have such places.
    """
    rows = RowPlaces(comparison)
    both = all(
        document.extract and document.extract.places
        for document in (comparison.left, comparison.right)
    )
    found: list[tuple[int, str]] = []
    sides: tuple[Side, ...] = ("left", "right")
    for side in sides:
        extract = comparison.document(side).extract
        marks = extract.places if extract else ()
        at = rows.rows_at(side, (mark.offset for mark in marks))
        for row, mark in zip(at, marks, strict=True):
            found.append((row, f"{mark.name}, {side}" if both else mark.name))
    return found


class GoToScreen(PickScreen[int]):
    """The box; it is dismissed with a row counted from 0, or ``None``."""

    DEFAULT_CSS = """
    GoToScreen > #box { max-height: 16; }
    """
    HEADING = "Go to"
    PLACEHOLDER = "a row, a percentage (45%), words of a heading, page 12"
    HINTS = (Hint("Enter", "go there"), Hint("Esc", "stay"))

    def __init__(self, comparison: Comparison, *, ascii_only: bool = False) -> None:
        self._rows = len(comparison.rows)
        entries = [
            *self._group("Headings", headings_of(comparison)),
            *self._group("Places in the documents", places_of(comparison)),
        ]
        super().__init__(entries, ascii_only=ascii_only)

    def _group(
        self, name: str, found: Sequence[tuple[int, str]]
    ) -> Iterator[ListEntry[int]]:
        width = len(str(self._rows))
        if found:
            yield heading(name)
        for row, words in found:
            yield ListEntry(((f"{row + 1:>{width}}  ", "aside"), (words, "")), row)

    def typed(self, text: str) -> None:
        """Offer the row that is named, or the headings that match."""
        row = row_named(text, self._rows)
        if row is None:
            self.picks.show(self._entries)
            self.picks.filter(text)
        else:
            self.picks.filter("")
            self.picks.show([ListEntry(((f"row {row + 1} of {self._rows}", ""),), row)])
