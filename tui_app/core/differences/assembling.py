"""From a collation and its facts to the differences a reader is shown."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from tui_app.core.differences.collation import (
    EQUAL,
    MOVED,
    NEAR,
    PAIRED,
    Collation,
    Fact,
    How,
    Match,
    Stretch,
)
from tui_app.core.differences.covering import closed
from tui_app.core.differences.grouping import grouped
from tui_app.core.differences.islands import islands
from tui_app.core.differences.kinds import kind_of_pair
from tui_app.core.differences.pieces import Piece, joined
from tui_app.core.differences.scripts import is_unspaced
from tui_app.core.differences.tokens import Token
from tui_app.core.differences.words import Word
from tui_app.core.model import Difference, Kind, Span

_new = tuple.__new__  # the constructor of a named tuple at a third of its cost


def assemble(collation: Collation, facts: Sequence[Fact]) -> list[Piece]:
    """Return all differences; facts replace the quiet kinds of their tokens."""
    facts = closed(collation, facts)
    loud = [Piece(one.kind, one.left, one.right, one.group) for one in facts]
    quiet, untouched = _quiet(collation, facts)
    return grouped(collation, loud, list(joined(quiet)), untouched)


def laid_out(
    collation: Collation, pieces: Iterable[Piece], *, exchanged: bool
) -> list[Difference]:
    """Return the differences as spans of the texts, in the order of the left.

    ``exchanged``: what the collation calls left is the right passage of the
    result. What is only on the right stands where it would stand on the left.
    """
    left, right = collation.left, collation.right
    steady = [
        (match.left, match.right)
        for match in collation.matches
        if match.how is EQUAL or match.how is NEAR
    ]
    if exchanged:
        left, right = right, left
        steady = [(there, here) for here, there in steady]
        pieces = [piece.mirrored() for piece in pieces]
    return [
        Difference(
            piece.kind,
            _span(left, piece.left),
            _span(right, piece.right),
            piece.group,
        )
        for piece in _in_order(steady, pieces)
    ]


def _quiet(
    collation: Collation, facts: Sequence[Fact]
) -> tuple[list[Piece], list[Match]]:
    """Return the differences that no fact covers, and the words that are equal."""
    left, right = collation.left, collation.right
    settled_left = _covered((one.left for one in facts), len(left))
    settled_right = _covered((one.right for one in facts), len(right))
    found: list[Piece] = []
    equal: list[Match] = []
    for match in collation.matches:
        i, j, how = match
        if settled_left[i] or settled_right[j]:
            continue
        settled_left[i] = settled_right[j] = 1
        word, other = left[i].word, right[j].word
        kind = None
        if word is not other or how is not EQUAL:
            kind = _kind(word, other, how)
        if kind is None:
            equal.append(match)
        else:
            found.append(_pair(kind, match))
    alone = list(islands(collation, equal))
    if alone:
        found += [_pair(Kind.WORDING, match) for match in alone]
        found.sort(key=_by_left)
        lefts = {match.left for match in alone}
        equal = [match for match in equal if match.left not in lefts]
    found += [
        Piece(_alone(left, stretch, Kind.REMOVED), stretch, None)
        for stretch in _unsettled(settled_left)
    ]
    found += [
        Piece(_alone(right, stretch, Kind.ADDED), None, stretch)
        for stretch in _unsettled(settled_right)
    ]
    return found, equal


def _pair(kind: Kind, match: Match) -> Piece:
    i, j, _ = match
    left, right = _new(Stretch, (i, i + 1)), _new(Stretch, (j, j + 1))
    return _new(Piece, (kind, left, right, None))


def _by_left(piece: Piece) -> Stretch:
    return piece.left or Stretch(-1, -1)


def _covered(stretches: Iterable[Stretch | None], count: int) -> bytearray:
    """Return a 1 for every token in a stretch, a 0 for every other."""
    found = bytearray(count)
    for one in stretches:
        if one:
            found[slice(*one)] = b"\1" * (one.end - one.start)
    return found


def _kind(left: Word, right: Word, how: How) -> Kind | None:
    """Return what kind of difference two words make, ``None`` for none."""
    if how is MOVED and left.lower == right.lower:
        return Kind.ORDER
    if left.text != right.text:
        return kind_of_pair(left, right)
    return _same(left) if how is PAIRED else None


def _same(word: Word) -> Kind:
    """Return the kind of a word that is the same but stands elsewhere.

    In a script without spaces characters that recur tell nothing of the order.
    """
    if is_unspaced(word.text[0]):
        return Kind.WORDING
    return Kind.PUNCTUATION if _is_mark(word) else Kind.ORDER


def _unsettled(settled: bytearray) -> Iterator[Stretch]:
    """Yield the runs of tokens that neither a fact nor a match accounts for."""
    start = settled.find(0)
    while start >= 0:
        end = settled.find(1, start)
        yield Stretch(start, end if end >= 0 else len(settled))
        start = settled.find(0, end) if end >= 0 else -1


def _alone(tokens: Sequence[Token], stretch: Stretch, kind: Kind) -> Kind:
    only_marks = all(_is_mark(token.word) for token in tokens[slice(*stretch)])
    return Kind.PUNCTUATION if only_marks else kind


def _is_mark(word: Word) -> bool:
    return not word.told


def _in_order(
    steady: Sequence[tuple[int, int]], pieces: Iterable[Piece]
) -> list[Piece]:
    """Return the pieces by their place in the left passage."""
    rights = [right for _, right in steady]

    def place(piece: Piece) -> tuple[int, int, int]:
        if piece.left:
            return piece.left.start, 0, 0
        start = piece.right.start if piece.right else 0
        slot = bisect_right(rights, start)
        return steady[slot - 1][0] if slot else -1, 1, start

    return sorted(pieces, key=place)


def _span(tokens: Sequence[Token], stretch: Stretch | None) -> Span | None:
    if stretch is None:
        return None
    return Span(tokens[stretch.start].start, tokens[stretch.end - 1].end)
