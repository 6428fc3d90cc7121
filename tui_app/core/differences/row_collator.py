"""The differences of rows of two documents, one row at a time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from tui_app.core.differences.facts import Evidence
from tui_app.core.differences.finding import find_differences
from tui_app.core.differences.joined_units import JoinedUnits, joined_units
from tui_app.core.differences.surroundings import Surroundings
from tui_app.core.model import Difference, Document, Relation, Row, Span


class RowCollator:
    """Works out the differences of rows of two documents.

    Making one costs nothing; a row costs what its own words cost, and now and
    then a look at its surroundings.
    """

    def __init__(self, left: Document, right: Document) -> None:
        self._left = left
        self._right = right
        self._surroundings = Surroundings(left.text, right.text)

    def differences(self, row: Row) -> tuple[Difference, ...]:
        """Return the differences of ``row``, offsets into the documents' texts.

        A row with one side only, or the same on both, has none. A difference over
        units that are no neighbours comes in parts, tied by their group.
        """
        if row.relation is not Relation.CHANGED or not (row.left and row.right):
            return ()
        left = joined_units(self._left, row.left)
        right = joined_units(self._right, row.right)

        def evidence(exchanged: bool) -> Evidence:
            return self._surroundings.evidence(
                left.origins[0], right.origins[0], exchanged=exchanged
            )

        found = find_differences(left.text, right.text, evidence)
        return tuple(_placed(found, left, right))


def _placed(
    found: Sequence[Difference], left: JoinedUnits, right: JoinedUnits
) -> list[Difference]:
    """Return the differences with the documents' offsets."""
    group = 1 + max((one.group for one in found if one.group is not None), default=-1)
    placed: list[Difference] = []
    for one in found:
        parts = list(zip_longest(_spans(left, one.left), _spans(right, one.right)))
        tie = one.group
        if len(parts) > 1 and tie is None:
            tie, group = group, group + 1
        placed += [Difference(one.kind, ours, theirs, tie) for ours, theirs in parts]
    return placed


def _spans(passage: JoinedUnits, span: Span | None) -> Sequence[Span]:
    return passage.spans(span) if span else ()
