"""What is told of three versions: new, taken back, changed again, kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from tui_app.core.model import Span
from tui_app.core.text.characters import fold_space


class FromBase(StrEnum):
    """How a change from B to C stands to the base, by the name people have for it."""

    NEW = "new"
    TAKEN_BACK = "taken back"
    CHANGED_AGAIN = "changed again"
    KEPT = "kept"


class ToldFromBase(NamedTuple):
    """The status of a change, and where the base has what answers it.

    ``base`` are offsets into its text, none where it has nothing, or says what B says.
    """

    status: FromBase
    base: tuple[Span, ...] = ()


class KeptChange(NamedTuple):
    """What B changed and C keeps: offsets into the three texts; a span may be empty."""

    base: Span
    left: Span
    right: Span


class TogetherFromBase(NamedTuple):
    """What is told of differences that are one change: each status once."""

    statuses: tuple[FromBase, ...] = ()
    base: tuple[Span, ...] = ()


NOT_TOLD = TogetherFromBase()


class RowFromBase(NamedTuple):
    """What is told of a row of B and C.

    ``differences`` answer those of the row, in their order; ``whole`` is of a row with
    one side, ``moved`` of one that moved from B to C, or from A to B and stays there.
    """

    differences: tuple[ToldFromBase, ...] = ()
    whole: ToldFromBase | None = None
    moved: FromBase | None = None
    kept: tuple[KeptChange, ...] = ()

    def of(self, numbers: Iterable[int]) -> TogetherFromBase:
        """Return what is told of some differences that are one change."""
        told = [self.differences[number] for number in numbers]
        spans = dict.fromkeys(span for one in told for span in one.base)
        return TogetherFromBase(in_order(one.status for one in told), tuple(spans))

    @property
    def statuses(self) -> tuple[FromBase, ...]:
        """Each status there is in the row, once, in the order of their table."""
        found = [one.status for one in self.differences]
        found += [self.whole.status] if self.whole else []
        found += [self.moved] if self.moved else []
        found += [FromBase.KEPT] if self.kept else []
        return in_order(found)


NOTHING_TOLD = RowFromBase()


def in_order(statuses: Iterable[FromBase]) -> tuple[FromBase, ...]:
    """Return each status once, in the order of their table."""
    found = set(statuses)
    return tuple(one for one in FromBase if one in found)


def from_base_in_words(counts: Mapping[FromBase, int]) -> str:
    """Return how many changes there are of each status."""
    told = [f"{counts.get(one, 0)} {one}" for one in FromBase]
    return f"changes since the base: {', '.join(told)}"


def words_told(base: str, spans: Iterable[Span]) -> str:
    """Return the words of the stretches of the base, white space folded."""
    return fold_space(" ".join(base[slice(*one)] for one in spans))
