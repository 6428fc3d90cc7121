"""The lines of a row as they are set, before anything is painted."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tui_app.core.model import Role, Side

Tone = Literal["removed", "added"]


class Piece(NamedTuple):
    """Text shown on a line; ``start`` is the offset of its first character.

    ``side`` is ``None`` for a space that stands in neither text.
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
    """One line of a column. ``gap``: units before it stand in another row."""

    pieces: tuple[Piece, ...]
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

    ``first`` marks the line that carries the row's signs.
    """

    left: TextLine | None = None
    right: TextLine | None = None
    first: bool = False

    def side(self, side: Side) -> TextLine | None:
        """Return the line of one side."""
        return self.left if side == "left" else self.right


BLANK = SetLine()
