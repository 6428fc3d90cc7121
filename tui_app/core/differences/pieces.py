"""Differences in token numbers, before they become spans of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui_app.core.differences.collation import Stretch
from tui_app.core.model import Kind

_MIRROR = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED}


class Piece(NamedTuple):
    """A difference between two stretches of tokens; see ``model.Difference``."""

    kind: Kind
    left: Stretch | None
    right: Stretch | None
    group: int | None = None

    def mirrored(self) -> Piece:
        """Return the difference with the sides exchanged."""
        return Piece(
            _MIRROR.get(self.kind, self.kind), self.right, self.left, self.group
        )


def joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Join pieces of one kind that follow each other on both sides."""
    last: Piece | None = None
    for piece in pieces:
        if last is None:
            last = piece
            continue
        both = _together(last, piece)
        if both is None:
            yield last
        last = both or piece
    if last is not None:
        yield last


def _together(one: Piece, other: Piece) -> Piece | None:
    if not (one.left and one.right and other.left and other.right):
        return None
    if one.kind is not other.kind or one.left.end != other.left.start:
        return None
    if one.right.end != other.right.start:
        return None
    left = Stretch(one.left.start, other.left.end)
    return one._replace(left=left, right=Stretch(one.right.start, other.right.end))
