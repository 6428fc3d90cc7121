"""Notes as they go out with a comparison, and the rows that were linked by hand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from tui_app.core.comparison import Comparison
from tui_app.core.exports.report import Remark
from tui_app.core.model import Constraints, Document
from tui_app.notes.exchange.annotation import to_annotation
from tui_app.notes.note import PlacedNote


def remarks_of(
    placed: Iterable[PlacedNote], left: Document, right: Document
) -> tuple[Remark, ...]:
    """Return the notes in the order given; each carries its whole annotation."""
    return tuple(_remark(one, left, right) for one in placed)


def _remark(one: PlacedNote, left: Document, right: Document) -> Remark:
    note = one.note
    return Remark(
        id=note.id,
        body=note.body,
        rows=one.rows,
        left=one.left,
        right=one.right,
        left_quotes=note.quotes("left"),
        right_quotes=note.quotes("right"),
        tags=note.tags,
        kind=str(note.kind),
        status=str(note.status),
        state=str(one.state),
        by=note.by,
        created=note.created,
        annotation=json.dumps(to_annotation(note, left, right)),
    )


def linked_rows(comparison: Comparison, settled: Constraints) -> frozenset[int]:
    """Return the rows that are what was settled by hand."""
    fixed = {(tuple(left), tuple(right)) for left, right in settled.fixed}
    return frozenset(_rows_of(comparison, fixed)) if fixed else frozenset()


def _rows_of(
    comparison: Comparison, beads: set[tuple[tuple[int, ...], tuple[int, ...]]]
) -> Iterator[int]:
    for number, row in enumerate(comparison.rows):
        if (row.left, row.right) in beads:
            yield number
