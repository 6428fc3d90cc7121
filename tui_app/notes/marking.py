"""What a notebook does about review marks and links by hand."""

from __future__ import annotations

from collections.abc import Iterable

from tui_app.core.comparison import Comparison
from tui_app.core.model import Constraints, Document
from tui_app.core.splitting import Part
from tui_app.notes import marks
from tui_app.notes.archive import Change
from tui_app.notes.desk import Desk
from tui_app.notes.finding import Finder
from tui_app.notes.marks import MarkKind
from tui_app.notes.places import row_anchors, unit_anchors
from tui_app.notes.placing import RowIndex


class Marking:
    """The part of a notebook that is about rows and units, not about words."""

    _desk: Desk
    _finder: Finder

    def mark_reviewed(
        self, comparison: Comparison, rows: Iterable[int], *, reviewed: bool = True
    ) -> None:
        """Mark rows as reviewed, or take the mark away."""
        chosen = frozenset(rows)
        decide = self._marking if reviewed else self._unmarking
        self._desk.commit(lambda: decide(comparison, chosen))

    def _marking(self, comparison: Comparison, rows: frozenset[int]) -> list[Change]:
        new = sorted(rows - self.reviewed(comparison))
        return [
            self._desk.new(MarkKind.REVIEWED, row_anchors(comparison, row))
            for row in new
        ]

    def _unmarking(self, comparison: Comparison, rows: frozenset[int]) -> list[Change]:
        index = RowIndex(comparison)
        return [
            Change(entry.record.id, entry.record.act, None)
            for entry in self._desk.marks(MarkKind.REVIEWED)
            if rows & marks.rows_of(entry.content, index, self._finder.find)
        ]

    def reviewed(self, comparison: Comparison) -> frozenset[int]:
        """Return the rows whose words are those that were reviewed."""
        with self._desk.lock:
            contents = [entry.content for entry in self._desk.marks(MarkKind.REVIEWED)]
            return marks.reviewed_rows(comparison, contents, self._finder.find)

    def link(
        self, comparison: Comparison, left: Iterable[int], right: Iterable[int]
    ) -> None:
        """Keep as one bead these units, numbers of both sides.

        An empty side means "no counterpart". The newest link wins where two
        speak of the same unit.
        """
        self._settle(MarkKind.LINK, comparison, left, right)

    def link_parts(self, comparison: Comparison, parts: Iterable[Part]) -> None:
        """Keep each part as one bead, as :meth:`link`, in one change to undo."""
        unit = comparison.left.granularity
        self._desk.commit(
            lambda: [
                self._desk.new(
                    MarkKind.LINK,
                    unit_anchors(comparison.left, "left", left)
                    + unit_anchors(comparison.right, "right", right),
                    unit=unit,
                )
                for left, right in parts
            ]
        )

    def unlink(
        self, comparison: Comparison, left: Iterable[int], right: Iterable[int]
    ) -> None:
        """Keep apart each of these units of the left from each of the right."""
        self._settle(MarkKind.APART, comparison, left, right)

    def _settle(
        self,
        kind: MarkKind,
        comparison: Comparison,
        left: Iterable[int],
        right: Iterable[int],
    ) -> None:
        anchors = unit_anchors(comparison.left, "left", left)
        anchors += unit_anchors(comparison.right, "right", right)
        unit = comparison.left.granularity
        self._desk.commit(lambda: [self._desk.new(kind, anchors, unit=unit)])

    def constraints(self, left: Document, right: Document) -> Constraints:
        """Return what is settled by hand, for texts cut into units like these."""
        with self._desk.lock:
            contents = [
                entry.content
                for entry in self._desk.marks(MarkKind.LINK, MarkKind.APART)
            ]
            return marks.constraints((left, right), contents, self._finder.find)
