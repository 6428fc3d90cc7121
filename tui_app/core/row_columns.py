"""Rows in columns of numbers: those of a book, kept without being made."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from tui_app.core.column_sequence import ColumnSequence
from tui_app.core.link_columns import UnitGroups
from tui_app.core.model import Relation, Row

RELATIONS = tuple(Relation)
"""How a number stands for a relation: by its place here."""

number_of = RELATIONS.index
"""What stands for a relation; sooner than a dict, which asks for a hash in Python."""

_NO_SCORE = -1.0

_row: Callable[[Iterable[object]], Row] = partial(tuple.__new__, Row)


class ColumnRows(ColumnSequence[Row]):
    """Rows in columns: units of either side, relation, score, whether it moved.

    A score below 0 stands for none.
    """

    def __init__(
        self,
        lefts: UnitGroups,
        rights: UnitGroups,
        relations: bytes | bytearray,
        scores: array[float],
        moved: bytes | bytearray,
    ) -> None:
        self.lefts, self.rights = lefts, rights
        self.relations, self.scores, self.moved = relations, scores, moved

    @classmethod
    def of(cls, rows: Iterable[Row]) -> ColumnRows:
        """Return the rows in columns."""
        if isinstance(rows, ColumnRows):
            return rows
        lefts, rights = UnitGroups.of(()), UnitGroups.of(())
        relations, scores, moved = bytearray(), array("d"), bytearray()
        for left, right, relation, score, is_moved in rows:
            lefts.append(left)
            rights.append(right)
            relations.append(number_of(relation))
            scores.append(_NO_SCORE if score is None else score)
            moved.append(is_moved)
        return cls(lefts, rights, relations, scores, moved)

    def __len__(self) -> int:
        return len(self.relations)

    def __iter__(self) -> Iterator[Row]:
        relations = map(RELATIONS.__getitem__, self.relations)
        scores = (None if score < 0 else score for score in self.scores)
        columns = self.lefts, self.rights, relations, scores, map(bool, self.moved)
        return map(_row, zip(*columns, strict=True))

    def item(self, number: int) -> Row:
        """Return one row."""
        score = self.scores[number]
        return _row(
            (
                self.lefts.item(number),
                self.rights.item(number),
                RELATIONS[self.relations[number]],
                None if score < 0 else score,
                bool(self.moved[number]),
            )
        )
