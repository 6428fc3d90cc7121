"""From a collation and its facts to the differences a reader is shown."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from tui_app.core.differences.collation import Collation, Fact, How, Match, Stretch
from tui_app.core.differences.covering import closed
from tui_app.core.differences.grouping import grouped
from tui_app.core.differences.kinds import kind_of_pair
from tui_app.core.differences.pieces import Piece, joined
from tui_app.core.differences.tokens import Token
from tui_app.core.differences.words import Sort
from tui_app.core.model import Difference, Kind, Span

_MARKS = frozenset({Sort.MARK, Sort.QUOTE})


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
        if match.how is How.EQUAL or match.how is How.NEAR
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
    covered_left = {t for one in facts if one.left for t in range(*one.left)}
    covered_right = {t for one in facts if one.right for t in range(*one.right)}
    found: list[Piece] = []
    untouched: list[Match] = []
    answered_left, answered_right = set(covered_left), set(covered_right)
    for match in collation.matches:
        if match.left in covered_left or match.right in covered_right:
            continue
        answered_left.add(match.left)
        answered_right.add(match.right)
        kind = _kind(collation, match)
        if kind is None:
            untouched.append(match)
        else:
            found.append(Piece(kind, _one(match.left), _one(match.right)))
    found += [
        Piece(_alone(collation.left, stretch, Kind.REMOVED), stretch, None)
        for stretch in _free(collation.left, answered_left)
    ]
    found += [
        Piece(_alone(collation.right, stretch, Kind.ADDED), None, stretch)
        for stretch in _free(collation.right, answered_right)
    ]
    return found, untouched


def _one(number: int) -> Stretch:
    return Stretch(number, number + 1)


def _kind(collation: Collation, match: Match) -> Kind | None:
    """Return what kind of difference two words make, ``None`` for none."""
    left, right = collation.left[match.left].word, collation.right[match.right].word
    if match.how is How.EQUAL and left is right:
        return None
    if match.how is How.MOVED and left.lower == right.lower:
        return Kind.ORDER
    if left.text != right.text:
        return kind_of_pair(left, right)
    return Kind.WORDING if match.how is How.PAIRED else None


def _free(tokens: Sequence[Token], answered: set[int]) -> Iterator[Stretch]:
    """Yield the runs of tokens that neither a fact nor a match accounts for."""
    start = None
    for number in range(len(tokens) + 1):
        if number < len(tokens) and number not in answered:
            start = number if start is None else start
        elif start is not None:
            yield Stretch(start, number)
            start = None


def _alone(tokens: Sequence[Token], stretch: Stretch, kind: Kind) -> Kind:
    only_marks = all(token.sort in _MARKS for token in tokens[slice(*stretch)])
    return Kind.PUNCTUATION if only_marks else kind


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
