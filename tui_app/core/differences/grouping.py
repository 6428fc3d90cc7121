"""Which pieces are one change to a reader, though they are several differences."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from tui_app.core.differences.collation import Collation, Match, Stretch
from tui_app.core.differences.merging import merged
from tui_app.core.differences.pieces import Piece
from tui_app.core.model import Kind

_APART = 2
_ORDER = Kind.ORDER


def grouped(
    collation: Collation,
    loud: Sequence[Piece],
    quiet: Sequence[Piece],
    untouched: Sequence[Match],
) -> list[Piece]:
    """Return all pieces, tied where they make one change.

    ``untouched`` are the words outside all pieces, by their left token. Quiet
    pieces belong together where no untouched word stands between them on either
    side, parts of a move where at most two words do. Facts keep their groups.
    """
    first = 1 + max((p.group for p in loud if p.group is not None), default=-1)
    moved = [piece for piece in quiet if _is_move(piece)]
    still = [piece for piece in quiet if not _is_move(piece)]
    clusters = _by_place(still, untouched)
    for number, cluster in enumerate(clusters):
        one = merged(collation, cluster) if len(cluster) > 1 else None
        if one:
            clusters[number] = [one]
    clusters += _by_neighbourhood(moved)
    found = [*loud]
    for group, cluster in enumerate(clusters, first):
        if len(cluster) == 1:
            found += cluster
        else:
            found += [Piece(p.kind, p.left, p.right, group) for p in cluster]
    return found


def _is_move(piece: Piece) -> bool:
    return piece.kind is _ORDER


def _by_place(pieces: Sequence[Piece], untouched: Sequence[Match]) -> list[list[Piece]]:
    """Cluster the pieces between the same two untouched words."""
    lefts = [match.left for match in untouched]
    rights = [match.right for match in untouched]
    places: dict[tuple[int, int], list[Piece]] = defaultdict(list)
    for piece in pieces:
        left = bisect_right(lefts, piece.left.start) if piece.left else None
        right = bisect_right(rights, piece.right.start) if piece.right else None
        here = left if left is not None else right
        there = right if right is not None else left
        places[here or 0, there or 0].append(piece)
    return list(places.values())


def _by_neighbourhood(moved: Sequence[Piece]) -> list[list[Piece]]:
    clusters: list[list[Piece]] = []
    for piece in sorted(moved, key=lambda one: one.left or (0, 0)):
        if clusters and _beside(clusters[-1][-1], piece):
            clusters[-1].append(piece)
        else:
            clusters.append([piece])
    return clusters


def _beside(one: Piece, other: Piece) -> bool:
    return _near(one.left, other.left) and _near(one.right, other.right)


def _near(one: Stretch | None, other: Stretch | None) -> bool:
    if one is None or other is None:
        return False
    return 0 <= other.start - one.end <= _APART
