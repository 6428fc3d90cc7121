"""Two documents, their rows and, row by row when asked for, their differences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from os import PathLike
from typing import TYPE_CHECKING

from tui_app.core.model import (
    Alignment,
    Constraints,
    Difference,
    Document,
    Granularity,
    Progress,
    Row,
)

if TYPE_CHECKING:
    from tui_app.core.differences import RowCollator

NO_CONSTRAINTS = Constraints()


@dataclass(frozen=True)
class Comparison:
    """Two aligned documents. Differences are worked out when first asked for."""

    left: Document
    right: Document
    alignment: Alignment
    rows: tuple[Row, ...]
    _memory: dict[int, tuple[Difference, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )
    _collators: list[RowCollator] = field(
        default_factory=list, repr=False, compare=False
    )

    def __getstate__(self) -> dict[str, object]:
        """Return what another process needs: a collator is quickly made anew."""
        return {**self.__dict__, "_collators": []}

    def differences(self, row: int) -> tuple[Difference, ...]:
        """Return the differences of the row, offsets into the documents' texts."""
        if row not in self._memory:
            self._memory[row] = self._collator().differences(self.rows[row])
        return self._memory[row]

    def _collator(self) -> RowCollator:
        if not self._collators:
            from tui_app.core.differences import RowCollator

            self._collators.append(RowCollator(self.left, self.right))
        return self._collators[0]

    def to_dict(self, *, differences: bool = True) -> dict[str, object]:
        """Return the JSON form, with the differences of every row unless declined."""
        from tui_app.core.interchange import comparison_as_json

        return comparison_as_json(self, differences=differences)


def compare(
    left: Document,
    right: Document,
    constraints: Constraints = NO_CONSTRAINTS,
    report: Callable[[Progress], None] | None = None,
) -> Comparison:
    """Align two segmented documents.

    ``report`` is called now and then from the calling thread; what it raises
    ends the work and passes through.
    """
    from tui_app.core.align import align
    from tui_app.core.rows import build_rows

    alignment = align(left, right, constraints, report)
    return Comparison(left, right, alignment, build_rows(left, right, alignment))


def compare_texts(left: str, right: str, unit: Granularity = "sentence") -> Comparison:
    """Compare two strings."""
    from tui_app.core.segmentation import segment

    return compare(segment(left, None, unit), segment(right, None, unit))


def compare_files(
    left: str | PathLike[str],
    right: str | PathLike[str],
    unit: Granularity = "sentence",
) -> Comparison:
    """Compare two files.

    Raises ``UserError`` where one cannot be read.
    """
    from tui_app.core.loading import load_document

    return compare(load_document(left, unit), load_document(right, unit))
