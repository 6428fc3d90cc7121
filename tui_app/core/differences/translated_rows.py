"""What is shown of the rows of a text and its translation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final

from tui_app.core.differences.row_differences import (
    RowCollator,
    joined_units,
    placed,
)
from tui_app.core.facts.across.pair_of_languages import (
    PairOfLanguages,
    pair_of_languages,
)
from tui_app.core.facts.across.row_across import differences_across
from tui_app.core.facts.across.translated_row import TranslatedRow
from tui_app.core.model import Difference, Document, Row
from tui_app.core.rows import passage

_MOST_ROWS_READ: Final = 2_000
"""Rows, spread over a book, that tell what the pair has in common."""

_AROUND: Final = 400
"""Characters before a passage, and as many behind, in which a value may stand."""


class TranslatedRows:
    """Works out what differs in rows of a text and its translation.

    Making one costs nothing; what the whole shows is read once, when the first row
    with both sides is asked for. A row's facts stated alone are those of its language.
    """

    def __init__(
        self,
        left: Document,
        right: Document,
        languages: tuple[str, str],
        rows: Sequence[Row],
    ) -> None:
        self._left = left
        self._right = right
        self._languages = languages
        self._rows = rows
        self._alone = RowCollator(left, right)

    def differences(self, row: Row) -> tuple[Difference, ...]:
        """Return what differs in ``row``, offsets into the documents' texts.

        A row with one side only shows nothing, one that is the same on both at most
        that it was left untranslated.
        """
        if not (row.left and row.right):
            return ()
        left = joined_units(self._left, row.left)
        right = joined_units(self._right, row.right)
        read = TranslatedRow(
            left.text,
            right.text,
            _around(self._left, row.left),
            _around(self._right, row.right),
        )
        return tuple(placed(differences_across(read, self._pair), left, right))

    def read_whole(self) -> None:
        """Read what the documents tell as a whole, else read for the first row."""
        self._pair  # noqa: B018  # kept from now on

    def stated(self, row: Row) -> tuple[Difference, ...]:
        """Return the facts that the passage of a row with one side states."""
        return self._alone.stated(row)

    @cached_property
    def _pair(self) -> PairOfLanguages:
        return pair_of_languages(self._read(), self._languages)

    def _read(self) -> Iterable[tuple[str, str]]:
        linked = [row for row in self._rows if row.left and row.right]
        every = max(1, -(-len(linked) // _MOST_ROWS_READ))
        return (
            (passage(self._left, row.left), passage(self._right, row.right))
            for row in linked[::every]
        )


def _around(document: Document, units: Sequence[int]) -> str:
    """Return the text just before and just behind the units."""
    start, end = document.units[units[0]].start, document.units[units[-1]].end
    before = document.text[max(0, start - _AROUND) : start]
    return f"{before}\n{document.text[end : end + _AROUND]}"
