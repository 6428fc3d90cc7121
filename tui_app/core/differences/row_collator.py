"""The differences of rows of two documents, one row at a time."""

from __future__ import annotations

from collections.abc import Iterable
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
    found: Iterable[Difference], left: JoinedUnits, right: JoinedUnits
) -> list[Difference]:
    """Return the differences with the documents' offsets."""
    if len(left.origins) == len(right.origins) == 1:
        return [
            Difference(
                one.kind,
                one.left and _moved(one.left, left.origins[0]),
                one.right and _moved(one.right, right.origins[0]),
                one.group,
            )
            for one in found
        ]
    found = list(found)
    group = 1 + max((one.group for one in found if one.group is not None), default=-1)
    placed: list[Difference] = []
    for one in found:
        parts = list(zip_longest(_spans(left, one.left), _spans(right, one.right)))
        tie = one.group
        if len(parts) > 1 and tie is None:
            tie, group = group, group + 1
        placed += [one._replace(left=a, right=b, group=tie) for a, b in parts]
    return placed


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _spans(passage: JoinedUnits, span: Span | None) -> list[Span]:
    return passage.spans(span) if span else []
