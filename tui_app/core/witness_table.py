"""What each passage of a text has in each of several others: there, changed, missing.

It is made of ordinary comparisons of the one with each of the others, so it says of a
passage what the reader shows of it. Passages that only others have stand in lines of
their own; where several have one in the same words it is one line. What two others say
in different words of their own is not compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from tui_app.core.change_list import ListedChange, listed_changes
from tui_app.core.comparison import Comparison
from tui_app.core.counting import EVERYTHING, Counting
from tui_app.core.likeness import row_likeness
from tui_app.core.model import Document, Progress, Relation, Report, Row, Span, Unit
from tui_app.core.row_places import Direction, moved_directions
from tui_app.core.row_walk import rows_in_turn


class Holds(StrEnum):
    """What a text has of a passage of another."""

    THERE = "there"
    CHANGED = "changed"
    MISSING = "missing"


class StatedFact(NamedTuple):
    """A fact that differs: its kind, and the words of both, ``""`` for none."""

    kind: str
    left: str
    right: str


class WitnessCell(NamedTuple):
    """What one text has of one passage of the left.

    ``score`` is how likely it is that the passages belong together, 0 to 1, ``None``
    for what is missing.
    ``alike`` is the share of the row that is the same on both sides, 0 to 1, ``None``
    for what is missing and across languages. ``moved`` tells in which direction the
    text stands that has moved. ``right`` are the places of its passages in its text.
    A row with several passages of the left tells the same of each but the facts.
    """

    holds: Holds
    score: float | None = None
    alike: float | None = None
    facts: tuple[StatedFact, ...] = ()
    moved: Direction | None = None
    right: tuple[Span, ...] = ()


_MISSING = WitnessCell(Holds.MISSING)


class LonePassage(NamedTuple):
    """A passage that the left lacks; ``after`` is the unit of the left before it.

    That is -1 before the first.
    """

    words: str
    span: Span
    after: int


class Witness(NamedTuple):
    """One of the texts: what it has of each unit of the left, and what else.

    ``across`` tells that it is in another language; there all that answers a passage
    and has no other facts is there.
    """

    name: str
    title: str
    cells: tuple[WitnessCell, ...]
    lone: tuple[LonePassage, ...]
    across: bool = False

    @property
    def numbers(self) -> WitnessNumbers:
        """Return how many passages are what."""
        held = [cell.holds for cell in self.cells]
        return WitnessNumbers(
            held.count(Holds.THERE),
            held.count(Holds.CHANGED),
            held.count(Holds.MISSING),
            sum(bool(cell.facts) for cell in self.cells),
            sum(bool(cell.moved) for cell in self.cells),
            len(self.lone),
        )


class WitnessNumbers(NamedTuple):
    """How many passages of the left are what in a text, and how many only it has."""

    there: int
    changed: int
    missing: int
    with_facts: int
    moved: int
    lone: int


class LoneLine(NamedTuple):
    """A passage that the left lacks, and where each of the texts has it in its words.

    ``after`` is the unit of the left that it stands behind in the first that has it.
    """

    words: str
    after: int
    passages: tuple[LonePassage | None, ...]


class WitnessTable(NamedTuple):
    """The left text and what each of the others has of it, in their order."""

    left: Document
    witnesses: tuple[Witness, ...]

    @property
    def lone(self) -> tuple[LoneLine, ...]:
        """Return what the left lacks, in the order of the places in it."""
        return lone_lines([one.lone for one in self.witnesses])


def witness_of(
    comparison: Comparison,
    counting: Counting = EVERYTHING,
    report: Report | None = None,
) -> Witness:
    """Return what the right text has of each passage of the left.

    Differences that do not count change nothing. ``report`` is called at each row;
    what it raises ends the work and passes through.
    """
    cells: list[WitnessCell] = [_MISSING] * len(comparison.left.units)
    lone: list[LonePassage] = []
    directions = moved_directions(comparison.rows)
    walk, after = rows_in_turn(comparison), -1
    try:
        for number in walk:
            row, direction = comparison.rows[number], next(directions)
            if report is not None:
                report(Progress(number, len(comparison.rows)))
            if row.left and row.right:
                for unit, cell in _cells(comparison, number, direction, counting):
                    cells[unit] = cell
            elif row.right:
                lone += _lone(comparison.right, row, after)
            after = max(after, *row.left) if row.left else after
    finally:
        walk.close()
    right = comparison.right
    across = comparison.translation is not None
    return Witness(right.name, right.title, tuple(cells), tuple(lone), across)


def _cells(
    comparison: Comparison,
    number: int,
    direction: Direction | None,
    counting: Counting,
) -> Iterator[tuple[int, WitnessCell]]:
    """Yield the units of the left in a row with two sides, and what there is of each.

    A fact without words on the left is told of the first.
    """
    row, across = comparison.rows[number], comparison.translation is not None
    units = comparison.right.units
    right = tuple(Span(units[one].start, units[one].end) for one in row.right)
    facts = list(_facts(comparison, number, counting))
    alike = None if across else row_likeness(comparison, number, counting)
    if across:
        holds = Holds.CHANGED if facts else Holds.THERE
    else:
        counts = _counts(comparison, number, counting)
        holds = Holds.CHANGED if counts else Holds.THERE
    for place, unit in enumerate(row.left):
        own = tuple(
            StatedFact(str(one.kind), one.left_words or "", one.right_words or "")
            for one in facts
            if _is_of(one, comparison.left.units[unit], first=place == 0)
        )
        score = comparison.rows[number].score
        yield unit, WitnessCell(holds, score, alike, own, direction, right)


def _counts(comparison: Comparison, number: int, counting: Counting) -> bool:
    """Tell whether the sides of a row within one language differ in what counts."""
    left, right = comparison.left, comparison.right
    if comparison.rows[number].relation is Relation.SAME:
        return False
    found = comparison.differences(number)
    # What is not the same and shows no difference is not the same all the same.
    return not found or any(counting.counts(one, left, right) for one in found)


def _facts(
    comparison: Comparison, number: int, counting: Counting
) -> Iterator[ListedChange]:
    if not comparison.may_differ(number):
        return
    left, right = comparison.left, comparison.right
    found = comparison.differences(number)
    for one in listed_changes(comparison, [number]):
        if any(counting.counts(found[at], left, right) for at in one.numbers):
            yield one


def _is_of(change: ListedChange, unit: Unit, *, first: bool) -> bool:
    if change.left is None:
        return first
    return unit.start <= change.left.start < unit.end


def _lone(document: Document, row: Row, after: int) -> Iterator[LonePassage]:
    for number in row.right:
        unit = document.units[number]
        words = " ".join(document.unit_text(number).split())
        yield LonePassage(words, Span(unit.start, unit.end), after)


def lone_lines(witnesses: Sequence[Iterable[LonePassage]]) -> tuple[LoneLine, ...]:
    """Return the passages of all texts, those in the same words in one line.

    Case counts for nothing. A passage that a text has twice stands in two lines.
    """
    found: dict[tuple[str, int], list[LonePassage | None]] = {}
    for number, passages in enumerate(witnesses):
        times: dict[str, int] = {}
        for one in passages:
            words = one.words.casefold()
            time = times[words] = times.get(words, 0) + 1
            held = found.setdefault((words, time), [None] * len(witnesses))
            held[number] = one
    lines = []
    for held in found.values():
        first = next(one for one in held if one is not None)
        lines.append(LoneLine(first.words, first.after, tuple(held)))
    return tuple(sorted(lines, key=lambda one: one.after))
