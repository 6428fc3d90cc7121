"""What stands on the lines of a row, and which units run on without a break."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from tui_app.core.model import Document, Role, Side

Tone = Literal["common", "removed", "added"]
"""Where two sides are merged: what both say, what is gone, what came."""


class LinePiece(NamedTuple):
    """Text shown on a line; ``start`` is the offset of its first character.

    ``side`` is ``None`` for a space that stands in neither text; a ``tone`` have only
    pieces of sides that are merged.
    """

    text: str
    side: Side | None
    start: int
    tone: Tone | None = None

    @property
    def end(self) -> int:
        """Return the offset after the last character."""
        return self.start + len(self.text)


class TextLine(NamedTuple):
    """One line of a column, ``indent`` cells from its left edge.

    ``gap``: units before it stand in another row.
    """

    pieces: tuple[LinePiece, ...]
    indent: int = 0
    role: Role = Role.BODY
    gap: bool = False

    def covers(self, side: Side, offset: int) -> bool:
        """Tell whether the character at the offset stands on this line."""
        return any(
            piece.side == side and piece.start <= offset < piece.end
            for piece in self.pieces
        )


class SetLine(NamedTuple):
    """One screen line of a row; both are ``None`` on a line left blank.

    ``first`` marks the line that carries the row's signs. ``both``: it stands in one
    column for both sides.
    """

    left: TextLine | None = None
    right: TextLine | None = None
    first: bool = False
    both: bool = False

    def side(self, side: Side) -> TextLine | None:
        """Return the line of one side."""
        return self.left if side == "left" else self.right


BLANK = SetLine()


def pieces_between(
    pieces: Iterable[LinePiece], start: int, end: int
) -> Iterator[LinePiece]:
    """Yield what of the pieces stands from ``start`` to ``end`` of all their text."""
    at = 0
    for piece in pieces:
        low, high = max(start - at, 0), min(end - at, len(piece.text))
        if low < high:
            yield LinePiece(
                piece.text[low:high], piece.side, piece.start + low, piece.tone
            )
        at += len(piece.text)


class Flow(NamedTuple):
    """``text[start:end]`` of a document, set without a break of its own.

    ``opens`` tells that a paragraph of the document begins here, ``after_gap``
    that units between it and the flow before belong to another row.
    """

    start: int
    end: int
    role: Role
    opens: bool
    after_gap: bool


def flows(document: Document, numbers: Sequence[int]) -> tuple[Flow, ...]:
    """Return the units as flows; neighbouring units of one paragraph are one."""
    return tuple(_flows(document, numbers))


def _flows(document: Document, numbers: Sequence[int]) -> Iterator[Flow]:
    if not numbers:
        return
    first = before = numbers[0]
    gap = False
    for number in numbers[1:]:
        if number != before + 1 or not _flows_on(document, before, number):
            yield _flow(document, first, before, after_gap=gap)
            first, gap = number, number != before + 1
        before = number
    yield _flow(document, first, before, after_gap=gap)


def _flows_on(document: Document, before: int, number: int) -> bool:
    one, other = document.units[before], document.units[number]
    return one.paragraph == other.paragraph and one.role == other.role


def _flow(document: Document, first: int, last: int, *, after_gap: bool) -> Flow:
    unit = document.units[first]
    return Flow(
        unit.start,
        document.units[last].end,
        unit.role,
        opens_paragraph(document, first),
        after_gap,
    )


def opens_paragraph(document: Document, number: int) -> bool:
    """Tell whether the unit is the first of its paragraph."""
    units = document.units
    return number == 0 or units[number - 1].paragraph != units[number].paragraph
