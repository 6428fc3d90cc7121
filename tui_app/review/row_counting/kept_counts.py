"""Counts kept in the user's cache: places and numbers, hashes, none of the words."""

from __future__ import annotations

from pathlib import Path

from tui_app.core.comparison import Comparison
from tui_app.core.difference_columns import RowsWorkedOut
from tui_app.core.joined_bytes import joined, parted
from tui_app.core.model import Constraints, Document, Report
from tui_app.core.translation import Translation
from tui_app.disk.kept_files import KeptFile
from tui_app.disk.paths import counts_folder
from tui_app.review.kept_alignments import compare_as_kept
from tui_app.review.pair_key import NotToldError, pair_key
from tui_app.review.row_counting.counted_rows import CountedRows, RowsToCount
from tui_app.review.row_counting.counting_work import MANY_ROWS, KnownCounts


class KeptCounts:
    """The counts of one pair of texts; ``key`` is the hash of what they depend on."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._file = KeptFile(folder, "counts", key)

    def read(self) -> KnownCounts | None:
        """Return what is kept, ``None`` for nothing that can be used."""
        return self._file.read(_known_counts)

    def write(self, known: KnownCounts) -> None:
        """Keep the counts, if the disk allows it."""
        rows, pair, marks, counted = known
        stretches = [one.to_bytes() for one in counted]
        self._file.write(joined(joined(*rows), pair, marks, joined(*stretches)))


def compare_as_counted(
    left: Document,
    right: Document,
    constraints: Constraints,
    translation: Translation | None,
    report: Report | None = None,
) -> Comparison:
    """Return the comparison, with what is kept of its alignment and of its rows."""
    comparison = compare_as_kept(left, right, constraints, translation, report)
    know_kept_rows(comparison)
    return comparison


def know_kept_rows(comparison: Comparison) -> None:
    """Let a long comparison know what differs in its rows, if a reader counted them."""
    if len(comparison.rows) <= MANY_ROWS:
        return
    try:
        key = pair_key(comparison.left, comparison.right, comparison.translation)
    except NotToldError:
        return
    known = KeptCounts(counts_folder(), key).read()
    if known is not None and known.rows == RowsToCount.of(comparison.rows):
        for first, _, differences in known.counted:
            comparison.know(RowsWorkedOut(first, differences))


def _known_counts(content: bytes) -> KnownCounts:
    rows, pair, marks, stretches = parted(content, 4)
    columns = RowsToCount(*parted(rows, len(RowsToCount._fields)))
    counted = tuple(map(CountedRows.from_bytes, parted(stretches)))
    return KnownCounts(columns, pair, marks, counted)
