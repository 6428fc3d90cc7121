"""From anchors to the rows of a comparison."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence

from tui_app.core.comparison import Comparison
from tui_app.core.model import Document, Row, Side, Span
from tui_app.core.units import unit_ends, unit_starts
from tui_app.notes.note import Anchor, FoundAnchor, Note, PlacedNote, State

_FOUND = (State.PLACED, State.CHANGED)


class RowIndex:
    """Which rows a span of a text touches. Building it is linear, asking is not."""

    def __init__(self, comparison: Comparison) -> None:
        self._sides: dict[Side, _SideIndex] = {
            "left": _SideIndex(comparison.left, comparison.rows, lambda row: row.left),
            "right": _SideIndex(
                comparison.right, comparison.rows, lambda row: row.right
            ),
        }

    def rows(self, side: Side, span: Span) -> set[int]:
        """Return the rows with a unit that shares a character with the span."""
        return self._sides[side].rows(span)

    def units(self, side: Side, span: Span) -> range:
        """Return the units that share a character with the span.

        For a gap it is the unit that ends before it, if there is one.
        """
        return self._sides[side].units(span)


class _SideIndex:
    def __init__(
        self,
        document: Document,
        rows: Sequence[Row],
        units: Callable[[Row], tuple[int, ...]],
    ) -> None:
        self._starts = unit_starts(document.units)
        self._ends = unit_ends(document.units)
        self._row_of = array("i", [-1]) * len(self._starts)
        for number, row in enumerate(rows):
            for unit in units(row):
                self._row_of[unit] = number

    def units(self, span: Span) -> range:
        if span.start < span.end:
            first = bisect_right(self._ends, span.start)
            return range(first, bisect_left(self._starts, span.end))
        before = max(0, bisect_right(self._starts, max(0, span.start - 1)) - 1)
        return range(before, min(before + 1, len(self._starts)))

    def rows(self, span: Span) -> set[int]:
        found = {self._row_of[unit] for unit in self.units(span)}
        return found - {-1}


class Placer:
    """Places notes in one comparison; a version of a note is placed once."""

    def __init__(
        self, comparison: Comparison, find: Callable[[Anchor], FoundAnchor]
    ) -> None:
        self.comparison = comparison
        self._index = RowIndex(comparison)
        self._find = find
        self._placed: dict[tuple[str, str], PlacedNote] = {}

    def place(self, note: Note) -> PlacedNote:
        """Return the note with its rows."""
        key = note.id, note.version
        placed = self._placed.get(key)
        if placed is None:
            found = tuple(self._find(anchor) for anchor in note.anchors)
            placed = self._placed[key] = _placed(note, found, self._index)
        return placed


def _placed(note: Note, found: tuple[FoundAnchor, ...], index: RowIndex) -> PlacedNote:
    settled = [each for each in found if each.state in _FOUND]
    waiting = [each for each in found if each.state is State.REVIEW]
    return PlacedNote(
        note,
        _state(found, settled),
        _rows(settled, index),
        _rows(waiting, index),
        _spans(settled, "left"),
        _spans(settled, "right"),
        found,
    )


def _state(found: Sequence[FoundAnchor], settled: Sequence[FoundAnchor]) -> State:
    """Return the state of a note from those of its anchors.

    A note that kept only some of its places is one to look at again.
    """
    states = {each.state for each in found}
    if len(settled) == len(found):
        return State.CHANGED if State.CHANGED in states else State.PLACED
    return State.REVIEW if settled or State.REVIEW in states else State.ORPHAN


def _rows(found: Iterable[FoundAnchor], index: RowIndex) -> tuple[int, ...]:
    """Return the rows of the words; those of gaps only where there are no words."""
    words: set[int] = set()
    gaps: set[int] = set()
    for each in found:
        if each.span is not None:
            rows = gaps if each.anchor.is_gap else words
            rows |= index.rows(each.anchor.side, each.span)
    return tuple(sorted(words or gaps))


def _spans(found: Iterable[FoundAnchor], side: Side) -> tuple[Span, ...]:
    return tuple(
        each.span
        for each in found
        if each.span is not None and each.anchor.side == side
    )


def reading_order(placed: PlacedNote) -> tuple[int, int]:
    """Return a key: the whole comparison, rows, proposed places, no place."""
    if placed.rows:
        return 1, placed.rows[0]
    if placed.proposed:
        return 2, placed.proposed[0]
    return (3 if placed.note.anchors else 0), 0
