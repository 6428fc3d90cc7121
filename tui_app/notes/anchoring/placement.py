"""Which rows a note touches, and in which order notes are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tui_app.core.comparison import Comparison
from tui_app.core.model import Side, Span
from tui_app.core.row_places import RowPlaces
from tui_app.notes.note import Anchor, FoundAnchor, Note, PlacedNote, State

_FOUND = (State.PLACED, State.CHANGED)


class Placer:
    """Places notes in one comparison; a version of a note is placed once."""

    def __init__(
        self, comparison: Comparison, find: Callable[[Anchor], FoundAnchor]
    ) -> None:
        self.comparison = comparison
        self._places = RowPlaces(comparison)
        self._find = find
        self._placed: dict[tuple[str, str], PlacedNote] = {}

    def place(self, note: Note) -> PlacedNote:
        """Return the note with its rows."""
        key = note.id, note.version
        placed = self._placed.get(key)
        if placed is None:
            found = tuple(self._find(anchor) for anchor in note.anchors)
            placed = self._placed[key] = _placed(note, found, self._places)
        return placed


def _placed(
    note: Note, found: tuple[FoundAnchor, ...], places: RowPlaces
) -> PlacedNote:
    settled = [each for each in found if each.state in _FOUND]
    waiting = [each for each in found if each.state is State.REVIEW]
    return PlacedNote(
        note,
        _state(found, settled),
        _rows(settled, places),
        _rows(waiting, places),
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


def _rows(found: Iterable[FoundAnchor], places: RowPlaces) -> tuple[int, ...]:
    """Return the rows of the words; those of gaps only where there are no words."""
    words: set[int] = set()
    gaps: set[int] = set()
    for each in found:
        if each.span is not None:
            rows = gaps if each.anchor.is_gap else words
            rows |= places.rows_in(each.anchor.side, each.span)
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
