"""Go to a row, a percentage, a heading, or a page, chapter or time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import starmap

from tui_app.core.comparison import Comparison
from tui_app.core.contents.sections import BothHeadings
from tui_app.core.extract import PlaceMark
from tui_app.core.model import SIDES, Document
from tui_app.core.row_places import RowPlaces
from tui_app.settings.drawn import Drawn
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


def rows_with_headings(
    comparison: Comparison, places: RowPlaces, headings: BothHeadings
) -> list[tuple[int, str]]:
    """Return the rows that hold a title or a heading, with its words."""
    found: dict[int, str] = {}
    for side, of_side in zip(SIDES, headings, strict=True):
        document = comparison.document(side)
        title = document.title_unit
        if title is not None:
            row = places.row_of_unit(side, title) or 0
            found.setdefault(row, " ".join(document.unit_text(title).split()))
        rows = places.rows_at(side, (one.start for one in of_side))
        for row, one in zip(rows, of_side, strict=True):
            found.setdefault(row, one.words)
    return sorted(found.items())


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
        self,
        comparison: Comparison,
        places: RowPlaces,
        headings: BothHeadings,
        *,
        drawn_with: Drawn = Drawn.UNICODE,
    ) -> None:
        self._rows = len(comparison.rows)
        named = rows_with_headings(comparison, places, headings)
        self._headings = [self._entry(*one) for one in named]
        self._places = partial(places_of, comparison, places)
        super().__init__(self._found(""), drawn_with=drawn_with)

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
