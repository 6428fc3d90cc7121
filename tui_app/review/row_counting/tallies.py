"""What is counted of a row: its changes, facts and wordings, how much is unlike."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from tui_app.core.comparison import Comparison
from tui_app.core.differences.phrases import Grade, worth_marking
from tui_app.core.likeness import likeness_by_words, row_size, unlike_size
from tui_app.core.model import Difference, Relation
from tui_app.review.options import MarkOptions
from tui_app.review.stops import phrases_of


class Tally(NamedTuple):
    """How many changes a row has, and facts and wordings among them.

    ``small`` are those that are only stopped at where all marks are on, ``unlike``
    the characters of both sides that differ. ``too_long`` is 1 for a row that is not
    compared: what it has of facts and wordings is not known.
    """

    changes: int = 0
    facts: int = 0
    wordings: int = 0
    small: int = 0
    unlike: int = 0
    too_long: int = 0


_WIDTH = len(Tally._fields)


def tally(
    differences: Sequence[Difference], marks: MarkOptions, comparison: Comparison
) -> Tally:
    """Count the changes to stop at: a phrase is one."""
    found = phrases_of(differences, comparison, marks)
    changes = worth_marking(found, small=False)
    facts = sum(one.grade is Grade.FACT for one in changes)
    return Tally(
        len(changes),
        facts,
        len(changes) - facts,
        len(found) - len(changes),
        unlike_size(comparison, differences, marks.counting),
    )


def tally_as_one(comparison: Comparison, row: int) -> Tally:
    """Count a row whose words are not compared as one change, the same one as none."""
    relation = comparison.rows[row].relation
    if relation is Relation.SAME:
        return Tally()
    size = row_size(comparison, row)
    changed = relation is Relation.CHANGED
    if changed:
        size = round(size * (1 - likeness_by_words(comparison, row)))
    return Tally(1, 0, unlike=size, too_long=int(changed))


class TallyColumns:
    """The tallies of rows that follow each other, a column for each field.

    Raises ``ValueError`` where the ``numbers``, column after column, are no columns.
    """

    def __init__(self, numbers: array[int]) -> None:
        self.numbers = numbers
        self._count, over = divmod(len(numbers), _WIDTH)
        if over:
            raise ValueError("tallies without all their numbers")

    @classmethod
    def of(cls, tallies: Sequence[Tally]) -> TallyColumns:
        """Return the tallies in columns."""
        columns = zip(*tallies, strict=True)
        return cls(array("I", chain.from_iterable(columns)))

    def __len__(self) -> int:
        return self._count

    def _column(self, field: int) -> array[int]:
        return self.numbers[field * self._count : (field + 1) * self._count]

    @property
    def changes(self) -> array[int]:
        """Return how many changes each row has."""
        return self._column(0)

    @property
    def facts(self) -> array[int]:
        """Return how many of them are facts."""
        return self._column(1)

    @property
    def wordings(self) -> array[int]:
        """Return how many of them are other words."""
        return self._column(2)

    @property
    def small(self) -> array[int]:
        """Return how many small changes each row has beside them."""
        return self._column(3)

    @property
    def unlike(self) -> array[int]:
        """Return how many characters of each row differ."""
        return self._column(4)

    @property
    def too_long(self) -> array[int]:
        """Return 1 for each row that is not compared."""
        return self._column(5)
