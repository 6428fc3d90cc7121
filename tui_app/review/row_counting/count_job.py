"""What a process needs to count a comparison for another one."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.model import Alignment, Document, Granularity
from tui_app.core.row_columns import ColumnRows
from tui_app.core.translation import Translation
from tui_app.core.units import ColumnUnits
from tui_app.review.options import MarkOptions
from tui_app.review.row_counting.counted_rows import RowsToCount
from tui_app.review.row_counting.counting_work import KnownCounts


class CountedText(NamedTuple):
    """A document without what no difference depends on."""

    text: str
    granularity: Granularity
    units: ColumnUnits

    @classmethod
    def of(cls, document: Document) -> CountedText:
        """Return what is counted of the document."""
        units = ColumnUnits.of(document.units)
        return cls(document.text, document.granularity, units)

    def document(self) -> Document:
        """Return a document to compare."""
        return Document(self.text, None, "", self.granularity, self.units)


class KeepIn(NamedTuple):
    """Where the counts are to be kept: the folder, and the hash they are found by."""

    folder: Path
    key: bytes


class CountJob(NamedTuple):
    """Count ``how_many`` rows from ``first`` on, the beginning coming after the end.

    ``known`` ones need not be compared again. ``keep_in`` is ``None`` where the counts
    are not to be kept.
    """

    left: CountedText
    right: CountedText
    translation: Translation | None
    rows: RowsToCount
    marks: MarkOptions
    first: int
    how_many: int
    known: KnownCounts | None
    keep_in: KeepIn | None

    def comparison(self) -> Comparison:
        """Return the comparison to count."""
        return Comparison(
            self.left.document(),
            self.right.document(),
            Alignment((), ()),
            ColumnRows.of(self.rows.rows()),
            translation=self.translation,
        )
