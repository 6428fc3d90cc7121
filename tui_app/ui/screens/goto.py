"""Go to a row, a percentage, a heading, or a page, chapter or time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import starmap

from tui_app.core.comparison import Comparison
from tui_app.core.extract import PlaceMark
from tui_app.core.model import SIDES, Document, Role
from tui_app.core.row_places import RowPlaces
from tui_app.ui.widgets.boxes import PickScreen
from tui_app.ui.widgets.hints import Hint
from tui_app.ui.widgets.picklist import ListEntry, first_of, heading, holds

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


def places_of(
    comparison: Comparison, places: RowPlaces, query: str = ""
) -> Iterator[tuple[int, str]]:
    """Yield the rows at which pages, chapters or cues begin, with their names.

    The names hold all words of the query, and tell the side where both documents have
    such places.
    """
    wanted = query.casefold().split()
    marks = {side: _marks(comparison.document(side)) for side in SIDES}
    both = all(marks.values())
    for side in SIDES:
        for mark in marks[side]:
            name = f"{mark.name}, {side}" if both else mark.name
            if holds(name.casefold(), wanted):
                yield places.row_at(side, mark.offset), name


def _marks(document: Document) -> Sequence[PlaceMark]:
    return document.extract.places if document.extract else ()


class GoToScreen(PickScreen[int]):
    """The box; it is dismissed with a row counted from 0, or ``None``."""

    DEFAULT_CSS = """
    GoToScreen > #box { max-height: 16; }
    """
    HEADING = "Go to"
    PLACEHOLDER = "a row, a percentage (45%), words of a heading, page 12"
    HINTS = (Hint("Enter", "go there"), Hint("Esc", "stay"))

    def __init__(
        self, comparison: Comparison, places: RowPlaces, *, ascii_only: bool = False
    ) -> None:
        self._rows = len(comparison.rows)
        self._headings = [self._entry(*one) for one in headings_of(comparison)]
        self._places = partial(places_of, comparison, places)
        super().__init__(self._found(""), ascii_only=ascii_only)

    def _found(self, query: str) -> Iterator[ListEntry[int]]:
        if self._headings:
            yield heading("Headings")
            yield from self._headings
        places = starmap(self._entry, self._places(query))
        yield from first_of("Places in the documents", places)

    def _entry(self, row: int, words: str) -> ListEntry[int]:
        width = len(str(self._rows))
        return ListEntry(((f"{row + 1:>{width}}  ", "aside"), (words, "")), row)

    def typed(self, text: str) -> None:
        """Offer the row that is named, or the headings and places that match."""
        row = row_named(text, self._rows)
        if row is None:
            self.picks.show(self._found(text))
            self.picks.filter(text)
        else:
            self.picks.filter("")
            self.picks.show([ListEntry(((f"row {row + 1} of {self._rows}", ""),), row)])
